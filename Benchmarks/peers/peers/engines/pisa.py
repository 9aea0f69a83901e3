"""PISA: the compiled module inside the pyterrier-pisa package, without pyterrier.

PISA cuts and stems English, so it gets text that is folded and cut beforehand, off the clock: its figures are the
index's alone. It keeps no positions, and leaves words out of a query that it has never seen.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from peers.engines.protocol import K1, B, Clock, Engine, Request, read_lines
from peers.places import Home
from peers.text import folded_words
from peers.trec import read_queries

ENCODING = "block_simdbp"
ALGORITHMS = {"any": "block_max_maxscore", "all": "block_max_ranked_and"}
#: Of the files in an index, those that only making it needs.
SCAFFOLD = ("inv*", "fwd", "fwd.documents", "fwd.terms", "fwd.url", "fwd.urls", "fwd.termmap", "fwd.docmap")


class PISA(Engine):
    name = "pisa"
    label = "PISA"
    about = f"{ENCODING}, {ALGORITHMS['any']} (any), {ALGORITHMS['all']} (all); no positions; folded beforehand"
    matches = ("any", "all")
    positions = False
    threads = 2

    def missing(self, home: Home, vanthu: Path) -> str | None:
        return super().missing(home, vanthu) or (None if _module_file(home) else "its compiled module is not installed")

    def environment(self, home: Home) -> dict[str, str]:
        return {"LD_LIBRARY_PATH": str(home.pisa)}

    def index(self, request: Request) -> dict[str, Any]:
        module = _module(request)
        folder, feed = Path(request.index), Path(request.index + ".feed")
        folder.mkdir(parents=True)
        documents = 0
        with feed.open("w", encoding="utf-8") as file:
            for line in read_lines(request.lines):
                file.write(f"{documents} {' '.join(folded_words(line))}\n")
                documents += 1
        try:
            with Clock() as clock:
                module.index(str(feed), str(folder), "", 10000, request.threads)
                _prepare(module, folder)
        finally:
            feed.unlink()
        for pattern in SCAFFOLD:
            for path in folder.glob(pattern):
                path.unlink()
        return {**clock.figures(), "version": _version(request), "documents": documents}

    def search(self, request: Request) -> dict[str, Any]:
        """All queries in one call, as its interface wants; the time of one lies between two queries being fetched."""
        import numpy

        module = _module(request)
        context = _prepare(module, Path(request.index))
        queries = read_queries(Path(request.queries))
        texts = [" ".join(folded_words(query.text)) for query in queries]
        room = len(queries) * request.top
        query_of, rank_of = numpy.zeros(room, numpy.int32), numpy.zeros(room, numpy.int32)
        score_of, name_of = numpy.zeros(room, numpy.float32), numpy.empty(room, object)
        stamps: list[int] = []

        class Feed:
            def __len__(self) -> int:
                return len(texts)

            def __iter__(self) -> Iterator[tuple[int, str]]:
                clock = time.perf_counter_ns
                stamps.clear()
                for position, text in enumerate(texts):
                    stamps.append(clock())
                    yield position, text
                stamps.append(clock())

        def answer_all() -> int:
            found: int = module.retrieve(
                context,
                ALGORITHMS[request.match],
                Feed(),
                k=request.top,
                threads=1,
                pretokenised=0,
                query_weighted=0,
                result_qidxs=query_of,
                result_docnos=name_of,
                result_ranks=rank_of,
                result_scores=score_of,
            )
            return found

        warm_passes, end, found = 0, time.perf_counter() + request.warm_seconds, 0
        while request.warm_seconds > 0 and (warm_passes == 0 or time.perf_counter() < end):
            answer_all()
            warm_passes += 1
        with open(request.latencies, "w") as latencies:
            for _ in range(request.passes):
                found = answer_all()
                print(*(after - before for before, after in pairwise(stamps)), file=latencies)
        with open(request.hits, "w", encoding="utf-8") as hits:
            for at in range(found):
                hits.write(f"{queries[query_of[at]].id}\t{name_of[at]}\t{score_of[at]}\n")
        return {"version": _version(request), "warm_passes": warm_passes}


def _module_file(home: Home) -> Path | None:
    return next(home.pisa.glob("_pisathon*.so"), None)


def _module(request: Request) -> Any:
    path = _module_file(Home(Path(request.home)))
    specification = path and importlib.util.spec_from_file_location("_pisathon", path)
    if not specification or not specification.loader:
        raise RuntimeError("PISA's compiled module is not installed")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def _prepare(module: Any, folder: Path) -> Any:
    context = module.RetrievalContext()
    module.prepare_index(context, str(folder), ENCODING, "bm25", "", block_size=64, quantize=0, bm25_k1=K1, bm25_b=B)
    return context


def _version(request: Request) -> str:
    wheel = next(Home(Path(request.home)).downloads.glob("pyterrier_pisa-*.whl"), None)
    return "PISA of pyterrier-pisa " + (wheel.name.split("-")[1] if wheel else "?")
