"""Figures that were confirmed near a limit, and those that families claimed, each kept as made."""

from __future__ import annotations

from records.figure import ClaimedFigure, ConfirmedFigure
from records.people import Person
from store.store import Store
from store.table import Table

_CONFIRMED = Table("confirmed figure", "confirmed_figures", ConfirmedFigure)
_CLAIMED = Table("claimed figure", "claimed_figures", ClaimedFigure)


def add_confirmed(store: Store, figure: ConfirmedFigure, by: Person) -> None:
    """Keep that a figure near a limit was confirmed."""
    _CONFIRMED.add(store, figure, by, "figure confirmed", figure.application, fact=figure.fact)


def confirmed_of(store: Store, application: str) -> tuple[ConfirmedFigure, ...]:
    """Give the figures confirmed in a case, oldest first."""
    return _CONFIRMED.where(store, "application = ?", application)


def add_claimed(store: Store, figure: ClaimedFigure, by: Person) -> None:
    """Keep a figure that a family claimed."""
    _CLAIMED.add(store, figure, by, "figure claimed", figure.application, way=figure.way.value)


def claimed_of(store: Store, application: str) -> tuple[ClaimedFigure, ...]:
    """Give the figures claimed in a case, oldest first."""
    return _CLAIMED.where(store, "application = ?", application)
