"""Which decision a letter tells of: the one its occasion is about, or the case as it stands."""

from __future__ import annotations

import store.occasions as occasions
from casework.decide import draft_decision
from casework.desk import Desk
from casework.gate import Intent
from records.decision import Decision
from records.occasions import RecordedOccasion
from rules.values import Outcome
from store import decisions


def told_of(desk: Desk, application: str, kind: str, decision: str | None = None) -> Decision:
    """The decision that a letter of this kind tells of; ``decision`` names it where it is known.

    Without one it is the decision that the recorded occasion is about, else the one that stands.
    Where nothing is decided it is the case as it stands today, with no outcome.
    """
    recorded = last_recorded(desk, application, kind)
    about = decision or (recorded.decision if recorded else None)
    if about is not None:
        return decisions.decision(desk.store, about)
    current = decisions.current_decision(desk.store, application)
    return current or as_it_stands(desk, application)


def as_it_stands(desk: Desk, application: str) -> Decision:
    """The case as it stands today, not decided. Raises GateClosed while facts contradict."""
    return draft_decision(desk, application, Intent(Outcome.CANNOT_TELL_YET, ""))


def last_recorded(desk: Desk, application: str, kind: str) -> RecordedOccasion | None:
    """What was recorded last on a case for a kind of letter; None where nothing was."""
    found = [each for each in occasions.occasions_of(desk.store, application) if each.kind == kind]
    return found[-1] if found else None
