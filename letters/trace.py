"""Readings of a recommendation's trace that letters need: what was tested, and against what."""

from __future__ import annotations

from collections.abc import Iterator

from rules.recommendation import Finding, Recommendation, Step
from rules.values import Effect, FactType, Length, NoRoute, Result, Standing

NEED = frozenset(
    {"cannot_walk", "can_walk_alone", "can_walk_accompanied", "accompaniment_reasonable"}
)
"""Facts by which a provision asks about special needs, disability, mobility and accompaniment."""

STATES = frozenset({"has_send", "disabled", "mobility_problem"})
"""Facts that say what a child's needs are; many provisions look at them only in passing."""

ROUTE = frozenset({"route_unsafe", "route_safe_alone", "route_safe_accompanied"})
"""Facts by which a provision asks whether the route is safe to walk."""

LENGTHS = frozenset({"walking_distance", "road_distance"})

DECIDING = frozenset({Effect.ENTITLES, Effect.OFFERS})
"""Effects of the provisions by which help can be had at all."""

UNSURE = frozenset({Standing.TO_CONFIRM, Standing.UNREAD})


def steps(step: Step) -> Iterator[Step]:
    """Give a step and all its parts, in the order of the text."""
    yield step
    for part in step.parts:
        yield from steps(part)


def names(finding: Finding) -> frozenset[str]:
    """Give every fact, definition or provision that a finding's trace looked at."""
    return frozenset(step.name for step in steps(finding.because) if step.name)


def looks_at(finding: Finding, wanted: frozenset[str]) -> bool:
    """Say whether a finding's trace looked at any of these."""
    return not names(finding).isdisjoint(wanted)


def grounds(recommendation: Recommendation) -> tuple[Finding, ...]:
    """Give the findings on which the recommendation rests, in the order it names them."""
    by_id = {finding.provision: finding for finding in recommendation.findings}
    return tuple(by_id[name] for name in recommendation.eligibility.grounds if name in by_id)


def failed(recommendation: Recommendation) -> tuple[Finding, ...]:
    """Give the provisions that could have given help, applied to this child, and were not met."""
    return tuple(
        finding
        for finding in recommendation.findings
        if finding.effect in DECIDING
        and finding.applies is not False
        and finding.result is Result.NOT_MET
    )


def withheld(recommendation: Recommendation) -> tuple[Finding, ...]:
    """Give the provisions that were met and take help away."""
    return tuple(
        finding
        for finding in recommendation.findings
        if finding.effect is Effect.WITHHOLDS and finding.result is Result.MET
    )


def open_still(recommendation: Recommendation) -> tuple[Finding, ...]:
    """Give the provisions that could have given help and could not be settled."""
    return tuple(
        finding
        for finding in recommendation.findings
        if finding.effect in DECIDING
        and finding.applies is not False
        and finding.result is Result.UNKNOWN
    )


def ruled_out(recommendation: Recommendation) -> tuple[Finding, ...]:
    """Give the provisions that age, phase or kind of place alone ruled out."""
    return tuple(
        finding
        for finding in recommendation.findings
        if finding.effect in DECIDING and finding.applies is False
    )


def limits(findings: tuple[Finding, ...], name: str) -> frozenset[int]:
    """Give the limits in millimetres that a length was held against in these findings."""
    return frozenset(
        step.limit
        for finding in findings
        for step in steps(finding.because)
        if step.name == name and isinstance(step.limit, int) and step.type is FactType.LENGTH
    )


def closest(length: Length | None, held_against: frozenset[int]) -> int | None:
    """Give the limit nearest to a length: the one its printed figure must not cross."""
    if not held_against or length is None or isinstance(length, NoRoute):
        return None
    return min(held_against, key=lambda limit: (abs(limit - length), limit))
