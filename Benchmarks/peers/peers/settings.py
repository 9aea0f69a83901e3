"""What is to be measured, as the command line says it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from peers.engines import DEFAULT, ENGINES
from peers.engines.protocol import Engine
from peers.places import PROJECT, Home, Output, shared_folder

#: Kinds of query → the file they are in, and what is asked of their words.
KINDS: dict[str, tuple[str, str]] = {
    "term": ("term", "any"),
    "any": ("words", "any"),
    "all": ("words", "all"),
    "phrase": ("words", "phrase"),
    "questions": ("questions", "any"),
}
FORMS = ("typed", "stripped")
#: Engines that score every match in long lists answer only so many queries.
SLOW_QUERIES = {"term": 100, "words": 100, "questions": 25}


@dataclass
class Settings:
    home: Home
    output: Output
    vanthu: Path
    corpus: str = ""  # generated, legal, or a JSON lines file
    queries: Path | None = None
    topics: Path | None = None
    judgments: Path | None = None
    judged: tuple[str, ...] = ()
    engines: tuple[str, ...] = DEFAULT
    kinds: tuple[str, ...] = ("any", "all", "phrase", "questions")
    passages: int = 80_000
    words: int = 1_000
    questions: int = 300
    rounds: int = 3
    passes: int = 5
    warm_seconds: float = 3.0
    threads: int = 2
    top: int = 10
    seed: int = 1
    timeout: float = 3600.0
    quick: bool = False

    def make_quick(self) -> None:
        """Small data and short measurements: shows that everything works, and nothing else."""
        self.quick = True
        self.passages, self.words, self.questions = min(self.passages, 8_000), min(self.words, 100), min(self.questions, 40)
        self.rounds, self.passes, self.warm_seconds = 1, 2, 0.5

    def chosen(self) -> list[Engine]:
        return [ENGINES[name] for name in self.engines]

    def limit(self, engine: Engine, file: str) -> int:
        """How many queries of a file this engine answers."""
        count = self.questions if file == "questions" else self.words
        return min(count, SLOW_QUERIES[file]) if engine.slow else count

    def facts(self) -> dict[str, object]:
        return {
            "engines": list(self.engines),
            "rounds": self.rounds,
            "passes": self.passes,
            "warm_seconds": self.warm_seconds,
            "threads": self.threads,
            "top": self.top,
            "seed": self.seed,
            "quick": self.quick,
        }


def default_corpus() -> str:
    return "legal" if shared_folder() else "generated"


def default_home() -> Path:
    return PROJECT / ".peers"
