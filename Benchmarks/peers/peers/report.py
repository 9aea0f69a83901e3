"""The step that writes report.md and the charts from what was measured."""

from __future__ import annotations

import os
import statistics
import subprocess

from peers.engines import ENGINES
from peers.measures import NAMES
from peers.measuring import Say
from peers.places import SOURCES
from peers.records import Record
from peers.settings import FORMS, Settings
from peers.summary import Summary, label
from peers.tables import mega, micro, number, percent, table

CHARTS = {"indexing": "Indexing speed and size", "latency": "Search latency", "quality": "Quality of ranking"}
KIND_TITLES = {
    "term": "One word",
    "any": "Two to five words, any of them",
    "all": "Two to five words, all of them",
    "phrase": "Two to five words, as a phrase",
    "questions": "Questions, any of their words",
}
#: Figures closer than this mean nothing on a machine that others use.
MEANINGLESS = 1.3


def write(settings: Settings, records: list[Record], say: Say) -> None:
    summary = Summary(records)
    charts = _draw(settings, say)
    parts = [
        _head(summary),
        _indexing(summary, charts),
        _searching(summary, charts),
        _quality(summary, charts),
        _agreement(summary),
        _failures(summary),
    ]
    settings.output.report.write_text("\n".join(part for part in parts if part), encoding="utf-8")


def _draw(settings: Settings, say: Say) -> set[str]:
    """Charts come from the virtual environment's Python, which has matplotlib; a report without them is one, too."""
    for name in CHARTS:
        (settings.output.path / f"{name}.svg").unlink(missing_ok=True)
    if not settings.home.python.exists():
        say("no charts: matplotlib is not installed (run install)")
        return set()
    environment = {**os.environ, "PYTHONPATH": str(SOURCES), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [str(settings.home.python), "-m", "peers.charts", str(settings.output.results), str(settings.output.path)],
        env=environment,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        say(f"no charts: {(done.stderr.strip() or 'drawing failed').splitlines()[-1]}")
    return {name for name in CHARTS if (settings.output.path / f"{name}.svg").exists()}


def _chart(name: str, charts: set[str]) -> str:
    return f"![{CHARTS[name]}]({name}.svg)\n\n" if name in charts else ""


def _head(summary: Summary) -> str:
    setting, data, machine = summary.setting, summary.setting["data"], summary.setting["machine"]
    loads = [record["load_before"] for record in summary.measured] or [0.0]
    others = [record["other_cpu"] for record in summary.measured] or [0.0]
    days = sorted(record["at"][:16].replace("T", " ") for record in summary.measured)
    span = f"{days[0]} to {days[-1]}" if days else "–"
    queries = ", ".join(f"{name.replace('.', ' ')} {facts['count']}" for name, facts in data["queries"].items() if name.endswith("typed"))
    memory, instructions = machine["memory_bytes"] / 2**30, machine["vector"] or machine["architecture"]
    kind = f"{machine['cpu']}, {machine['cores']} cores, {memory:.0f} GB, {instructions}"
    rows = [
        ("text", f"{data['text']}: {data['documents']:,} passages, {data['bytes'] / 1e6:.2f} MB; SHA-256 `{data['sha256']}`"),
        (
            "queries",
            f"{queries}, each with and without diacritics; SHA-256 "
            + ", ".join(f"{name} `{facts['sha256'][:12]}`" for name, facts in data["queries"].items()),
        ),
        ("machine", kind + (", virtual" if machine["virtual"] else "")),
        ("system", f"{machine['system']}, Linux {machine['kernel']}"),
        (
            "measured",
            f"{span}; sources at `{setting['commit'] or 'no commit'}`; {setting['settings']['rounds']} rounds, "
            f"{setting['settings']['passes']} passes a round, {setting['settings']['threads']} threads for indexing",
        ),
        (
            "noise",
            f"load average before a measurement {number(statistics.median(loads), 2)} (median), {number(max(loads), 2)} (most); "
            f"processors at work for others meanwhile {percent(statistics.median(others))} (median), {percent(max(others))} (most)",
        ),
    ]
    text = "# VanThu and its peers\n\n" + table(("", ""), rows, text=(1,)) + "\n"
    if setting["settings"]["quick"]:
        text += "**A quick run on small data: it shows that everything works; its figures mean nothing.**\n\n"
    elif statistics.median(others) > 0.1:
        text += f"**Others used the machine meanwhile: differences under {MEANINGLESS} times mean nothing here.**\n\n"
    versions = [(label(engine), version, ENGINES[engine].about) for engine, version in summary.versions.items() if engine in ENGINES]
    text += table(("engine", "version", "as measured"), versions, text=(1, 2)) + "\n"
    return text + "How each figure is taken, and what is doubtful about it, is in `Benchmarks/peers/README.md`.\n"


def _indexing(summary: Summary, charts: set[str]) -> str:
    if not summary.index:
        return ""
    rows = []
    for row in summary.index:
        whole = row.index_bytes + row.stored_bytes
        rows.append(
            (
                label(row.engine),
                number(row.mb_per_s.median),
                f"{number(row.mb_per_s.low)}–{number(row.mb_per_s.high)}",
                number(row.seconds.median, 2),
                number(row.cpu_seconds),
                mega(row.index_bytes),
                number(row.index_bytes / row.input_bytes, 3),
                mega(whole) if row.stored_bytes else "–",
                number(row.peak_rss_bytes / 1e6, 0),
                str(row.threads),
                str(row.rounds),
            )
        )
    head = (
        "engine",
        "MB/s",
        "range",
        "seconds",
        "CPU s",
        "index MB",
        "index ÷ text",
        "with stored text, MB",
        "peak memory MB",
        "threads",
        "rounds",
    )
    return (
        f"\n## Indexing\n\n{_chart('indexing', charts)}{table(head, rows)}\nTo a committed index, merges waited for; medians over rounds.\n"
    )


def _searching(summary: Summary, charts: set[str]) -> str:
    if not summary.search:
        return ""
    parts = [f"\n## Search\n\n{_chart('latency', charts)}Microseconds to the top ten, one thread, in process, warm; medians over rounds.\n"]
    for kind in summary.kinds:
        parts.append(f"\n### {KIND_TITLES[kind]}\n")
        rows = []
        typed, stripped = ({row.engine: row for row in summary.search_of(kind, form)} for form in FORMS)
        fastest = min((row.p50.median for row in typed.values()), default=1.0)
        for engine in dict.fromkeys([*typed, *stripped]):
            cells = [label(engine)]
            for row in (typed.get(engine), stripped.get(engine)):
                cells += (
                    ["–"] * 4
                    if row is None
                    else [micro(row.p50.median), micro(row.p90), micro(row.p99), f"{micro(row.p50.low)}–{micro(row.p50.high)}"]
                )
            first = typed.get(engine) or stripped[engine]
            rows.append((*cells, number(first.p50.median / fastest, 2), micro(first.floor), str(first.queries)))
        head = (
            "engine",
            "typed p50",
            "p90",
            "p99",
            "range of p50",
            "stripped p50",
            "p90",
            "p99",
            "range of p50",
            "÷ fastest",
            "empty call",
            "queries",
        )
        parts.append(table(head, rows))
    return "\n".join(parts)


def _quality(summary: Summary, charts: set[str]) -> str:
    if not summary.quality:
        return ""
    parts = [f"\n## Quality\n\n{_chart('quality', charts)}"]
    for name in summary.judged_sets:
        typed, stripped = summary.quality_of(name, "typed"), summary.quality_of(name, "stripped")
        some = next(iter((typed or stripped).values()))
        parts.append(f"### {name}\n\n{some.about[0].upper()}{some.about[1:]}.\n")
        rows = []
        for engine in dict.fromkeys([*typed, *stripped]):
            cells = [
                number(row.figures[measure], 3) if row else "–" for row in (typed.get(engine), stripped.get(engine)) for measure in NAMES
            ]
            rows.append((label(engine), *cells))
        parts.append(table(("engine", *(f"{measure}, {form}" for form in FORMS for measure in NAMES)), rows))
    return "\n".join(parts)


def _agreement(summary: Summary) -> str:
    if not summary.agreement:
        return ""
    parts = ["\n## Agreement\n"]
    sets = [record for record in summary.agreement if record["kind"] != "any"]
    titles = {
        "stripped": "Queries without diacritics: all engines that fold must find the same passages as Lucene.",
        "typed": "Queries with diacritics, beside Lucene with diacritics kept: VanThu finds what that finds, and other forms where a word "
        "is typed or written without.",
    }
    for form, title in titles.items():
        rows = [_agreement_row(record) for record in sets if record["form"] == form]
        if rows:
            head = ("engine", "kind", "queries compared", "same set", "share", "other, but holds Lucene's", "why others differ")
            parts.append(f"{title}\n\n{table(head, rows, text=(1, 6))}")
    overlaps = {(record["engine"], record["form"]): record["overlap@10"] for record in summary.agreement if record["kind"] == "any"}
    if overlaps:
        engines = dict.fromkeys(engine for engine, _ in overlaps)
        shares = [(label(engine), *(number(overlaps.get((engine, form)), 3) for form in reversed(FORMS))) for engine in engines]
        parts.append(
            "`any`: share of the first ten that are Lucene's, too (folded for stripped queries, diacritics kept for typed ones). "
            "No share is right or wrong: it tells how alike the rankings are.\n\n" + table(("engine", "stripped", "typed"), shares)
        )
    parts.append(_exceptions(summary))
    return "\n".join(part for part in parts if part)


def _agreement_row(record: Record) -> tuple[str, ...]:
    why = "; ".join(f"{count}: {reason}" for reason, count in sorted(record["reasons"].items(), key=lambda pair: -pair[1]))
    share = percent(record["same"] / record["compared"]) if record["compared"] else "–"
    counts = (str(record["compared"]), str(record["same"]), share, str(record["holds_reference"]))
    return (label(record["engine"]), record["kind"], *counts, why or "–")


def _exceptions(summary: Summary) -> str:
    rows = [
        (label(record["engine"]), record["kind"], f"`{each['query']}`", str(each["only_here"]), str(each["only_reference"]), each["reason"])
        for record in summary.agreement
        if record["form"] == "stripped"
        for each in {each["reason"]: each for each in reversed(record.get("exceptions", []))}.values()
    ]
    if not rows:
        return ""
    head = ("engine", "kind", "query", "only here", "only Lucene's", "why")
    return f"An exception for each reason (`results.jsonl` has all):\n\n{table(head, rows, text=(1, 2, 5))}"


def _failures(summary: Summary) -> str:
    if not summary.failures:
        return ""
    rows = [
        (label(record["engine"]), " ".join(str(record.get(name, "")) for name in ("what", "set", "kind", "form", "round")), record["error"])
        for record in summary.failures
    ]
    return f"\n## Not measured\n\n{table(('engine', 'what', 'why'), rows, text=(1, 2))}"
