"""VanThu through its own command line."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peers.engines.protocol import Engine, Request, read_lines
from peers.places import Home
from peers.vanthu import Options, ask, version


class VanThu(Engine):
    name = "vanthu"
    label = "VanThu"
    about = "exact terms and all adjacent pairs, stored text; a query ranks words and pairs; exact forms when typed, folded when not"
    threads = 2

    def __init__(self, variant: str = "") -> None:
        if variant == "syllables":
            self.name, self.label, self.index_of = "vanthu-words", "VanThu, words alone", "vanthu"
            self.options = {"pair_weight": "0"}
            self.about = "the same index; adjacent pairs add nothing to a score, as in the peers"
        elif variant == "compact":
            self.name, self.label, self.options = "vanthu+compact", "VanThu, compacted", {"compact": "1"}
            self.about = "the same, merged into one segment; the merge is on the clock"

    def missing(self, home: Home, vanthu: Path) -> str | None:
        if not os.access(vanthu, os.X_OK):
            return f"{vanthu} is not there: `make build` makes it"
        return super().missing(home, vanthu)

    def index(self, request: Request) -> dict[str, Any]:
        """Each line becomes a JSON line beforehand, named by its ordinal; reading that JSON is on the clock."""
        with _json_lines(request.lines) as feed:
            options: Options = {"index": request.index, "unit": "whole", "threads": request.threads}
            made = ask(request.vanthu, "index", options, feed)
        figures = {"seconds": made["seconds"], "cpu_seconds": made["cpu_seconds"]}
        if request.options.get("compact"):
            figures["seconds"] += ask(request.vanthu, "compact", {"index": request.index})["seconds"]
            del figures["cpu_seconds"]  # compacting does not say
        stats = ask(request.vanthu, "stats", {"index": request.index})
        return {
            **figures,
            "version": version(request.vanthu),
            "documents": stats["documents"],
            "segments": stats["segments"],
            "index_bytes": stats["index_bytes"] - stats["stored_bytes"],
            "stored_bytes": stats["stored_bytes"],
            "peak_rss_bytes": made["peak_rss_bytes"],
        }

    def search(self, request: Request) -> dict[str, Any]:
        run = Path(request.hits + ".trec")
        options: Options = {
            "index": request.index,
            "topics": request.queries,
            "output": run,
            "match": request.match,
            "by": "passage",
            "top": request.top,
            "repeat": request.passes,
            "warm": request.warm_seconds,
            "latencies": request.latencies,
        }
        if "pair_weight" in request.options:
            options["pair-weight"] = request.options["pair_weight"]
        answer = ask(request.vanthu, "run", options)
        with run.open(encoding="utf-8") as lines, open(request.hits, "w", encoding="utf-8") as hits:
            for line in lines:
                query, _, ordinal, _, score, _ = line.split()
                hits.write(f"{query}\t{ordinal}\t{score}\n")
        run.unlink()
        return {"version": version(request.vanthu), "peak_rss_bytes": None, "warm_passes": answer.get("warm_passes", 0)}


@contextmanager
def _json_lines(lines: str) -> Iterator[str]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", dir=Path(lines).parent, encoding="utf-8") as feed:
        for ordinal, line in enumerate(read_lines(lines)):
            feed.write(json.dumps({"id": str(ordinal), "title": "", "text": line}, ensure_ascii=False) + "\n")
        feed.flush()
        yield feed.name


VANTHUS = (VanThu(), VanThu("syllables"), VanThu("compact"))
