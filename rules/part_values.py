"""The parts of a recommendation beside eligibility, as values: what is paid, arranged, kept, ended.

Pure values, so that any room may hold them and the store may keep them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.recommendation import Finding, Step
from rules.values import Authoriser, Determined, Result, Standing


class ContributionOutcome(StrEnum):
    """Whether anything is to be paid."""

    NONE = "none"
    DUE = "due"
    WAIVED = "waived"
    CANNOT_TELL_YET = "cannot_tell_yet"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the text that a sum was worked out from: where it stands, and how surely."""

    name: str
    cites: str
    standing: Standing
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What is to be paid for a year, and in which parts; pence.

    ``provision`` is the rule that charges, ``cites`` where it stands, ``rule_standing`` how sure
    it is; ``sum_name`` the parameter that holds the sum before shares are taken of it, ``because``
    the case that chose it (None: no case had to), ``figures`` all that it was worked out from.
    ``standing`` is the weakest of the rule and its figures. Help owed by law is free: its outcome
    is ``none``. ``unread`` are the texts nobody here has read that leave it open.
    """

    outcome: ContributionOutcome
    annual_pence: int | None
    instalments: tuple[int, ...]
    provision: str | None
    cites: str | None
    missing: tuple[str, ...]
    sum_name: str | None = None
    because: Step | None = None
    standing: Standing | None = None
    unread: tuple[str, ...] = ()
    rule_standing: Standing | None = None
    figures: tuple[Figure, ...] = ()


class ArrangementOutcome(StrEnum):
    """How far the kind of travel is settled."""

    SUGGESTED = "suggested"
    CANNOT_TELL_YET = "cannot_tell_yet"
    FOR_AN_OFFICER = "for_an_officer"
    NOT_IN_THE_TEXT = "not_in_the_text"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The rung of the ladder that was reached.

    ``suggested`` is the least kind of travel found suitable (None: none, or not told yet);
    ``excluded`` are the lesser ones with the findings that exclude them; ``missing`` what is
    still to be judged, of the rung ``open`` that the climb stopped at; ``with_consent`` cites the
    law where the parent must agree. ``meanwhile`` is the travel until ``suggested`` is ready.
    """

    suggested: Finding | None
    excluded: tuple[Finding, ...]
    missing: tuple[str, ...]
    with_consent: str | None
    open: Finding | None = None
    meanwhile: Finding | None = None

    @property
    def outcome(self) -> ArrangementOutcome:
        """Whether a kind was found. Help is due: where no kind fits, an officer must settle it;
        a text without kinds of travel says nothing of it.
        """
        if self.suggested is not None:
            return ArrangementOutcome.SUGGESTED
        if self.open is not None:
            return ArrangementOutcome.CANNOT_TELL_YET
        found = ArrangementOutcome
        return found.FOR_AN_OFFICER if self.excluded else found.NOT_IN_THE_TEXT


class PeriodOutcome(StrEnum):
    """Whether it can be said from when to when help runs."""

    NONE = "none"
    RUNS = "runs"
    OVER = "over"
    CANNOT_TELL_YET = "cannot_tell_yet"


@dataclass(frozen=True, slots=True)
class Period:
    """From which day to which day help runs; both days are within it.

    ``until`` is the last day on which help is sure: ``ended_by`` ends it (None: the outcome itself
    does not hold longer, or the school year ends) and ``why`` says so in words. Where ``missing``
    names facts although help ``runs``, they could only lengthen it, or tell when it is looked at
    again. ``over``: an end that is met lies before the first day. ``review_on`` is the earliest day
    by which ``reviewed_by`` has it looked at again. ``unread`` as for a contribution.
    """

    outcome: PeriodOutcome
    from_day: date | None
    until: date | None
    ended_by: Finding | None
    review_on: date | None
    reviewed_by: Finding | None
    missing: tuple[str, ...]
    why: str | None
    unread: tuple[str, ...] = ()


class ProtectionOutcome(StrEnum):
    """Whether a child is kept on an older version."""

    NONE = "none"
    KEPT = "kept"
    CANNOT_TELL_YET = "cannot_tell_yet"


@dataclass(frozen=True, slots=True)
class Protection:
    """Whether a child is kept on an older version, and on which.

    ``keeps`` is that version's id; it need not be held. ``provision`` is what keeps the child (or,
    while it cannot be told, the first that may), ``cites`` where that stands. ``unread`` as for a
    contribution.
    """

    outcome: ProtectionOutcome
    keeps: str | None
    provision: Finding | None
    cites: str | None
    missing: tuple[str, ...]
    unread: tuple[str, ...] = ()


class DeterminationOutcome(StrEnum):
    """What a determination comes to on the criteria judged so far."""

    NEEDED = "needed"
    NOT_NEEDED = "not_needed"
    CANNOT_TELL_YET = "cannot_tell_yet"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a determination: its test, and the facts that could still settle it."""

    step: Step
    missing: tuple[str, ...]

    @property
    def result(self) -> Result:
        """How it came out."""
        return self.step.result


@dataclass(frozen=True, slots=True)
class Determination:
    """Whether travel alone, or an assistant, is needed: judged criterion by criterion.

    ``missing`` is what could still settle the whole. ``authoriser`` must authorise it before it
    counts (None: nobody beside whoever judges), and a day of review must be set where
    ``needs_review_date``.
    """

    name: Determined
    outcome: DeterminationOutcome
    provision: Finding
    criteria: tuple[Criterion, ...]
    missing: tuple[str, ...]
    cites: str
    standing: Standing
    authoriser: Authoriser | None
    needs_review_date: bool

    @property
    def needs_authoriser(self) -> bool:
        """Whether somebody must authorise it before it counts."""
        return self.authoriser is not None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a recommendation beside eligibility and duty.

    ``arrangement`` is None, and ``determinations`` are none, where no help is due.
    """

    contribution: Contribution
    arrangement: Arrangement | None
    period: Period
    protection: Protection
    determinations: tuple[Determination, ...]
