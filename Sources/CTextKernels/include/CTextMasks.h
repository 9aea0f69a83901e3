#ifndef VANTHU_CTEXT_MASKS_H
#define VANTHU_CTEXT_MASKS_H
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// What 64 bytes of UTF-8 are to the word boundary rules (UAX #29), bit i for byte i. The rules are ICU's for ASCII, the
// letters U+00C0-02BF and U+1E00-1EFF, the marks U+0300-036F, Latin-1's signs and most of U+2000-203F; everything else,
// ill-formed bytes, and the rare character whose effect reaches past its neighbours is marked `hard`, for ICU to decide.
// The first byte is taken to stand after a separator; a bit holds only below the last bit of `separators`, because the
// rules look at the following character.
typedef struct {
    uint64_t words;       // bytes inside words; an edge is where the mask changes
    uint64_t wordly;      // bytes of letters, marks and digits: a token needs one
    uint64_t separators;  // ASCII bytes after which a text may be cut, whatever stands around
    uint64_t hard;
} ctext_masks;

#if defined(__SSE2__)
// Four times sixteen bytes; a predicate becomes one mask.
typedef struct {
    __m128i a, b, c, d;
} ctext_block;

static inline ctext_block ctext_block_load(const uint8_t *p) {
    ctext_block block = {
        _mm_loadu_si128((const __m128i *)p), _mm_loadu_si128((const __m128i *)(p + 16)),
        _mm_loadu_si128((const __m128i *)(p + 32)), _mm_loadu_si128((const __m128i *)(p + 48))};
    return block;
}

static inline uint64_t ctext_block_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
    return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16
           | (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 | (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

static inline uint64_t ctext_high(ctext_block x) { return ctext_block_bits(x.a, x.b, x.c, x.d); }

// Bytes that equal `value` once the bits outside `bits` are cleared.
static inline uint64_t ctext_equal(ctext_block x, uint8_t bits, uint8_t value) {
    __m128i m = _mm_set1_epi8((char)bits), v = _mm_set1_epi8((char)value);
    return ctext_block_bits(
        _mm_cmpeq_epi8(_mm_and_si128(x.a, m), v), _mm_cmpeq_epi8(_mm_and_si128(x.b, m), v),
        _mm_cmpeq_epi8(_mm_and_si128(x.c, m), v), _mm_cmpeq_epi8(_mm_and_si128(x.d, m), v));
}

static inline __m128i ctext_lane_in(__m128i x, __m128i set, __m128i first, __m128i span) {
    __m128i t = _mm_sub_epi8(_mm_or_si128(x, set), first);
    return _mm_cmpeq_epi8(_mm_min_epu8(t, span), t);
}

// Bytes that lie in `first`...`last` once the bits of `set` are set.
static inline uint64_t ctext_between(ctext_block x, uint8_t set, uint8_t first, uint8_t last) {
    __m128i s = _mm_set1_epi8((char)set), f = _mm_set1_epi8((char)first), n = _mm_set1_epi8((char)(last - first));
    return ctext_block_bits(
        ctext_lane_in(x.a, s, f, n), ctext_lane_in(x.b, s, f, n), ctext_lane_in(x.c, s, f, n),
        ctext_lane_in(x.d, s, f, n));
}
#else
typedef struct {
    const uint8_t *p;
} ctext_block;

static inline ctext_block ctext_block_load(const uint8_t *p) {
    ctext_block block = {p};
    return block;
}

static inline uint64_t ctext_equal(ctext_block x, uint8_t bits, uint8_t value) {
    uint64_t mask = 0;
    for (int i = 0; i < 64; i++) mask |= (uint64_t)((x.p[i] & bits) == value) << i;
    return mask;
}

static inline uint64_t ctext_high(ctext_block x) { return ctext_equal(x, 0x80, 0x80); }

static inline uint64_t ctext_between(ctext_block x, uint8_t set, uint8_t first, uint8_t last) {
    uint64_t mask = 0;
    for (int i = 0; i < 64; i++) mask |= (uint64_t)((uint8_t)((x.p[i] | set) - first) <= last - first) << i;
    return mask;
}
#endif

/// Classifies the 64 bytes at `p`. `colonJoins` is all ones where ICU's rules join letters around a colon, else 0 (they
/// changed between versions of ICU).
static inline ctext_masks ctext_classify(const uint8_t *p, uint64_t colonJoins) {
    const ctext_block x = ctext_block_load(p);
    uint64_t letters = ctext_between(x, 0x20, 'a', 'z');
    const uint64_t digits = ctext_between(x, 0, '0', '9');
    const uint64_t high = ctext_high(x);
    const uint64_t middle = ctext_equal(x, 0xFF, '.') | ctext_equal(x, 0xFF, '\'');  // between letters, between digits
    const uint64_t inNumbers = ctext_equal(x, 0xFF, ',') | ctext_equal(x, 0xFF, ';');
    const uint64_t colons = ctext_equal(x, 0xFF, ':');
    const uint64_t underscores = ctext_equal(x, 0xFF, '_');  // ExtendNumLet: joins everything
    const uint64_t quotes = ctext_equal(x, 0xFF, '"');       // joins Hebrew letters, so no place for a cut
    const uint64_t ats = ctext_equal(x, 0xFF, '@');          // a letter in some versions of ICU
    uint64_t hard = ats;

    if (high) {
        const uint64_t continuation = ctext_equal(x, 0xC0, 0x80);
        const uint64_t latin = ctext_between(x, 0, 0xC3, 0xCA);  // U+00C0-02BF
        const uint64_t signs = ctext_equal(x, 0xFF, 0xC2);       // U+0080-00BF
        const uint64_t marks = ctext_equal(x, 0xFE, 0xCC);       // U+0300-036F, and Greek beyond
        const uint64_t e1 = ctext_equal(x, 0xFF, 0xE1);
        const uint64_t e2 = ctext_equal(x, 0xFF, 0xE2);
        const uint64_t additional = e1 & (ctext_equal(x, 0xFC, 0xB8) >> 1);  // U+1E00-1EFF
        const uint64_t leads = latin | signs | marks | e1 | e2;

        letters |= latin | latin << 1 | additional | additional << 1 | additional << 2 | marks | marks << 1;
        // × and ÷ are no letters.
        const uint64_t operators = ctext_equal(x, 0xFF, 0xC3) & (ctext_equal(x, 0xDF, 0x97) >> 1);
        letters &= ~(operators | operators << 1);

        // Ill-formed sequences, other scripts, and marks that stand on no letter.
        hard |= continuation ^ (leads << 1 | (e1 | e2) << 2);
        hard |= high & ~(continuation | leads);
        hard |= e1 & ~additional;
        hard |= marks & ~(letters << 1);
        hard |= (ctext_equal(x, 0xFF, 0xCD) << 1) & ctext_equal(x, 0xF0, 0xB0);
        if (signs)  // ª º are letters, µ too, · stands between letters, the soft hyphen is invisible
            hard |= (signs << 1)
                    & (ctext_equal(x, 0xEF, 0xAA) | ctext_equal(x, 0xFD, 0xB5) | ctext_equal(x, 0xFF, 0xAD));
        if (e2) {  // of U+2000-203F: the joiners, controls, U+2024, U+2027 and U+203F
            hard |= e2 & ~(ctext_equal(x, 0xFF, 0x80) >> 1);
            hard |= (e2 << 2)
                    & (ctext_equal(x, 0xFC, 0x8C) | ctext_equal(x, 0xFF, 0xA4) | ctext_equal(x, 0xFF, 0xA7)
                       | ctext_between(x, 0, 0xAA, 0xAE) | ctext_equal(x, 0xFF, 0xBF));
            // ‘ and ’ act like a full stop, in the rare case that they stand between two of a kind.
            const uint64_t single = e2 & (ctext_equal(x, 0xFE, 0x98) >> 2);
            hard |= single & (((letters << 1) & (letters >> 3)) | ((digits << 1) & (digits >> 3)));
        }
    }

    const uint64_t betweenLetters = (letters << 1) & (letters >> 1);
    const uint64_t betweenDigits = (digits << 1) & (digits >> 1);
    const uint64_t joints = (middle & (betweenLetters | betweenDigits)) | (inNumbers & betweenDigits)
                            | (colons & colonJoins & betweenLetters);
    const ctext_masks masks = {
        letters | digits | underscores | joints, letters | digits,
        ~(letters | digits | high | middle | inNumbers | colons | underscores | quotes | ats), hard};
    return masks;
}
#endif
