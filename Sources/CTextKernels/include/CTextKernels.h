#ifndef VANTHU_CTEXT_KERNELS_H
#define VANTHU_CTEXT_KERNELS_H
#include "CTextHash.h"
#include "CTextMasks.h"
#include "CTextTerminators.h"
#endif
