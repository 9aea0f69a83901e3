"""Where text and queries come from: the real texts, generated text, or files of one's own."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass
from pathlib import Path

from peers.corpus import PlainText, cut_at_lines, plain_text, read_documents, sha256, write_documents
from peers.measuring import Say
from peers.places import PROJECT, shared_folder
from peers.settings import FORMS, Settings
from peers.trec import Query, read_both_forms, read_queries, write_queries
from peers.vanthu import ask


@dataclass(frozen=True)
class Data:
    """The text that speed is measured on, and its queries."""

    name: str
    source: Path
    text: PlainText
    folder: Path

    def queries_path(self, file: str, form: str) -> Path:
        return self.folder / f"{file}.{form}.tsv"

    def queries(self, file: str, form: str) -> list[Query]:
        return read_queries(self.queries_path(file, form))

    def facts(self) -> dict[str, object]:
        files = sorted(self.folder.glob("*.tsv"))
        return {
            "text": self.name,
            "documents": self.text.documents,
            "bytes": self.text.bytes,
            "sha256": self.text.sha256,
            "queries": {file.stem: {"count": len(read_queries(file)), "sha256": sha256(file)} for file in files},
        }


def prepare(settings: Settings, say: Say) -> Data:
    """Makes the text and the queries, or finds them made before."""
    source, name = _corpus(settings, say)
    text = plain_text(source, settings.output.data / "text")
    say(f"{name}: {text.documents:,} passages, {text.bytes / 1e6:.1f} MB of text, SHA-256 {text.sha256[:16]}…")
    data = Data(name, source, text, settings.output.data / "queries")
    _prepare_queries(settings, data, say)
    return data


def _corpus(settings: Settings, say: Say) -> tuple[Path, str]:
    if settings.corpus not in ("legal", "generated"):
        path = Path(settings.corpus)
        if not path.exists():
            raise RuntimeError(f"{path} is not there")
        return path, path.name
    path = settings.output.data / f"{settings.corpus}-{settings.passages}.jsonl"
    if settings.corpus == "legal":
        if not path.exists():
            say(f"cutting the first {settings.passages:,} passages of the real texts")
            documents = read_documents(real_texts())
            passages = itertools.chain.from_iterable(map(cut_at_lines, documents))
            write_documents(path, itertools.islice(passages, settings.passages))
        return path, "legal"
    if not path.exists():
        say(f"generating {settings.passages:,} passages, seed {settings.seed}")
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name("generating.jsonl")
        learnt_from = PROJECT / "Corpus/documents"
        options: dict[str, object] = {
            "from": learnt_from,
            "unit": "passages",
            "passages": settings.passages,
            "seed": settings.seed,
            "output": part,
        }
        ask(settings.vanthu, "generate", options)
        part.rename(path)
    return path, "generated"


def real_texts() -> Path:
    folder = shared_folder()
    if folder is None:
        raise RuntimeError("the real texts are not here: VANTHU_SHARED names the folder that has them, or take --corpus generated")
    return folder / "corpora/legal/documents.jsonl.zst"


def _prepare_queries(settings: Settings, data: Data, say: Say) -> None:
    """Files `words.typed.tsv` and so on: so many queries, shuffled, so that the first of them are a fair sample."""
    files = ("term", "words", "questions")
    mark = data.folder / "made-for"
    made_for = f"{data.text.sha256} {settings.queries} {settings.topics} {settings.words} {settings.questions} {settings.seed}"
    if mark.exists() and mark.read_text() == made_for:
        return
    given = settings.queries
    if given is None:
        given = settings.output.data / "made-queries"
        say("making queries from the text")
        count = max(settings.words, settings.questions)
        options = {"corpus": data.source, "unit": "whole", "output": given, "count": count, "seed": settings.seed}
        ask(settings.vanthu, "benchmark queries", options)
    for file in files:
        path = _given_file(settings, given, file)
        if not path.exists():
            continue
        typed, stripped = read_both_forms(path)
        order = list(range(len(typed)))
        random.Random(settings.seed).shuffle(order)
        order = order[: settings.questions if file == "questions" else settings.words]
        for form, queries in zip(FORMS, (typed, stripped), strict=True):
            write_queries(data.queries_path(file, form), (queries[position] for position in order))
    mark.write_text(made_for)


def _given_file(settings: Settings, folder: Path, file: str) -> Path:
    """Where the typed queries are. Real questions come before questions made from the text."""
    if file == "questions" and settings.topics:
        return settings.topics
    if file == "questions" and settings.corpus == "legal":
        return real_texts().parent / "topics.tune.tsv"
    return folder / f"{file}.tsv"
