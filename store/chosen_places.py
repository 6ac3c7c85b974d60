"""The lines that officers put homes and gates on instead of the nearest, each with its reason."""

from __future__ import annotations

from records.measurement import ChosenPlace
from records.people import Person
from store.store import Store
from store.table import Table

_CHOSEN = Table("chosen place", "chosen_places", ChosenPlace)


def add_chosen(store: Store, chosen: ChosenPlace, by: Person) -> None:
    """Keep a choice; one for the same end counts instead of the earlier."""
    _CHOSEN.add(store, chosen, by, "place on the network chosen", chosen.application)


def chosen_of(store: Store, application: str) -> tuple[ChosenPlace, ...]:
    """Give every choice made in a case, oldest first."""
    return _CHOSEN.where(store, "application = ?", application)
