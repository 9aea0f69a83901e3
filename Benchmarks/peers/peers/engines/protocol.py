"""What an engine is to the rest of this benchmark.

An engine is measured in a process of its own, which reads a request (lines of `key=value`) and prints one line of
JSON when it is done. Engines that Python calls implement `Engine.index` and `Engine.open`, and `peers.worker` is that process;
engines with a program of their own name it in `Engine.command` instead.
"""

from __future__ import annotations

import gc
import time
from abc import ABC
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from peers.places import Home
from peers.trec import read_queries

#: What a query asks of its words: any of them, all of them, all side by side in their order.
MATCHES = ("any", "all", "phrase")
K1, B = 1.2, 0.75


@dataclass
class Request:
    """What a process is to do. Index: lines → index. Search: queries → latencies and hits."""

    action: str  # index or search
    engine: str
    index: str
    lines: str = ""
    threads: int = 2
    queries: str = ""
    match: str = "any"
    top: int = 10
    passes: int = 1
    warm_seconds: float = 0.0
    latencies: str = ""  # written: a line a pass, nanoseconds of each query in order
    hits: str = ""  # written: query, ordinal of the document, score, best first; of the last pass
    home: str = ""
    vanthu: str = ""
    options: dict[str, str] = field(default_factory=dict)  # the engine's own

    def write(self, path: Path) -> None:
        fields = {**{k: v for k, v in vars(self).items() if k != "options"}, **self.options}
        path.write_text("".join(f"{name}={value}\n" for name, value in fields.items()), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Request:
        fields = dict(line.split("=", 1) for line in path.read_text(encoding="utf-8").splitlines())
        kinds: dict[str, Callable[[str], Any]] = {"threads": int, "top": int, "passes": int, "warm_seconds": float}
        known = {name: kinds.get(name, str)(fields.pop(name)) for name in cls.__dataclass_fields__ if name in fields}
        return cls(**known, options=fields)


class Clock:
    """Wall and CPU seconds of a `with` block, of this process alone."""

    def __enter__(self) -> Clock:
        self._wall, self._cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.seconds = time.perf_counter() - self._wall
        self.cpu_seconds = time.process_time() - self._cpu

    def figures(self) -> dict[str, float]:
        return {"seconds": self.seconds, "cpu_seconds": self.cpu_seconds}


@dataclass
class Session:
    """An open index, ready to answer. `prepare` is not timed, `answer` is, `hits` reads an answer afterwards."""

    prepare: Callable[[str], Any]
    answer: Callable[[Any], Any]
    hits: Callable[[Any], Iterable[tuple[int, float]]]
    about: dict[str, Any]


class Engine(ABC):
    """An engine, or a way to use one."""

    name: str
    label: str
    #: What is said of it in the report: versions are added by its own answers.
    about: str
    matches: tuple[str, ...] = MATCHES
    #: Positions of words are in the index (or what else answers phrases).
    positions: bool = True
    #: Words keep their diacritics: it finds what is typed as it is written, and nothing typed without.
    keeps_diacritics: bool = False
    #: Scores every match in long lists: it gets fewer queries, or an evening would not do.
    slow: bool = False
    #: A JVM: it gets this many times the warm-up, for its compiler.
    warm_factor: float = 1.0
    threads: int = 1
    #: The engine whose index it searches, where it makes none.
    index_of: str | None = None
    #: Ways of indexing or searching that the process is told.
    options: dict[str, str] = {}
    #: Debian packages that it needs to be built or run.
    debian: tuple[str, ...] = ()

    def missing(self, home: Home, vanthu: Path) -> str | None:
        """What it lacks to run, in words, or nothing."""
        return None if home.python.exists() else "its Python packages are not installed"

    def command(self, home: Home, request: Path) -> list[str]:
        return [str(home.python), "-m", "peers.worker", str(request)]

    def environment(self, home: Home) -> dict[str, str]:
        return {}

    def index(self, request: Request) -> dict[str, Any]:
        """Indexes a line a document; gives seconds, cpu_seconds, documents, version and what else is worth keeping."""
        raise NotImplementedError

    def open(self, request: Request) -> Session:
        """For engines that answer one query a call."""
        raise NotImplementedError

    def search(self, request: Request) -> dict[str, Any]:
        """Answers the queries, writes latencies and hits, gives the version and what else is worth keeping."""
        return answer_in_turn(self.open(request), request)


def answer_in_turn(session: Session, request: Request) -> dict[str, Any]:
    """Warms up, then answers all queries one after another, pass by pass, each on the clock."""
    queries = read_queries(Path(request.queries))
    prepared = [session.prepare(query.text) for query in queries]
    answers: list[Any] = [None] * len(queries)
    answer, clock = session.answer, time.perf_counter_ns
    gc.collect()
    gc.disable()  # a collection would fall on whichever query comes along
    warm_passes, end = 0, time.perf_counter() + request.warm_seconds
    while request.warm_seconds > 0 and (warm_passes == 0 or time.perf_counter() < end):
        for position, query in enumerate(prepared):
            answers[position] = answer(query)
        warm_passes += 1
    with open(request.latencies, "w") as latencies:
        for _ in range(request.passes):
            nanoseconds = [0] * len(prepared)
            for position, query in enumerate(prepared):
                start = clock()
                answers[position] = answer(query)
                nanoseconds[position] = clock() - start
            print(*nanoseconds, file=latencies)
    gc.enable()
    with open(request.hits, "w", encoding="utf-8") as hits:
        for query, result in zip(queries, answers, strict=True):
            for ordinal, score in session.hits(result):
                hits.write(f"{query.id}\t{ordinal}\t{score}\n")
    return {**session.about, "warm_passes": warm_passes}


def read_lines(path: str) -> Iterable[str]:
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line[:-1]
