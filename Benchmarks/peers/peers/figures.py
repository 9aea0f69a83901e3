"""The few statistics that are needed: percentiles, spreads, and how alike two orders are."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile: the least value that at least `share` per cent of the values do not exceed."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    return ordered[min(len(ordered), max(1, math.ceil(share / 100 * len(ordered)))) - 1]


def medians(passes: Sequence[Sequence[float]]) -> list[float]:
    """Each query's median over the passes."""
    return [statistics.median(column) for column in zip(*passes, strict=True)]


def spread(values: Sequence[float]) -> float:
    """The greatest by the least: 1 when nothing varies."""
    return max(values) / min(values) if values and min(values) > 0 else math.nan


def kendall_tau(a: Sequence[float], b: Sequence[float]) -> float:
    """Kendall's tau-b of two lists of values for the same things: 1 same order, -1 opposite, not a number without order."""
    concordant = discordant = ties_a = ties_b = 0
    for i in range(len(a)):
        for j in range(i):
            sign_a, sign_b = _sign(a[i] - a[j]), _sign(b[i] - b[j])
            ties_a += sign_a == 0
            ties_b += sign_b == 0
            concordant += sign_a * sign_b > 0
            discordant += sign_a * sign_b < 0
    pairs = len(a) * (len(a) - 1) // 2
    scale = math.sqrt((pairs - ties_a) * (pairs - ties_b))
    return (concordant - discordant) / scale if scale else math.nan


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def spearman_rho(a: Sequence[float], b: Sequence[float]) -> float:
    """Spearman's rho: the correlation of ranks, equal values sharing the mean of theirs."""
    if len(a) < 2:
        return math.nan
    ranks_a, ranks_b = ranks(a), ranks(b)
    if len(set(ranks_a)) == 1 or len(set(ranks_b)) == 1:
        return math.nan
    return statistics.correlation(ranks_a, ranks_b)


def ranks(values: Sequence[float]) -> list[float]:
    """1 for the least; equal values get the mean of the ranks they take."""
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) + 1) / 2 for value in values]
