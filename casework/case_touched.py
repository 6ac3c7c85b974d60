"""Everybody who worked on a case: none of them may review it, or sit on its panel."""

from __future__ import annotations

from casework.desk import Desk
from records.decision import Decision
from store import audit
from store.audit import AuditLine

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


def _is_work(line: AuditLine) -> bool:
    return not (line.what == "occasion recorded" and line.body.get("kind") in HEARD)
