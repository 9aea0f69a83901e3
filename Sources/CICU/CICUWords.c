#include "CICU.h"
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

// The text is decoded here, not by UText: a third faster, and what is ill-formed is decided in one place.
struct cicu_word_breaker {
    UBreakIterator *iterator;
    UChar *units;       // the stretch as UTF-16
    uint32_t *offsets;  // the byte each unit began at; bit 31: a letter or digit. One more at the end
    uint32_t *edges;
    size_t capacity;  // in units
};

static const uint32_t letter_or_digit = 0x80000000u;

cicu_word_breaker *cicu_word_breaker_open(int32_t *error) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
    if (U_FAILURE(status)) {
        *error = (int32_t)status;
        return NULL;
    }
    cicu_word_breaker *breaker = calloc(1, sizeof *breaker);
    if (!breaker) {
        ubrk_close(iterator);
        *error = (int32_t)U_MEMORY_ALLOCATION_ERROR;
        return NULL;
    }
    breaker->iterator = iterator;
    return breaker;
}

void cicu_word_breaker_close(cicu_word_breaker *breaker) {
    if (!breaker) return;
    ubrk_close(breaker->iterator);
    free(breaker->units);
    free(breaker->offsets);
    free(breaker->edges);
    free(breaker);
}

// Makes room for a stretch of `length` bytes: it has at most as many units, and at most as many words.
static int reserve(cicu_word_breaker *breaker, size_t length) {
    if (length <= breaker->capacity) return 1;
    size_t capacity = length < 2048 ? 4096 : length * 2;
    free(breaker->units);
    free(breaker->offsets);
    free(breaker->edges);
    breaker->units = malloc(capacity * sizeof *breaker->units);
    breaker->offsets = malloc((capacity + 1) * sizeof *breaker->offsets);
    breaker->edges = malloc(2 * capacity * sizeof *breaker->edges);
    breaker->capacity = breaker->units && breaker->offsets && breaker->edges ? capacity : 0;
    return breaker->capacity > 0;
}

int32_t cicu_words(
    cicu_word_breaker *breaker, const uint8_t *utf8, size_t length, const uint32_t **edges, int32_t *error) {
    *edges = NULL;
    if (length == 0) return 0;
    if (length >= (1u << 29) || !reserve(breaker, length)) {
        *error = (int32_t)U_MEMORY_ALLOCATION_ERROR;
        return 0;
    }
    UChar *units = breaker->units;
    uint32_t *offsets = breaker->offsets;
    int32_t count = 0;
    for (int32_t i = 0, end = (int32_t)length; i < end;) {
        uint32_t start = (uint32_t)i;
        UChar32 c;
        U8_NEXT(utf8, i, end, c);
        if (c < 0) c = 0xFFFD;
        if (c == 0x202F) c = 0x00A0;
        if (cicu_is_letter_or_digit(c)) start |= letter_or_digit;
        offsets[count] = start;
        if (c > 0xFFFF) {
            units[count++] = U16_LEAD(c);
            offsets[count] = start;
            units[count++] = U16_TRAIL(c);
        } else {
            units[count++] = (UChar)c;
        }
    }
    offsets[count] = (uint32_t)length;

    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(breaker->iterator, units, count, &status);
    if (U_FAILURE(status)) {
        *error = (int32_t)status;
        return 0;
    }
    int32_t words = 0;
    int32_t from = ubrk_first(breaker->iterator);
    for (int32_t to = ubrk_next(breaker->iterator); to != UBRK_DONE; from = to, to = ubrk_next(breaker->iterator)) {
        uint32_t held = 0;
        for (int32_t k = from; k < to && !held; k++) held = offsets[k] & letter_or_digit;
        if (!held) continue;
        breaker->edges[2 * words] = offsets[from] & ~letter_or_digit;
        breaker->edges[2 * words + 1] = offsets[to] & ~letter_or_digit;
        words++;
    }
    *edges = breaker->edges;
    return words;
}
