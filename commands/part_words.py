"""How ``assess`` prints the parts beside eligibility: paying, travel, days, protection, solo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from casework.part_words import Told, told
from rules.part_values import Parts
from rules.vocabulary import FactWord


def part_lines(parts: Parts, asked: Iterable[str], words: Mapping[str, FactWord]) -> list[str]:
    """The parts asked for, as lines for a reader."""
    found = told(parts)
    lines = [line for name in asked for line in ["", *_lines(found[name], words)]]
    return [*lines, ""]


def _lines(every: Iterable[Told], words: Mapping[str, FactWord]) -> list[str]:
    return [
        line
        for each in every
        for line in (
            each.head,
            *(f"  {below}" for below in each.lines),
            *(f"  still to be found out: {words[name].question}" for name in each.missing),
        )
    ]
