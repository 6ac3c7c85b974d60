"""The *period*: from which day to which day help runs, what ends it, and when it is reviewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rules.arrangement import DUE
from rules.change_days import change_days
from rules.dates import school_year
from rules.decide import decide
from rules.evaluate import Found, Run, provision_judged, value
from rules.part_values import Period, PeriodOutcome
from rules.policy import PolicyVersion, Provision
from rules.recommendation import Finding, Recommendation
from rules.timeline import FactsOn, Stretch, timeline
from rules.values import Effect, EndsAs, Facts, Outcome, Result, Standing

NO_PERIOD = Period(PeriodOutcome.NONE, None, None, None, None, None, (), None)


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that an ``ends`` provision sets, and the day on which it is first met or open.

    While it is open, ``day`` is the earliest it may set; ``missing`` could settle it.
    """

    provision: Provision
    day: date
    seen_on: date
    sure: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """How long an outcome itself holds, and what may be found out to lengthen that."""

    until: date
    why: str
    missing: tuple[str, ...]


def period(
    policy: PolicyVersion,
    facts: Facts,
    recommendation: Recommendation,
    facts_on: FactsOn | None = None,
) -> Period:
    """From the day of travel to the earliest end: of an ``ends`` that is met, or of the outcome.

    Looks at the school year of the day of travel, within the days that the version governs.
    ``facts_on`` gives the facts of a later day where some hold for a time only. An ``ends`` that is
    not met at first counts from the day on which it is; it never ends help before the day before.
    Raises as ``decide`` does.
    """
    eligibility, start = recommendation.eligibility, recommendation.day_of_travel
    if eligibility.outcome is Outcome.NOT_ENTITLED:
        return NO_PERIOD
    if eligibility.outcome not in DUE:
        return _open(start, eligibility.missing, eligibility.unread)
    if start is None:
        return _open(None, ("day_of_travel",), ())
    by_day = facts_on or (lambda _: facts)
    held = _held(policy, by_day, start, eligibility.outcome)
    marks = _marks(policy, by_day, start, held.until)
    return _ended(policy, by_day, start, held, marks)


def last_looked_at(policy: PolicyVersion, start: date) -> date:
    """The end of the school year of a day, or the last day before it that a version governs."""
    end = date(school_year(start) + 1, 8, 31)
    until = policy.travel_until
    return until if until is not None and start <= until < end else end


def _held(policy: PolicyVersion, facts: FactsOn, start: date, outcome: Outcome) -> Held:
    stretches = timeline(policy, facts, start, last_looked_at(policy, start))
    until, following = start, None
    for stretch in stretches:
        if stretch.outcome is not outcome:
            following = stretch
            break
        until = stretch.last
    return Held(until, _why(until, following), _wanted(following))


def _why(until: date, following: Stretch | None) -> str:
    if following is not None:
        return following.begins or "a fact that holds for a time only"
    return "the school year ends" if (until.month, until.day) == (8, 31) else "this policy ends"


def _wanted(following: Stretch | None) -> tuple[str, ...]:
    return following.recommendation.eligibility.missing if following else ()


def _marks(policy: PolicyVersion, facts: FactsOn, start: date, until: date) -> list[Mark]:
    ends = [each for each in policy.provisions if each.effect is Effect.ENDS]
    days = change_days(policy, facts(start), start, until) if ends else ()
    return [mark for each in ends for mark in _marks_of(policy, facts, each, days)]


def _marks_of(
    policy: PolicyVersion, facts: FactsOn, provision: Provision, days: tuple[date, ...]
) -> list[Mark]:
    """What a provision sets on the first day it is met, and may set on days before that."""
    found: list[Mark] = []
    for day in days:
        mark = _mark(Run(policy, {**facts(day), "day_of_travel": day}), provision, day)
        if mark is not None:
            found.append(mark)
            if mark.sure:
                break
    return found


def _mark(run: Run, provision: Provision, day: date) -> Mark | None:
    step, missing = provision_judged(run, provision.id)
    if step.result is Result.NOT_MET or provision.ending is None:
        return None
    on = value(run, provision.ending.on) if provision.ending.on else Found(None)
    before = day - timedelta(days=1)
    wants = tuple(dict.fromkeys((*missing, *on.missing)))
    if not isinstance(on.value, date):
        return Mark(provision, before, day, False, wants)
    return Mark(provision, max(on.value, before), day, step.result is Result.MET, wants)


def _ended(
    policy: PolicyVersion, facts: FactsOn, start: date, held: Held, marks: list[Mark]
) -> Period:
    ends = [each for each in marks if _ends_as(each) is EndsAs.END]
    first = _first([each for each in ends if each.sure and each.day < held.until])
    until = first.day if first else held.until
    could_end = [each for each in ends if not each.sure and each.day < until]
    if could_end:
        return _open(start, _missing(could_end), _unread(could_end))
    if until < start:
        ended_by = _finding(policy, facts, first)
        return Period(
            PeriodOutcome.OVER, start, None, ended_by, None, None, (), _title(first)
        )  # fmt: skip
    reviews = [each for each in marks if _ends_as(each) is EndsAs.REVIEW and each.day <= until]
    review, wants = _review(start, reviews)
    return Period(
        outcome=PeriodOutcome.RUNS,
        from_day=start,
        until=until,
        ended_by=_finding(policy, facts, first),
        review_on=review.day if review else None,
        reviewed_by=_finding(policy, facts, review),
        missing=tuple(dict.fromkeys((*(() if first else held.missing), *_missing(wants)))),
        why=_title(first) or held.why,
        unread=_unread(wants),
    )


def _review(start: date, reviews: list[Mark]) -> tuple[Mark | None, list[Mark]]:
    """The earliest day of review that is sure, with what may set an earlier one; None then."""
    first = _first([each for each in reviews if each.sure])
    wants = [each for each in reviews if not each.sure and (first is None or each.day < first.day)]
    if wants or first is None:
        return None, wants
    return (first if first.day >= start else Mark(first.provision, start, start, True, ())), []


def _first(marks: list[Mark]) -> Mark | None:
    return min(marks, key=lambda each: each.day, default=None)


def _ends_as(mark: Mark) -> EndsAs:
    return mark.provision.ending.ends_as if mark.provision.ending else EndsAs.END


def _title(mark: Mark | None) -> str | None:
    return mark.provision.title if mark else None


def _missing(marks: list[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in marks for name in each.missing))


def _unread(marks: list[Mark]) -> tuple[str, ...]:
    unread = [each.provision for each in marks if each.provision.standing is Standing.UNREAD]
    return tuple(dict.fromkeys(each.id for each in unread))


def _finding(policy: PolicyVersion, facts: FactsOn, mark: Mark | None) -> Finding | None:
    """What a provision said on the day it was first met."""
    if mark is None:
        return None
    found = decide(policy, {**facts(mark.seen_on), "day_of_travel": mark.seen_on}).findings
    return next(each for each in found if each.provision == mark.provision.id)


def _open(start: date | None, missing: tuple[str, ...], unread: tuple[str, ...]) -> Period:
    return Period(
        PeriodOutcome.CANNOT_TELL_YET, start, None, None, None, None, missing, None, unread
    )
