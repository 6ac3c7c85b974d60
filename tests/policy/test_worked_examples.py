"""Every worked example holds, every provision has one that meets it, every limit has its three."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casework.shelf import POLICY_FOLDER
from rules.decide import decide
from rules.example_parts import short
from rules.examples import Expectation, shortcomings
from rules.inputs import inputs_of
from rules.policy import PolicyVersion, Provision
from rules.recommendation import Recommendation
from rules.values import FactType, FactValue, Outcome, Standing
from tests.policy.shipped import (
    FILES,
    SHELF,
    examples_in,
    examples_under,
    shown_by_examples,
    version_of,
)

TURNS = {"<=": (0, 1), ">": (0, 1), "<": (-1, 0), ">=": (-1, 0), "=": (-1, 0, 1)}
"""Between which whole numbers or days a test turns, counted from its limit."""

UNDECIDED = (Outcome.CANNOT_TELL_YET, Outcome.FOR_AN_OFFICER)


def name_of(path: Path) -> str:
    return str(path.relative_to(POLICY_FOLDER))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_worked_example_comes_out_as_it_says(path: Path) -> None:
    whole = examples_in(path)
    version = version_of(whole.policy)
    wrong = [
        f"{name_of(path)}, line {each.line}: {each.sentence} {difference}"
        for each in whole.examples
        for difference in shortcomings(version, each)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_worked_example_is_named_by_a_sentence_of_its_own(path: Path) -> None:
    sentences = [each.sentence for each in examples_in(path).examples]
    assert len(sentences) == len(set(sentences)) > 0
    assert all(each[0].isupper() and each.endswith(".") and " " in each for each in sentences)


@pytest.mark.parametrize("policy", SHELF.ids())
def test_every_provision_that_was_read_is_met_in_some_example(policy: str) -> None:
    version, shown = version_of(policy), shown_by_examples(policy)
    read = {each.id for each in version.provisions if each.standing is not Standing.UNREAD}
    assert read - shown.met == set()
    assert {each.id for each in version.provisions} - shown.failed == set()


@pytest.mark.parametrize("policy", SHELF.ids())
def test_every_unread_provision_is_listed_in_some_example(policy: str) -> None:
    version = version_of(policy)
    unread = {each.id for each in version.provisions if each.standing is Standing.UNREAD}
    assert unread == shown_by_examples(policy).unread


@pytest.mark.parametrize("policy", SHELF.ids())
def test_every_limit_has_examples_just_below_at_and_just_above_it(policy: str) -> None:
    """Of a whole number or a day, the two between which its test turns; three for ``=``."""
    version, shown = version_of(policy), shown_by_examples(policy)
    lacking = {
        name: wanted_sides(version, name, operators) - shown.sides[name]
        for name, operators in shown.compared.items()
    }
    assert {name: sides for name, sides in lacking.items() if sides} == {}
    lengths = {name for name, each in version.parameters.items() if each.type is FactType.LENGTH}
    assert lengths <= set(shown.compared)


def wanted_sides(version: PolicyVersion, limit: str, operators: set[str]) -> set[int]:
    """How far from a limit examples have to lie: in millimetres, pence, whole numbers or days."""
    parameter = version.parameters.get(limit)
    if parameter is None:  # a value worked out for one child, which is no limit of the text
        return set()
    if parameter.type in (FactType.LENGTH, FactType.MONEY):
        return {-1, 0, 1}
    return {side for each in operators for side in TURNS.get(each, ())}


@pytest.mark.parametrize("policy", SHELF.ids())
def test_every_version_has_worked_examples_of_its_own(policy: str) -> None:
    assert any(examples_in(path).policy == policy for path in FILES)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_taking_one_fact_away_never_flips_an_answer_and_the_fact_is_asked_for(path: Path) -> None:
    whole = examples_in(path)
    version = version_of(whole.policy)
    for each in whole.examples:
        before = decide(version, each.facts)
        for taken in each.facts:
            rest: dict[str, FactValue | None] = {**each.facts, taken: None}
            after = decide(version, rest)
            told = f"{each.sentence} Without {taken}: {after.eligibility}"
            assert explained(version, taken, before, after), told
            assert duty_holds(before, after), told


def explained(
    version: PolicyVersion, taken: str, before: Recommendation, after: Recommendation
) -> bool:
    """Whether the answer without a fact is the same, or open and asking for that fact."""
    old, new = before.eligibility, after.eligibility
    if old.outcome is new.outcome and (old.outcome not in UNDECIDED or old.grounds == new.grounds):
        return True
    if old.outcome is Outcome.FOR_AN_OFFICER and old.grounds:
        # A ground that nobody raised refers nothing: it neither opens the outcome nor is missing.
        return new.outcome is Outcome.NOT_ENTITLED or asks_for(version, taken, after)
    return new.outcome in UNDECIDED and asks_for(version, taken, after)


def asks_for(version: PolicyVersion, taken: str, after: Recommendation) -> bool:
    missing = after.eligibility.missing
    return any(taken == each or taken in inputs_of(version, each) for each in missing)


def duty_holds(before: Recommendation, after: Recommendation) -> bool:
    same = before.duty.outcome == after.duty.outcome
    return same or after.duty.outcome == "cannot_tell_yet"


@pytest.mark.parametrize("policy", SHELF.ids())
def test_every_provision_is_named_by_what_some_example_expects(policy: str) -> None:
    named = {each for one in examples_under(policy) for each in names_in(one.expect)}
    lacking = {
        each.id
        for each in version_of(policy).provisions
        if not named & {each.id, short(each.id), determined_by(each)}
    }
    assert lacking == set()


def determined_by(provision: Provision) -> str | None:
    """The name of what a provision determines, by which examples call it."""
    return provision.determining.what.value if provision.determining else None


def names_in(expect: Expectation) -> set[str]:
    """Every word an example's expectation has, of which the names of provisions are some."""
    return set(re.findall(r"'([^']+)'", repr(expect)))
