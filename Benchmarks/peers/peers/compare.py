"""`run compare A/results.jsonl B/results.jsonl`: do two reports rank the engines alike?"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from peers.figures import kendall_tau, spearman_rho
from peers.records import read
from peers.summary import Summary, label
from peers.tables import number, table

#: The engine that ratios are taken to, where both reports have it.
BASE = "vanthu"


@dataclass(frozen=True)
class Measure:
    """One figure of every engine."""

    name: str
    values: dict[str, float]
    more_is_better: bool = False
    digits: int = 1


@dataclass(frozen=True)
class Comparison:
    """One measure in two reports, over the engines that both have."""

    name: str
    engines: list[str]
    a: list[float]
    b: list[float]
    digits: int

    @property
    def tau(self) -> float:
        return kendall_tau(self.a, self.b)

    @property
    def rho(self) -> float:
        return spearman_rho(self.a, self.b)

    def swaps(self) -> list[tuple[str, str, float, float]]:
        """Pairs that stand in another order, with the ratio of the greater to the less in each report."""
        found = []
        for i, j in combinations(range(len(self.engines)), 2):
            if (self.a[i] - self.a[j]) * (self.b[i] - self.b[j]) < 0:
                found.append((self.engines[i], self.engines[j], _ratio(self.a[i], self.a[j]), _ratio(self.b[i], self.b[j])))
        return found


def _ratio(x: float, y: float) -> float:
    return max(x, y) / min(x, y) if min(x, y) > 0 else float("inf")


def measures(summary: Summary) -> list[Measure]:
    found = [
        Measure("indexing, MB/s", {row.engine: row.mb_per_s.median for row in summary.index}, True),
        Measure("indexing, CPU s a GB", {row.engine: row.cpu_seconds / row.input_bytes * 1e9 for row in summary.index if row.cpu_seconds}),
        Measure("index ÷ text", {row.engine: row.index_bytes / row.input_bytes for row in summary.index}, digits=3),
    ]
    for kind in summary.kinds:
        for form in ("typed", "stripped"):
            rows = summary.search_of(kind, form)
            found.append(Measure(f"{kind}, {form}, p50 µs", {row.engine: row.p50.median for row in rows}))
            found.append(Measure(f"{kind}, {form}, p99 µs", {row.engine: row.p99 for row in rows}))
    return [measure for measure in found if measure.values]


def compare(a: Summary, b: Summary) -> list[Comparison]:
    others = {measure.name: measure for measure in measures(b)}
    found = []
    for measure in measures(a):
        other = others.get(measure.name)
        engines = [engine for engine in measure.values if other and engine in other.values]
        if other and len(engines) > 1:
            engines.sort(key=lambda engine: measure.values[engine], reverse=measure.more_is_better)
            found.append(
                Comparison(measure.name, engines, [measure.values[e] for e in engines], [other.values[e] for e in engines], measure.digits)
            )
    return found


def page(a: Summary, b: Summary) -> str:
    comparisons = compare(a, b)
    if not comparisons:
        raise RuntimeError("the two reports have no measure with two engines in common")
    names = [f"{each.setting['data']['text']} ({each.setting['data']['bytes'] / 1e6:.0f} MB)" for each in (a, b)]
    rows = []
    for each in comparisons:
        swapped = "; ".join(f"{label(x)} and {label(y)} ({ra:.2f}, {rb:.2f} times apart)" for x, y, ra, rb in each.swaps())
        rows.append((each.name, str(len(each.engines)), number(each.tau, 2), number(each.rho, 2), swapped or "none"))
    head = ("measure", "engines", "Kendall's τ", "Spearman's ρ", "pairs in another order")
    text = [f"# Are the engines ranked alike? A: {names[0]}; B: {names[1]}\n", table(head, rows, text=(4,))]
    for each in comparisons:
        base = each.engines.index(BASE) if BASE in each.engines else 0
        lines = []
        for engine, x, y in zip(each.engines, each.a, each.b, strict=True):
            lines.append(
                (
                    label(engine),
                    number(x, each.digits),
                    number(y, each.digits),
                    number(x / each.a[base], 2),
                    number(y / each.b[base], 2),
                    number(y / x, 2),
                )
            )
        of = label(each.engines[base])
        text.append(f"\n## {each.name}\n\n" + table(("engine", "A", "B", f"A ÷ {of}'s", f"B ÷ {of}'s", "B ÷ A"), lines))
    return "\n".join(text)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="run compare", description="Do two reports rank the engines alike? Order, ratios, and what swaps."
    )
    parser.add_argument("a", type=Path, metavar="A/results.jsonl")
    parser.add_argument("b", type=Path, metavar="B/results.jsonl")
    parser.add_argument("--output", type=Path, metavar="FILE.md", help="write the page there (default: standard output)")
    options = parser.parse_args(arguments)
    try:
        text = page(Summary(read(options.a)), Summary(read(options.b)))
    except (RuntimeError, OSError) as error:
        print(f"run: {error}", file=sys.stderr)
        return 4
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        with contextlib.suppress(BrokenPipeError):  # `| head` has enough
            print(text, flush=True)
            return 0
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or closing it would fail, too
    return 0
