"""The charts, as SVG: `python -m peers.charts RESULTS FOLDER`, with matplotlib."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.lines import Line2D  # noqa: E402
from matplotlib.ticker import FuncFormatter  # noqa: E402

from peers.engines import ENGINES  # noqa: E402
from peers.records import read  # noqa: E402
from peers.report import KIND_TITLES  # noqa: E402
from peers.settings import FORMS  # noqa: E402
from peers.summary import IndexFigures, SearchFigures, Summary, engine_order, label  # noqa: E402

OURS, OTHERS, INK, FAINT = "#b3261e", "#54718f", "#222222", "#d9dde2"
STYLE = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.titlesize": 10,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.edgecolor": FAINT,
    "axes.axisbelow": True,
    "text.color": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "ytick.major.size": 0,
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "figure.facecolor": "white",
    "svg.fonttype": "path",
    "svg.hashsalt": "vanthu",
}


def main() -> None:
    results, folder = Path(sys.argv[1]), Path(sys.argv[2])
    summary = Summary(read(results))
    plt.rcParams.update(STYLE)
    for name, draw in (("indexing", indexing), ("latency", latency), ("quality", quality)):
        figure = draw(summary)
        if figure is not None:
            figure.savefig(folder / f"{name}.svg", metadata={"Date": None}, bbox_inches="tight", pad_inches=0.12)
            plt.close(figure)


def colour(engine: str) -> str:
    return OURS if engine.startswith("vanthu") else OTHERS


def name_engines(axes: Any, engines: list[str]) -> None:
    axes.set_yticks(range(len(engines)), [label(engine) for engine in engines])
    axes.set_ylim(len(engines) - 0.4, -0.6)
    for tick, engine in zip(axes.get_yticklabels(), engines, strict=False):  # inner axes of a row show no labels
        if engine.startswith("vanthu"):
            tick.set_fontweight("bold")


def caption(figure: Any, summary: Summary, what: str) -> None:
    data, machine = summary.setting["data"], summary.setting["machine"]
    where = f"{machine['cpu']}, {machine['cores']} cores"
    text = f"{what}\nText: {data['text']}, {data['documents']:,} passages, {data['bytes'] / 1e6:.0f} MB. {where}."
    figure.text(0.012, -0.015, text, fontsize=7.5, color="#666666", va="top")


def indexing(summary: Summary) -> Any:
    rows: list[IndexFigures] = summary.index
    if not rows:
        return None
    figure, (speed, cpu, size) = plt.subplots(1, 3, figsize=(10.4, 0.95 + 0.3 * len(rows)), sharey=True, layout="constrained")
    for at, row in enumerate(rows):
        shade = colour(row.engine)
        median = row.mb_per_s.median
        speed.barh(at, median, color=shade, height=0.62)
        speed.plot([row.mb_per_s.low, row.mb_per_s.high], [at, at], color=INK, linewidth=1, solid_capstyle="butt")
        beside(speed, row.mb_per_s.high, at, f"{median:.0f}" + ("" if row.threads > 1 else "  (1 thread)"))
        if row.cpu_seconds is not None:
            cpu.barh(at, row.cpu_seconds, color=shade, height=0.62)
            beside(cpu, row.cpu_seconds, at, f"{row.cpu_seconds:.1f}")
        size.barh(at, row.index_bytes / 1e6, color=shade, height=0.62)
        size.barh(at, row.stored_bytes / 1e6, left=row.index_bytes / 1e6, color=shade, alpha=0.3, height=0.62)
        note = f"{row.index_bytes / 1e6:.1f}"
        if row.stored_bytes:
            note += f" + {row.stored_bytes / 1e6:.1f} stored text"
        elif row.engine in ENGINES and not ENGINES[row.engine].positions:
            note += "  (no positions)"
        beside(size, (row.index_bytes + row.stored_bytes) / 1e6, at, note)
    name_engines(speed, [row.engine for row in rows])
    for axes, title, room in ((speed, "MB of text a second", 1.32), (cpu, "CPU seconds", 1.14), (size, "Index on disk, MB", 1.32)):
        axes.set_title(title)
        axes.grid(axis="x")
        axes.set_xlim(0, axes.get_xlim()[1] * room)
    rounds = max(row.rounds for row in rows)
    caption(
        figure,
        summary,
        f"To a committed index, up to {max(row.threads for row in rows)} threads; bars are medians of {rounds}"
        f" round{'s' if rounds > 1 else ''}, lines their range.",
    )
    return figure


def beside(axes: Any, x: float, y: float, text: str) -> None:
    axes.annotate(text, (x, y), xytext=(4, 0), textcoords="offset points", va="center", fontsize=8)


def latency(summary: Summary) -> Any:
    kinds = summary.kinds
    if not kinds:
        return None
    engines = sorted({row.engine for row in summary.search}, key=engine_order)
    across = 2 if len(kinds) > 1 else 1
    down = -(-len(kinds) // across)
    figure, grid = plt.subplots(
        down,
        across,
        figsize=(10.4, (0.55 + 0.36 * len(engines)) * down + 0.4),
        sharex=True,
        sharey=True,
        squeeze=False,
        layout="constrained",
    )
    figure.get_layout_engine().set(hspace=0.06, wspace=0.03)
    for axes in grid.flat[len(kinds) :]:
        axes.set_visible(False)
    for axes, kind in zip(grid.flat, kinds, strict=False):
        axes.set_title(KIND_TITLES[kind])
        axes.set_xscale("log")
        axes.grid(axis="x")
        for at in range(0, len(engines), 2):
            axes.axhspan(at - 0.5, at + 0.5, color="#f4f6f8", zorder=0, linewidth=0)
        for offset, form in ((-0.17, "typed"), (0.17, "stripped")):
            for row in summary.search_of(kind, form):
                lane(axes, row, engines.index(row.engine) + offset)
        answered = {row.engine for row in summary.search if row.kind == kind}
        name_engines(axes, engines)
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: duration(value)))
        axes.tick_params(labelbottom=True)
        for engine in set(engines) - answered:
            axes.text(
                0.01,
                engines.index(engine),
                "does not answer these",
                transform=axes.get_yaxis_transform(),
                va="center",
                fontsize=7.5,
                color="#888888",
            )
    keys = [
        Line2D([], [], color=INK, marker="o", markersize=6, linewidth=2, label="typed with diacritics"),
        Line2D([], [], color=INK, marker="o", markersize=6, linewidth=2, markerfacecolor="white", alpha=0.55, label="typed without"),
    ]
    figure.legend(handles=keys, loc="outside upper right", ncols=2, frameon=False, fontsize=8.5)
    caption(
        figure,
        summary,
        "Time of one query to its top ten, in process, one thread, warm: dots are p50, strokes p90, line ends p99. Logarithmic axis.",
    )
    return figure


def lane(axes: Any, row: SearchFigures, y: float) -> None:
    """From p50 to p99 of one engine and form."""
    shade, typed = colour(row.engine), row.form == "typed"
    clear = 1.0 if typed else 0.55
    axes.plot([row.p50.median, row.p99], [y, y], color=shade, linewidth=2, alpha=clear, solid_capstyle="butt")
    axes.plot([row.p90] * 2, [y - 0.13, y + 0.13], color=shade, linewidth=1.4, alpha=clear)
    axes.plot(row.p50.median, y, "o", color=shade, markersize=6, markerfacecolor=shade if typed else "white", alpha=clear)


def duration(microseconds: float) -> str:
    for unit, size in (("s", 1e6), ("ms", 1e3)):
        if microseconds >= size:
            return f"{microseconds / size:g} {unit}"
    return f"{microseconds:g} µs"


def quality(summary: Summary) -> Any:
    names = summary.judged_sets
    if not names:
        return None
    engines = sorted({row.engine for row in summary.quality}, key=engine_order)
    figure, grid = plt.subplots(
        1, len(names), figsize=(2.6 + 3.9 * len(names), 0.95 + 0.42 * len(engines)), sharey=True, squeeze=False, layout="constrained"
    )
    for axes, name in zip(grid.flat, names, strict=True):
        topics = 0
        for offset, form in zip((-0.19, 0.19), FORMS, strict=True):
            for engine, row in summary.quality_of(name, form).items():
                value, at = row.figures["ndcg@10"], engines.index(engine)
                axes.barh(at + offset, value, height=0.36, color=colour(engine), alpha=1.0 if form == "typed" else 0.45)
                axes.annotate(f"{value:.3f}", (value, at + offset), xytext=(3, 0), textcoords="offset points", va="center", fontsize=7.5)
                topics = int(row.figures["queries"])
        for engine in set(engines) - {row.engine for row in summary.quality if row.set == name}:
            axes.text(0.01, engines.index(engine), "not measured", va="center", fontsize=7.5, color="#888888")
        axes.set_title(f"{name}: nDCG@10, {topics:,} questions")
        axes.set_xlim(0, 1.1)
        axes.set_xticks([0, 0.2, 0.4, 0.6, 0.8, 1.0])
        axes.grid(axis="x")
        name_engines(axes, engines)
    caption(figure, summary, "Upper bars: questions typed with diacritics; lower, paler bars: the same questions without.")
    return figure


if __name__ == "__main__":
    main()
