"""The parts of a worked example beside eligibility: what is paid, and which kind of travel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rules.amounts import read_money
from rules.arrangement import arrangement
from rules.contribution import ContributionOutcome, contribution
from rules.policy import PolicyVersion
from rules.quantities import pounds
from rules.recommendation import Recommendation
from rules.shape import Shape, nearest
from rules.values import Facts
from rules.yaml_text import Mapping

NOTHING = "none"
"""How an example writes that no kind of travel is suggested, or that no sum can be told."""

Part = dict[str, object]
"""One part by its keys: words, lists of names, or pence."""


@dataclass(frozen=True, slots=True)
class PartsExpected:
    """What an example expects of each part, by the part's name; empty where it says nothing."""

    parts: dict[str, Part] = field(default_factory=dict)


def read_parts(shape: Shape, policy: PolicyVersion, expect: Mapping) -> PartsExpected:
    """Read the ``contribution:`` and ``arrangement:`` of an example's ``expect:``.

    A contribution has ``outcome``, ``annual`` (a sum), ``instalments`` (sums) and ``missing``; an
    arrangement ``suggested`` (a provision, or ``none``), ``excluded`` and ``missing``.
    """
    found = {}
    for part, reader in _READERS.items():
        if part in expect.entries:
            found[part] = reader(shape, policy, shape.mapping(expect, part))
    return PartsExpected(found)


def _contribution_expected(shape: Shape, policy: PolicyVersion, node: Mapping) -> Part:
    shape.keys(node, ("outcome", "annual", "instalments", "missing"))
    read: Part = {
        "outcome": shape.choice(node, "outcome", [each.value for each in ContributionOutcome]),
        "annual": shape.read(node, "annual", read_money),
        "instalments": _sums(shape, node, "instalments"),
        "missing": _named(shape, node, "missing", policy.vocabulary),
    }
    return _told(read)


def _arrangement_expected(shape: Shape, policy: PolicyVersion, node: Mapping) -> Part:
    shape.keys(node, ("suggested", "excluded", "missing"))
    rungs = [short(each.id) for each in policy.provisions]
    read: Part = {
        "suggested": shape.choice(node, "suggested", (NOTHING, *rungs)),
        "excluded": _named(shape, node, "excluded", rungs),
        "missing": _named(shape, node, "missing", policy.vocabulary),
    }
    return _told(read)


_READERS: dict[str, Callable[[Shape, PolicyVersion, Mapping], Part]] = {
    "contribution": _contribution_expected,
    "arrangement": _arrangement_expected,
}

PART_NAMES = tuple(_READERS)
"""The keys of ``expect:`` that this module reads."""


def _told(read: Part) -> Part:
    return {key: each for key, each in read.items() if each is not None}


def _sums(shape: Shape, node: Mapping, key: str) -> tuple[int, ...] | None:
    found = []
    for word in shape.words(node, key):
        try:
            found.append(read_money(word))
        except ValueError as error:
            shape.problem(node.entries[key], f"{key}: {word!r}: {error}")
    return tuple(found) if key in node.entries else None


def _named(shape: Shape, node: Mapping, key: str, known: Iterable[str]) -> tuple[str, ...] | None:
    words = shape.words(node, key)
    for word in words:
        if word not in known:
            shape.problem(node.entries[key], f"{key}: there is no '{word}'{nearest(word, known)}")
    return tuple(sorted(words)) if key in node.entries else None


def part_differences(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation, expect: PartsExpected
) -> tuple[str, ...]:
    """Where the parts of a recommendation are not what an example expects, in words."""
    lines = []
    for part, expected in expect.parts.items():
        found = _FOUND[part](policy, facts, recommendation)
        for key, wanted in expected.items():
            if found.get(key) != wanted:
                shown = f"expected {_shown(key, wanted)}, found {_shown(key, found.get(key))}"
                lines.append(f"{part}, {key}: {shown}")
    return tuple(lines)


def _contribution_found(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation
) -> Part:
    found = contribution(policy, facts, recommendation)
    return {
        "outcome": found.outcome.value,
        "annual": found.annual_pence,
        "instalments": found.instalments,
        "missing": tuple(sorted(found.missing)),
    }


def _arrangement_found(policy: PolicyVersion, facts: Facts, recommendation: Recommendation) -> Part:
    found = arrangement(policy, facts, recommendation)
    if found is None:
        return {"suggested": NOTHING, "excluded": (), "missing": ()}
    return {
        "suggested": short(found.suggested.provision) if found.suggested else NOTHING,
        "excluded": tuple(sorted(short(each.provision) for each in found.excluded)),
        "missing": tuple(sorted(found.missing)),
    }


_FOUND: dict[str, Callable[[PolicyVersion, Facts, Recommendation], Part]] = {
    "contribution": _contribution_found,
    "arrangement": _arrangement_found,
}


def _shown(key: str, value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_shown(key, each) for each in value)}]"
    if isinstance(value, int) and key in ("annual", "instalments"):
        return pounds(value)
    return NOTHING if value is None else str(value)


def short(provision: str) -> str:
    """A provision's name within its own policy: ``para-6``."""
    return provision.rpartition("#")[2]
