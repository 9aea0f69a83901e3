#include "CICU.h"
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utypes.h>

int32_t cicu_unicode_version(void) {
    UVersionInfo v;
    u_getUnicodeVersion(v);
    return (int32_t)v[0] * 256 + v[1];
}

const char *cicu_error_name(int32_t error) { return u_errorName((UErrorCode)error); }

int32_t cicu_word_class(int32_t c) {
    switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_OTHER:
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE: return CICU_WORD_OTHER;
    case U_WB_ALETTER: return CICU_WORD_LETTER;
    case U_WB_NUMERIC: return CICU_WORD_NUMERIC;
    case U_WB_EXTEND:
    case U_WB_FORMAT: return CICU_WORD_EXTEND;
    case U_WB_MIDLETTER:
    case U_WB_MIDNUM:
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
    case U_WB_DOUBLE_QUOTE: return CICU_WORD_MIDDLE;
    default: return CICU_WORD_SPECIAL;
    }
}

static int is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

int32_t cicu_is_letter_or_digit(int32_t c) {
    return u_charType(c) == U_DECIMAL_DIGIT_NUMBER || (u_isUAlphabetic(c) && !is_mark(c));
}

int32_t cicu_is_digit(int32_t c) { return u_charType(c) == U_DECIMAL_DIGIT_NUMBER; }

int32_t cicu_is_upper(int32_t c) { return (U_GET_GC_MASK(c) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0; }

int32_t cicu_is_lower(int32_t c) { return u_charType(c) == U_LOWERCASE_LETTER; }

int32_t cicu_is_mark(int32_t c) { return is_mark(c); }

int32_t cicu_is_foreign_letter(int32_t c) {
    if (!cicu_is_letter_or_digit(c)) return 0;
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(c, &status);
    return script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED;
}
