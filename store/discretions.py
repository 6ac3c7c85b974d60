"""Discretion considered on a case: each time a record of its own, never edited."""

from __future__ import annotations

from records.decision import Discretion
from records.people import Person
from store.store import Store
from store.table import Table

_DISCRETIONS = Table("discretion", "discretions", Discretion)


def add_discretion(store: Store, discretion: Discretion, by: Person) -> None:
    """Add what was considered; an earlier consideration stays and no longer counts."""
    said = {"id": discretion.id, "power": discretion.power, "used": discretion.used}
    _DISCRETIONS.add(store, discretion, by, "discretion considered", discretion.application, **said)


def discretions_of(store: Store, application: str) -> tuple[Discretion, ...]:
    """Give every consideration of discretion on a case, oldest first."""
    return _DISCRETIONS.where(store, "application = ?", application)
