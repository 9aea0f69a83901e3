#ifndef VANTHU_CINDEX_KERNELS_H
#define VANTHU_CINDEX_KERNELS_H
#include <stdint.h>
#include "crc32c.h"
#endif
