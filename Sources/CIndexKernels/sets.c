#include "sets.h"
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

static int has_avx2(void) {
    static int known = -1;
    int value = __atomic_load_n(&known, __ATOMIC_RELAXED);
    if (value < 0) {
        __builtin_cpu_init();
        value = __builtin_cpu_supports("avx2") ? 1 : 0;
        __atomic_store_n(&known, value, __ATOMIC_RELAXED);
    }
    return value;
}

// All ones in each of 16 lanes whose bit is set.
AVX2 static inline __m256i lanes16(uint16_t bits) {
    const __m256i lane = _mm256_setr_epi16(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, (short)32768);
    return _mm256_cmpeq_epi16(_mm256_and_si256(_mm256_set1_epi16((short)bits), lane), lane);
}

AVX2 static void keep_avx2(uint16_t *sums, const uint64_t *words, long count) {
    for (long i = 0; i < count; i += 64) {
        uint64_t word = words[i >> 6];
        if (word == ~UINT64_C(0)) continue;
        for (int j = 0; j < 4; j++) {
            __m256i *at = (__m256i *)(sums + i + 16 * j);
            _mm256_storeu_si256(at, _mm256_and_si256(_mm256_loadu_si256(at), lanes16((uint16_t)(word >> (16 * j)))));
        }
    }
}

AVX2 static void mark_avx2(uint16_t *sums, const uint64_t *words, long count) {
    for (long i = 0; i < count; i += 64) {
        uint64_t word = words[i >> 6];
        for (int j = 0; j < 4; j++) {
            __m256i one = _mm256_srli_epi16(lanes16((uint16_t)(word >> (16 * j))), 15);
            _mm256_storeu_si256((__m256i *)(sums + i + 16 * j), one);
        }
    }
}

AVX2 static void nonzero_avx2(uint64_t *words, const uint8_t *bytes, long count) {
    const __m256i zero = _mm256_setzero_si256();
    for (long i = 0; i < count; i += 64) {
        __m256i a = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(bytes + i)), zero);
        __m256i b = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(bytes + i + 32)), zero);
        uint64_t absent = (uint32_t)_mm256_movemask_epi8(a) | (uint64_t)(uint32_t)_mm256_movemask_epi8(b) << 32;
        words[i >> 6] = ~absent;
    }
}

AVX2 static void of_sums_avx2(uint64_t *words, const uint16_t *sums, long count) {
    const __m256i zero = _mm256_setzero_si256();
    for (long i = 0; i < count; i += 64) {
        uint64_t absent = 0;
        for (int j = 0; j < 2; j++) {
            __m256i a = _mm256_cmpeq_epi16(_mm256_loadu_si256((const __m256i *)(sums + i + 32 * j)), zero);
            __m256i b = _mm256_cmpeq_epi16(_mm256_loadu_si256((const __m256i *)(sums + i + 32 * j + 16)), zero);
            // Packing goes by halves of the registers; the permutation puts them in order again.
            __m256i both = _mm256_permute4x64_epi64(_mm256_packs_epi16(a, b), 0xD8);
            absent |= (uint64_t)(uint32_t)_mm256_movemask_epi8(both) << (32 * j);
        }
        words[i >> 6] = ~absent;
    }
}

AVX2 static int are_consecutive_avx2(const uint8_t *values) {
    int32_t first;
    memcpy(&first, values, sizeof first);
    __m256i wanted = _mm256_add_epi32(_mm256_set1_epi32(first), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    __m256i wrong = _mm256_setzero_si256();
    for (int i = 0; i < 8; i++) {
        wrong = _mm256_or_si256(wrong, _mm256_xor_si256(_mm256_loadu_si256((const __m256i *)(values + 32 * i)), wanted));
        wanted = _mm256_add_epi32(wanted, _mm256_set1_epi32(8));
    }
    return _mm256_testz_si256(wrong, wrong);
}

// Whole words only; gives how many units that were.
AVX2 static long in_range_avx2(uint64_t *words, const uint8_t *values, long count, int32_t low, int32_t high) {
    const __m256i l = _mm256_set1_epi32(low), h = _mm256_set1_epi32(high);
    long whole = count & ~63L;
    for (long i = 0; i < whole; i += 64) {
        uint64_t word = 0;
        for (int j = 0; j < 8; j++) {
            __m256i v = _mm256_loadu_si256((const __m256i *)(values + 4 * (i + 8 * j)));
            __m256i outside = _mm256_or_si256(_mm256_cmpgt_epi32(l, v), _mm256_cmpgt_epi32(v, h));
            word |= (uint64_t)(uint8_t)~_mm256_movemask_ps(_mm256_castsi256_ps(outside)) << (8 * j);
        }
        words[i >> 6] = word;
    }
    return whole;
}
#define DISPATCH(call) if (has_avx2()) return call
#else
#define DISPATCH(call)
#endif

void vt_set_keep(uint16_t *sums, const uint64_t *words, long count) {
    DISPATCH(keep_avx2(sums, words, count));
    for (long i = 0; i < count; i++)
        if (!(words[i >> 6] >> (i & 63) & 1)) sums[i] = 0;
}

void vt_set_mark(uint16_t *sums, const uint64_t *words, long count) {
    DISPATCH(mark_avx2(sums, words, count));
    for (long i = 0; i < count; i++) sums[i] = (uint16_t)(words[i >> 6] >> (i & 63) & 1);
}

void vt_set_nonzero(uint64_t *words, const uint8_t *bytes, long count) {
    DISPATCH(nonzero_avx2(words, bytes, count));
    memset(words, 0, (size_t)(count / 64) * sizeof *words);
    for (long i = 0; i < count; i++) words[i >> 6] |= (uint64_t)(bytes[i] != 0) << (i & 63);
}

void vt_set_of_sums(uint64_t *words, const uint16_t *sums, long count) {
    DISPATCH(of_sums_avx2(words, sums, count));
    memset(words, 0, (size_t)(count / 64) * sizeof *words);
    for (long i = 0; i < count; i++) words[i >> 6] |= (uint64_t)(sums[i] != 0) << (i & 63);
}

int vt_are_consecutive(const void *values) {
    DISPATCH(are_consecutive_avx2(values));
    uint32_t all[64];
    memcpy(all, values, sizeof all);
    for (uint32_t i = 1; i < 64; i++)
        if (all[i] != all[0] + i) return 0;
    return 1;
}

void vt_set_in_range(uint64_t *words, const void *values, long count, int32_t low, int32_t high) {
    const uint8_t *at = values;
    long i = 0;
#if defined(__x86_64__)
    if (has_avx2()) i = in_range_avx2(words, at, count, low, high);
#endif
    for (; i < count; i++) {
        int32_t value;
        memcpy(&value, at + 4 * i, sizeof value);
        if ((i & 63) == 0) words[i >> 6] = 0;
        words[i >> 6] |= (uint64_t)(value >= low && value <= high) << (i & 63);
    }
}
