"""Determinations of how one child must travel; a later one of a kind supersedes."""

from __future__ import annotations

from records.determination import Determination
from records.people import Person
from store.store import Store
from store.table import Table

_DETERMINATIONS = Table("determination", "determinations", Determination)


def add_determination(store: Store, made: Determination, by: Person) -> None:
    """Add a determination; an earlier one of its kind stays and no longer counts."""
    said: dict[str, object] = {"id": made.id, "kind": made.kind, "outcome": made.outcome}
    said |= {"authorised_by": made.authorised_by, "review_on": made.review_on}
    _DETERMINATIONS.add(store, made, by, "determination made", made.application, **said)


def determinations_of(store: Store, application: str) -> tuple[Determination, ...]:
    """Give the determinations of a case that count: the latest of each kind."""
    latest = "seq IN (SELECT max(seq) FROM determinations WHERE application = ? GROUP BY kind)"
    return _DETERMINATIONS.where(store, latest, application)


def every_determination_of(store: Store, application: str) -> tuple[Determination, ...]:
    """Give every determination ever made in a case, oldest first."""
    return _DETERMINATIONS.where(store, "application = ?", application)
