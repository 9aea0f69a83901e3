"""Records, their summary, and the comparison of two reports."""

import tempfile
import unittest
from pathlib import Path
from typing import Any

from peers.compare import compare, page
from peers.records import Results, latest, read
from peers.report import _head
from peers.summary import Range, Summary

MACHINE = {
    "cpu": "CPU",
    "cores": 2,
    "memory_bytes": 2**30,
    "vector": "",
    "architecture": "x",
    "virtual": False,
    "system": "S",
    "kernel": "6",
}
SETTINGS = {"quick": False, "rounds": 1, "passes": 1, "threads": 2}


def setting(text: str = "t") -> dict[str, Any]:
    queries = {"words.typed": {"count": 3, "sha256": "1" * 64}}
    data = {"text": text, "documents": 1, "bytes": 10**6, "sha256": "0" * 64, "queries": queries}
    return {"what": "setting", "data": data, "machine": MACHINE, "commit": "", "settings": SETTINGS}


def index(engine: str, mb_per_s: float, round_: int = 1) -> dict[str, Any]:
    return {
        "what": "index",
        "engine": engine,
        "round": round_,
        "mb_per_s": mb_per_s,
        "seconds": 100 / mb_per_s,
        "cpu_seconds": None,
        "index_bytes": 30,
        "input_bytes": 100,
        "peak_rss_bytes": 5,
        "threads": 1,
        "version": "1",
        "at": "2026-01-01T00:00:00",
        "load_before": 0.1,
        "other_cpu": 0.0,
    }


class Records(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "deep/results.jsonl"

    def test_what_succeeded_is_known_after_an_interruption_and_what_failed_is_not(self) -> None:
        results = Results(self.path)
        results.add(index("lucene", 20))
        results.add({"what": "index", "engine": "sqlite", "round": 1, "error": "no room"})
        again = Results(self.path)
        self.assertTrue(again.has(what="index", engine="lucene", round=1))
        self.assertFalse(again.has(what="index", engine="lucene", round=2))
        self.assertFalse(again.has(what="index", engine="sqlite", round=1))

    def test_a_line_that_a_crash_cut_off_is_left_out(self) -> None:
        Results(self.path).add(index("lucene", 20))
        with self.path.open("a") as file:
            file.write('{"what": "ind')
        self.assertEqual(len(read(self.path)), 1)
        Results(self.path).add(index("lucene", 20, 2))
        self.assertEqual([record["round"] for record in read(self.path)], [1, 2])

    def test_another_files_lines_are_refused(self) -> None:
        self.path.parent.mkdir()
        self.path.write_text('{"engine": "lucene"}\n')
        with self.assertRaisesRegex(RuntimeError, "line 1"):
            read(self.path)

    def test_the_latest_counts_and_a_failure_only_where_nothing_succeeded(self) -> None:
        failure = {"what": "index", "engine": "a", "round": 1, "error": "x"}
        self.assertEqual(latest([failure, index("a", 1), index("a", 2), failure], "index"), [index("a", 2)])
        self.assertEqual(latest([failure], "index"), [failure])


class Summaries(unittest.TestCase):
    def test_medians_over_rounds_fastest_first(self) -> None:
        rounds = [index("lucene", speed, at) for at, speed in enumerate((10, 30, 20))]
        summary = Summary([setting(), *rounds, index("sqlite", 25)])
        found = [(row.engine, row.mb_per_s, row.rounds) for row in summary.index]
        self.assertEqual(found, [("sqlite", Range(25, 25, 25), 1), ("lucene", Range(20, 10, 30), 3)])

    def test_the_head_names_data_and_machine(self) -> None:
        head = _head(Summary([setting(), index("lucene", 10)]))
        for part in ("0" * 64, "CPU, 2 cores", "words typed 3", "Linux 6"):
            self.assertIn(part, head)

    def test_nothing_measured_is_said(self) -> None:
        with self.assertRaisesRegex(RuntimeError, "nothing was measured"):
            Summary([])


class Comparisons(unittest.TestCase):
    def test_order_and_swaps_over_what_both_have(self) -> None:
        a = Summary([setting("A"), index("vanthu", 90), index("lucene", 30), index("tantivy", 40), index("pisa", 5)])
        b = Summary([setting("B"), index("vanthu", 100), index("lucene", 50), index("tantivy", 45)])
        speed = compare(a, b)[0]
        self.assertEqual(speed.engines, ["vanthu", "tantivy", "lucene"])
        self.assertAlmostEqual(speed.tau, 1 / 3)
        [(x, y, ratio_a, ratio_b)] = speed.swaps()
        self.assertEqual((x, y), ("tantivy", "lucene"))
        self.assertAlmostEqual(ratio_a, 40 / 30)
        self.assertAlmostEqual(ratio_b, 50 / 45)
        self.assertIn("| VanThu | 90.0 | 100.0 | 1.00 | 1.00 | 1.11 |", page(a, b))

    def test_nothing_in_common_is_said(self) -> None:
        with self.assertRaisesRegex(RuntimeError, "in common"):
            page(Summary([setting(), index("lucene", 1)]), Summary([setting(), index("sqlite", 1)]))
