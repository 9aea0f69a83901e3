"""bm25s: BM25 scores worked out when indexing, kept in a sparse matrix; a query adds up columns of it."""

from __future__ import annotations

from typing import Any

from peers.engines.protocol import K1, B, Clock, Engine, Request, Session, read_lines
from peers.text import folded_words


class BM25S(Engine):
    name = "bm25s"
    label = "bm25s"
    about = "numba; scores every document, no positions and no sets, so it answers `any` alone; words folded in Python, on the clock"
    matches = ("any",)
    positions = False

    def index(self, request: Request) -> dict[str, Any]:
        import bm25s

        with Clock() as clock:
            vocabulary: dict[str, int] = {}
            number = vocabulary.setdefault
            rows = [[number(word, len(vocabulary)) for word in folded_words(line)] for line in read_lines(request.lines)]
            model = bm25s.BM25(method="lucene", k1=K1, b=B, backend="numba")
            model.index(bm25s.tokenization.Tokenized(ids=rows, vocab=vocabulary), show_progress=False)
            model.save(request.index)
        return {**clock.figures(), "version": "bm25s " + bm25s.__version__, "documents": len(rows)}

    def open(self, request: Request) -> Session:
        import bm25s

        model = bm25s.BM25.load(request.index, load_corpus=False)
        model.backend = "numba"
        model.activate_numba_scorer()
        top = min(request.top, model.scores["num_docs"])

        def answer(text: str) -> Any:
            return model.retrieve([folded_words(text)], k=top, show_progress=False, n_threads=0, backend_selection="numba")

        def hits(found: Any) -> list[tuple[int, float]]:
            ordinals, scores = found[0][0], found[1][0]
            return [(int(ordinal), float(score)) for ordinal, score in zip(ordinals, scores, strict=True) if score > 0]

        return Session(lambda text: text, answer, hits, {"version": "bm25s " + bm25s.__version__})
