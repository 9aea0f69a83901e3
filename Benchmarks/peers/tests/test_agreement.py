"""When engines agree, and the reasons found where they do not."""

import unittest

from peers.agreement import UNEXPLAINED, compare_sets, overlap, reason


class Sets(unittest.TestCase):
    def test_order_does_not_matter_but_every_passage_does(self) -> None:
        engine, reference = {"a": [2, 1], "b": [1], "c": []}, {"a": [1, 2], "b": [1, 3]}
        self.assertEqual(compare_sets(engine, reference, ["a", "b", "c", "d"], 10), (4, ["b"]))

    def test_lists_that_were_cut_off_are_not_compared(self) -> None:
        self.assertEqual(compare_sets({"a": [1, 2]}, {"a": [3, 4]}, ["a"], 2), (0, []))

    def test_overlap(self) -> None:
        self.assertEqual(overlap({"a": [1, 2, 3, 4]}, {"a": [1, 2, 5, 6]}, ["a"]), 0.5)
        self.assertEqual(overlap({}, {}, ["nothing found by either"]), 1.0)
        self.assertEqual(overlap({"a": [1]}, {"a": [1, 2, 3, 4]}, ["a"]), 0.25)
        self.assertEqual(overlap({"a": list(range(20))}, {"a": list(range(10, 20))}, ["a"]), 0.0)


class Reasons(unittest.TestCase):
    def test_sqlite_leaves_d_with_a_bar(self) -> None:
        self.assertIn("đ", reason("sqlite", "quy dinh", "all", "Quy định này", False))
        self.assertEqual(reason("xapian", "quy dinh", "all", "Quy định này", False), UNEXPLAINED)

    def test_forms_without_diacritics(self) -> None:
        for match in ("all", "phrase"):
            self.assertIn("other forms", reason("vanthu", "quy chế", match, "ban hành Quy che làm việc", True, typed=True))

    def test_queries_without_diacritics_ask_for_all_forms(self) -> None:
        self.assertEqual(reason("vanthu", "quy che", "all", "ban hành Quy chế làm việc", True), UNEXPLAINED)
        self.assertIn("other forms", reason("vanthu", "quy che", "all", "ban hành Quy chế làm việc", True, typed=True))

    def test_tones_on_the_other_vowel(self) -> None:
        self.assertIn("other vowel", reason("vanthu", "tịch ủy ban", "phrase", "Chủ tịch Uỷ ban", True, typed=True))

    def test_marks_that_do_not_compose(self) -> None:
        self.assertIn("do not compose", reason("tantivy", "kiem vien", "all", "kiểm vie\u0301\u0302n", False))

    def test_pictographs(self) -> None:
        self.assertIn("pictograph", reason("tantivy", "tich uy", "phrase", "Chủ tịch \u25fb Ủy viên", True))

    def test_a_word_that_pisa_does_not_know(self) -> None:
        self.assertIn("no text has", reason("pisa", "ydct viet nam", "all", "Việt Nam", True))
        self.assertEqual(reason("tantivy", "ydct viet nam", "all", "Việt Nam", True), UNEXPLAINED)

    def test_joined_words(self) -> None:
        self.assertIn("joined", reason("xapian", "tp hcm", "phrase", "tại TP.HCM năm", True))
        self.assertIn("joined", reason("xapian", "muc 1", "all", "mục 1.1 và", True))

    def test_format_characters_and_letters_typed_for_d_with_a_bar(self) -> None:
        self.assertIn("soft hyphens", reason("tantivy", "thi t", "all", "thi t\u00adư", True))
        self.assertIn("U+00D0", reason("vanthu", "giám đốc", "all", "giám ðốc", True, typed=True))

    def test_a_phrase_wants_its_words_side_by_side(self) -> None:
        self.assertEqual(reason("tantivy", "viet nam", "phrase", "nam viet", False), UNEXPLAINED)
