"""Texts: JSON lines in, one line of plain text a document out, with names and checksums."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from peers.text import one_line


@dataclass(frozen=True)
class Document:
    id: str
    title: str
    text: str

    def json_line(self) -> str:
        return json.dumps({"id": self.id, "title": self.title, "text": self.text}, ensure_ascii=False) + "\n"


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of a JSON lines file; one whose name ends in .zst goes through the zstd command."""
    if path.suffix != ".zst":
        with path.open(encoding="utf-8") as lines:
            yield from _parse(lines, path)
        return
    with subprocess.Popen(["zstd", "-dcq", str(path)], stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        finished = False
        try:
            yield from _parse(process.stdout, path)
            finished = True
        finally:
            if not finished:  # the reader has enough: zstd need not go on
                process.kill()
    if finished and process.returncode:
        raise RuntimeError(f"zstd cannot read {path}")


def _parse(lines: Iterable[str], path: Path) -> Iterator[Document]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
            yield Document(str(fields["id"]), str(fields.get("title") or ""), str(fields["text"]))
        except (ValueError, KeyError, TypeError) as error:
            raise RuntimeError(f"{path}, line {number}: not a document ({error!r})") from error


def cut_at_lines(document: Document, characters: int = 800) -> Iterator[Document]:
    """Passages `id#n` that end at the first line end after so many characters, each with the document's title."""
    lines = [squeezed for line in document.text.replace("\r", "\n").split("\n") if (squeezed := " ".join(line.split()))]
    gathered: list[str] = []
    length = count = 0
    for line in lines:
        gathered.append(line)
        length += len(line)
        if length >= characters:
            yield Document(f"{document.id}#{count}", document.title, "\n".join(gathered))
            gathered, length, count = [], 0, count + 1
    if gathered:
        yield Document(f"{document.id}#{count}", document.title, "\n".join(gathered))


@dataclass(frozen=True)
class PlainText:
    """What all engines read: `lines` has a document a line, `names` their ids in the same order."""

    lines: Path
    names: Path
    documents: int
    bytes: int  # of text, line ends not counted
    sha256: str  # of the JSON lines it was made from

    def read_names(self) -> list[str]:
        return self.names.read_text(encoding="utf-8").split("\n")[:-1]


def plain_text(source: Path, folder: Path) -> PlainText:
    """Makes the plain text of a corpus in a folder, or finds it there, made from the same bytes before."""
    folder.mkdir(parents=True, exist_ok=True)
    lines, names, about = (folder / name for name in ("documents.txt", "names.txt", "about.json"))
    digest = sha256(source)
    if about.exists() and (facts := json.loads(about.read_text()))["sha256"] == digest:
        return PlainText(lines, names, facts["documents"], facts["bytes"], digest)
    about.unlink(missing_ok=True)
    count = 0
    with lines.open("w", encoding="utf-8") as lines_file, names.open("w", encoding="utf-8") as names_file:
        for document in read_documents(source):
            lines_file.write(one_line(document.title, document.text) + "\n")
            names_file.write(" ".join(document.id.split()) + "\n")
            count += 1
    facts = {"sha256": digest, "documents": count, "bytes": os.path.getsize(lines) - count}
    about.write_text(json.dumps(facts))
    return PlainText(lines, names, count, facts["bytes"], digest)


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_documents(path: Path, documents: Iterable[Document]) -> int:
    """Writes JSON lines; the file has its name only when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part, count = path.with_suffix(".part"), 0
    with part.open("w", encoding="utf-8") as file:
        for document in documents:
            file.write(document.json_line())
            count += 1
    part.rename(path)
    return count
