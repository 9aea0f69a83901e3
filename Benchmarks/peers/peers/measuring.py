"""Runs one measurement in a process of its own, and says what it took and what else the machine did."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from peers import machine
from peers.engines.protocol import Engine, Request
from peers.figures import medians, percentile, spread
from peers.records import Record
from peers.settings import Settings
from peers.text import nfc
from peers.trec import Query, write_queries

#: A word that no text has: what a call costs before any list is read.
FLOOR_WORD = "zqxwkvjqz"
FLOORS = 20


class Failed(Exception):
    """A measurement that gave no figures; the others go on."""


@dataclass
class Answer:
    figures: dict[str, Any]
    noise: dict[str, float]
    at: str

    def circumstances(self) -> Record:
        return {**self.noise, "at": self.at}


def run(settings: Settings, engine: Engine, request: Request) -> Answer:
    if reason := engine.missing(settings.home, settings.vanthu):
        raise Failed(f"not run: {reason}")
    request.home, request.vanthu, request.options = str(settings.home.path), str(settings.vanthu), engine.options
    settings.output.logs.mkdir(parents=True, exist_ok=True)
    log = settings.output.logs / f"{engine.name}.log"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **engine.environment(settings.home)}
    with tempfile.TemporaryDirectory() as folder, log.open("ab") as errors, machine.watch() as noise:
        file = Path(folder) / "request"
        request.write(file)
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        command = engine.command(settings.home, file)
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, start_new_session=True
        )
        printed, status, usage = _wait(process, settings.timeout)
    if status:
        raise Failed(f"{_outcome(status, settings.timeout)}: {_last_line(log)}")
    try:
        figures = json.loads(printed.strip().splitlines()[-1])
    except (ValueError, IndexError) as error:
        raise Failed("no JSON came back") from error
    return Answer(figures, noise.record(usage.ru_utime + usage.ru_stime), at)


def _wait(process: subprocess.Popen[bytes], timeout: float) -> tuple[str, int, Any]:
    """What it prints, how it ends, what it used; after the timeout it is ended with all that it started."""
    timer = threading.Timer(timeout, lambda: os.killpg(process.pid, signal.SIGKILL))
    timer.start()
    try:
        assert process.stdout is not None
        with process.stdout as output:
            printed = output.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return printed, process.returncode, usage
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    finally:
        timer.cancel()


def _outcome(status: int, timeout: float) -> str:
    return f"ended by signal {-status} (after {timeout:.0f} s it is ended)" if status < 0 else f"exit code {status}"


def _last_line(log: Path) -> str:
    lines = [line.strip() for line in log.read_text(errors="replace").splitlines() if line.strip()]
    return lines[-1][:300] if lines else "nothing was said"


def index(settings: Settings, engine: Engine, lines: Path, text_bytes: int, target: Path) -> Record:
    """Indexes from nothing; the text is read once before, so that every engine finds it in the page cache."""
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with lines.open("rb") as file:
        while file.read(1 << 20):
            pass
    threads = min(engine.threads, settings.threads)
    answer = run(settings, engine, Request("index", engine.name, str(target), lines=str(lines), threads=threads))
    figures = answer.figures
    seconds = figures.pop("seconds")
    return {
        "version": figures.pop("version"),
        "threads": threads,
        "documents": figures.pop("documents"),
        "input_bytes": text_bytes,
        "seconds": round(seconds, 3),
        "cpu_seconds": _rounded(figures.pop("cpu_seconds", None)),
        "mb_per_s": round(text_bytes / 1e6 / seconds, 2),
        "index_bytes": figures.pop("index_bytes", None) or _tree_bytes(target),
        "peak_rss_bytes": figures.pop("peak_rss_bytes", None),
        **figures,
        **answer.circumstances(),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _tree_bytes(path: Path) -> int:
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


@dataclass
class Searched:
    record: Record
    hits: dict[str, list[int]]  # query → ordinals, best first


def search(
    settings: Settings, engine: Engine, index: Path, queries: list[Query], match: str, top: int, passes: int, warm_seconds: float
) -> Searched:
    """Answers queries on the clock, in NFC as the text is, with queries of a word that no text has among them."""
    step = max(1, len(queries) // FLOORS)
    asked = []
    for position, query in enumerate(queries):
        if position % step == 0:
            asked.append(Query(f"floor#{position}", FLOOR_WORD))
        asked.append(Query(query.id, nfc(query.text)))
    if not index.exists():
        raise Failed("not run: it has no index")
    with tempfile.TemporaryDirectory() as folder:
        file, latencies, hits = (Path(folder) / name for name in ("queries.tsv", "latencies", "hits"))
        write_queries(file, asked)
        request = Request(
            "search",
            engine.name,
            str(index),
            queries=str(file),
            match=match,
            top=top,
            passes=passes,
            warm_seconds=warm_seconds * engine.warm_factor,
            latencies=str(latencies),
            hits=str(hits),
        )
        answer = run(settings, engine, request)
        times = [[int(field) / 1000 for field in line.split()] for line in latencies.read_text().splitlines()]
        found = read_hits(hits)
    if any(len(each) != len(asked) for each in times) or len(times) != passes:
        raise Failed(f"latencies of {[len(each) for each in times]} queries where {passes} passes of {len(asked)} are due")
    found = {query: ordinals for query, ordinals in found.items() if not query.startswith("floor#")}
    record = {**latency_figures([query.id for query in asked], times), **answer.figures, "hits": sum(map(len, found.values()))}
    return Searched({**record, **answer.circumstances()}, found)


def read_hits(path: Path) -> dict[str, list[int]]:
    hits: dict[str, list[int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        query, ordinal, _ = line.split("\t")
        hits.setdefault(query, []).append(int(ordinal))
    return hits


def latency_figures(names: list[str], passes: list[list[float]]) -> Record:
    """Microseconds: a query's latency is its median over the passes, percentiles are over queries."""
    typical = dict(zip(names, medians(passes), strict=True))
    floors = [latency for name, latency in typical.items() if name.startswith("floor#")]
    real = {name: latency for name, latency in typical.items() if not name.startswith("floor#")}
    measured = [position for position, name in enumerate(names) if name in real]
    means = [sum(each[position] for position in measured) / len(measured) for each in passes]
    bands: dict[str, list[float]] = {}
    for name, latency in real.items():
        if name[:1] in "rmc" and name[1:].isdigit():
            bands.setdefault(name[0], []).append(latency)
    return {
        "n": len(real),
        **{f"p{share}_us": round(percentile(list(real.values()), share), 1) for share in (50, 90, 99)},
        "mean_us": round(sum(real.values()) / len(real), 1),
        "floor_us": round(percentile(floors, 50), 1) if floors else None,
        "pass_mean_us": [round(mean, 1) for mean in means],
        "pass_spread": round(spread(means), 3),
        "band_p50_us": {band: round(percentile(values, 50), 1) for band, values in sorted(bands.items())},
    }


Say = Callable[[str], None]
