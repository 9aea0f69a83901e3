"""Texts with questions and judgments, for measuring how good the ranked lists are."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peers.corpus import Document, PlainText, cut_at_lines, plain_text, read_documents, write_documents
from peers.measuring import Say
from peers.places import PROJECT, shared_folder
from peers.settings import FORMS, Settings
from peers.sources import Data, real_texts
from peers.trec import Judgments, Query, parent, read_both_forms, read_judgments


@dataclass(frozen=True)
class JudgedSet:
    name: str
    about: str
    text: PlainText
    topics: tuple[list[Query], list[Query]]  # typed with diacritics, and the same without
    judgments: Judgments
    by_document: bool  # judgments name documents; a document counts by its best passage
    #: What VanThu reads to cut passages its own way and rank with all it knows; relative to the project.
    whole: Path | None = None
    #: An index of the very same text is there already, made when speed was measured.
    indexed: bool = False
    large: bool = False  # engines that score every match are spared

    def queries(self, form: str) -> list[Query]:
        return self.topics[FORMS.index(form)]


def prepare(settings: Settings, data: Data, say: Say) -> list[JudgedSet]:
    """Corpus/ always; of the real texts the part that speed was measured on, and all of them where asked for."""
    sets = []
    if "corpus" in settings.judged:
        sets.append(_corpus(settings, say))
    shared = shared_folder()
    if "legal-part" in settings.judged and data.name == "legal" and shared:
        sets.append(_legal_part(shared, data))
    for split in ("test", "tune"):
        if f"legal-{split}" in settings.judged:
            sets.append(_legal(settings, split, say))
    if settings.topics and settings.judgments:
        sets.append(_given(settings.topics, settings.judgments, data))
    return sets


def _corpus(settings: Settings, say: Say) -> JudgedSet:
    documents = Path("Corpus/documents")
    topics, judgments = read_both_forms(PROJECT / "Corpus/topics.typed.tsv"), read_judgments(PROJECT / "Corpus/qrels.txt")
    path = settings.output.data / "corpus-passages.jsonl"
    say("cutting Corpus/ into passages, as `vanthu inspect` does")
    write_documents(path, _inspected(settings.vanthu, documents))
    text = plain_text(path, settings.output.data / "corpus-text")
    by_document = not any("#" in name for grades in judgments.values() for name in grades)
    unit = "document" if by_document else "passage"
    about = f"the project's Corpus/: {text.documents} passages, {len(topics[0])} questions, judged by {unit}"
    return JudgedSet("Corpus", about, text, topics, judgments, by_document, whole=documents)


def _inspected(vanthu: Path, documents: Path) -> Iterator[Document]:
    """The passages that VanThu cuts, named as it names them, each with its document's title."""
    done = subprocess.run([str(vanthu), "inspect", "--json", str(documents)], cwd=PROJECT, stdout=subprocess.PIPE, check=True)
    for line in done.stdout.splitlines():
        facts = json.loads(line)
        text = (PROJECT / facts["id"]).read_bytes()
        title = ((facts["metadata"] or {}).get("title") or {}).get("value") or ""
        for number, passage in enumerate(facts["passages"]):
            part = text[passage["start"] : passage["end"]].decode(errors="replace")
            yield Document(f"{facts['id']}#{number}", title, part)


def _legal_part(shared: Path, data: Data) -> JudgedSet:
    """The test questions all of whose relevant documents are in the part that speed is measured on."""
    judgments = read_judgments(shared / "corpora/legal/qrels.test.txt")
    names = data.text.read_names()
    there = {parent(name) for name in names} - {parent(names[-1])}  # the last document may be cut off
    relevant = {topic: [name for name, grade in grades.items() if grade > 0] for topic, grades in judgments.items()}
    inside = {topic for topic, documents in relevant.items() if documents and there.issuperset(documents)}
    typed, stripped = (
        [topic for topic in form if topic.id in inside] for form in read_both_forms(shared / "corpora/legal/topics.test.tsv")
    )
    about = f"the real passages that speed is measured on; {len(typed)} test questions whose relevant documents are all among them"
    return JudgedSet("legal, part", about, data.text, (typed, stripped), judgments, True, indexed=True)


def _legal(settings: Settings, split: str, say: Say) -> JudgedSet:
    whole, passages = settings.output.data / "legal-documents.jsonl", settings.output.data / "legal-passages.jsonl"
    if not whole.exists():
        say("unpacking all real documents")
        write_documents(whole, read_documents(real_texts()))
    if not passages.exists():
        say("cutting all real documents into passages")
        write_documents(passages, itertools.chain.from_iterable(map(cut_at_lines, read_documents(whole))))
    text = plain_text(passages, settings.output.data / "legal-text")
    folder = real_texts().parent
    topics, judgments = read_both_forms(folder / f"topics.{split}.tsv"), read_judgments(folder / f"qrels.{split}.txt")
    about = f"all real documents in {text.documents:,} passages, {len(topics[0]):,} {split} questions"
    return JudgedSet(f"legal, {split}", about, text, topics, judgments, True, whole=Path(os.path.abspath(whole)), large=True)


def _given(topics: Path, judgments: Path, data: Data) -> JudgedSet:
    grades = read_judgments(judgments)
    by_document = not any("#" in name for names in grades.values() for name in names)
    return JudgedSet("given", f"{topics.name} over {data.name}", data.text, read_both_forms(topics), grades, by_document, indexed=True)
