#include "impacts.h"
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi,sse4.1")))

AVX2 static inline __m256i impact16(const uint8_t *dense, __m256i weight) {
    __m256i f = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)dense));
    return _mm256_mulhi_epu16(_mm256_slli_epi16(f, 8), weight);
}

AVX2 static void store_avx2(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count) {
    const __m256i w = _mm256_set1_epi16((short)weight);
    for (long i = 0; i < count; i += 16) _mm256_storeu_si256((__m256i *)(sums + i), impact16(dense + i, w));
}

AVX2 static void add_avx2(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count) {
    const __m256i w = _mm256_set1_epi16((short)weight);
    for (long i = 0; i < count; i += 16) {
        __m256i *at = (__m256i *)(sums + i);
        _mm256_storeu_si256(at, _mm256_add_epi16(_mm256_loadu_si256(at), impact16(dense + i, w)));
    }
}

AVX2 static void add2_avx2(uint16_t *sums, const uint8_t *d1, uint16_t w1, const uint8_t *d2, uint16_t w2, long count) {
    const __m256i v1 = _mm256_set1_epi16((short)w1), v2 = _mm256_set1_epi16((short)w2);
    for (long i = 0; i < count; i += 16) {
        __m256i *at = (__m256i *)(sums + i);
        __m256i both = _mm256_add_epi16(impact16(d1 + i, v1), impact16(d2 + i, v2));
        _mm256_storeu_si256(at, _mm256_add_epi16(_mm256_loadu_si256(at), both));
    }
}

AVX2 static void intersect_avx2(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count) {
    const __m256i w = _mm256_set1_epi16((short)weight), zero = _mm256_setzero_si256();
    for (long i = 0; i < count; i += 16) {
        __m256i *at = (__m256i *)(sums + i);
        __m256i old = _mm256_loadu_si256(at);
        __m256i f = _mm256_slli_epi16(_mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)(dense + i))), 8);
        __m256i sum = _mm256_add_epi16(old, _mm256_mulhi_epu16(f, w));
        __m256i absent = _mm256_or_si256(_mm256_cmpeq_epi16(old, zero), _mm256_cmpeq_epi16(f, zero));
        _mm256_storeu_si256(at, _mm256_andnot_si256(absent, sum));
    }
}

AVX2 static void add_marked_avx2(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count) {
    const __m256i w = _mm256_set1_epi16((short)weight), zero = _mm256_setzero_si256();
    for (long i = 0; i < count; i += 16) {
        __m256i *at = (__m256i *)(sums + i);
        __m256i old = _mm256_loadu_si256(at);
        __m256i more = _mm256_andnot_si256(_mm256_cmpeq_epi16(old, zero), impact16(dense + i, w));
        _mm256_storeu_si256(at, _mm256_add_epi16(old, more));
    }
}

AVX2 static long next_avx2(const uint16_t *sums, long from, long count, uint16_t threshold) {
    const __m256i t = _mm256_set1_epi16((short)threshold), zero = _mm256_setzero_si256();
    long i = from;
    for (; i < count && (i & 31); i++)
        if (sums[i] > threshold) return i;
    for (; i + 32 <= count; i += 32) {
        __m256i a = _mm256_subs_epu16(_mm256_loadu_si256((const __m256i *)(sums + i)), t);
        __m256i b = _mm256_subs_epu16(_mm256_loadu_si256((const __m256i *)(sums + i + 16)), t);
        if (!_mm256_testz_si256(_mm256_or_si256(a, b), _mm256_or_si256(a, b))) {
            uint32_t ma = ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi16(a, zero));
            if (ma) return i + (__builtin_ctz(ma) >> 1);
            uint32_t mb = ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi16(b, zero));
            return i + 16 + (__builtin_ctz(mb) >> 1);
        }
    }
    for (; i < count; i++)
        if (sums[i] > threshold) return i;
    return count;
}

AVX2 static uint16_t maximum64_avx2(const uint16_t *sums) {
    __m256i a = _mm256_max_epu16(_mm256_loadu_si256((const __m256i *)sums), _mm256_loadu_si256((const __m256i *)(sums + 16)));
    __m256i b = _mm256_max_epu16(_mm256_loadu_si256((const __m256i *)(sums + 32)), _mm256_loadu_si256((const __m256i *)(sums + 48)));
    a = _mm256_max_epu16(a, b);
    __m128i m = _mm_max_epu16(_mm256_castsi256_si128(a), _mm256_extracti128_si256(a, 1));
    // The smallest of the complements, found in one instruction, is the largest.
    m = _mm_minpos_epu16(_mm_xor_si128(m, _mm_set1_epi16(-1)));
    return (uint16_t)~_mm_extract_epi16(m, 0);
}

AVX2 static void maxima_histogram_avx2(const uint16_t *sums, long count, uint32_t *high, int bucket) {
    for (long i = 0; i < count; i += 64) {
        uint16_t m = maximum64_avx2(sums + i);
        if (bucket < 0) high[m >> 8]++;
        else if (m >> 8 == bucket) high[m & 255]++;
    }
}

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
#define DISPATCH(call) if (has_avx2()) return call
#else
#define DISPATCH(call)
#endif

// The portable branches: plain loops that compilers vectorise for the baseline of the target.

static inline uint16_t impact(uint8_t f, uint16_t weight) { return (uint16_t)(((uint32_t)f * weight) >> 8); }

void vt_dense_store(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count) {
    DISPATCH(store_avx2(sums, dense, weight, count));
    for (long i = 0; i < count; i++) sums[i] = impact(dense[i], weight);
}

void vt_dense_add(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count) {
    DISPATCH(add_avx2(sums, dense, weight, count));
    for (long i = 0; i < count; i++) sums[i] = (uint16_t)(sums[i] + impact(dense[i], weight));
}

void vt_dense_add2(uint16_t *sums, const uint8_t *d1, uint16_t w1, const uint8_t *d2, uint16_t w2, long count) {
    DISPATCH(add2_avx2(sums, d1, w1, d2, w2, count));
    for (long i = 0; i < count; i++) sums[i] = (uint16_t)(sums[i] + impact(d1[i], w1) + impact(d2[i], w2));
}

void vt_dense_intersect(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count) {
    DISPATCH(intersect_avx2(sums, dense, weight, count));
    for (long i = 0; i < count; i++)
        sums[i] = sums[i] && dense[i] ? (uint16_t)(sums[i] + impact(dense[i], weight)) : 0;
}

void vt_dense_add_marked(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count) {
    DISPATCH(add_marked_avx2(sums, dense, weight, count));
    for (long i = 0; i < count; i++)
        if (sums[i]) sums[i] = (uint16_t)(sums[i] + impact(dense[i], weight));
}

long vt_next_above(const uint16_t *sums, long from, long count, uint16_t threshold) {
    DISPATCH(next_avx2(sums, from, count, threshold));
    for (long i = from; i < count; i++)
        if (sums[i] > threshold) return i;
    return count;
}

static void maxima_histogram(const uint16_t *sums, long count, uint32_t *histogram, int bucket) {
    memset(histogram, 0, 256 * sizeof *histogram);
#if defined(__x86_64__)
    if (has_avx2()) {
        maxima_histogram_avx2(sums, count, histogram, bucket);
        return;
    }
#endif
    for (long i = 0; i < count; i += 64) {
        uint16_t m = 0;
        for (long j = i; j < i + 64; j++) m = sums[j] > m ? sums[j] : m;
        if (bucket < 0) histogram[m >> 8]++;
        else if (m >> 8 == bucket) histogram[m & 255]++;
    }
}

// The bucket in which the k-th largest lies; *k becomes its place among that bucket's own.
static int bucket_of(const uint32_t *histogram, long *k) {
    for (int b = 255; b >= 0; b--) {
        if (*k <= (long)histogram[b]) return b;
        *k -= histogram[b];
    }
    return -1;
}

uint16_t vt_kth_largest_maximum(const uint16_t *sums, long count, long k) {
    uint32_t histogram[256];
    if (k < 1 || k > count / 64) return 0;
    maxima_histogram(sums, count, histogram, -1);
    int high = bucket_of(histogram, &k);
    maxima_histogram(sums, count, histogram, high);
    int low = bucket_of(histogram, &k);
    return high < 0 || low < 0 ? 0 : (uint16_t)(high << 8 | low);
}

long vt_count_nonzero(const uint16_t *sums, long count) {
    long n = 0;
    for (long i = 0; i < count; i++) n += sums[i] != 0;
    return n;
}
