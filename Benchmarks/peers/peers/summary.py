"""Many records into one figure an engine: medians over rounds, with their ranges."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from peers.engines import ENGINES
from peers.quality import OWN_LABEL, OWN_WAY
from peers.records import Record, latest
from peers.settings import FORMS, KINDS


def label(engine: str) -> str:
    return OWN_LABEL if engine == OWN_WAY else ENGINES[engine].label if engine in ENGINES else engine


def engine_order(name: str) -> int:
    names = [*ENGINES]
    return names.index(name) if name in names else -1


@dataclass(frozen=True)
class Range:
    """A median, and the least and the greatest it stands for."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Iterable[float]) -> Range:
        known = list(values)
        return cls(statistics.median(known), min(known), max(known))


@dataclass(frozen=True)
class IndexFigures:
    engine: str
    mb_per_s: Range
    seconds: Range
    cpu_seconds: float | None
    index_bytes: float
    stored_bytes: float
    input_bytes: float
    peak_rss_bytes: float
    threads: int
    rounds: int
    version: str


@dataclass(frozen=True)
class SearchFigures:
    engine: str
    kind: str
    form: str
    p50: Range
    p90: float
    p99: float
    floor: float
    queries: int
    rounds: int


@dataclass(frozen=True)
class QualityFigures:
    engine: str
    set: str
    form: str
    figures: dict[str, float]
    about: str


class Summary:
    def __init__(self, records: list[Record]) -> None:
        settings = latest(records, "setting")
        if not settings:
            raise RuntimeError("nothing was measured here yet")
        self.setting = settings[-1]
        self.index = sorted(
            (_index(engine, rows) for engine, rows in _grouped(latest(records, "index"), lambda r: r["engine"]).items()),
            key=lambda row: -row.mb_per_s.median,
        )
        searches = _grouped(latest(records, "search"), lambda r: (r["kind"], r["form"], r["engine"]))
        self.search = sorted(
            (_search(kind, form, engine, rows) for (kind, form, engine), rows in searches.items()),
            key=lambda row: (_position(row.kind, row.form), row.p50.median),
        )
        self.quality = [
            QualityFigures(r["engine"], r["set"], r["form"], {k: v for k, v in r.items() if isinstance(v, int | float)}, r["about"])
            for r in sorted(_succeeded(latest(records, "quality")), key=lambda r: engine_order(r["engine"]))
        ]
        self.agreement = sorted(_succeeded(latest(records, "agreement")), key=lambda r: engine_order(r["engine"]))
        self.failures = [r for what in ("index", "search", "quality", "agreement") for r in latest(records, what) if "error" in r]
        self.measured = [r for what in ("index", "search") for r in _succeeded(latest(records, what))]
        self.versions = {r["engine"]: r["version"] for r in self.measured}

    def search_of(self, kind: str, form: str) -> list[SearchFigures]:
        return [row for row in self.search if (row.kind, row.form) == (kind, form)]

    def quality_of(self, name: str, form: str) -> dict[str, QualityFigures]:
        return {row.engine: row for row in self.quality if (row.set, row.form) == (name, form)}

    @property
    def kinds(self) -> list[str]:
        return [kind for kind in KINDS if any(row.kind == kind for row in self.search)]

    @property
    def judged_sets(self) -> list[str]:
        return list(dict.fromkeys(row.set for row in self.quality))


def _position(kind: str, form: str) -> int:
    return [*KINDS].index(kind) * len(FORMS) + FORMS.index(form)


def _succeeded(records: list[Record]) -> list[Record]:
    return [record for record in records if "error" not in record]


def _grouped(records: list[Record], key: Callable[[Record], Any]) -> dict[Any, list[Record]]:
    groups: dict[Any, list[Record]] = {}
    for record in _succeeded(records):
        groups.setdefault(key(record), []).append(record)
    return groups


def _median(rows: list[Record], name: str) -> float | None:
    values = [row[name] for row in rows if row.get(name) is not None]
    return statistics.median(values) if values else None


def _index(engine: str, rows: list[Record]) -> IndexFigures:
    return IndexFigures(
        engine,
        Range.of(row["mb_per_s"] for row in rows),
        Range.of(row["seconds"] for row in rows),
        _median(rows, "cpu_seconds"),
        _median(rows, "index_bytes") or 0,
        _median(rows, "stored_bytes") or 0,
        rows[-1]["input_bytes"],
        _median(rows, "peak_rss_bytes") or 0,
        rows[-1]["threads"],
        len(rows),
        rows[-1]["version"],
    )


def _search(kind: str, form: str, engine: str, rows: list[Record]) -> SearchFigures:
    return SearchFigures(
        engine,
        kind,
        form,
        Range.of(row["p50_us"] for row in rows),
        _median(rows, "p90_us") or 0,
        _median(rows, "p99_us") or 0,
        _median(rows, "floor_us") or 0,
        rows[-1]["n"],
        len(rows),
    )
