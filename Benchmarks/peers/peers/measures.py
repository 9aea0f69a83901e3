"""How good ranked lists are, by judgments: nDCG with the grade as gain, reciprocal rank, recall."""

from __future__ import annotations

import math
import statistics

from peers.trec import Judgments, Run

NAMES = ("ndcg@10", "mrr@10", "recall@10", "recall@100")


def measure_run(judgments: Judgments, run: Run, queries: list[str]) -> dict[str, float]:
    """Means over the queries that have a relevant document; one without an answer counts as 0."""
    judged = [query for query in queries if any(grade > 0 for grade in judgments.get(query, {}).values())]
    if not judged:
        raise RuntimeError("none of the queries has a relevant document")
    figures = [measure_query(judgments[query], run.get(query, [])) for query in judged]
    return {name: round(statistics.fmean(figure[name] for figure in figures), 4) for name in NAMES} | {"queries": len(judged)}


def measure_query(grades: dict[str, int], hits: list[str]) -> dict[str, float]:
    relevant = {document for document, grade in grades.items() if grade > 0}
    ideal = _discounted(sorted((grade for grade in grades.values() if grade > 0), reverse=True)[:10])
    first = next((rank for rank, document in enumerate(hits[:10], 1) if document in relevant), 0)
    return {
        "ndcg@10": _discounted([max(0, grades.get(document, 0)) for document in hits[:10]]) / ideal,
        "mrr@10": 1 / first if first else 0.0,
        "recall@10": len(relevant.intersection(hits[:10])) / len(relevant),
        "recall@100": len(relevant.intersection(hits[:100])) / len(relevant),
    }


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))
