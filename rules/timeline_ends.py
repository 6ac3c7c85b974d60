"""A timeline as far as help runs: cut where an ``ends`` provision ends it sooner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rules.arrangement import DUE
from rules.end_marks import Mark, marks, missing_of, of_kind, touching
from rules.living_grounds import Ground, lived
from rules.timeline import FactsOn, Stretch, VersionOn, last_of_same, moment
from rules.values import EndsAs
from rules.what_began import what_began

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ended:
    """Days after a provision has ended help, though facts and outcome are as before; both within.

    ``provision`` is its id, ``begins`` its title. Help goes on once other facts are given.
    """

    first: date
    last: date
    policy: str
    provision: str
    begins: str


def with_ends(
    version_on: VersionOn, facts_on: FactsOn, stretches: Sequence[Stretch]
) -> tuple[Stretch | Ended, ...]:
    """The stretches, each only as long as help runs, with the days between them.

    As in a *period*, the earliest sure end counts, and one that touches some grounds leaves the
    others. Facts that would settle an end still open are among a stretch's ``wants``.
    """
    found: list[Stretch | Ended] = []
    for stretch in stretches:
        for part in _parts(version_on, facts_on, stretch):
            for span in _cut(version_on, facts_on, part):
                _add(found, _begun(version_on, facts_on, found, span))
    return tuple(found)


def _parts(version_on: VersionOn, facts_on: FactsOn, stretch: Stretch) -> Iterator[Stretch]:
    """A stretch in pieces of the same facts throughout."""
    first = stretch.first
    while first <= stretch.last:
        last = last_of_same(version_on, facts_on, first, stretch.last)
        begins = stretch.begins if first == stretch.first else None
        yield replace(stretch, first=first, last=last, begins=begins)
        first = last + _ONE_DAY


def _cut(version_on: VersionOn, facts_on: FactsOn, part: Stretch) -> Iterator[Stretch | Ended]:
    """The days of a piece on which help runs, then those on which it has ended."""
    if part.outcome not in DUE:
        yield part
        return
    policy = version_on(part.first)
    every = of_kind(marks(policy, facts_on, part.first, part.last), EndsAs.END)
    ends = touching(every, part.grounds)
    ground = Ground(part.first, part.last, part.grounds)
    told = lived([ground], [each for each in ends if each.sure])
    until = max(told.until, part.first - _ONE_DAY)
    if until >= part.first:
        wants = dict.fromkeys((*part.wants, *missing_of(_open_before(ends, until))))
        yield replace(part, last=until, wants=tuple(wants))
    if told.end is not None and until < part.last:
        by = told.end.provision
        yield Ended(until + _ONE_DAY, part.last, policy.id, by.id, by.title)


def _open_before(ends: Sequence[Mark], until: date) -> list[Mark]:
    """What may still end help sooner."""
    return [each for each in ends if not each.sure and each.day < until]


def _begun(
    version_on: VersionOn,
    facts_on: FactsOn,
    before: Sequence[Stretch | Ended],
    span: Stretch | Ended,
) -> Stretch | Ended:
    """A stretch with what begins it, where help had ended the day before."""
    if isinstance(span, Ended) or not before or not isinstance(before[-1], Ended):
        return span
    eve = span.first - _ONE_DAY
    words = what_began(moment(version_on, facts_on, eve), moment(version_on, facts_on, span.first))
    return replace(span, begins=span.begins or words)


def _add(found: list[Stretch | Ended], span: Stretch | Ended) -> None:
    """Add a span, as one with the last where nothing told of it is another."""
    last = found[-1] if found else None
    if isinstance(last, Stretch) and isinstance(span, Stretch) and span.begins is None:
        wants = tuple(dict.fromkeys((*last.wants, *span.wants)))
        found[-1] = replace(last, last=span.last, wants=wants)
    elif isinstance(last, Ended) and isinstance(span, Ended) and last.provision == span.provision:
        found[-1] = replace(last, last=span.last)
    else:
        found.append(span)
