"""The steps that measure speed: rounds of indexing and rounds of searching, engines in turn within each."""

from __future__ import annotations

from peers import measuring
from peers.engines.protocol import Engine
from peers.measuring import Failed, Say
from peers.records import Results
from peers.settings import FORMS, KINDS, Settings
from peers.sources import Data


def in_turn(engines: list[Engine], round_: int) -> list[Engine]:
    """Each round begins with another engine, so that no engine always follows the same one."""
    start = (round_ - 1) % len(engines) if engines else 0
    return engines[start:] + engines[:start]


def index(settings: Settings, data: Data, results: Results, say: Say) -> None:
    makers = [engine for engine in settings.chosen() if engine.index_of is None]
    for round_ in range(1, settings.rounds + 1):
        for engine in in_turn(makers, round_):
            target = settings.output.index(engine.name, "speed")
            if results.has(what="index", engine=engine.name, round=round_) and target.exists():
                continue
            head = {"what": "index", "engine": engine.name, "round": round_}
            try:
                record = measuring.index(settings, engine, data.text.lines, data.text.bytes, target)
            except Failed as failure:
                results.add({**head, "error": str(failure)})
                say(f"index  {round_}/{settings.rounds}  {engine.name:15} failed: {failure}")
                continue
            results.add({**head, **record})
            say(
                f"index  {round_}/{settings.rounds}  {engine.name:15} {record['mb_per_s']:7.1f} MB/s  {record['index_bytes'] / 1e6:6.1f} MB"
                f"{_disturbed(record)}"
            )
            if record["documents"] != data.text.documents:
                say(f"  beware: {record['documents']} of {data.text.documents} passages are in its index")


def search(settings: Settings, data: Data, results: Results, say: Say) -> None:
    for round_ in range(1, settings.rounds + 1):
        for kind in settings.kinds:
            file, match = KINDS[kind]
            if not data.queries_path(file, "typed").exists():
                continue
            for form in FORMS:
                for engine in in_turn([each for each in settings.chosen() if match in each.matches], round_):
                    _search(settings, data, results, say, engine, kind, form, round_)


def _search(settings: Settings, data: Data, results: Results, say: Say, engine: Engine, kind: str, form: str, round_: int) -> None:
    if results.has(what="search", engine=engine.name, kind=kind, form=form, round=round_):
        return
    file, match = KINDS[kind]
    head = {"what": "search", "engine": engine.name, "kind": kind, "form": form, "round": round_}
    queries = data.queries(file, form)[: settings.limit(engine, file)]
    index = settings.output.index(engine.index_of or engine.name, "speed")
    warm = min(settings.warm_seconds, 0.1) if engine.slow else settings.warm_seconds  # one pass is long enough
    try:
        record = measuring.search(settings, engine, index, queries, match, settings.top, settings.passes, warm).record
    except Failed as failure:
        results.add({**head, "error": str(failure)})
        say(f"search {round_}/{settings.rounds}  {kind:9} {form:8} {engine.name:15} failed: {failure}")
        return
    results.add({**head, **record})
    latencies = f"p50 {record['p50_us']:10,.1f}  p99 {record['p99_us']:10,.1f} µs"
    say(f"search {round_}/{settings.rounds}  {kind:9} {form:8} {engine.name:15} {latencies}{_disturbed(record)}")


def _disturbed(record: dict[str, float]) -> str:
    return f"  ({record['other_cpu']:.0%} of the processors at work for others)" if record["other_cpu"] > 0.05 else ""
