"""The days that ``ends`` provisions set for one child: ends and reviews, sure or still open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rules.change_days import change_days
from rules.evaluate import Found, Run, provision_judged, value
from rules.policy import PolicyVersion, Provision
from rules.timeline import FactsOn
from rules.values import Effect, EndsAs, Result, Standing


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that an ``ends`` provision sets, and the day on which it is first met or open.

    While it is not ``sure``, ``day`` is the earliest it may set and ``missing`` could settle it.
    """

    provision: Provision
    ends_as: EndsAs
    day: date
    seen_on: date
    sure: bool
    missing: tuple[str, ...]


def marks(policy: PolicyVersion, facts: FactsOn, start: date, until: date) -> list[Mark]:
    """What every ``ends`` sets on the first day it is met, and may set on days before that.

    One that is first met after ``start`` sets no day before the day before that.
    """
    ends = [each for each in policy.provisions if each.effect is Effect.ENDS]
    days = change_days(policy, facts(start), start, until) if ends else ()
    return [mark for each in ends for mark in _marks_of(policy, facts, each, days)]


def _marks_of(
    policy: PolicyVersion, facts: FactsOn, provision: Provision, days: tuple[date, ...]
) -> Iterable[Mark]:
    for day in days:
        mark = _mark(Run(policy, {**facts(day), "day_of_travel": day}), provision, day)
        if mark is not None:
            yield mark
            if mark.sure:
                return


def _mark(run: Run, provision: Provision, day: date) -> Mark | None:
    step, missing = provision_judged(run, provision.id)
    ending = provision.ending
    if step.result is Result.NOT_MET or ending is None:
        return None
    on = value(run, ending.on) if ending.on else Found(None)
    before = day - timedelta(days=1)
    wants = tuple(dict.fromkeys((*missing, *on.missing)))
    if not isinstance(on.value, date):
        return Mark(provision, ending.ends_as, before, day, False, wants)
    earliest, sure = max(on.value, before), step.result is Result.MET
    return Mark(provision, ending.ends_as, earliest, day, sure, wants)


def of_kind(found: Iterable[Mark], kind: EndsAs) -> list[Mark]:
    """The marks that end help, or those that have it looked at again."""
    return [each for each in found if each.ends_as is kind]


def touching(found: Iterable[Mark], grounds: Iterable[str]) -> list[Mark]:
    """The marks about some of these grounds: those that name one of them, or name none at all."""
    named = set(grounds)
    return [each for each in found if not (to := each.provision.touches) or named & set(to)]


def earliest_sure(found: Iterable[Mark]) -> Mark | None:
    """The first day that is set for sure; of several rules that set it, the first in the text."""
    return min((each for each in found if each.sure), key=lambda each: each.day, default=None)


def open_before(found: Iterable[Mark], day: date | None) -> list[Mark]:
    """What may still set a day before ``day`` (None: any day)."""
    return [each for each in found if not each.sure and (day is None or each.day < day)]


def missing_of(found: Iterable[Mark]) -> tuple[str, ...]:
    """The facts that could settle marks, each once."""
    return tuple(dict.fromkeys(name for each in found for name in each.missing))


def unread_of(found: Iterable[Mark]) -> tuple[str, ...]:
    """The provisions of marks whose text nobody here has read, each once."""
    unread = (each.provision for each in found if each.provision.standing is Standing.UNREAD)
    return tuple(dict.fromkeys(each.id for each in unread))
