"""Figures that mislead: days in figures, counted days without a date, rounded distances."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from letters.language import MONTHS

_MONTH: Final = "|".join(MONTHS)
_WRITTEN: Final = re.compile(rf"\b\d{{1,2}} (?:{_MONTH}) \d{{4}}\b")
_IN_FIGURES: Final = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?![\w/-])"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th) (?:of )?(?:{_MONTH})\b",
)
_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS: Final = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER: Final = (
    rf"(?:\d+|\$\{{[^}}]*\}}|(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|{_ONES}|an?|a few|several)"
)
_TIME: Final = r"(?:days?|weeks?|fortnights?|months?)"
_COUNTED: Final = re.compile(
    rf"(?<![\w]){_NUMBER} (?:working|school|calendar|term|business) days?\b"
    rf"|\b(?:within|in the next|inside) (?:the next )?{_NUMBER} {_TIME}\b"
    rf"|\b(?:ha(?:ve|s|d)|gives?|given|get|allow(?:s|ed)?) (?:you )?{_NUMBER} {_TIME}\b"
    rf"|(?<![\w]){_NUMBER} {_TIME} (?:to (?!\d)|in which|from|after|of (?:receipt|receiving|this))",
    re.IGNORECASE,
)
_UNIT: Final = r"(?:miles?|mi|kilomet(?:re|er)s?|kms?|met(?:re|er)s?|yards?)\b"
_LOOSELY: Final = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|approximately|approx\.?|circa|just (?:over|under))"
    rf"\s+(?:\d[\d,.]*|a|one|two|three|four|five|six)\s+{_UNIT}",
    re.IGNORECASE,
)
_ONE_DECIMAL: Final = re.compile(rf"(?<![\d.,])\d+\.\d\s*{_UNIT}", re.IGNORECASE)
_KILOMETRES: Final = re.compile(
    r"(?<![\d.,])\d[\d,.]*\s*(?:kilomet(?:re|er)s?|kms?)\b", re.IGNORECASE
)


def dates_in_figures(text: str) -> Iterator[tuple[int, int]]:
    """Find days that are not written out: ``14/03/2027``, ``2027-03-14``, ``14th March``."""
    return (found.span() for found in _IN_FIGURES.finditer(text))


def days_without_a_date(sentence: str) -> Iterator[tuple[int, int]]:
    """Find a count of days, such as ``20 working days``, in a sentence that gives no date."""
    if _WRITTEN.search(sentence):
        return iter(())
    return (found.span() for found in _COUNTED.finditer(sentence))


def rounded_distances(text: str) -> Iterator[tuple[int, int]]:
    """Find distances that can read as on the other side of a limit: ``about 3 miles``, ``3.0``.

    A whole number of miles is how the law writes its limits, and stands.
    """
    spans = {found.span() for found in _LOOSELY.finditer(text)}
    for pattern in (_ONE_DECIMAL, _KILOMETRES):
        spans |= {one.span() for one in pattern.finditer(text) if not _inside(one.span(), spans)}
    return iter(sorted(spans))


def _inside(span: tuple[int, int], others: set[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)
