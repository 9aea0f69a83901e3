"""What is made of the nanoseconds and hits that an engine's process writes, and how a process fails."""

import tempfile
import unittest
from pathlib import Path

from peers import measuring
from peers.engines.protocol import Engine, Request, Session, answer_in_turn
from peers.measuring import Failed, latency_figures
from peers.places import Home, Output
from peers.settings import Settings
from peers.speed import in_turn
from peers.trec import Query, write_queries

#: Finds passage 7 for every query, in a microsecond more for each.
SEARCHING = """
field() { sed -n "s/^$1=//p" "$request"; }
request=$1
awk '{printf "%d ", 1000 * NR}' "$(field queries)" > "$(field latencies)"
awk -F '\\t' '{print $1 "\\t7\\t0.5"}' "$(field queries)" > "$(field hits)"
echo '{"version": "1"}'
"""


class Shell(Engine):
    """An engine that is a shell script; $1 is its request."""

    name, label, about = "shell", "Shell", "for tests"

    def __init__(self, script: str) -> None:
        self.script = script

    def missing(self, home: Home, vanthu: Path) -> str | None:
        return None

    def command(self, home: Home, request: Path) -> list[str]:
        return ["/bin/sh", "-c", self.script, "sh", str(request)]


class InFolder(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.settings = Settings(home=Home(self.folder), output=Output(self.folder / "out"), vanthu=self.folder / "vanthu")


class Latencies(unittest.TestCase):
    def test_medians_then_percentiles_floors_apart(self) -> None:
        figures = latency_figures(["floor#0", "r1", "c2"], [[1, 10, 100], [2, 20, 90], [3, 999, 95]])
        self.assertEqual((figures["n"], figures["p50_us"], figures["p99_us"], figures["floor_us"]), (2, 20, 95, 2))
        self.assertEqual(figures["band_p50_us"], {"c": 95, "r": 20})
        self.assertEqual(figures["pass_mean_us"], [55, 55, 547])


class Processes(InFolder):
    def run_script(self, script: str) -> measuring.Answer:
        return measuring.run(self.settings, Shell(script), Request("index", "shell", "index"))

    def test_the_last_line_is_the_answer(self) -> None:
        answer = self.run_script("""echo noise; echo '{"seconds": 2}'""")
        self.assertEqual(answer.figures, {"seconds": 2})

    def test_a_failure_says_the_exit_code_and_the_last_words(self) -> None:
        with self.assertRaisesRegex(Failed, "exit code 3: no room"):
            self.run_script("echo first >&2; echo no room >&2; exit 3")

    def test_no_answer_is_a_failure(self) -> None:
        with self.assertRaisesRegex(Failed, "no JSON"):
            self.run_script("true")

    def test_an_endless_process_is_ended_with_its_children(self) -> None:
        self.settings.timeout = 0.2
        with self.assertRaisesRegex(Failed, "signal 9"):
            self.run_script("sleep 30 | cat")

    def test_searching_counts_no_floors_and_checks_the_latencies(self) -> None:
        index = self.folder / "index"
        queries = [Query("r1", "một"), Query("c2", "hai")]
        with self.assertRaisesRegex(Failed, "no index"):
            measuring.search(self.settings, Shell(SEARCHING), index, queries, "any", 10, 1, 0.0)
        index.mkdir()
        found = measuring.search(self.settings, Shell(SEARCHING), index, queries, "any", 10, 1, 0.0)
        self.assertEqual(found.hits, {"r1": [7], "c2": [7]})
        self.assertEqual((found.record["n"], found.record["hits"], found.record["version"]), (2, 2, "1"))
        with self.assertRaisesRegex(Failed, "2 passes"):
            measuring.search(self.settings, Shell(SEARCHING), index, queries, "any", 10, 2, 0.0)


class Requests(InFolder):
    def test_written_and_read_again(self) -> None:
        request = Request("search", "lucene", "/i", match="all", top=5, warm_seconds=1.5, options={"analysis": "fold"})
        request.write(self.folder / "request")
        self.assertEqual(Request.read(self.folder / "request"), request)

    def test_answers_in_turn(self) -> None:
        files = [str(self.folder / name) for name in ("queries", "latencies", "hits")]
        write_queries(Path(files[0]), [Query("a", "x y"), Query("b", "")])
        request = Request("search", "e", "i", queries=files[0], latencies=files[1], hits=files[2], passes=3)
        session = Session(str.split, lambda words: words, lambda words: [(len(word), 1.0) for word in words], {"version": "1"})
        self.assertEqual(answer_in_turn(session, request), {"version": "1", "warm_passes": 0})
        self.assertEqual(measuring.read_hits(Path(files[2])), {"a": [1, 1]})
        self.assertEqual([len(line.split()) for line in Path(files[1]).read_text().splitlines()], [2, 2, 2])


class Turns(unittest.TestCase):
    def test_every_round_begins_with_another_engine(self) -> None:
        engines = [Shell(name) for name in "abc"]
        self.assertEqual(
            ["".join(each.script for each in in_turn(engines, round_)) for round_ in (1, 2, 3, 4)], ["abc", "bca", "cab", "abc"]
        )
