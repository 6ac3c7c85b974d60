"""Since when a child has been helped: drawn from the first decision in the store that did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from records.application import Application
from records.child import Child
from records.fact import Fact
from records.london import day_in_london
from rules.quantities import day_in_words
from rules.values import KnownHow, Outcome
from store import applications, children, decisions
from store.store import Store

FACT = "first_helped_on"
HELPS = (Outcome.ENTITLED, Outcome.OFFERED)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that stands, of an application: what it was, by whom and when."""

    application: Application
    outcome: Outcome
    by: str
    at: datetime


def first_help(store: Store, application: Application, child: Child) -> Fact | None:
    """The fact for one case; None where no other case of the same child was decided to be helped.

    The case's own decision is no source: it would rest on itself. What is recorded on the case
    counts before this, so that an officer can correct it.
    """
    same = [each for each in children.children_of(store, child.household) if is_same(each, child)]
    found = [
        Decided(each, made.outcome, made.decided_by, made.decided_at)
        for one in same
        for each in applications.applications_of_child(store, one.id)
        if each.id != application.id and (made := decisions.current_decision(store, each.id))
    ]
    return first_of(application, found)


def first_helps(store: Store) -> dict[str, Fact]:
    """The same for every case that has one, by application id: read from the store at once."""
    known = {each.id: each for each in applications.list_applications(store)}
    decided: dict[tuple[str, str, date], list[Decided]] = {}
    who = {each.id: _key(each) for each in children.list_children(store)}
    for head in decisions.list_heads(store):
        one = known[head.application]
        made = Decided(one, head.outcome, head.decided_by, head.decided_at)
        decided.setdefault(who[one.child], []).append(made)
    facts = {
        each.id: first_of(each, decided[who[each.child]])
        for each in known.values()
        if who[each.child] in decided
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


def is_same(one: Child, other: Child) -> bool:
    """Whether two records are of one child: alike in household, name and day of birth."""
    return one.id == other.id or _key(one) == _key(other)


def first_of(application: Application, decided: Iterable[Decided]) -> Fact | None:
    """The first day of help among decisions of the same child's other cases, with its source."""
    earlier = [
        each
        for each in decided
        if each.outcome in HELPS
        and each.application.id != application.id
        and each.application.day_of_travel < application.day_of_travel
    ]
    first = min(earlier, key=lambda each: each.application.day_of_travel, default=None)
    if first is None:
        return None
    on = day_in_london(first.at)
    source = f"decision of {day_in_words(on)} on case {first.application.reference}"
    day = first.application.day_of_travel
    return Fact(FACT, day, KnownHow.RECORDED, source, first.by, on)


def _key(child: Child) -> tuple[str, str, date]:
    """What tells a child; while the day of birth is not known, the record alone."""
    if child.date_of_birth is None:
        return child.id, "", date.min
    return child.household, child.name.casefold(), child.date_of_birth
