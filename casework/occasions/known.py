"""What the record already knows of an occasion, so that only the rest is asked.

A day that follows from another is given as usual practice counts it; whoever fills the form in
sees it and may set another. Nothing else is guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from casework.assess import assess
from casework.desk import Desk
from casework.last_day import last_day_of_decision
from casework.letters.clocks import last_day_to_ask
from casework.letters.of_case import CaseLetters, case_letters
from casework.occasions.words import DECIDED, evidence_wanted
from casework.working_days import (
    PANEL_DECIDED_WITHIN,
    REVIEW_DECIDED_WITHIN,
    after,
    decision_clock,
)
from records.changes import GrantedInError, HelpChanged, RefusedInError
from records.occasions import OCCASION_OF, REQUEST_OF, Occasion
from records.offers import BudgetOffer, ContributionAsked, EvidenceAsked
from records.reviews import (
    Hearing,
    LateRequest,
    MoreTime,
    Onwards,
    PanelOutcome,
    ReviewOutcome,
    ReviewReceived,
)
from rules.values import Outcome


def known_occasion(desk: Desk, application: str, kind: str) -> Occasion:
    """The occasion of a kind as far as the record tells it: what was recorded last, else what is
    known of the case; all else is None.
    """
    now = case_letters(desk, application)
    wanted = OCCASION_OF[kind]
    recorded = [each.occasion for each in now.occasions if each.kind == kind]
    if kind == REQUEST_OF[2]:
        asked = now.requested(2)
        return asked.occasion if asked else _panel_asked_for(desk, now)
    return recorded[-1] if recorded else _KNOWN[wanted](desk, now)


def review_due(received_on: date) -> date:
    """The day by which a review asked for on a day is decided."""
    return after(received_on, REVIEW_DECIDED_WITHIN)


def _evidence(desk: Desk, now: CaseLetters) -> Occasion:
    return EvidenceAsked(items=evidence_wanted(assess(desk, now.application.id)))


def _budget(desk: Desk, now: CaseLetters) -> Occasion:
    starts, ends = _help_days(now)
    return BudgetOffer(budget_starts_on=starts, budget_ends_on=ends)


def _changed(desk: Desk, now: CaseLetters) -> Occasion:
    found, current = HelpChanged(), now.current
    if current is None or len(now.decisions) < 2:
        return found
    before = now.decisions[-2]
    return replace(
        found,
        withdrawn=current.outcome is Outcome.NOT_ENTITLED,
        help_before=DECIDED[before.outcome],
        help_after=DECIDED[current.outcome],
    )


def _refused_wrongly(desk: Desk, now: CaseLetters) -> Occasion:
    starts, _ = _help_days(now)
    return RefusedInError(help_starts_on=starts)


def _received(desk: Desk, now: CaseLetters) -> Occasion:
    today = desk.today()
    return ReviewReceived(
        received_on=today, outcome_due=review_due(today), was_due_on=now.last_day(1)
    )


def _panel_asked_for(desk: Desk, now: CaseLetters) -> Occasion:
    today = desk.today()
    due = after(today, PANEL_DECIDED_WITHIN)
    return ReviewReceived(received_on=today, outcome_due=due, was_due_on=now.last_day(2))


def _first_outcome(desk: Desk, now: CaseLetters) -> Occasion:
    about, current = now.reviewed(), now.current
    changed = bool(about and current and about.id != current.id)
    return ReviewOutcome(
        changed=changed if about else None,
        what_now=DECIDED[current.outcome] if current else None,
        rationale=current.reasons if changed and current else None,
        stage_two_by=last_day_to_ask(desk.today()),
    )


def _hearing(desk: Desk, now: CaseLetters) -> Occasion:
    return Hearing()


def _second_outcome(desk: Desk, now: CaseLetters) -> Occasion:
    about, current, heard = now.heard(), now.current, now.last(Hearing)
    changed = bool(about and current and about.id != current.id)
    starts, ends = _help_days(now) if changed else (None, None)
    return PanelOutcome(
        changed=changed if about else None,
        what_now=DECIDED[current.outcome] if current else None,
        heard_on=heard[1].hearing_on if heard else None,
        panel_names=heard[1].panel_names if heard else (),
        rationale=current.reasons if changed and current else None,
        help_from=starts,
        help_until=ends,
    )


def _late(desk: Desk, now: CaseLetters) -> Occasion:
    due, today = now.clock.last_day if now.clock else None, desk.today()
    within = PANEL_DECIDED_WITHIN if now.clock and now.clock.stage == 2 else REVIEW_DECIDED_WITHIN
    return LateRequest(received_on=today, was_due_on=due, outcome_due=after(today, within))


def _longer(desk: Desk, now: CaseLetters) -> Occasion:
    asked = now.last(ReviewReceived)
    if asked is not None and now.current is not None:
        return MoreTime(what_is_late="the outcome of your review", first_due=asked[1].outcome_due)
    clock = decision_clock(now.application.received_on, desk.today())
    return MoreTime(what_is_late="our decision", first_due=clock.due)


def _onwards(desk: Desk, now: CaseLetters) -> Occasion:
    heard = now.last(PanelOutcome)
    return Onwards(ended_on=heard[1].heard_on if heard else None)


def _help_days(now: CaseLetters) -> tuple[date | None, date | None]:
    """The first and the last day of the help that stands; None where there is none."""
    if now.current is None or not now.helps:
        return None, None
    return now.current.recommendation.day_of_travel, last_day_of_decision(now.current)


_KNOWN: Final[dict[type[Occasion], Callable[[Desk, CaseLetters], Occasion]]] = {
    EvidenceAsked: _evidence,
    BudgetOffer: _budget,
    ContributionAsked: lambda desk, now: ContributionAsked(),
    HelpChanged: _changed,
    GrantedInError: lambda desk, now: GrantedInError(),
    RefusedInError: _refused_wrongly,
    ReviewReceived: _received,
    ReviewOutcome: _first_outcome,
    Hearing: _hearing,
    PanelOutcome: _second_outcome,
    LateRequest: _late,
    MoreTime: _longer,
    Onwards: _onwards,
}
"""How each occasion begins."""
