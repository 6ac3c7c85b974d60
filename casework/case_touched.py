"""Everybody who worked on a case: none of them may review it, or sit on its panel."""

from __future__ import annotations

from datetime import datetime

from casework.desk import Desk
from records.decision import Decision
from store import audit
from store.audit import AuditLine

HEARD = frozenset({"stage-2-invitation", "stage-2-outcome"})
"""Writing down what a panel did is not work on the case that it heard."""


def touched_by(desk: Desk, decision: Decision, before: datetime | None = None) -> tuple[str, ...]:
    """Their names, in the order in which they came to it; ``before`` a moment, or until now."""
    lines = audit.lines(desk.store, decision.application)
    worked = [
        line.by_name
        for line in lines
        if line.by != audit.PROGRAM and _is_work(line) and (before is None or line.at < before)
    ]
    judged = [each.by_name for each in decision.judgements]
    return tuple(dict.fromkeys((*worked, *judged, decision.decided_by_name)))


def _is_work(line: AuditLine) -> bool:
    return not (line.what == "occasion recorded" and line.body.get("kind") in HEARD)
