"""What "folded" and "word" mean here, once for all engines.

Folded is text without diacritics in lower case: marks dropped, đ written d. A word is a run of letters and digits.
Engines whose own analysis folds Vietnamese correctly use that; the others are given this one, Java and C++ programs
as a table of code points (`folding_table`), so that no two of them can differ.
"""

from __future__ import annotations

import array
import re
import unicodedata

_WORDS = re.compile(r"[^\W_]+")

#: Code points up to here are in the table: Latin with all of Vietnamese, Greek, Cyrillic, and the combining marks.
TABLE_SIZE = 0x2000
#: In the table: no letter, digit or mark, so it ends a word.
SEPARATOR = 0xFFFF
#: In the table: a combining mark, which folding drops.
DROPPED = 0


def _base(character: str) -> str:
    character = {"đ": "d", "Đ": "D"}.get(character, character)
    decomposed = unicodedata.normalize("NFD", character)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


_BASES = {code: base for code in range(0x80, TABLE_SIZE) if (base := _base(chr(code))) != chr(code)}


def nfc(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def one_line(title: str, text: str) -> str:
    """A document as every engine reads it: NFC, title first, white space as single spaces."""
    return " ".join(nfc(f"{title} {text}").replace("\0", " ").split())


def strip_diacritics(text: str) -> str:
    """What somebody types who types no diacritics; upper case stays."""
    return text if text.isascii() else text.translate(_BASES)


def words(text: str) -> list[str]:
    return _WORDS.findall(nfc(text).lower())


def folded_words(text: str) -> list[str]:
    return _WORDS.findall(strip_diacritics(text).lower())


def folding_table() -> bytes:
    """TABLE_SIZE little-endian 16-bit numbers: what each code point is folded to, SEPARATOR or DROPPED."""
    table = array.array("H")
    for code in range(TABLE_SIZE):
        character = chr(code)
        if unicodedata.combining(character):
            table.append(DROPPED)
        elif not character.isalnum():
            table.append(SEPARATOR)
        else:
            folded = strip_diacritics(character).lower()
            table.append(ord(folded) if len(folded) == 1 and ord(folded) < SEPARATOR else code)
    if array.array("H", [1]).tobytes() != b"\1\0":
        table.byteswap()
    return table.tobytes()
