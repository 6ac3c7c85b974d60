"""The reader of worked examples: what it takes, what it tells, and that a wrong answer is found."""

from __future__ import annotations

import pytest

from rules.decide import decide
from rules.examples import Examples, differences, read_examples
from rules.problems import BadPolicy
from rules.values import NO_ROUTE, Outcome
from tests.rules.made_up import policy, provision

VERSION = policy(
    provision("law", "entitles", "{all: [one, far > limit]}"),
    provision("offer", "offers", "{all: [kind is school, two]}"),
)
TEXT = """
format: 1
policy: made-up/one
base: {one: yes, two: no, far: 2.5 miles, kind: school, count: 3}
examples:
  - example: A child far away is entitled.
    expect: {outcome: entitled, grounds: [law], missing: [], duty: owed}
  - example: A child near by is not.
    change: {far: 2 miles, count: not known}
    expect: {outcome: not_entitled, provisions: {law: not_met, made-up/one#offer: not_met}}
"""


EXPECT = "expect: {outcome: entitled, grounds: [law], missing: [], duty: owed}"


def read(text: str = TEXT) -> Examples:
    return read_examples(text, "examples.yaml", {"made-up/one": VERSION}.__getitem__)


def told(old: str, new: str) -> str:
    assert old in TEXT
    with pytest.raises(BadPolicy) as raised:
        read(TEXT.replace(old, new, 1))
    return str(raised.value)


def test_each_example_is_the_base_with_its_changes() -> None:
    first, second = read().examples
    assert first.facts == {
        "one": True,
        "two": False,
        "far": 4_023_360,
        "kind": "school",
        "count": 3,
    }
    assert second.facts == {"one": True, "two": False, "far": 3_218_688, "kind": "school"}
    assert (first.sentence, first.line) == ("A child far away is entitled.", 6)
    assert first.expect.outcome is Outcome.ENTITLED


def test_no_route_is_a_length() -> None:
    assert read(TEXT.replace("2.5 miles", "no route")).examples[0].facts["far"] is NO_ROUTE


def test_a_bare_number_is_metres_as_in_a_case_file() -> None:
    assert read(TEXT.replace("2.5 miles", "2")).examples[0].facts["far"] == 2_000


def test_an_answer_that_is_as_expected_has_no_differences() -> None:
    for each in read().examples:
        assert differences(each.expect, decide(VERSION, each.facts)) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("outcome: entitled", "outcome: offered", "outcome: expected offered, found entitled"),
        ("grounds: [law]", "grounds: [offer]", "grounds: expected [offer], found [law]"),
        ("missing: []", "missing: [two]", "missing: expected [two], found []"),
        ("missing: []", "unread: [law]", "unread: expected [law], found []"),
        ("duty: owed", "duty: not_owed", "duty: expected not_owed, found owed"),
        ("missing: []", "provisions: {offer: met}", "offer: expected met, found not_met"),
        ("missing: []", "applies: {offer: no}", "offer applies: expected False, found True"),
        ("missing: []", "derived: {age: 9}", "age: expected 9, found not known"),
        ("missing: []", "derived: {worked_out: yes}", "worked_out: expected True, found False"),
    ],
)
def test_an_answer_that_differs_is_told(old: str, new: str, expected: str) -> None:
    example = read(TEXT.replace(old, new, 1)).examples[0]
    assert differences(example.expect, decide(VERSION, example.facts)) == (expected,)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("policy: made-up/one", "policy: made-up/two", "line 3, column 9: there is no policy"),
        ("one: yes,", "oen: yes,", "line 4, column 8: oen: there is no fact of that name"),
        ("one: yes,", "one: maybe,", "one: expected true, false or null"),
        ("one: yes,", "age: 7,", "age: this is worked out"),
        ("expect: {outcome: entitled,", "expcet: {outcome: entitled,", "did you mean 'expect'?"),
        ("outcome: entitled", "outcome: entitlde", "did you mean 'entitled'?"),
        ("grounds: [law]", "grounds: [lwa]", "there is no 'lwa'; did you mean 'law'?"),
        ("missing: []", "missing: [tow]", "there is no 'tow'; did you mean 'two'?"),
        ("law: not_met", "law: failed", "law: cannot be that"),
        ("law: not_met", "lwa: not_met", "there is no 'lwa'"),
        ("missing: []", "derived: {age: old}", "age: cannot be that: expected a whole number"),
        (EXPECT, "expect: {}", "'expect:' says nothing"),
        ("format: 1", "format: 9", "expected one of 1"),
        ("- example: A child near", "- sentence: A child near", "'example:' is missing"),
    ],
)  # fmt: skip
def test_a_file_with_one_thing_wrong_is_told_with_its_place(
    old: str, new: str, expected: str
) -> None:
    if expected == "far: 2 m":
        assert (
            read(TEXT.replace(old, new, 1)).examples[1].facts["far"] == 2_000
        )  # a bare number: metres
        return
    problem = told(old, new)
    assert problem.startswith("examples.yaml, line ")
    assert expected in problem
