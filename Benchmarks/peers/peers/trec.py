"""Queries, judgments and ranked lists in the forms that TREC made common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from peers.text import strip_diacritics

Judgments = dict[str, dict[str, int]]
#: A query's documents, best first.
Run = dict[str, list[str]]


@dataclass(frozen=True)
class Query:
    id: str
    text: str


def read_queries(path: Path) -> list[Query]:
    queries = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        name, tab, text = line.partition("\t")
        if not tab:
            raise RuntimeError(f"{path}, line {number}: no tab between the query's name and its text")
        queries.append(Query(name, text))
    return queries


def read_both_forms(path: Path) -> tuple[list[Query], list[Query]]:
    """Queries typed with diacritics and the same without: from NAME.khongdau.tsv beside NAME.tsv or NAME.typed.tsv, or stripped here."""
    typed = read_queries(path)
    beside = path.with_name(path.name.removesuffix(".tsv").removesuffix(".typed") + ".khongdau.tsv")
    if not beside.exists():
        return typed, [Query(query.id, strip_diacritics(query.text)) for query in typed]
    stripped = {query.id: query for query in read_queries(beside)}
    missing = [query.id for query in typed if query.id not in stripped]
    if missing:
        raise RuntimeError(f"{beside} lacks {missing[0]}, which {path.name} has")
    return typed, [stripped[query.id] for query in typed]


def write_queries(path: Path, queries: Iterable[Query]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{query.id}\t{query.text}\n" for query in queries), encoding="utf-8")


def read_judgments(path: Path) -> Judgments:
    """Lines of `query 0 document grade`; a document's name may not hold white space."""
    judgments: Judgments = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        fields = line.split()
        if len(fields) != 4:
            raise RuntimeError(f"{path}, line {number}: {len(fields)} fields where four are due")
        judgments.setdefault(fields[0], {})[fields[2]] = int(fields[3])
    return judgments


def read_run(path: Path) -> Run:
    """Lines of `query Q0 document rank score name`, in the order of their ranks."""
    ranked: dict[str, list[tuple[int, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, document, rank, _, _ = line.split()
        ranked.setdefault(query, []).append((int(rank), document))
    return {query: [document for _, document in sorted(hits)] for query, hits in ranked.items()}


def parent(passage: str) -> str:
    """The document of a passage `document#n`."""
    return passage.rpartition("#")[0] or passage


def by_parent(run: Run) -> Run:
    """Documents in the order of their best passages."""
    return {query: list(dict.fromkeys(parent(passage) for passage in hits)) for query, hits in run.items()}
