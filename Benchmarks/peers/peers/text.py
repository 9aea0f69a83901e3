"""What "folded" and "word" mean here, once for all engines.

Folded is text without diacritics in lower case: marks dropped, đ written d, and so the letters typed for it, Ð (U+00D0) and Ɖ, as
Lucene's and Tantivy's own folding have it. A word is a run of letters and digits; format characters within it, such as
soft hyphens, are dropped, as they belong to the word by Unicode's word boundaries.
Engines whose own analysis folds Vietnamese correctly use that; the others are given this one, Java and C++ programs
as a table of code points (`folding_table`), so that no two of them can differ.
"""

from __future__ import annotations

import array
import re
import unicodedata

_WORDS = re.compile(r"[^\W_]+")

#: Code points up to here are in the table: Latin with all of Vietnamese, Greek, Cyrillic, combining marks, general punctuation.
TABLE_SIZE = 0x2070
#: In the table: no letter, digit or mark, so it ends a word.
SEPARATOR = 0xFFFF
#: In the table: a combining mark or a format character, which folding drops.
DROPPED = 0

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STROKED = dict.fromkeys("đðɖ", "d") | dict.fromkeys("ĐÐƉ", "D")
_ZERO_WIDTH_SPACE = "\u200b"  # a format character that ends a word


def _base(character: str) -> str:
    if _is_dropped(character):
        return ""
    character = _STROKED.get(character, character)
    decomposed = unicodedata.normalize("NFD", character)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def _is_dropped(character: str) -> bool:
    return bool(unicodedata.combining(character)) or (unicodedata.category(character) == "Cf" and character != _ZERO_WIDTH_SPACE)


_BASES = {code: base for code in range(0x80, TABLE_SIZE) if (base := _base(chr(code))) != chr(code)}


def nfc(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def one_line(title: str, text: str) -> str:
    """A document as every engine reads it: NFC, title first, white space as single spaces."""
    return " ".join(nfc(f"{title} {text}").replace("\0", " ").split())


def strip_diacritics(text: str) -> str:
    """What somebody types who types no diacritics; upper case stays."""
    return text if text.isascii() else text.translate(_BASES)


def tone_last(word: str) -> str:
    """The word with its tone behind it, so that ủy and uỷ are one; other marks make letters and stay."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(character for character in decomposed if character in _TONES)
    return unicodedata.normalize("NFC", "".join(character for character in decomposed if character not in _TONES)) + tones


def words(text: str) -> list[str]:
    return _WORDS.findall(nfc(text).lower())


def folded_words(text: str) -> list[str]:
    return _WORDS.findall(strip_diacritics(text).lower())


def folding_table() -> bytes:
    """TABLE_SIZE little-endian 16-bit numbers: what each code point is folded to, SEPARATOR or DROPPED."""
    table = array.array("H")
    for code in range(TABLE_SIZE):
        character = chr(code)
        if _is_dropped(character):
            table.append(DROPPED)
        elif not character.isalnum():
            table.append(SEPARATOR)
        else:
            folded = strip_diacritics(character).lower()
            table.append(ord(folded) if len(folded) == 1 and ord(folded) < SEPARATOR else code)
    if array.array("H", [1]).tobytes() != b"\1\0":
        table.byteswap()
    return table.tobytes()
