"""Which kinds of letter fit a case now, and why the others do not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import letters as words
from casework.desk import Desk
from casework.letters.matter import kind_of_decision
from casework.letters.names import in_sentence
from casework.letters.of_case import HELPS, CaseLetters, case_letters
from casework.letters.rights import NAMES_OF_DECISION, may_write
from records.application import Stage
from records.people import Person
from records.reviews import Hearing, PanelOutcome, ReviewOutcome, ReviewReceived
from rules.quantities import day_in_words
from rules.values import Outcome

NOT_DECIDED = "The case is not decided yet."
NO_OUTCOME = "No stage one outcome is recorded."


@dataclass(frozen=True, slots=True)
class KindNow:
    """A kind of letter on a case: its name and title, and why it does not fit (empty: it fits).

    ``asks`` says that something is recorded for it first, ``recorded`` that it has been. ``mine``
    says that the person at the desk writes letters of the kind.
    """

    name: str
    title: str
    why_not: str
    asks: bool
    recorded: bool
    mine: bool


def letter_kinds_now(desk: Desk, application: str) -> tuple[KindNow, ...]:
    """Every kind of letter with what stands against it on this case, in the order of the kinds."""
    now = case_letters(desk, application)
    recorded = {each.kind for each in now.occasions}
    return tuple(
        KindNow(
            kind.name,
            kind.title,
            why_not(now, kind.name, desk.person),
            kind.occasion is not None,
            kind.name in recorded,
            may_write(desk.person, kind.name),
        )
        for kind in words.KINDS.values()
    )


def why_not(now: CaseLetters, kind: str, person: Person) -> str:
    """Say why a kind of letter does not fit a case now; empty where it fits."""
    if now.application.stage is Stage.WITHDRAWN:
        return "The application was withdrawn."
    found = _of_decision(now, kind) if kind in NAMES_OF_DECISION else _FITS[kind](now)
    if not found and not may_write(person, kind):
        return _others_write(kind)
    return found


def _others_write(kind: str) -> str:
    if kind in NAMES_OF_DECISION:
        return "An officer writes this letter."
    return "An officer or the senior reviewer writes this letter."


def _of_decision(now: CaseLetters, kind: str) -> str:
    if now.current is None:
        return NOT_DECIDED
    fitting = kind_of_decision(now.current)
    if fitting == kind:
        return ""
    return f"The decision is told by {in_sentence(fitting)}."


def _before_decision(now: CaseLetters) -> str:
    if now.current is None or _in_review(now):
        return ""
    return "The case is decided, and no review is under way."


def _in_review(now: CaseLetters) -> bool:
    """Whether a stage has been asked for and not been decided."""
    stages = (ReviewReceived, ReviewOutcome, Hearing, PanelOutcome)
    last = next((o for o in reversed(now.occasions) if isinstance(o.occasion, stages)), None)
    return last is not None and isinstance(last.occasion, ReviewReceived | Hearing)


def _helped(now: CaseLetters) -> str:
    if now.current is None:
        return NOT_DECIDED
    return "" if now.helps else "The decision that stands gives no help."


def _was_helped(now: CaseLetters) -> str:
    if now.current is None:
        return NOT_DECIDED
    helped = any(each.outcome in HELPS for each in now.decisions)
    return "" if helped else "No help was given that could end or change."


def _corrected(before: tuple[Outcome, ...], what: str) -> Callable[[CaseLetters], str]:
    """The correct decision must be in the record, and the wrong one before it."""

    def fits(now: CaseLetters) -> str:
        if now.current is None:
            return NOT_DECIDED
        earlier = now.decisions[:-1]
        if any(each.outcome in before for each in earlier) and now.current.outcome not in before:
            return ""
        return f"No decision in the record corrects {what}. Decide the case again first."

    return fits


def _asked_for(now: CaseLetters) -> str:
    return NOT_DECIDED if now.current is None else ""


def _asked_for_review(now: CaseLetters) -> str:
    return "" if now.requested(1) else "No request for a review is recorded."


def _asked_for_panel(now: CaseLetters) -> str:
    """A hearing follows a request for stage two, which follows stage one's outcome."""
    if now.last(ReviewOutcome) is None:
        return NO_OUTCOME
    if now.requested(2):
        return ""
    return "No request for stage two is recorded since the stage one outcome."


def _after(kind: type, words_: str) -> Callable[[CaseLetters], str]:
    return lambda now: "" if now.last(kind) else words_


def _late(now: CaseLetters) -> str:
    if now.clock is None:
        return "No letter was sent that sets a last day to ask."
    if now.clock.left is None:
        return ""
    return f"A request is in time until {day_in_words(now.clock.last_day)}."


def _over(now: CaseLetters) -> str:
    if now.last(PanelOutcome):
        return ""
    return "The council's own reviews are not over: no panel outcome is recorded."


_FITS: Final[dict[str, Callable[[CaseLetters], str]]] = {
    "more-evidence": _before_decision,
    "travel-budget": _helped,
    "withdrawal-or-change": _was_helped,
    "granted-in-error": _corrected(HELPS, "help that was given"),
    "refused-in-error": _corrected((Outcome.NOT_ENTITLED,), "a refusal"),
    "stage-1-acknowledgement": _asked_for,
    "stage-1-outcome": _asked_for_review,
    "stage-2-acknowledgement": _after(ReviewOutcome, NO_OUTCOME),
    "stage-2-invitation": _asked_for_panel,
    "stage-2-outcome": _after(Hearing, "No hearing is recorded."),
    "late-appeal": _late,
    "extension": _before_decision,
    "signposting": _over,
}
"""What each letter of an occasion wants of the case."""
