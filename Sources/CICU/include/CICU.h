#ifndef VANTHU_CICU_H
#define VANTHU_CICU_H
#include <stddef.h>
#include <stdint.h>

// ICU behind plain C: no ICU type is visible here, so that no other copy of ICU in the same build can collide with it.
// An `error` starts at 0; above 0 it is ICU's error code, warnings are negative.

/// The Unicode version of the linked ICU, as major * 256 + minor.
int32_t cicu_unicode_version(void);

/// ICU's name of an error code.
const char *cicu_error_name(int32_t error);

// --- Properties of one code point ---

/// What a code point does between letters and digits, by its Word_Break property.
enum cicu_word_class {
    CICU_WORD_OTHER = 0,
    CICU_WORD_LETTER,
    CICU_WORD_NUMERIC,
    CICU_WORD_EXTEND,  // Extend and Format: invisible to the rules
    CICU_WORD_MIDDLE,  // MidLetter, MidNum, MidNumLet, quotes
    CICU_WORD_SPECIAL  // everything else that takes part in a rule
};
int32_t cicu_word_class(int32_t codePoint);

/// 1 for a letter or a decimal digit (marks excluded).
int32_t cicu_is_letter_or_digit(int32_t codePoint);
/// 1 for a decimal digit of any script.
int32_t cicu_is_digit(int32_t codePoint);
/// 1 for an upper-case or title-case letter.
int32_t cicu_is_upper(int32_t codePoint);
/// 1 for a lower-case letter.
int32_t cicu_is_lower(int32_t codePoint);
/// 1 for a combining mark of any kind.
int32_t cicu_is_mark(int32_t codePoint);
/// 1 for a letter of a script other than Latin (symbols, digits and marks shared by scripts are not).
int32_t cicu_is_foreign_letter(int32_t codePoint);

// --- Words ---

typedef struct cicu_word_breaker cicu_word_breaker;

/// Opens the root locale's word rules (UAX #29 with ICU's dictionaries). NULL on failure. One thread at a time.
cicu_word_breaker *cicu_word_breaker_open(int32_t *error);
void cicu_word_breaker_close(cicu_word_breaker *breaker);

/// Finds the words of a text that hold a letter or a digit. Returns their number and in `*edges` their byte offsets, a
/// start and an end each, rising; valid until the next call. Ill-formed bytes separate words; so does U+202F, which is a
/// space in Vietnamese texts. `length` is under 2^29.
int32_t cicu_words(
    cicu_word_breaker *breaker, const uint8_t *utf8, size_t length, const uint32_t **edges, int32_t *error);

// --- Normal forms ---

typedef struct cicu_normalizer cicu_normalizer;

/// Opens the normaliser with scratch buffers of its own. NULL on failure. One thread at a time.
cicu_normalizer *cicu_normalizer_open(int32_t *error);
void cicu_normalizer_close(cicu_normalizer *normalizer);

/// Decomposes a text canonically, without its invisible (default ignorable) characters and ill-formed bytes, case-folded
/// where `foldCase` is not 0. Returns the number of code points and in `*codePoints` the points, valid until the next call.
int32_t cicu_decompose(
    cicu_normalizer *normalizer, const uint8_t *utf8, size_t length, int32_t foldCase, const uint32_t **codePoints,
    int32_t *error);

/// Composes code points (not those of this normaliser's own last answer: copy them) canonically into UTF-8. Returns the number of bytes, in `*utf8`, valid until the next call.
int32_t cicu_compose(
    cicu_normalizer *normalizer, const uint32_t *codePoints, size_t count, const uint8_t **utf8, int32_t *error);

#endif
