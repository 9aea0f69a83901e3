"""The step that checks that engines which should find the same do so.

All engines fold alike, so every query of `all` and `phrase` without diacritics has one right answer: a set of passages. Where
an engine's set is not Lucene's, each passage that only one of them has is looked at, and the reason given if it is a known
one. For `any` there is no right answer: shared hits among the first ten say how alike the rankings are.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable
from typing import Any

from peers import measuring
from peers.engines import ENGINES
from peers.engines.protocol import Engine, read_lines
from peers.measuring import Failed, Say
from peers.records import Results
from peers.settings import KINDS, Settings
from peers.sources import Data
from peers.text import TABLE_SIZE, folded_words, strip_diacritics, tone_last, words

REFERENCE, REFERENCE_KEEPING = "lucene", "lucene-keep"
#: Sets are compared where both engines list them whole, below so many passages.
DEPTH = 5000
#: Passages of an exception that a record names.
EXAMPLES = 5
#: Passages of an exception that are looked at for a reason.
LOOKED_AT = 50
UNEXPLAINED = "unexplained"

Hits = dict[str, list[int]]

#: Characters that join the words beside them in Unicode's word boundaries, but end a run of letters and digits.
_FORMAT = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LOOSE_MARK = re.compile("[\u0300-\u036f]")  # in NFC text, what has no composed letter
#: The blocks that Unicode's Extended_Pictographic characters are of, which its newer word rules keep as words.
_PICTOGRAPH = re.compile("[\u203c-\u3299\U0001f000-\U0001faff]")
_STROKED, _ETH = re.compile("[đð]"), re.compile("[ðÐƉɖ]")
_JOINED = re.compile(r"[^\W_][.,:;'’‘·_․﹒＇．﹕：][^\W_]|[^\W_]_|_[^\W_]")


def compare_sets(engine: Hits, reference: Hits, queries: Iterable[str], depth: int) -> tuple[int, list[str]]:
    """How many queries both list whole, and those of them on which the sets differ."""
    compared, different = 0, []
    for query in queries:
        ours, theirs = engine.get(query, []), reference.get(query, [])
        if len(ours) >= depth or len(theirs) >= depth:
            continue
        compared += 1
        if set(ours) != set(theirs):
            different.append(query)
    return compared, different


def overlap(engine: Hits, reference: Hits, queries: Iterable[str], top: int = 10) -> float:
    """The mean share of the reference's first hits that are among the engine's first hits."""
    shares = []
    for query in queries:
        ours, theirs = engine.get(query, [])[:top], reference.get(query, [])[:top]
        longest = max(len(ours), len(theirs))
        shares.append(len(set(ours) & set(theirs)) / longest if longest else 1.0)
    return round(statistics.fmean(shares), 4) if shares else 1.0


def reason(engine: str, query: str, match: str, line: str, only_here: bool, typed: bool = False) -> str:
    """Why a passage is in one set and not in the other; typed: the other engine keeps diacritics."""
    folded = folded_words(query)
    held = _holds(folded_words(line), folded, match)
    if engine.startswith("sqlite") and any(_STROKED.search(word) and strip_diacritics(word) in folded for word in words(line)):
        return "đ is not folded"
    if _inside_words(_FORMAT, line, folded):
        return "soft hyphens or other format characters inside words"
    if engine.startswith(("tantivy", "sqlite")) and _inside_words(_LOOSE_MARK, line, folded):
        return "marks that do not compose (tone typed before the quality mark)"
    if typed and only_here and held and not _holds(words(line), words(query), match):
        return _other_form(query, match, line)
    if only_here and not held and engine == "pisa":
        return "words that no text has are left out of the query"
    if _inside_words(_JOINED, line, folded):
        return "words joined by a point, comma, colon, apostrophe or underscore are cut otherwise"
    if match == "phrase" and only_here and _PICTOGRAPH.search(line):
        return "a pictograph between the words is a word to Lucene"
    if any(ord(character) >= TABLE_SIZE and character.isalnum() for character in line):
        return "letters outside the folding table"
    return UNEXPLAINED


def _other_form(query: str, match: str, line: str) -> str:
    """In what VanThu's exact words are not the spelled ones."""
    stroked = _ETH.sub("đ", line.lower())
    if _holds(words(stroked), words(query), match):
        return "Ð (U+00D0) stands for Đ"
    if _holds([tone_last(word) for word in words(stroked)], [tone_last(word) for word in words(query)], match):
        return "the tone stands on the syllable's other vowel (ủy, uỷ)"
    return "a word typed or written without diacritics stands for its other forms"


def _inside_words(pattern: re.Pattern[str], line: str, asked: list[str]) -> bool:
    """Whether a run that holds what is looked for has one of these words, however it is cut."""
    for run in filter(pattern.search, line.split()):
        if set(folded_words(run)).union(folded_words(pattern.sub(" ", run))).intersection(asked):
            return True
    return False


def _holds(line: list[str], asked: list[str], match: str) -> bool:
    if match == "all":
        return set(asked) <= set(line)
    return any(line[start : start + len(asked)] == asked for start in range(len(line) - len(asked) + 1))


def agree(settings: Settings, data: Data, results: Results, say: Say) -> None:
    engines = settings.chosen()
    if REFERENCE not in settings.engines:
        say(f"agreement: skipped, it needs {REFERENCE} among the engines")
        return
    if "vanthu" in settings.engines and "vanthu-words" not in settings.engines:
        engines.append(ENGINES["vanthu-words"])  # words alone are what the peers rank
    for kind in ("all", "phrase", "any"):
        for form in ("stripped", "typed"):
            reference = ENGINES[REFERENCE if form == "stripped" else REFERENCE_KEEPING]
            others = [each for each in engines if each is not reference and kind in each.matches and _comparable(each, kind, form)]
            todo = [each for each in others if not results.has(what="agreement", engine=each.name, kind=kind, form=form)]
            if todo and reference.name in settings.engines:
                _agree(settings, data, results, say, kind, form, reference, todo)


def _comparable(engine: Engine, kind: str, form: str) -> bool:
    """Without diacritics all that fold are alike; with them only what tells them apart. Another ranking finds the same sets."""
    if kind != "any" and engine.index_of is not None:
        return False
    return engine.name.startswith("vanthu") if form == "typed" else not engine.keeps_diacritics


def _agree(
    settings: Settings, data: Data, results: Results, say: Say, kind: str, form: str, reference: Engine, engines: list[Engine]
) -> None:
    file, match = KINDS[kind]
    depth = settings.top if kind == "any" else DEPTH
    queries = data.queries(file, form)

    def hits(engine: Engine) -> Hits:
        asked = queries[: settings.limit(engine, file)]
        index = settings.output.index(engine.index_of or engine.name, "speed")
        return measuring.search(settings, engine, index, asked, match, depth, 1, 0.0).hits

    try:
        expected = hits(reference)
    except Failed as failure:
        say(f"agree  {kind:9} {form:8} {reference.name} failed: {failure}")
        return
    texts: list[str] = []
    for engine in engines:
        head: dict[str, Any] = {"what": "agreement", "engine": engine.name, "kind": kind, "form": form, "reference": reference.name}
        names = [query.id for query in queries[: settings.limit(engine, file)]]
        try:
            found = hits(engine)
        except Failed as failure:
            results.add({**head, "error": str(failure)})
            say(f"agree  {kind:9} {form:8} {engine.name:15} failed: {failure}")
            continue
        if kind == "any":
            record = {**head, "queries": len(names), "overlap@10": overlap(found, expected, names)}
            say(f"agree  {kind:9} {form:8} {engine.name:15} {record['overlap@10']:.3f} of the first ten are {reference.name}'s")
        else:
            texts = texts or list(read_lines(str(data.text.lines)))
            record = {
                **head,
                **_set_record(engine.name, match, found, expected, {q.id: q.text for q in queries}, names, texts, form == "typed"),
            }
            say(
                f"agree  {kind:9} {form:8} {engine.name:15} {record['same']} of {record['compared']} sets are {reference.name}'s"
                + "".join(f"; {count} {why}" for why, count in record["reasons"].items())
            )
        results.add(record)


def _set_record(
    engine: str, match: str, found: Hits, expected: Hits, queries: dict[str, str], names: list[str], texts: list[str], typed: bool
) -> dict[str, Any]:
    compared, different = compare_sets(found, expected, names, DEPTH)
    reasons: Counter[str] = Counter()
    exceptions = []
    for name in different:
        ours, theirs = set(found.get(name, [])), set(expected.get(name, []))
        looked_at = sorted(ours ^ theirs)[:LOOKED_AT]
        whys = {reason(engine, queries[name], match, texts[ordinal], ordinal in ours, typed) for ordinal in looked_at}
        why = UNEXPLAINED if UNEXPLAINED in whys else min(whys)
        reasons[why] += 1
        exceptions.append(
            {
                "query": queries[name],
                "reason": why,
                "only_here": len(ours - theirs),
                "only_reference": len(theirs - ours),
                "passages": sorted(ours ^ theirs)[:EXAMPLES],
            }
        )
    more = sum(1 for name in different if set(found.get(name, [])) >= set(expected.get(name, [])))
    return {
        "queries": len(names),
        "compared": compared,
        "same": compared - len(different),
        "holds_reference": more,
        "reasons": dict(reasons),
        "exceptions": sorted(exceptions, key=lambda each: each["reason"] != UNEXPLAINED),
    }
