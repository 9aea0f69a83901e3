"""Folding, words, and the table that the Java and C++ programs fold by."""

import struct
import unicodedata
import unittest

from peers.text import DROPPED, SEPARATOR, TABLE_SIZE, folded_words, folding_table, one_line, strip_diacritics, tone_last, words

SENTENCE = "Điều 7. Hộ nghèo được hỗ trợ 45.000 đồng/m³, theo Nghị quyết 22/2023/NQ-HĐND"


class Folding(unittest.TestCase):
    def test_all_vietnamese_letters(self) -> None:
        self.assertEqual(strip_diacritics("Ủy ban nhân dân Đà Nẵng, đường Trần Hưng Đạo"), "Uy ban nhan dan Da Nang, duong Tran Hung Dao")

    def test_normal_forms_fold_alike(self) -> None:
        for form in ("NFC", "NFD"):
            self.assertEqual(folded_words(unicodedata.normalize(form, SENTENCE)), folded_words(SENTENCE))

    def test_letters_typed_for_d_with_a_bar(self) -> None:
        self.assertEqual(folded_words("Ðà Nẵng, giám ðốc, Ɖồng"), ["da", "nang", "giam", "doc", "dong"])

    def test_format_characters_belong_to_their_word_but_the_zero_width_space(self) -> None:
        self.assertEqual(folded_words("th\u00adương l\u200eý ủy\u200bban"), ["thuong", "ly", "uy", "ban"])

    def test_words_keep_diacritics_and_cut_at_signs(self) -> None:
        self.assertEqual(words("Số: 735/SNN-TL, QĐ"), ["số", "735", "snn", "tl", "qđ"])

    def test_a_document_is_one_line(self) -> None:
        self.assertEqual(one_line("Quyết định", "Điều 1.\r\n\n  Ban\thành\0"), "Quyết định Điều 1. Ban hành")
        self.assertEqual(one_line("", unicodedata.normalize("NFD", "mặn")), "mặn")

    def test_folding_twice_changes_nothing(self) -> None:
        self.assertEqual(folded_words(" ".join(folded_words(SENTENCE))), folded_words(SENTENCE))

    def test_tone_last_joins_placements_and_nothing_else(self) -> None:
        self.assertEqual(tone_last("ủy"), tone_last("uỷ"))
        self.assertEqual(len({tone_last(word) for word in ("hoa", "hòa", "hóa", "hỏa", "hoạ", "hơa", "đoa")}), 7)


class Table(unittest.TestCase):
    def setUp(self) -> None:
        self.table = struct.unpack(f"<{TABLE_SIZE}H", folding_table())

    def test_entries(self) -> None:
        for character, folded in ("Đ", "d"), ("ử", "u"), ("A", "a"), ("7", "7"):
            self.assertEqual(chr(self.table[ord(character)]), folded)
        self.assertEqual(self.table[ord("-")], SEPARATOR)
        self.assertEqual((self.table[0x0301], self.table[0x00AD]), (DROPPED, DROPPED))

    def test_it_folds_as_python_does(self) -> None:
        for text in (SENTENCE, unicodedata.normalize("NFD", SENTENCE), "Ðà l\u00adý ủy\u200bban"):
            entries = [self.table[ord(character)] for character in text]
            folded = "".join(" " if entry == SEPARATOR else chr(entry) for entry in entries if entry != DROPPED)
            self.assertEqual(folded.split(), folded_words(text))
