"""Everybody who worked on a case: none of them may review it, or sit on its panel."""

from __future__ import annotations

from collections.abc import Iterable

from casework.desk import Desk
from letters.same_person import Likeness, likeness
from records.decision import Decision
from records.people import Person
from store import audit
from store.audit import AuditLine
from store.people import list_people

HEARD = frozenset({"stage-2-acknowledgement", "stage-2-invitation", "stage-2-outcome"})
"""Writing down what a panel was asked and did is not work on the case that it heard."""


def touched_by(desk: Desk, decision: Decision, before: str | None = None) -> tuple[str, ...]:
    """Their names, in the order in which they came to it.

    ``before`` is an occasion's id: whoever came to the case with it or after it is not named.
    """
    lines = audit.lines(desk.store, decision.application)
    until = next((line.seq for line in lines if before and line.body.get("id") == before), None)
    worked = [
        line.by_name
        for line in lines
        if line.by != audit.PROGRAM and _is_work(line) and (until is None or line.seq < until)
    ]
    judged = [each.by_name for each in decision.judgements]
    return tuple(dict.fromkeys((*worked, *judged, decision.decided_by_name)))


def known_apart(desk: Desk, decision: Decision, occasion: object | None) -> tuple[str, ...]:
    """The reviewers and panel members of an occasion who are known to be nobody of the case.

    They are people of the store with another id than all who worked on it, however like the names.
    """
    lines = audit.lines(desk.store, decision.application)
    worked = {each.by for each in lines if _is_work(each)} | {decision.decided_by}
    people = list_people(desk.store)
    return tuple(
        name for name in acting_in(occasion) if (who := _ids(name, people)) and not who & worked
    )


def acting_in(occasion: object | None) -> tuple[str, ...]:
    """The reviewer, or the members of the panel, that an occasion names."""
    reviewer = getattr(occasion, "reviewer", None)
    return (*((reviewer,) if reviewer else ()), *getattr(occasion, "panel_names", ()))


def _ids(name: str, people: Iterable[Person]) -> set[str]:
    return {each.id for each in people if likeness(each.name, name) is Likeness.SAME}


def _is_work(line: AuditLine) -> bool:
    return not (line.what == "occasion recorded" and line.body.get("kind") in HEARD)
