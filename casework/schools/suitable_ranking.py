"""Schools in reach of a home, ranked as the policy says: on foot, by road, never straight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from casework.assess import Assessment
from casework.facts_in_force import values_of
from casework.measuring.terms import Terms, chosen_lines
from casework.schools.suitable_reach import LISTED_M, is_within, reach, ways_of
from geography import Network, NotMeasurable, changed, lengths_from
from records.measurement import Way
from records.school import School
from rules.decide import decide
from rules.problems import BadFacts
from rules.quantities import day_in_words
from rules.recommendation import Step
from rules.values import Facts, Result

BEYOND: Final = "beyond_walking_distance"
"""The definition that says whether a place lies beyond walking distance."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A school with both lengths in whole millimetres, None where there is no route.

    ``rank`` is by the way that ranks, one more than how many are nearer; None without a route.
    ``unmeasured`` says why nobody could measure to a school that may be nearer.
    """

    school: School
    walking_mm: int | None
    road_mm: int | None
    rank: int | None
    unmeasured: str | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Schools nearest first, by which way they are ranked, and why by that one, in words."""

    ranked: tuple[Ranked, ...]
    by: Way
    because: str


def rank_in_reach(
    assessment: Assessment,
    network: Network,
    home: tuple[float, float],
    schools: Sequence[School],
    terms: Terms,
) -> Ranking:
    """Rank the school asked about and all others in reach. Raises as measuring does.

    Those that cannot be measured to stand last: what is not known of them leaves the count open.
    """
    asked = assessment.case.school
    others = [_as_open(each, terms) for each in schools if each.id != asked.id]
    there = replace(asked, gates=terms.open_gates(asked))
    to_asked = [_lengths(network, home, [there], way, terms)[0] for way in ways_of(network)]
    within = max(LISTED_M, reach(network, home, to_asked, terms))
    near = [there, *(each for each in others if is_within(network, home, each, within))]
    walking = _lengths(network, home, near, Way.WALKING, terms)
    road = _lengths(network, home, near, Way.ROAD, terms)
    by, because = _ranked_by(assessment, walking)
    if by is Way.ROAD and not network.allows(Way.ROAD):
        raise NotMeasurable(
            "The policy ranks schools by road, and the network names no line that a motor vehicle "
            "may pass. Import one that does; nothing was ranked."
        )
    lengths = walking if by is Way.WALKING else road
    ranked = [
        Ranked(school, on_foot, driven, rank_among(length, lengths))
        for school, on_foot, driven, length in zip(near, walking, road, lengths, strict=True)
    ]
    asked_mm = next(length for each, length in zip(near, lengths, strict=True) if each is there)
    ranked += _unmeasured(network, home, schools, asked, terms, asked_mm)
    ranked.sort(key=lambda each: (each.rank is None, each.rank or 0, each.school.name.casefold()))
    return Ranking(tuple(ranked), by, because)


def _unmeasured(
    network: Network,
    home: tuple[float, float],
    schools: Sequence[School],
    asked: School,
    terms: Terms,
    asked_mm: int | None,
) -> list[Ranked]:
    """Return the schools that nobody can be measured to, as far as they could be nearer."""
    found, within = [], reach(network, home, [asked_mm], terms)
    for school in schools:
        if school.id == asked.id or _as_open(school, terms).gates:
            continue
        if not school.gates:
            why = "Its position is not held, so whether it is nearer is not known."
        elif not is_within(network, home, school, within):
            continue
        else:
            day = day_in_words(terms.day)
            why = f"None of its gates is open on {day}, so whether it is nearer is not known."
        found.append(Ranked(school, None, None, None, why))
    return found


def rank_among(length: int | None, lengths: Sequence[int | None]) -> int | None:
    """Return one more than how many are nearer; None without a length."""
    if length is None:
        return None
    return 1 + sum(1 for each in lengths if each is not None and each < length)


def walking_limit(assessment: Assessment) -> int | None:
    """Return the walking distance that holds for this child in millimetres, None if not told."""
    values, found = values_of(assessment.facts), assessment.recommendation
    steps = [step for each in found.findings for step in _steps(each.because)] if found else []
    limits = {
        step.limit for step in steps if step.name == "walking_distance" and type(step.limit) is int
    }
    for limit in sorted(limits):
        sides = [
            _is_beyond(assessment, {**values, "walking_distance": length})
            for length in (limit, limit + 1)
        ]
        if sides == [{Result.NOT_MET}, {Result.MET}]:
            return limit
    return None


def _is_beyond(assessment: Assessment, values: Facts) -> set[Result]:
    """Return what the policy says, on these facts, of being beyond walking distance."""
    try:
        found = decide(assessment.policy, values)
    except BadFacts:
        return set()
    steps = (step for each in found.findings for step in _steps(each.because))
    return {step.result for step in steps if step.kind == "named" and step.name == BEYOND}


def _as_open(school: School, terms: Terms) -> School:
    gates = tuple(gate for gate in school.gates if gate.is_open(terms.day, terms.arrival))
    return replace(school, gates=gates)


def _lengths(
    network: Network, home: tuple[float, float], schools: Sequence[School], way: Way, terms: Terms
) -> Sequence[int | None]:
    if not (way is Way.WALKING or network.allows(way)):
        return [None] * len(schools)
    used = changed(network, terms.placed(network, way).changes, way)
    lines = replace(chosen_lines(network, terms), gates=())
    return lengths_from(used, home, schools, way, terms.basis, terms.starts, lines)


def _ranked_by(assessment: Assessment, walking: Sequence[int | None]) -> tuple[Way, str]:
    says = assessment.policy.nearest_by
    if says == "road":
        return Way.ROAD, "The policy ranks schools by road."
    if says == "walking":
        return Way.WALKING, "The policy ranks schools by the walking route."
    if says is None:
        return Way.WALKING, "The policy does not say how schools are ranked; ranked on foot."
    limit = walking_limit(assessment)
    if limit is None:
        return Way.WALKING, "Ranked on foot: which walking distance holds is not known yet."
    if all(length is None or length > limit for length in walking):
        return Way.ROAD, "Ranked by road: all of them lie beyond walking distance."
    return Way.WALKING, "Ranked on foot: not all of them lie beyond walking distance."


def _steps(step: Step) -> Iterator[Step]:
    yield step
    for part in step.parts:
        yield from _steps(part)
