"""Queries, judgments, runs, and what judgments say of runs."""

import math
import tempfile
import unittest
from pathlib import Path

from peers.measures import measure_query, measure_run
from peers.trec import Query, by_parent, parent, read_both_forms, read_judgments, read_queries, read_run, write_queries


class Files(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "file"

    def test_queries(self) -> None:
        queries = [Query("r1", "hỗ trợ hộ nghèo"), Query("c2", "a\tb")]
        write_queries(self.path, queries)
        self.assertEqual(read_queries(self.path), queries)

    def test_queries_without_diacritics_are_read_beside_or_made(self) -> None:
        path = self.path.with_name("topics.typed.tsv")
        write_queries(path, [Query("1", "mở cống"), Query("2", "đê")])
        self.assertEqual(read_both_forms(path)[1], [Query("1", "mo cong"), Query("2", "de")])
        beside = self.path.with_name("topics.khongdau.tsv")
        write_queries(beside, [Query("2", "de bao"), Query("1", "mo cong")])
        self.assertEqual(read_both_forms(path)[1], [Query("1", "mo cong"), Query("2", "de bao")])
        write_queries(beside, [Query("2", "de bao")])
        with self.assertRaisesRegex(RuntimeError, "lacks 1"):
            read_both_forms(path)

    def test_a_query_without_a_tab_is_named(self) -> None:
        self.path.write_text("q1\ta\nq2 b\n")
        with self.assertRaisesRegex(RuntimeError, "line 2"):
            read_queries(self.path)

    def test_judgments(self) -> None:
        self.path.write_text("q1 0 a#1 2\nq1 0 b 0\n\nq2 0 a#1 1\n")
        self.assertEqual(read_judgments(self.path), {"q1": {"a#1": 2, "b": 0}, "q2": {"a#1": 1}})

    def test_a_run_is_read_by_rank(self) -> None:
        self.path.write_text("q Q0 b 2 1.0 x\nq Q0 a 1 2.0 x\n")
        self.assertEqual(read_run(self.path), {"q": ["a", "b"]})

    def test_documents_by_their_best_passages(self) -> None:
        self.assertEqual(by_parent({"q": ["b#3", "a#0", "b#1", "c"]}), {"q": ["b", "a", "c"]})
        self.assertEqual((parent("a#b#3"), parent("plain")), ("a#b", "plain"))


class Measures(unittest.TestCase):
    def test_grades_are_gains(self) -> None:
        figures = measure_query({"a": 2, "b": 1, "z": 0}, ["x", "b", "a"])
        ideal = 2 + 1 / math.log2(3)
        self.assertAlmostEqual(figures["ndcg@10"], (1 / math.log2(3) + 2 / 2) / ideal)
        self.assertEqual((figures["mrr@10"], figures["recall@10"]), (0.5, 1.0))

    def test_the_best_order_is_one(self) -> None:
        self.assertAlmostEqual(measure_query({"a": 3, "b": 2, "c": 1}, ["a", "b", "c"])["ndcg@10"], 1)

    def test_ranks_behind_the_tenth_count_for_recall_alone(self) -> None:
        figures = measure_query({"a": 1}, [f"x{number}" for number in range(10)] + ["a"])
        self.assertEqual([figures[name] for name in ("ndcg@10", "mrr@10", "recall@10", "recall@100")], [0, 0, 0, 1])

    def test_a_question_without_answer_counts_as_nothing_and_an_unjudged_one_not_at_all(self) -> None:
        figures = measure_run({"q1": {"a": 1}, "q2": {"b": 1}, "q3": {"c": 0}}, {"q1": ["a"]}, ["q1", "q2", "q3", "q4"])
        self.assertEqual((figures["ndcg@10"], figures["queries"]), (0.5, 2))
