// Sums of quantised impacts in 16-bit accumulators, one a passage.
//
// An impact byte f (1...255, 0: absent) of a list of weight w adds (f * 256 * w) >> 16. The callers choose the weights
// so that no sum can exceed 65,535 (see ScoreWeights.swift).
#ifndef VANTHU_IMPACTS_H
#define VANTHU_IMPACTS_H
#include <stdint.h>

/// sums[i] = impact of dense[i], for i in 0..<count; count is a multiple of 64.
void vt_dense_store(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count);
/// sums[i] += impact of dense[i].
void vt_dense_add(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count);
/// sums[i] += impacts of two arrays, in one pass.
void vt_dense_add2(uint16_t *sums, const uint8_t *dense1, uint16_t weight1, const uint8_t *dense2, uint16_t weight2, long count);
/// sums[i] += impact of dense[i] where both are not zero, else sums[i] = 0.
void vt_dense_intersect(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count);
/// sums[i] += impact of dense[i] where sums[i] is not zero already.
void vt_dense_add_marked(uint16_t *sums, const uint8_t *dense, uint16_t weight, long count);
/// The first i in from..<count with sums[i] > threshold, or count; count is a multiple of 64.
long vt_next_above(const uint16_t *sums, long from, long count, uint16_t threshold);
/// The k-th largest of the maxima of all runs of 64 sums: at least k sums are as large. 0 where there are fewer runs.
uint16_t vt_kth_largest_maximum(const uint16_t *sums, long count, long k);
/// The number of sums that are not zero; count is a multiple of 64.
long vt_count_nonzero(const uint16_t *sums, long count);

/// Adds a block of postings: sums[documents[i]] += impact(tf, norm). `impacts` is [17][256] by min(tf, 16) and norm.
static inline void vt_sparse_add(uint16_t *sums, const uint32_t *documents, const uint32_t *frequencies, const uint8_t *norms,
                                 const uint8_t *impacts, uint16_t weight, long count) {
    for (long i = 0; i < count; i++) {
        uint32_t d = documents[i];
        uint32_t tf = frequencies[i];
        tf = tf > 16 ? 16 : tf;
        sums[d] = (uint16_t)(sums[d] + (((uint32_t)impacts[tf << 8 | norms[d]] * weight) >> 8));
    }
}

/// The same, but only where a sum is not zero already.
static inline void vt_sparse_add_marked(uint16_t *sums, const uint32_t *documents, const uint32_t *frequencies,
                                        const uint8_t *norms, const uint8_t *impacts, uint16_t weight, long count) {
    for (long i = 0; i < count; i++) {
        uint32_t d = documents[i];
        uint32_t tf = frequencies[i];
        tf = tf > 16 ? 16 : tf;
        uint32_t old = sums[d];
        uint32_t more = ((uint32_t)impacts[tf << 8 | norms[d]] * weight) >> 8;
        sums[d] = (uint16_t)(old + (old ? more : 0));
    }
}

/// Adds a block of one form of a group: frequencies of the forms are summed before they saturate.
static inline void vt_group_add(uint16_t *sums, uint8_t *seen, const uint32_t *documents, const uint32_t *frequencies,
                                const uint8_t *norms, const uint8_t *impacts, uint16_t weight, long count) {
    for (long i = 0; i < count; i++) {
        uint32_t d = documents[i];
        uint32_t old = seen[d];
        uint32_t now = old + frequencies[i];
        now = now > 16 ? 16 : now;
        seen[d] = (uint8_t)now;
        uint32_t norm = norms[d];
        uint32_t before = ((uint32_t)impacts[old << 8 | norm] * weight) >> 8;
        uint32_t after = ((uint32_t)impacts[now << 8 | norm] * weight) >> 8;
        sums[d] = (uint16_t)(sums[d] + after - before);
    }
}

/// The same, but sums change only where they are not zero already.
static inline void vt_group_add_marked(uint16_t *sums, uint8_t *seen, const uint32_t *documents, const uint32_t *frequencies,
                                       const uint8_t *norms, const uint8_t *impacts, uint16_t weight, long count) {
    for (long i = 0; i < count; i++) {
        uint32_t d = documents[i];
        uint32_t sum = sums[d];
        uint32_t old = seen[d];
        uint32_t now = old + frequencies[i];
        now = now > 16 ? 16 : now;
        seen[d] = (uint8_t)now;
        uint32_t norm = norms[d];
        uint32_t before = ((uint32_t)impacts[old << 8 | norm] * weight) >> 8;
        uint32_t after = ((uint32_t)impacts[now << 8 | norm] * weight) >> 8;
        sums[d] = (uint16_t)(sum ? sum + after - before : 0);
    }
}
#endif
