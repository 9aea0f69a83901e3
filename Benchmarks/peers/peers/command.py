"""The command line."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import time
from pathlib import Path

from peers import agreement, compare, judged, machine, quality, report, sources, speed
from peers.engines import DEFAULT, ENGINES
from peers.install import Installation, families
from peers.measuring import Say
from peers.places import PROJECT, SOURCES, Home, Output
from peers.records import Results, latest
from peers.settings import KINDS, Settings, default_corpus, default_home

STEPS = ("install", "data", "index", "search", "quality", "agree", "report")
JUDGED = ("corpus", "legal-part", "legal-test", "legal-tune")

ABOUT = """Measures VanThu beside Lucene, Tantivy, SQLite FTS5, Xapian, PISA and bm25s, over the same text and queries, in turn.

Without a step all are taken, one after another: install, data, index, search, quality, agree, report.
What was measured is not measured again: an interrupted series goes on where it stopped.

  run                              all steps: the real texts if they are beside the repository, generated text if not
  run --quick --output /tmp/try    a few minutes, to see that it works
  run index search --engines vanthu,lucene --rounds 5
  run --corpus passages.jsonl --topics questions.tsv --qrels judgments.txt
  run compare A/results.jsonl B/results.jsonl      do two reports rank the engines alike?
"""


def main() -> int:
    arguments = sys.argv[1:]
    if arguments[:1] == ["compare"]:
        return compare.main(arguments[1:])
    parser = _parser()
    options = parser.parse_intermixed_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that what is being measured is ended, too
    unknown = [step for step in options.steps if step not in STEPS]
    if unknown:
        parser.error(f"no step is named {unknown[0]}; there are {', '.join(STEPS)} and compare")
    try:
        settings = _settings(options)
        return _run(settings, options.steps or list(STEPS), options.fresh)
    except (RuntimeError, OSError, subprocess.SubprocessError) as error:
        print(f"run: {error}", file=sys.stderr)
        return 4
    except KeyboardInterrupt:
        print("run: stopped; the same command goes on from here", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run", description=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("steps", nargs="*", metavar="STEP", help=f"one or more of {', '.join(STEPS)}")
    add("--output", type=Path, metavar="DIR", help="the report's folder (default: .peers/reports/NAME-OF-TEXT)")
    add("--corpus", default="", metavar="TEXT", help="generated, legal, or a JSON lines file of passages (default: legal where it is)")
    add("--passages", type=int, default=80_000, metavar="N", help="how many, of generated and legal text (default: 80000)")
    add("--queries", type=Path, metavar="DIR", help="words.tsv, questions.tsv and term.tsv, lines of name, tab, query (default: made)")
    add("--topics", type=Path, metavar="FILE", help="questions to measure with, and with --qrels to judge by")
    add("--qrels", type=Path, metavar="FILE", help="judgments of --topics over --corpus")
    add("--judged", default="corpus,legal-part", metavar="SETS", help=f"for quality, of {', '.join(JUDGED)} (default: corpus,legal-part)")
    add("--engines", default=",".join(DEFAULT), metavar="A,B", help=f"of {', '.join(ENGINES)} (default: {','.join(DEFAULT)})")
    add("--kinds", default="any,all,phrase,questions", metavar="A,B", help=f"kinds of query, of {', '.join(KINDS)}")
    add("--rounds", type=int, metavar="N", help="rounds of indexing and of searching (default: 3)")
    add("--passes", type=int, metavar="N", help="passes over the queries in a round (default: 5)")
    add("--warm", type=float, metavar="SECONDS", help="warm-up before them, four times that for Lucene (default: 3)")
    add("--threads", type=int, default=2, metavar="N", help="for indexing, where an engine can (default: 2)")
    add("--seed", type=int, default=1, metavar="N", help="of generated text and queries (default: 1)")
    add("--timeout", type=float, default=3600, metavar="SECONDS", help="for one measurement (default: 3600)")
    add(
        "--vanthu", type=Path, default=PROJECT / ".build/release/vanthu", metavar="FILE", help="the binary (default: .build/release/vanthu)"
    )
    add("--home", type=Path, default=default_home(), metavar="DIR", help="where to install (default: .peers in the repository)")
    add("--quick", action="store_true", help="8,000 passages, one round, few queries: only to see that it works")
    add("--fresh", action="store_true", help="forget what was measured into --output before")
    return parser


def _settings(options: argparse.Namespace) -> Settings:
    for what, names, known in (
        ("engine", options.engines, ENGINES),
        ("kind", options.kinds, KINDS),
        ("judged set", options.judged, JUDGED),
    ):
        for name in filter(None, names.split(",")):
            if name not in known:
                raise RuntimeError(f"no {what} is named {name}; there are {', '.join(known)}")
    corpus = options.corpus or default_corpus()
    name = corpus if corpus in ("legal", "generated") else Path(corpus).stem
    output = options.output or default_home() / "reports" / (name + ("-quick" if options.quick else ""))
    settings = Settings(
        home=Home(options.home.absolute()),
        output=Output(output.absolute()),
        vanthu=options.vanthu.absolute(),
        corpus=corpus,
        queries=options.queries,
        topics=options.topics,
        judgments=options.qrels,
        judged=tuple(filter(None, options.judged.split(","))),
        engines=tuple(filter(None, options.engines.split(","))),
        kinds=tuple(filter(None, options.kinds.split(","))),
        passages=options.passages,
        threads=options.threads,
        seed=options.seed,
        timeout=options.timeout,
    )
    if options.quick:
        settings.make_quick()
    settings.rounds = options.rounds or settings.rounds
    settings.passes = options.passes or settings.passes
    settings.warm_seconds = settings.warm_seconds if options.warm is None else options.warm
    return settings


def _run(settings: Settings, steps: list[str], fresh: bool) -> int:
    started = time.monotonic()

    def say(text: str) -> None:
        minutes, seconds = divmod(int(time.monotonic() - started), 60)
        print(f"{minutes:3}:{seconds:02}  {text}", flush=True)

    failures: list[str] = []
    if "install" in steps:
        failures = Installation(settings.home, say).run(families(list(settings.engines), settings.corpus == "legal"))
        say(f"installed in {settings.home.path}")
    if steps == ["install"]:
        return 1 if failures else 0
    if fresh:
        settings.output.results.unlink(missing_ok=True)
    results = Results(settings.output.results)
    if set(steps) & {"data", "index", "search", "quality", "agree"}:
        _measure(settings, steps, results, say)
    if "report" in steps:
        report.write(settings, results.records, say)
        say(f"report: {settings.output.report}")
    broken = [
        record for what in ("index", "search", "quality", "agreement") for record in latest(results.records, what) if "error" in record
    ]
    for record in broken:
        say(f"not measured: {record['what']} {record['engine']}: {record['error']}")
    return 1 if failures or broken else 0


def _measure(settings: Settings, steps: list[str], results: Results, say: Say) -> None:
    if not settings.vanthu.exists():
        say(f"{settings.vanthu} is not there (`make build` makes it): the peers are measured without it")
    data = sources.prepare(settings, say)
    _add_setting(settings, data, results)
    if "index" in steps:
        speed.index(settings, data, results, say)
    if "search" in steps:
        speed.search(settings, data, results, say)
    if "quality" in steps:
        quality.quality(settings, judged.prepare(settings, data, say), results, say)
    if "agree" in steps:
        agreement.agree(settings, data, results, say)


def _add_setting(settings: Settings, data: sources.Data, results: Results) -> None:
    """Tells what is measured on what; a folder that holds measurements of another text is refused."""
    before = latest(results.records, "setting")
    if before and before[-1]["data"]["sha256"] != data.text.sha256:
        raise RuntimeError(
            f"{settings.output.path} holds measurements of another text: --fresh forgets them, --output names another folder"
        )
    commit = subprocess.run(["git", "-C", str(SOURCES), "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    facts = {"data": data.facts(), "settings": settings.facts(), "machine": machine.describe(), "commit": commit}
    if not before or any(before[-1].get(name) != value for name, value in facts.items()):
        results.add({"what": "setting", **facts})
