"""results.jsonl: one JSON object for every measurement, in the order they were taken."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]

#: What makes two records of a kind the same measurement, so that an interrupted series can go on where it stopped.
KEYS: dict[str, tuple[str, ...]] = {
    "setting": (),
    "index": ("engine", "round"),
    "search": ("engine", "kind", "form", "round"),
    "quality": ("engine", "set", "form"),
    "agreement": ("engine", "kind", "form"),
}


def key(record: Record) -> tuple[Any, ...]:
    return (record["what"], *(record.get(field) for field in KEYS[record["what"]]))


class Results:
    """The records of one report: appended to a file at once, and known by their keys."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.records = read(path) if path.exists() else []
        self._done = {key(record) for record in self.records if "error" not in record}

    def has(self, **fields: Any) -> bool:
        return key(fields) in self._done

    def add(self, record: Record) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        line = json.dumps(record, ensure_ascii=False).encode() + b"\n"
        with self.path.open("ab+") as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":  # a crash cut the last line off
                    line = b"\n" + line
            file.write(line)
        self.records.append(record)
        if "error" not in record:
            self._done.add(key(record))


def read(path: Path) -> list[Record]:
    """All records; a last line that was cut off by a crash is left out."""
    records = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if not isinstance(record, dict) or record.get("what") not in KEYS:
            raise RuntimeError(f"{path}, line {number}: not a measurement of this benchmark")
        records.append(record)
    return records


def latest(records: Iterable[Record], what: str) -> list[Record]:
    """The records of a kind, each measurement once: as it was taken last; failures only where nothing succeeded later."""
    chosen: dict[tuple[Any, ...], Record] = {}
    for record in records:
        if record["what"] == what and ("error" not in record or "error" in chosen.get(key(record), record)):
            chosen[key(record)] = record
    return list(chosen.values())
