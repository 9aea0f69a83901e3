"""The step that measures how good the ranked lists are, over texts with judgments."""

from __future__ import annotations

import shutil
from pathlib import Path

from peers import measuring
from peers.engines.protocol import Engine
from peers.judged import JudgedSet
from peers.measures import measure_run
from peers.measuring import Failed, Say
from peers.places import PROJECT
from peers.records import Record, Results
from peers.settings import FORMS, Settings
from peers.trec import Run, by_parent, read_run, write_queries
from peers.vanthu import ask, version

#: Ranked passages that are looked at: enough for a hundred documents by their best passages.
DEPTH_BY_DOCUMENT, DEPTH = 1000, 100
#: VanThu as it is meant to be used: it cuts documents itself and ranks them with all it knows of them.
OWN_WAY = "vanthu-whole"
OWN_LABEL = "VanThu, whole documents"


def quality(settings: Settings, sets: list[JudgedSet], results: Results, say: Say) -> None:
    for judged in sets:
        say(f"quality: {judged.about}")
        for engine in settings.chosen():
            if "any" in engine.matches and not (judged.large and engine.slow):
                _measure(settings, judged, engine, results, say)
        if judged.whole is not None and "vanthu" in settings.engines:
            _measure_own_way(settings, judged, judged.whole, results, say)


def _measure(settings: Settings, judged: JudgedSet, engine: Engine, results: Results, say: Say) -> None:
    forms = [form for form in FORMS if not results.has(what="quality", engine=engine.name, set=judged.name, form=form)]
    if not forms:
        return
    maker = engine.index_of or engine.name
    index = settings.output.index(maker, "speed" if judged.indexed else _folder_name(judged.name))
    names = judged.text.read_names()
    try:
        if not judged.indexed and (engine.index_of is None or not index.exists()):
            measuring.index(settings, engine, judged.text.lines, judged.text.bytes, index)
        for form in forms:
            depth = DEPTH_BY_DOCUMENT if judged.by_document else DEPTH
            found = measuring.search(settings, engine, index, judged.queries(form), "any", depth, 1, 0.0)
            run = {query: [names[ordinal] for ordinal in ordinals] for query, ordinals in found.hits.items()}
            _add(results, say, judged, engine.name, form, run, found.record["version"])
    except Failed as failure:
        for form in forms:
            results.add({"what": "quality", "engine": engine.name, "set": judged.name, "form": form, "error": str(failure)})
        say(f"quality  {judged.name:12} {engine.name:15} failed: {failure}")


def _add(results: Results, say: Say, judged: JudgedSet, engine: str, form: str, run: Run, software: str) -> None:
    figures = measure_run(judged.judgments, by_parent(run) if judged.by_document else run, [topic.id for topic in judged.topics[0]])
    record: Record = {
        "what": "quality",
        "engine": engine,
        "set": judged.name,
        "form": form,
        "version": software,
        "about": judged.about,
        "text_sha256": judged.text.sha256,
        **figures,
    }
    results.add(record)
    say(f"quality  {judged.name:12} {form:8} {engine:15} nDCG@10 {figures['ndcg@10']:.4f}  recall@100 {figures['recall@100']:.4f}")


def _measure_own_way(settings: Settings, judged: JudgedSet, whole: Path, results: Results, say: Say) -> None:
    forms = [form for form in FORMS if not results.has(what="quality", engine=OWN_WAY, set=judged.name, form=form)]
    if not forms:
        return
    index = settings.output.index(OWN_WAY, _folder_name(judged.name))
    shutil.rmtree(index, ignore_errors=True)
    index.parent.mkdir(parents=True, exist_ok=True)
    unit = "document" if judged.by_document else "passage"
    try:
        ask(settings.vanthu, "index", {"index": index}, whole, folder=PROJECT)
        for form in forms:
            topics, output = index.with_name(f"{OWN_WAY}.{form}.tsv"), index.with_name(f"{OWN_WAY}.{form}.trec")
            write_queries(topics, judged.queries(form))
            options = {"index": index, "topics": topics, "output": output, "by": unit, "top": DEPTH, "repeat": 1, "warm": 0}
            ask(settings.vanthu, "run", options)
            _add(results, say, judged, OWN_WAY, form, read_run(output), version(settings.vanthu))
    except (RuntimeError, OSError) as error:
        for form in forms:
            results.add({"what": "quality", "engine": OWN_WAY, "set": judged.name, "form": form, "error": str(error)[:300]})
        say(f"quality  {judged.name:12} {OWN_WAY:15} failed: {str(error)[:300]}")


def _folder_name(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name.lower())
