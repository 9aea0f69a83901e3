#ifndef VANTHU_CINDEX_KERNELS_H
#define VANTHU_CINDEX_KERNELS_H
#include <stdint.h>
#include "bitpacking.h"
#include "crc32c.h"
#include "impacts.h"
#include "sets.h"
#endif
