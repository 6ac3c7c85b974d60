"""A case through a school year: under which version on which day, and what follows from each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from casework.policies.overlaps import IN_FORCE, base_of, refuse_overlap
from casework.shelf import Shelf
from rules.policy import PolicyVersion
from rules.problems import BadPolicy
from rules.timeline import FactsOn, Stretch, timeline
from rules.timeline_ends import Ended, with_ends

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ungoverned:
    """Days of a year for which no adopted version is held; both days are among them.

    ``begins`` says what ended (None: the year begins so); ``draft`` names one for the first day.
    """

    first: date
    last: date
    body: str
    begins: str | None
    draft: str | None


Span = Stretch | Ended | Ungoverned


def year_timeline(
    shelf: Shelf, named: PolicyVersion, facts: FactsOn, first: date, last: date
) -> tuple[Span, ...]:
    """The spans from ``first`` to ``last``, without a gap, each with what begins it.

    ``named`` holds on its own days, until a revision of it takes its place; on others the adopted
    version of the same council. Days that none of them governs are told as such; where that is
    the whole time, ``named`` is followed throughout, as if it went on. Raises OverlappingVersions
    where two adopted versions govern a day.
    """
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    versions = _versions(shelf, named)
    governing = {day: _governing(versions, named, day) for day in days}
    if not any(governing.values()):
        return _held(dict.fromkeys(days, named), facts, days, False)
    found: list[Span] = []
    for is_held, some in groupby(days, key=lambda day: governing[day] is not None):
        run = list(some)
        if is_held:
            found += _held(governing, facts, run, bool(found))
        else:
            ended = governing.get(run[0] - _ONE_DAY)
            begins = f"{ended.id} ends" if ended else None
            draft = _draft(versions, run[0])
            found.append(Ungoverned(run[0], run[-1], named.body, begins, draft))
    return tuple(found)


def draft_for(shelf: Shelf, named: PolicyVersion, day: date) -> str | None:
    """A draft of the same council for a day of travel, if there is one; never ``named``."""
    others = (each for each in _versions(shelf, named) if each.id != named.id)
    return _draft(others, day)


def stretch_of(span: Span) -> Stretch | None:
    """The stretch of days on which a version says something of the case; None of other spans."""
    return span if isinstance(span, Stretch) else None


def policy_of(span: Stretch | Ended) -> str:
    """The version that a span stands under."""
    return span.policy if isinstance(span, Ended) else span.recommendation.policy


def _held(
    governing: Mapping[date, PolicyVersion | None], facts: FactsOn, run: list[date], later: bool
) -> tuple[Stretch | Ended, ...]:
    """The spans of days that all have a version; ``later``: days without one came before."""

    def version_on(day: date) -> PolicyVersion:
        found = governing[day]
        assert found is not None
        return found

    stretches = timeline(version_on, facts, run[0], run[-1])
    begin, *rest = with_ends(version_on, facts, stretches)
    if isinstance(begin, Stretch) and later:
        begin = replace(begin, begins=f"{version_on(run[0]).id} takes effect")
    return (begin, *rest)


def _versions(shelf: Shelf, named: PolicyVersion) -> tuple[PolicyVersion, ...]:
    """The council's versions that can be read, ``named`` among them as it was given."""
    found = {named.id: named}
    for policy in shelf.ids():
        if policy.startswith(f"{named.body}/") and policy not in found:
            with suppress(BadPolicy):
                found[policy] = shelf.read(policy)
    return tuple(found.values())


def _governing(
    versions: Iterable[PolicyVersion], named: PolicyVersion, day: date
) -> PolicyVersion | None:
    found = [each for each in versions if each.status in IN_FORCE and each.governs(day)]
    if named.governs(day):
        later = [each for each in found if _revises(each, named)]
        return max(later, key=_since, default=named)
    refuse_overlap(named.body, day, found)
    return max(found, key=lambda each: (each.known_from or date.min, each.id), default=None)


def _revises(each: PolicyVersion, named: PolicyVersion) -> bool:
    """Whether a version takes the place of the named one from a later day of travel."""
    same = base_of(each.id) == base_of(named.id) and named.status in IN_FORCE
    return same and each.id != named.id and _since(each) > _since(named)


def _since(version: PolicyVersion) -> date:
    return version.travel_from or date.min


def _draft(versions: Iterable[PolicyVersion], day: date) -> str | None:
    drafts = [each.id for each in versions if each.status == "draft" and each.governs(day)]
    return min(drafts, key=len, default=None)
