#ifndef VANTHU_CTEXT_KERNELS_H
#define VANTHU_CTEXT_KERNELS_H
#include <stdint.h>
#endif
