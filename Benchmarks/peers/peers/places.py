"""Where things lie: what is installed, and what one report is made of."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

#: Benchmarks/peers, the folder of this benchmark's sources.
SOURCES = Path(__file__).resolve().parent.parent
#: The root of the project.
PROJECT = SOURCES.parent.parent


@dataclass(frozen=True)
class Home:
    """The folder into which everything is installed that is no Debian package."""

    path: Path

    @property
    def python(self) -> Path:
        return self.path / "venv/bin/python"

    @property
    def downloads(self) -> Path:
        return self.path / "downloads"

    @property
    def java(self) -> Path:
        """The Java runtime that Lucene runs on."""
        return self.path / "java/arcadedb_embedded/jre/bin/java"

    @property
    def jars(self) -> list[Path]:
        return sorted((self.path / "java/arcadedb_embedded/jars").glob("lucene-*.jar"))

    @property
    def classes(self) -> Path:
        return self.path / "java/classes"

    @property
    def xapian(self) -> Path:
        return self.path / "xapian/xapian_peer"

    @property
    def pisa(self) -> Path:
        """PISA's compiled module, with the library it wants beside it."""
        return self.path / "pisa/pyterrier_pisa"

    @property
    def folding(self) -> Path:
        return self.path / "folding.table"

    @property
    def installed(self) -> Path:
        return self.path / "installed.json"


@dataclass(frozen=True)
class Output:
    """The folder of one report: what is shown at its top, what is large and can be made again in `work`."""

    path: Path

    @property
    def results(self) -> Path:
        return self.path / "results.jsonl"

    @property
    def report(self) -> Path:
        return self.path / "report.md"

    @property
    def work(self) -> Path:
        return self.path / "work"

    @property
    def data(self) -> Path:
        return self.work / "data"

    @property
    def logs(self) -> Path:
        return self.work / "logs"

    def index(self, name: str, text: str) -> Path:
        return self.work / "indexes" / text / name


def shared_folder() -> Path | None:
    """The real texts, where they are: VANTHU_SHARED, or `shared` beside the repository."""
    named = os.environ.get("VANTHU_SHARED")
    folder = Path(named) if named else PROJECT.parent / "shared"
    return folder if (folder / "corpora/legal/documents.jsonl.zst").exists() else None
