#ifndef VANTHU_CTEXT_HASH_H
#define VANTHU_CTEXT_HASH_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// A token of at most 16 bytes as two words, zero above its length.
typedef struct {
    uint64_t low, high;
} ctext_word;

static const uint8_t ctext_word_mask[32] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

/// Loads a token of 1 to 16 bytes. Sixteen bytes from `p` on must be readable.
static inline ctext_word ctext_load_word(const uint8_t *p, size_t length) {
    ctext_word text, mask;
    memcpy(&text, p, 16);
    memcpy(&mask, ctext_word_mask + 16 - length, 16);
    text.low &= mask.low;
    text.high &= mask.high;
    return text;
}

/// Both halves of a 128-bit product, folded: the mixing step of wyhash.
static inline uint64_t ctext_mix(uint64_t a, uint64_t b) {
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t ctext_hash_word(ctext_word word, uint64_t seed) {
    return ctext_mix(word.low ^ seed, word.high ^ 0xE7037ED1A0B428DBull ^ (seed << 1));
}

/// Hashes any number of bytes, sixteen at a time.
static inline uint64_t ctext_hash_bytes(const uint8_t *p, size_t length, uint64_t seed) {
    uint64_t hash = seed ^ ctext_mix(length ^ 0x8EBC6AF09C88C6E3ull, seed ^ 0x589965CC75374CC3ull);
    while (length > 0) {
        ctext_word word = {0, 0};
        size_t n = length < 16 ? length : 16;
        memcpy(&word, p, n);
        hash = ctext_mix(word.low ^ 0xA0761D6478BD642Full ^ hash, word.high ^ 0xE7037ED1A0B428DBull ^ seed);
        p += n;
        length -= n;
    }
    return hash;
}
#endif
