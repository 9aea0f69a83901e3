"""Reading documents, cutting them, and the plain text that all engines read."""

import json
import tempfile
import unittest
from pathlib import Path

from peers.corpus import Document, cut_at_lines, plain_text, read_documents, write_documents


class Corpora(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_written_and_read_again(self) -> None:
        documents = [Document("a#0", "Tựa", "một\nhai"), Document("b", "", "ba")]
        path = self.folder / "documents.jsonl"
        self.assertEqual(write_documents(path, documents), 2)
        self.assertEqual(list(read_documents(path)), documents)

    def test_a_broken_line_is_named(self) -> None:
        path = self.folder / "broken.jsonl"
        path.write_text('{"id": 1, "text": "x"}\n\n{"id": 2}\n')
        with self.assertRaisesRegex(RuntimeError, "line 3"):
            list(read_documents(path))

    def test_plain_text_has_a_line_a_document_and_counts_no_line_ends(self) -> None:
        path = self.folder / "documents.jsonl"
        write_documents(path, [Document("a", "Tựa", "một\nhai"), Document("b c", "", "ba")])
        text = plain_text(path, self.folder / "text")
        self.assertEqual(text.lines.read_text(encoding="utf-8"), "Tựa một hai\nba\n")
        self.assertEqual(text.read_names(), ["a", "b c"])
        self.assertEqual((text.documents, text.bytes), (2, len("Tựa một hai".encode()) + 2))

    def test_plain_text_is_made_anew_when_the_documents_change(self) -> None:
        path = self.folder / "documents.jsonl"
        for words in ("một", "hai"):
            path.write_text(json.dumps({"id": "a", "text": words}))
            self.assertEqual(plain_text(path, self.folder / "text").lines.read_text(encoding="utf-8"), words + "\n")


class Passages(unittest.TestCase):
    def test_cut_at_the_first_line_end_after_enough_characters(self) -> None:
        document = Document("d", "T", "12345\r\n\n  67  8 \n9\n" + "x" * 20 + "\nrest")
        passages = list(cut_at_lines(document, characters=9))
        self.assertEqual([passage.id for passage in passages], ["d#0", "d#1", "d#2"])
        self.assertEqual([passage.text for passage in passages], ["12345\n67 8", "9\n" + "x" * 20, "rest"])
        self.assertEqual({passage.title for passage in passages}, {"T"})

    def test_no_line_is_lost_and_nothing_comes_of_nothing(self) -> None:
        lines = [f"line {number} {'x' * (number % 50)}" for number in range(200)]
        cut = cut_at_lines(Document("d", "", "\n".join(lines)), characters=100)
        self.assertEqual("\n".join(passage.text for passage in cut).split("\n"), [line.strip() for line in lines])
        self.assertEqual(list(cut_at_lines(Document("d", "", " \n\r\n"))), [])
