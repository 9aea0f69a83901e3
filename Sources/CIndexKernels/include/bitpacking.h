// Bit packing of 128 unsigned integers in four interleaved lanes, the vertical layout of
// Lemire & Boytsov, "Decoding billions of integers per second through vectorization" (2015).
//
// Value i stands in lane i % 4 at row i / 4; each lane is a stream of 32-bit words, and the four words of one row of
// streams are neighbours. A block of width b takes 16 * b bytes. The SSE2 and the portable branch write and read the
// same bytes (little endian).
#ifndef VANTHU_BITPACKING_H
#define VANTHU_BITPACKING_H
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#define VANTHU_SSE2 1
#endif

/// Packs 128 values, each below 2^width, into 16 * width bytes.
static inline void vt_pack128(const uint32_t *in, uint8_t *out, int width) {
    if (width == 0) return;
    uint32_t word[4] = {0, 0, 0, 0};
    int filled = 0;
    for (int row = 0; row < 32; row++) {
        for (int lane = 0; lane < 4; lane++) word[lane] |= filled < 32 ? in[4 * row + lane] << filled : 0;
        filled += width;
        if (filled >= 32) {
            memcpy(out, word, 16);
            out += 16;
            filled -= 32;
            for (int lane = 0; lane < 4; lane++)
                word[lane] = filled ? in[4 * row + lane] >> (width - filled) : 0;
        }
    }
}

#ifdef VANTHU_SSE2
static inline __attribute__((always_inline)) void vt_unpack128_fixed(const uint8_t *in, uint32_t *out, const int width) {
    const __m128i *source = (const __m128i *)in;
    __m128i *target = (__m128i *)out;
    if (width == 0) {
        for (int row = 0; row < 32; row++) _mm_storeu_si128(target + row, _mm_setzero_si128());
        return;
    }
    const __m128i mask = width == 32 ? _mm_set1_epi32(-1) : _mm_set1_epi32((int)((1u << (width & 31)) - 1));
    __m128i word = _mm_loadu_si128(source++);
    int used = 0;
#pragma clang loop unroll(full)
    for (int row = 0; row < 32; row++) {
        __m128i value = _mm_srli_epi32(word, used);
        used += width;
        if (used >= 32) {
            used -= 32;
            if (row < 31 || used > 0) {
                word = _mm_loadu_si128(source++);
                if (used > 0) value = _mm_or_si128(value, _mm_slli_epi32(word, width - used));
            }
        }
        _mm_storeu_si128(target + row, _mm_and_si128(value, mask));
    }
}
#else
static inline __attribute__((always_inline)) void vt_unpack128_fixed(const uint8_t *in, uint32_t *out, const int width) {
    if (width == 0) {
        memset(out, 0, 512);
        return;
    }
    const uint32_t mask = width == 32 ? 0xFFFFFFFFu : (1u << (width & 31)) - 1;
    uint32_t word[4];
    memcpy(word, in, 16);
    in += 16;
    int used = 0;
    for (int row = 0; row < 32; row++) {
        uint32_t value[4];
        for (int lane = 0; lane < 4; lane++) value[lane] = word[lane] >> used;
        used += width;
        if (used >= 32) {
            used -= 32;
            if (row < 31 || used > 0) {
                memcpy(word, in, 16);
                in += 16;
                if (used > 0)
                    for (int lane = 0; lane < 4; lane++) value[lane] |= word[lane] << (width - used);
            }
        }
        for (int lane = 0; lane < 4; lane++) out[4 * row + lane] = value[lane] & mask;
    }
}
#endif

/// Unpacks 128 values of `width` bits (0 to 24) from 16 * width bytes.
static inline void vt_unpack128(const uint8_t *in, uint32_t *out, int width) {
    switch (width) {
#define VT_CASE(b) case b: vt_unpack128_fixed(in, out, b); break;
        VT_CASE(0) VT_CASE(1) VT_CASE(2) VT_CASE(3) VT_CASE(4) VT_CASE(5) VT_CASE(6) VT_CASE(7) VT_CASE(8)
        VT_CASE(9) VT_CASE(10) VT_CASE(11) VT_CASE(12) VT_CASE(13) VT_CASE(14) VT_CASE(15) VT_CASE(16)
        VT_CASE(17) VT_CASE(18) VT_CASE(19) VT_CASE(20) VT_CASE(21) VT_CASE(22) VT_CASE(23) VT_CASE(24)
#undef VT_CASE
    default: memset(out, 0, 512);
    }
}

/// Turns 128 gaps in place into ascending values: out[i] = base + sum(gaps[0...i]) + i + 1.
///
/// `base` is the value before the block (or all ones before the first), as gaps are stored less one.
static inline void vt_prefix_sum128(uint32_t *values, uint32_t base) {
#ifdef VANTHU_SSE2
    __m128i *at = (__m128i *)values;
    __m128i last = _mm_set1_epi32((int)base);
    const __m128i one = _mm_set1_epi32(1);
    for (int row = 0; row < 32; row++) {
        __m128i v = _mm_add_epi32(_mm_loadu_si128(at + row), one);
        v = _mm_add_epi32(v, _mm_slli_si128(v, 4));
        v = _mm_add_epi32(v, _mm_slli_si128(v, 8));
        v = _mm_add_epi32(v, last);
        _mm_storeu_si128(at + row, v);
        last = _mm_shuffle_epi32(v, 0xFF);
    }
#else
    for (int i = 0; i < 128; i++) {
        base += values[i] + 1;
        values[i] = base;
    }
#endif
}
#endif
