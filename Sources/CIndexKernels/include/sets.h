// Sets of documents and passages, a bit each: unit u is bit u % 64 of word u / 64.
#ifndef VANTHU_SETS_H
#define VANTHU_SETS_H
#include <stdint.h>

/// sums[i] = 0 where i is not in the set; count is a multiple of 64.
void vt_set_keep(uint16_t *sums, const uint64_t *words, long count);
/// sums[i] = 1 where i is in the set, else 0; count is a multiple of 64.
void vt_set_mark(uint16_t *sums, const uint64_t *words, long count);
/// The set of all i with bytes[i] not zero; count is a multiple of 64.
void vt_set_nonzero(uint64_t *words, const uint8_t *bytes, long count);
/// The set of all i with low <= values[i] <= high; values need no alignment, words holds (count + 63) / 64.
void vt_set_in_range(uint64_t *words, const void *values, long count, int32_t low, int32_t high);
/// The set of all i with sums[i] not zero; count is a multiple of 64.
void vt_set_of_sums(uint64_t *words, const uint16_t *sums, long count);
/// Whether each of 64 values is one above the value before it; they need no alignment.
int vt_are_consecutive(const void *values);
#endif
