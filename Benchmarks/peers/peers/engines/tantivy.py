"""Tantivy through its Python package."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from peers.engines.protocol import Clock, Engine, Request, Session, read_lines

WRITER_BYTES = 256 << 20


class Tantivy(Engine):
    name = "tantivy"
    label = "Tantivy"
    about = "tantivy-py: simple tokenizer, lower case, ASCII folding, positions; 256 MB for the writer"
    threads = 2

    def index(self, request: Request) -> dict[str, Any]:
        import tantivy

        Path(request.index).mkdir(parents=True)
        documents = 0
        with Clock() as clock:
            index = _open(request.index)
            writer = index.writer(heap_size=WRITER_BYTES, num_threads=request.threads)
            for line in read_lines(request.lines):
                document = tantivy.Document()
                document.add_text("text", line)
                document.add_unsigned("ordinal", documents)
                writer.add_document(document)
                documents += 1
            writer.commit()
            writer.wait_merging_threads()
        index.reload()
        searcher = index.searcher()
        return {**clock.figures(), "version": _version(), "documents": searcher.num_docs, "segments": searcher.num_segments}

    def open(self, request: Request) -> Session:
        """Queries are put together from terms: the package's query parser drops a question's repeated words."""
        import tantivy

        index = _open(request.index)
        index.reload()
        searcher, schema, top = index.searcher(), index.schema, request.top
        analyze = _analyzer().analyze
        term, boolean, phrase = tantivy.Query.term_query, tantivy.Query.boolean_query, tantivy.Query.phrase_query
        wanted = tantivy.Occur.Must if request.match == "all" else tantivy.Occur.Should
        phrases = request.match == "phrase"

        def answer(text: str) -> list[Any]:
            terms = analyze(text)
            if not terms:
                return []
            if len(terms) == 1:
                query = term(schema, "text", terms[0])
            elif phrases:
                query = phrase(schema, "text", terms)
            else:
                query = boolean([(wanted, term(schema, "text", each)) for each in terms])
            found: list[Any] = searcher.search(query, top, count=False).hits
            return found

        def hits(found: list[Any]) -> Iterable[tuple[int, float]]:
            if not found:
                return []
            ordinals = searcher.fast_field_values("ordinal", [address for _, address in found])
            return zip(ordinals, (score for score, _ in found), strict=True)

        return Session(lambda text: text, answer, hits, {"version": _version(), "segments": searcher.num_segments})


def _version() -> str:
    return "tantivy-py " + importlib.metadata.version("tantivy")


def _analyzer() -> Any:
    import tantivy

    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build()


def _open(path: str) -> Any:
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("text", stored=False, tokenizer_name="folding", index_option="position")
    schema.add_unsigned_field("ordinal", stored=False, fast=True)
    index = tantivy.Index(schema.build(), path=path)
    index.register_tokenizer("folding", _analyzer())
    return index
