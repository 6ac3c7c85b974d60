"""Where families live."""

from __future__ import annotations

from records.child import Household
from records.people import Person
from store.earlier import Earlier
from store.store import Store
from store.table import Table

_HOUSEHOLDS = Table("household", "households", Household)


def add_household(store: Store, household: Household, by: Person) -> None:
    """Add a household."""
    _HOUSEHOLDS.add(store, household, by, "household added", household.id)


def correct_household(store: Store, household: Household, by: Person) -> None:
    """Write down a household's new or corrected address; the earlier one is kept."""
    _HOUSEHOLDS.correct(store, household, by, "household corrected")


def household(store: Store, id: str) -> Household:
    """Give a household. Raises NotThere."""
    return _HOUSEHOLDS.get(store, id)


def list_households(store: Store) -> tuple[Household, ...]:
    """Give every household, in the order they were added."""
    return _HOUSEHOLDS.where(store)


def households_at(store: Store, postcode: str) -> tuple[Household, ...]:
    """Give the households of a postcode, however it is spaced or in which letters."""
    same = "replace(upper(postcode), ' ', '') = ?"
    return _HOUSEHOLDS.where(store, same, "".join(postcode.upper().split()))


def earlier_households(store: Store, id: str) -> tuple[Earlier[Household], ...]:
    """Give a household as it stood before each correction, oldest first."""
    return _HOUSEHOLDS.past(store, id)
