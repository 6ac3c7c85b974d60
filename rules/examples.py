"""Reads worked examples, cases with the answer they must get, and says where an answer differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from rules.decide import decide
from rules.example_parts import (
    PART_NAMES,
    PartsExpected,
    part_differences,
    read_parts,
    short,
)
from rules.facts import read_fact, read_value
from rules.policy import PolicyVersion
from rules.problems import BadPolicy
from rules.recommendation import Recommendation
from rules.shape import Shape, nearest
from rules.values import DutyOutcome, Facts, FactValue, Outcome, Result
from rules.yaml_text import Mapping, Node, Text, read_yaml

NOT_KNOWN = "not known"
"""How an example writes that a fact is not known, or cannot be told."""

_YES_NO: dict[str, bool | None] = {"yes": True, "no": False, NOT_KNOWN: None}
_EXPECTED = (
    "outcome", "grounds", "missing", "unread", "duty", "provisions", "applies", "derived",
    *PART_NAMES,
)  # fmt: skip

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Expectation:
    """What an example expects; None, or empty, where it says nothing of a part.

    Provisions are named as the file names them: in short (``para-6``) or by their whole id.
    """

    outcome: Outcome | None
    grounds: tuple[str, ...] | None
    missing: tuple[str, ...] | None
    unread: tuple[str, ...] | None
    duty: DutyOutcome | None
    provisions: dict[str, Result]
    applies: dict[str, bool | None]
    derived: dict[str, FactValue | None]
    parts: PartsExpected = PartsExpected()


@dataclass(frozen=True, slots=True)
class Example:
    """One worked case, named in a sentence, with the line it stands on."""

    sentence: str
    line: int
    facts: Facts
    expect: Expectation


@dataclass(frozen=True, slots=True)
class Examples:
    """The worked examples of one file, and the version they were written for."""

    policy: str
    place: str
    examples: tuple[Example, ...]


def read_examples(text: str, place: str, policy_of: Callable[[str], PolicyVersion]) -> Examples:
    """Read a file of examples: ``policy``, the facts of a good case as ``base``, and ``examples``.

    Each example says ``change`` (facts that differ from the base) and ``expect``. ``policy_of``
    gives the version of an id, KeyError for one it has not. Raises BadPolicy with every problem.
    """
    shape = Shape(place)
    top = read_yaml(text, place)
    shape.keys(top, ("format", "policy", "base", "examples"), ("format", "policy", "examples"))
    shape.choice(top, "format", ("1",))
    named = shape.text(top, "policy") or ""
    try:
        policy = policy_of(named)
    except KeyError:
        shape.problem(top.entries.get("policy", top), f"there is no policy '{named}'")
        raise BadPolicy(shape.problems) from None
    base = _facts(shape, policy, shape.mapping(top, "base"))
    read = [_example(shape, policy, base, node) for node in shape.items(top, "examples")]
    if shape.problems:
        raise BadPolicy(shape.problems)
    return Examples(named, place, tuple(example for example in read if example is not None))


def _facts(shape: Shape, policy: PolicyVersion, mapping: Mapping) -> Facts:
    facts: Facts = {}
    for name in mapping.entries:
        text = shape.text(mapping, name)
        if text is None:
            continue
        try:
            facts[name] = read_fact(policy.vocabulary, name, _given(text))
        except ValueError as error:
            shape.problem(mapping.keys[name], f"{name}: {error}")
    return facts


def _given(text: str) -> object:
    """A fact as JSON would give it: yes and no, digits, ``not known``; all else stays text."""
    if text in _YES_NO:
        return _YES_NO[text]
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 12 else text


def _example(shape: Shape, policy: PolicyVersion, base: Facts, node: Node) -> Example | None:
    if not isinstance(node, Mapping):
        shape.problem(node, "an example takes 'example:' (a sentence), 'change:' and 'expect:'")
        return None
    shape.keys(node, ("example", "change", "expect"), ("example", "expect"))
    sentence = shape.text(node, "example") or ""
    change = _facts(shape, policy, shape.mapping(node, "change"))
    expect = shape.mapping(node, "expect")
    shape.keys(expect, _EXPECTED)
    if not expect.entries:
        shape.problem(node, f"'expect:' says nothing; expected some of {', '.join(_EXPECTED)}")
    facts: Facts = {name: each for name, each in (base | change).items() if each is not None}
    return Example(sentence, node.line, facts, _expectation(shape, policy, expect))


def _expectation(shape: Shape, policy: PolicyVersion, node: Mapping) -> Expectation:
    outcome = shape.choice(node, "outcome", [each.value for each in Outcome])
    duty = shape.choice(node, "duty", [each.value for each in DutyOutcome])
    known = [name for each in policy.provisions for name in (short(each.id), each.id)]
    return Expectation(
        outcome=Outcome(outcome) if outcome else None,
        grounds=_names(shape, node, "grounds", known),
        missing=_names(shape, node, "missing", policy.vocabulary),
        unread=_names(shape, node, "unread", known),
        duty=DutyOutcome(duty) if duty else None,
        provisions=_table(shape, node, "provisions", known, lambda _, word: Result(word)),
        applies=_table(shape, node, "applies", known, lambda _, word: _YES_NO[word]),
        derived=_table(
            shape, node, "derived", policy.vocabulary, lambda name, word: _value(policy, name, word)
        ),
        parts=read_parts(shape, policy, node),
    )


def _value(policy: PolicyVersion, name: str, text: str) -> FactValue | None:
    return None if text == NOT_KNOWN else read_value(policy.vocabulary[name], _given(text))


def _names(shape: Shape, node: Mapping, key: str, known: Iterable[str]) -> tuple[str, ...] | None:
    words = shape.words(node, key)
    for word in words:
        if word not in known:
            shape.problem(node.entries[key], f"{key}: there is no '{word}'{nearest(word, known)}")
    return words if key in node.entries else None


def _table(
    shape: Shape,
    node: Mapping,
    key: str,
    known: Iterable[str],
    reader: Callable[[str, str], Found],
) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for name, entry in shape.mapping(node, key).entries.items():
        if name not in known:
            shape.problem(entry, f"{key}: there is no '{name}'{nearest(name, known)}")
            continue
        try:
            found[name] = reader(name, entry.value if isinstance(entry, Text) else "")
        except (ValueError, KeyError) as error:
            shape.problem(entry, f"{key}: {name}: cannot be that: {error}")
    return found


def shortcomings(policy: PolicyVersion, example: Example) -> tuple[str, ...]:
    """Where a version, asked of an example, does not answer as it expects: every part, in words."""
    found = decide(policy, example.facts)
    parts = part_differences(policy, example.facts, found, example.expect.parts)
    return (*differences(example.expect, found), *parts)


def differences(expect: Expectation, found: Recommendation) -> tuple[str, ...]:
    """Where a recommendation is not what an example expects, in words; empty when it is."""
    eligibility = found.eligibility
    pairs: list[tuple[str, object, object]] = [
        ("outcome", expect.outcome, eligibility.outcome),
        ("grounds", _alike(expect.grounds), _alike(eligibility.grounds)),
        ("missing", _sorted(expect.missing), _sorted(eligibility.missing)),
        ("unread", _alike(expect.unread), _alike(eligibility.unread)),
        ("duty", expect.duty, found.duty.outcome),
    ]
    pairs = [each for each in pairs if each[1] is not None]
    findings = {short(each.provision): each for each in found.findings}
    for name, result in expect.provisions.items():
        finding = findings.get(short(name))
        pairs.append((name, result, finding.result if finding else "no such provision"))
    for name, does in expect.applies.items():
        finding = findings.get(short(name))
        pairs.append((f"{name} applies", does, finding.applies if finding else "no such provision"))
    values = {each.name: each.value for each in found.derived}
    pairs += [(name, value, values.get(name)) for name, value in expect.derived.items()]
    return tuple(
        f"{what}: expected {_shown(wanted)}, found {_shown(got)}"
        for what, wanted, got in pairs
        if wanted != got or isinstance(wanted, bool) is not isinstance(got, bool)
    )


def _alike(names: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(short(name) for name in names)


def _sorted(names: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(sorted(names))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(str(each) for each in value)}]"
    return NOT_KNOWN if value is None else str(value)
