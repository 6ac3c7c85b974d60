"""The parts of a worked example beside eligibility: paid, arranged, how long, kept, determined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from rules.amounts import read_money
from rules.arrangement import arrangement
from rules.contribution import contribution
from rules.determination import determinations
from rules.part_values import (
    ContributionOutcome,
    DeterminationOutcome,
    PeriodOutcome,
    ProtectionOutcome,
)
from rules.period import period
from rules.policy import PolicyVersion
from rules.protection import protection
from rules.quantities import pounds
from rules.recommendation import Finding, Recommendation
from rules.shape import Shape, nearest
from rules.values import Determined, Facts
from rules.yaml_text import Mapping

NOTHING = "none"
"""How an example writes that there is no such rung, day, version or provision."""

Part = dict[str, object]
"""One part by its keys: words, days, pence, and lists of them."""


@dataclass(frozen=True, slots=True)
class PartsExpected:
    """What an example expects of each part, by the part's name; empty where it says nothing."""

    parts: dict[str, Part] = field(default_factory=dict)


class Kind(Enum):
    """What may stand under a key of a part."""

    SUM = "a sum"
    SUMS = "a list of sums"
    DAY = "a day"
    TEXT = "a word"
    FACTS = "a list of facts"
    PROVISION = "a provision"
    PROVISIONS = "a list of provisions"


Choices = tuple[str, ...]


def _words(*outcomes: ContributionOutcome | PeriodOutcome | ProtectionOutcome) -> Choices:
    return tuple(each.value for each in outcomes)


_DETERMINED = tuple(each.value for each in DeterminationOutcome)

_PARTS: dict[str, dict[str, Kind | Choices]] = {
    "contribution": {
        "outcome": _words(*ContributionOutcome),
        "annual": Kind.SUM,
        "instalments": Kind.SUMS,
        "missing": Kind.FACTS,
        "unread": Kind.PROVISIONS,
    },
    "arrangement": {
        "suggested": Kind.PROVISION,
        "meanwhile": Kind.PROVISION,
        "excluded": Kind.PROVISIONS,
        "missing": Kind.FACTS,
    },
    "period": {
        "outcome": _words(*PeriodOutcome),
        "until": Kind.DAY,
        "ended_by": Kind.PROVISION,
        "review_on": Kind.DAY,
        "reviewed_by": Kind.PROVISION,
        "missing": Kind.FACTS,
    },
    "protection": {
        "outcome": _words(*ProtectionOutcome),
        "keeps": Kind.TEXT,
        "provision": Kind.PROVISION,
        "missing": Kind.FACTS,
    },
    "determinations": dict.fromkeys((each.value for each in Determined), _DETERMINED),
}

PART_NAMES = tuple(_PARTS)
"""The keys of ``expect:`` that this module reads."""


def read_parts(shape: Shape, policy: PolicyVersion, expect: Mapping) -> PartsExpected:
    """Read what an example's ``expect:`` says of the parts; what does not fit becomes a problem."""
    found: dict[str, Part] = {}
    for part, keys in _PARTS.items():
        if part in expect.entries:
            node = shape.mapping(expect, part)
            shape.keys(node, keys)
            given = {key: kind for key, kind in keys.items() if key in node.entries}
            found[part] = {key: _read(shape, policy, node, key, given[key]) for key in given}
    return PartsExpected(found)


def _read(
    shape: Shape, policy: PolicyVersion, node: Mapping, key: str, kind: Kind | Choices
) -> object:
    rungs = [short(each.id) for each in policy.provisions]
    match kind:
        case Kind.SUM:
            return shape.read(node, key, read_money)
        case Kind.SUMS:
            return _sums(shape, node, key)
        case Kind.DAY:
            return None if shape.text(node, key) == NOTHING else shape.day(node, key)
        case Kind.TEXT:
            return shape.text(node, key)
        case Kind.FACTS:
            return _named(shape, node, key, list(policy.vocabulary))
        case Kind.PROVISION:
            return shape.choice(node, key, (NOTHING, *rungs))
        case Kind.PROVISIONS:
            return _named(shape, node, key, rungs)
        case _:
            return shape.choice(node, key, kind)


def _sums(shape: Shape, node: Mapping, key: str) -> tuple[int, ...]:
    found = []
    for word in shape.words(node, key):
        try:
            found.append(read_money(word))
        except ValueError as error:
            shape.problem(node.entries[key], f"{key}: {word!r}: {error}")
    return tuple(found)


def _named(shape: Shape, node: Mapping, key: str, known: list[str]) -> tuple[str, ...]:
    words = shape.words(node, key)
    for word in words:
        if word not in known:
            shape.problem(node.entries[key], f"{key}: there is no '{word}'{nearest(word, known)}")
    return tuple(sorted(words))


def part_differences(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation, expect: PartsExpected
) -> tuple[str, ...]:
    """Where the parts of a recommendation are not what an example expects, in words."""
    lines = []
    for part, expected in expect.parts.items():
        found = _FOUND[part](policy, facts, recommendation)
        for key, wanted in expected.items():
            if found.get(key) != wanted:
                shown = f"expected {_shown(wanted)}, found {_shown(found.get(key))}"
                lines.append(f"{part}, {key}: {shown}")
    return tuple(lines)


def _paid(policy: PolicyVersion, facts: Facts, recommendation: Recommendation) -> Part:
    found = contribution(policy, facts, recommendation)
    return {
        "outcome": found.outcome.value,
        "annual": found.annual_pence,
        "instalments": found.instalments,
        "missing": tuple(sorted(found.missing)),
        "unread": tuple(sorted(short(each) for each in found.unread)),
    }


def _arranged(policy: PolicyVersion, facts: Facts, recommendation: Recommendation) -> Part:
    found = arrangement(policy, facts, recommendation)
    if found is None:
        return {"suggested": NOTHING, "meanwhile": NOTHING, "excluded": (), "missing": ()}
    return {
        "suggested": _name(found.suggested),
        "meanwhile": _name(found.meanwhile),
        "excluded": tuple(sorted(short(each.provision) for each in found.excluded)),
        "missing": tuple(sorted(found.missing)),
    }


def _lasting(policy: PolicyVersion, facts: Facts, recommendation: Recommendation) -> Part:
    found = period(policy, facts, recommendation)
    return {
        "outcome": found.outcome.value,
        "until": found.until,
        "ended_by": _name(found.ended_by),
        "review_on": found.review_on,
        "reviewed_by": _name(found.reviewed_by),
        "missing": tuple(sorted(found.missing)),
    }


def _kept(policy: PolicyVersion, facts: Facts, _: Recommendation) -> Part:
    found = protection(policy, facts)
    return {
        "outcome": found.outcome.value,
        "keeps": found.keeps or NOTHING,
        "provision": _name(found.provision),
        "missing": tuple(sorted(found.missing)),
    }


def _determined(policy: PolicyVersion, facts: Facts, _: Recommendation) -> Part:
    return {each.name.value: each.outcome.value for each in determinations(policy, facts)}


_FOUND: dict[str, Callable[[PolicyVersion, Facts, Recommendation], Part]] = {
    "contribution": _paid,
    "arrangement": _arranged,
    "period": _lasting,
    "protection": _kept,
    "determinations": _determined,
}


def _name(finding: Finding | None) -> str:
    return short(finding.provision) if finding else NOTHING


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_shown(each) for each in value)}]"
    if isinstance(value, int):
        return pounds(value)
    if isinstance(value, date):
        return value.isoformat()
    return NOTHING if value is None else str(value)


def short(provision: str) -> str:
    """A provision's name within its own policy: ``para-6``."""
    return provision.rpartition("#")[2]
