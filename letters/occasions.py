"""What an occasion gives to a letter: its placeholders and its conditions, by name.

They are drawn from the fields of the records themselves: a field of text, a day or a sum is a
placeholder, a yes or no is a condition, and a list is a @part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import Field, fields
from datetime import date
from typing import Any, Final, get_args, get_type_hints

from letters.matter import Matter
from letters.phrases import Phrase
from records.changes import GrantedInError, HelpChanged, RefusedInError
from records.occasion import MILLIMETRES, OPTIONAL, PENCE, UNIT, label_of
from records.offers import BudgetOffer, ContributionAsked, EvidenceAsked
from records.reviews import (
    Hearing,
    LateRequest,
    MoreTime,
    Onwards,
    PanelOutcome,
    ReviewOutcome,
    ReviewReceived,
)
from rules.quantities import day_in_words, miles, pounds

OCCASIONS: Final[tuple[type, ...]] = (
    EvidenceAsked, BudgetOffer, ContributionAsked, HelpChanged, GrantedInError, RefusedInError,
    ReviewReceived, ReviewOutcome, Hearing, PanelOutcome, LateRequest, MoreTime, Onwards,
)  # fmt: skip

KEPT: Final = frozenset({"told_apart"})
"""Fields that stay with the record and are no part of a letter."""


WHERE_TAKEN: Final = frozenset({"reviewer_role", "outcome_due"})
"""Fields that must be known of a late request that is taken, and of no other."""


def occasion_phrases() -> dict[str, Phrase]:
    """Give the placeholders of all occasions by name."""
    return {
        one.name: Phrase(label_of(one), _reader(one))
        for one, kind in _fields()
        if kind in (str, date, int)
    }


def occasion_conditions() -> dict[str, Callable[[Matter], bool | None]]:
    """Give the yes-or-no fields of all occasions as conditions; None is not known.

    A field that need not be known has a condition of its own: ``has_`` and its name.
    """
    told = {one.name: _told(one.name) for one, kind in _fields() if kind is bool}
    optional = [
        one.name
        for one, kind in _fields()
        if one.metadata[OPTIONAL] and kind is not bool and one.name not in WHERE_TAKEN
    ]
    return told | {f"has_{name}": _given(name) for name in optional}


def occasion_lists() -> dict[str, str]:
    """Give the lists of all occasions: the name of each with its label."""
    lists = (tuple[str, ...], tuple[date, ...])
    return {one.name: label_of(one) for one, kind in _fields() if kind in lists}


def occasion_days() -> frozenset[str]:
    """Give the placeholders of all occasions that are filled with a day."""
    return frozenset(one.name for one, kind in _fields() if kind is date)


def _fields() -> Iterator[tuple[Field[Any], Any]]:
    """Give each field of each occasion with the type it has when it is known."""
    for occasion in OCCASIONS:
        hints = get_type_hints(occasion)
        for one in fields(occasion):
            if one.name not in KEPT:
                yield one, _known_type(hints[one.name])


def _known_type(hint: Any) -> Any:
    """Give a field's type without the None that stands for not known."""
    named = [each for each in get_args(hint) if each is not type(None)]
    return named[0] if type(None) in get_args(hint) else hint


def of(matter: Matter, name: str) -> Any:
    """Give a field of the matter's occasion; None where it has none of that name."""
    return getattr(matter.occasion, name, None)


def _reader(one: Field[Any]) -> Callable[[Matter], str | None]:
    def read(matter: Matter) -> str | None:
        value = of(matter, one.name)
        return None if value is None else in_words(value, one.metadata[UNIT])

    return read


def in_words(value: object, unit: str | None = None) -> str:
    """Write a value out: a day, a sum, a length, a count, or a text as it stands."""
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, int) and unit == PENCE:
        return pounds(value)
    if isinstance(value, int) and unit == MILLIMETRES:
        return miles(value)
    return str(value)


def _given(name: str) -> Callable[[Matter], bool | None]:
    return lambda matter: bool(of(matter, name))


def _told(name: str) -> Callable[[Matter], bool | None]:
    return lambda matter: of(matter, name)
