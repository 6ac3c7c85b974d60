"""The *period*: from which day to which day help runs, what ends it, and when it is reviewed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rules.arrangement import DUE, is_due
from rules.contribution import NO_GROUND
from rules.dates import school_year
from rules.decide import decide
from rules.end_marks import (
    Mark,
    earliest_sure,
    marks,
    missing_of,
    of_kind,
    open_before,
    touching,
    unread_of,
)
from rules.living_grounds import Ground, Lived, lived
from rules.part_values import Period, PeriodOutcome
from rules.policy import PolicyVersion
from rules.problems import NoPolicyInForce
from rules.recommendation import Finding, Recommendation
from rules.timeline import FactsOn, Stretch, timeline
from rules.values import EndsAs, Facts, Outcome

NO_PERIOD = Period(PeriodOutcome.NONE, None, None, None, None, None, (), None)


@dataclass(frozen=True, slots=True)
class Case:
    """One child under one version: the facts by day, and the first day of help."""

    policy: PolicyVersion
    facts: FactsOn
    start: date


@dataclass(frozen=True, slots=True)
class Held:
    """How long an outcome itself holds, on which grounds, why no longer; what may lengthen it."""

    stretches: tuple[Ground, ...]
    why: str
    missing: tuple[str, ...]

    @property
    def until(self) -> date:
        """The last day on which it holds."""
        return self.stretches[-1].last

    @property
    def grounds(self) -> tuple[str, ...]:
        """Every ground it holds on, on one day or another."""
        return tuple(each for stretch in self.stretches for each in stretch.grounds)


def period(
    policy: PolicyVersion,
    facts: Facts,
    recommendation: Recommendation,
    facts_on: FactsOn | None = None,
    granted: bool = False,
) -> Period:
    """From the day of travel to the earliest end: of an ``ends`` that is met, or of the outcome.

    An ``ends`` that ``touches`` some grounds leaves the others: help ends with the last of them.
    One that is not met at first counts from the day on which it is; it never ends help before the
    day before. Looks at the school year of the day of travel, within the days that the version
    governs and has figures for. ``facts_on`` gives the facts of a later day where some hold for a
    time only. ``granted``: an officer gives help by discretion where the outcome gives none; it
    runs to the end of the school year unless an ``ends`` is met. Raises as ``decide`` does.
    """
    eligibility, start = recommendation.eligibility, recommendation.day_of_travel
    if eligibility.outcome is Outcome.NOT_ENTITLED and not granted:
        return NO_PERIOD
    if not is_due(recommendation, granted):
        return _open(start, eligibility.missing, eligibility.unread)
    if start is None:
        return _open(None, ("day_of_travel",), ())
    case = Case(policy, facts_on or (lambda _: facts), start)
    due = eligibility.outcome in DUE
    held = _held(case, eligibility.outcome) if due else _granted(case, eligibility.grounds)
    found = marks(policy, case.facts, start, held.until)
    return _ended(case, held, touching(found, held.grounds))


def last_looked_at(policy: PolicyVersion, start: date) -> date:
    """The end of the school year of a day, or the last day before it that a version governs."""
    end = date(school_year(start) + 1, 8, 31)
    until = policy.travel_until
    return until if until is not None and start <= until < end else end


def _held(case: Case, outcome: Outcome) -> Held:
    found, following = [], None
    for stretch in _stretches(case):
        if stretch.outcome is not outcome:
            following = stretch
            break
        found.append(Ground(stretch.first, stretch.last, stretch.grounds))
    missing = following.recommendation.eligibility.missing if following else ()
    return Held(tuple(found), _why(case, found[-1].last, following), missing)


def _granted(case: Case, grounds: tuple[str, ...]) -> Held:
    """Help by discretion: no outcome ends it, and its grounds are what raised it."""
    last = last_looked_at(case.policy, case.start)
    stretch = Ground(case.start, last, grounds or (NO_GROUND,))
    return Held((stretch,), _why(case, last, None), ())


def _stretches(case: Case) -> tuple[Stretch, ...]:
    """The year's stretches, as far as the version has figures for them."""
    last = last_looked_at(case.policy, case.start)
    try:
        return timeline(case.policy, case.facts, case.start, last)
    except NoPolicyInForce:
        # A figure that is missing for a later day is no reason not to help until then.
        return timeline(case.policy, case.facts, case.start, _last_with_figures(case, last))


def _last_with_figures(case: Case, last: date) -> date:
    """The last day before a dated parameter that has a value on the first day is without one."""
    gaps = [
        date.fromordinal(each.end)
        for parameter in case.policy.parameters.values()
        for each in parameter.values
        if each.end is not None
        and case.start.toordinal() <= each.end < last.toordinal()
        and not any(other.start == each.end + 1 for other in parameter.values)
    ]
    return min(gaps, default=case.start)


def _why(case: Case, until: date, following: Stretch | None) -> str:
    if following is not None:
        return following.begins or "a fact that holds for a time only"
    if (until.month, until.day) == (8, 31):
        return "the school year ends"
    ends = until == case.policy.travel_until
    return "this policy ends" if ends else "this policy has no figures for the days after that"


def _ended(case: Case, held: Held, found: list[Mark]) -> Period:
    ends = of_kind(found, EndsAs.END)
    told = lived(held.stretches, [each for each in ends if each.sure])
    at_worst = lived(held.stretches, [replace(each, sure=True) for each in ends])
    if at_worst.until < told.until:
        could_end = open_before(ends, told.until)
        return _open(case.start, missing_of(could_end), unread_of(could_end))
    if told.end and told.until < case.start:
        by, why = _finding(case, told.end), told.end.provision.title
        return Period(PeriodOutcome.OVER, case.start, None, by, None, None, (), why)
    reviews = of_kind(found, EndsAs.REVIEW)
    return _runs(case, held, told, [each for each in reviews if each.day <= told.until])


def _runs(case: Case, held: Held, told: Lived, reviews: list[Mark]) -> Period:
    first = earliest_sure(reviews)
    wants = open_before(reviews, first.day if first else None)
    review = None if wants else first
    lengthening = () if told.end else held.missing
    return Period(
        outcome=PeriodOutcome.RUNS,
        from_day=case.start,
        until=told.until,
        ended_by=_finding(case, told.end),
        review_on=max(review.day, case.start) if review else None,
        reviewed_by=_finding(case, review),
        missing=tuple(dict.fromkeys((*lengthening, *missing_of(wants)))),
        why=told.end.provision.title if told.end else held.why,
        unread=unread_of(wants),
    )


def _finding(case: Case, mark: Mark | None) -> Finding | None:
    """What a provision said on the day it was first met."""
    if mark is None:
        return None
    found = decide(case.policy, {**case.facts(mark.seen_on), "day_of_travel": mark.seen_on})
    return next(each for each in found.findings if each.provision == mark.provision.id)


def _open(start: date | None, missing: tuple[str, ...], unread: tuple[str, ...]) -> Period:
    return Period(
        PeriodOutcome.CANNOT_TELL_YET, start, None, None, None, None, missing, None, unread
    )
