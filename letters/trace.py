"""Readings of a recommendation's trace that letters need: what was tested, and against what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

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

AFTER_16 = frozenset({"travel_necessary", "others_travel_suitable"})
"""What is judged of a learner past school age."""

LENGTHS = frozenset({"walking_distance", "road_distance"})

DECIDING = frozenset({Effect.ENTITLES, Effect.OFFERS})
"""Effects of the provisions by which help can be had at all."""

UNSURE = frozenset({Standing.TO_CONFIRM, Standing.UNREAD})


def steps(step: Step) -> Iterator[Step]:
    """Give a step and all its parts, in the order of the text."""
    waiting = [step]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(reversed(each.parts))


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
    return _held(_Same(findings)).get(name, frozenset())


class _Same:
    """Findings known as the very same ones again, without reading through all that they hold."""

    __slots__ = ("findings",)

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings

    def __hash__(self) -> int:
        return id(self.findings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.findings is self.findings


@lru_cache(maxsize=4)
def _held(same: _Same) -> dict[str, frozenset[int]]:
    """Give the limits by the length's name; a letter asks a hundred times of the same findings."""
    found: dict[str, set[int]] = {}
    for finding in same.findings:
        for step in steps(finding.because):
            if step.name and isinstance(step.limit, int) and step.type is FactType.LENGTH:
                found.setdefault(step.name, set()).add(step.limit)
    return {name: frozenset(each) for name, each in found.items()}


def closest(length: Length | None, held_against: frozenset[int]) -> int | None:
    """Give the limit nearest to a length: the one its printed figure must not cross."""
    if not held_against or length is None or isinstance(length, NoRoute):
        return None
    return min(held_against, key=lambda limit: (abs(limit - length), limit))
