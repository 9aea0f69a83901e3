"""Xapian behind a small C++ program (../../cpp)."""

from __future__ import annotations

from pathlib import Path

from peers.engines.protocol import Engine
from peers.places import Home


class Xapian(Engine):
    name = "xapian"
    label = "Xapian"
    about = "runs of letters and digits folded by a table, positions; flushed every 100,000 documents; BM25Weight(1.2, 0, 1, 0.75, 0.5)"
    debian = ("g++", "libxapian-dev")

    def __init__(self, compact: bool = False) -> None:
        if compact:
            self.name, self.label, self.options = "xapian+compact", "Xapian, compacted", {"compact": "1"}

    def missing(self, home: Home, vanthu: Path) -> str | None:
        return None if home.xapian.exists() else "the C++ program is not built"

    def command(self, home: Home, request: Path) -> list[str]:
        return [str(home.xapian), str(request), str(home.folding)]

    def environment(self, home: Home) -> dict[str, str]:
        return {"XAPIAN_FLUSH_THRESHOLD": "100000"}
