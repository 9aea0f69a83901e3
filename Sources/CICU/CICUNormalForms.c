#include "CICU.h"
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

struct cicu_normalizer {
    const UNormalizer2 *nfd;
    const UNormalizer2 *nfc;
    UChar *first;  // two buffers that the steps write in turn
    UChar *second;
    uint32_t *points;
    uint8_t *bytes;
    size_t capacity;  // in units and points; bytes have three times as many
};

cicu_normalizer *cicu_normalizer_open(int32_t *error) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    cicu_normalizer *normalizer = U_SUCCESS(status) ? calloc(1, sizeof *normalizer) : NULL;
    if (!normalizer) {
        *error = (int32_t)(U_FAILURE(status) ? status : U_MEMORY_ALLOCATION_ERROR);
        return NULL;
    }
    normalizer->nfd = nfd;
    normalizer->nfc = nfc;
    return normalizer;
}

static void release(cicu_normalizer *normalizer) {
    free(normalizer->first);
    free(normalizer->second);
    free(normalizer->points);
    free(normalizer->bytes);
}

void cicu_normalizer_close(cicu_normalizer *normalizer) {
    if (!normalizer) return;
    release(normalizer);
    free(normalizer);
}

// A unit of UTF-16 decomposes to at most 4 and folds to at most 3 (Unicode's stability policy bounds them); a folded
// unit may decompose again. 16 times the length is beyond all of it.
static int reserve(cicu_normalizer *normalizer, size_t length) {
    size_t capacity = length * 16 + 64;
    if (capacity <= normalizer->capacity) return 1;
    release(normalizer);
    normalizer->first = malloc(capacity * sizeof(UChar));
    normalizer->second = malloc(capacity * sizeof(UChar));
    normalizer->points = malloc(capacity * sizeof(uint32_t));
    normalizer->bytes = malloc(capacity * 3);
    int whole = normalizer->first && normalizer->second && normalizer->points && normalizer->bytes;
    normalizer->capacity = whole ? capacity : 0;
    return whole;
}

// Below U+034F only the soft hyphen is ignorable; the letters among the ignorable (Hangul fillers) stay.
static int is_invisible(UChar32 c) {
    if (c < 0x034F) return c == 0xAD;
    return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && !u_isUAlphabetic(c);
}

int32_t cicu_decompose(
    cicu_normalizer *normalizer, const uint8_t *utf8, size_t length, int32_t foldCase, const uint32_t **codePoints,
    int32_t *error) {
    *codePoints = NULL;
    if (length == 0) return 0;
    if (length >= (1u << 26) || !reserve(normalizer, length)) {
        *error = (int32_t)U_MEMORY_ALLOCATION_ERROR;
        return 0;
    }
    UChar *a = normalizer->first, *b = normalizer->second;
    int32_t capacity = (int32_t)normalizer->capacity, n = 0;
    for (int32_t i = 0, end = (int32_t)length; i < end;) {
        UChar32 c;
        U8_NEXT(utf8, i, end, c);
        if (c < 0) continue;
        if (is_invisible(c)) continue;
        U16_APPEND_UNSAFE(a, n, c);
    }
    UErrorCode status = U_ZERO_ERROR;
    n = unorm2_normalize(normalizer->nfd, a, n, b, capacity, &status);
    if (foldCase) {
        n = u_strFoldCase(a, capacity, b, n, U_FOLD_CASE_DEFAULT, &status);
        n = unorm2_normalize(normalizer->nfd, a, n, b, capacity, &status);
    }
    if (U_FAILURE(status)) {
        *error = (int32_t)status;
        return 0;
    }
    int32_t count = 0;
    for (int32_t i = 0; i < n;) {
        UChar32 c;
        U16_NEXT(b, i, n, c);
        normalizer->points[count++] = (uint32_t)c;
    }
    *codePoints = normalizer->points;
    return count;
}

int32_t cicu_compose(
    cicu_normalizer *normalizer, const uint32_t *codePoints, size_t count, const uint8_t **utf8, int32_t *error) {
    *utf8 = NULL;
    if (count == 0) return 0;
    if (count >= (1u << 26)) {
        *error = (int32_t)U_MEMORY_ALLOCATION_ERROR;
        return 0;
    }
    if (!reserve(normalizer, count)) {
        *error = (int32_t)U_MEMORY_ALLOCATION_ERROR;
        return 0;
    }
    UChar *a = normalizer->first, *b = normalizer->second;
    int32_t n = 0;
    for (size_t i = 0; i < count; i++) U16_APPEND_UNSAFE(a, n, (UChar32)codePoints[i]);
    UErrorCode status = U_ZERO_ERROR;
    n = unorm2_normalize(normalizer->nfc, a, n, b, (int32_t)normalizer->capacity, &status);
    if (U_FAILURE(status)) {
        *error = (int32_t)status;
        return 0;
    }
    int32_t bytes = 0;
    for (int32_t i = 0; i < n;) {
        UChar32 c;
        U16_NEXT(b, i, n, c);
        U8_APPEND_UNSAFE(normalizer->bytes, bytes, c);
    }
    *utf8 = normalizer->bytes;
    return bytes;
}
