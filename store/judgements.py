"""What named people judged, with their reasons; a later judgement of a fact supersedes."""

from __future__ import annotations

from records.fact import Judgement
from records.people import Person
from store.store import Store
from store.table import Table

_JUDGEMENTS = Table("judgement", "judgements", Judgement)


def add_judgement(store: Store, judgement: Judgement, by: Person) -> None:
    """Add a judgement; an earlier one of the same fact stays and no longer counts."""
    said = {"fact": judgement.fact, "id": judgement.id}
    _JUDGEMENTS.add(store, judgement, by, "judgement made", judgement.application, **said)


def judgements_of(store: Store, application: str) -> tuple[Judgement, ...]:
    """Give the judgements of a case that count: the latest of each fact."""
    latest = "seq IN (SELECT max(seq) FROM judgements WHERE application = ? GROUP BY fact)"
    return _JUDGEMENTS.where(store, latest, application)


def judgements_of_all(store: Store) -> dict[str, tuple[Judgement, ...]]:
    """Give the judgements that count of every case by application id."""
    latest = "seq IN (SELECT max(seq) FROM judgements GROUP BY application, fact)"
    found: dict[str, list[Judgement]] = {}
    for one in _JUDGEMENTS.where(store, latest):
        found.setdefault(one.application, []).append(one)
    return {application: tuple(ones) for application, ones in found.items()}


def every_judgement_of(store: Store, application: str) -> tuple[Judgement, ...]:
    """Give every judgement ever made in a case, oldest first."""
    return _JUDGEMENTS.where(store, "application = ?", application)
