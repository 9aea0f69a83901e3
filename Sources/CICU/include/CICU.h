#ifndef VANTHU_CICU_H
#define VANTHU_CICU_H
#include <stdint.h>
/// The Unicode version of the linked ICU, as major * 256 + minor.
int32_t cicu_unicode_version(void);
#endif
