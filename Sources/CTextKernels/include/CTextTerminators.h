#ifndef VANTHU_CTEXT_TERMINATORS_H
#define VANTHU_CTEXT_TERMINATORS_H
#include "CTextMasks.h"

/// Which of the 64 bytes at `p` may end a sentence, bit i for byte i: `.`, `!`, `?`, and 0xE2, the first byte of `…`.
static inline uint64_t ctext_terminators(const uint8_t *p) {
    const ctext_block x = ctext_block_load(p);
    return ctext_equal(x, 0xFF, '.') | ctext_equal(x, 0xFF, '!') | ctext_equal(x, 0xFF, '?') | ctext_equal(x, 0xFF, 0xE2);
}
#endif
