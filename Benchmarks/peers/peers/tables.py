"""Tables in Markdown, and numbers in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]], text: Iterable[int] = (0,)) -> str:
    """Columns hold numbers, set to the right, but for those named as text; at the least the first is."""
    left = {0, *text}
    lines = [head, ["---" if column in left else "---:" for column in range(len(head))], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def number(value: float | None, digits: int = 1) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


def micro(value: float) -> str:
    """Microseconds with three digits that mean something."""
    return number(value, 1 if value < 100 else 0)


def mega(value: float | None) -> str:
    return "–" if value is None else number(value / 1e6)


def percent(share: float) -> str:
    return f"{share:.0%}"
