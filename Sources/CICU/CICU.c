#include "CICU.h"
#include <unicode/uchar.h>

int32_t cicu_unicode_version(void) {
    UVersionInfo v;
    u_getUnicodeVersion(v);
    return (int32_t)v[0] * 256 + v[1];
}
