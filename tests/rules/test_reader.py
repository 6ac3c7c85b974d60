"""What a policy text may not hold, and how it is told: file, line, column, the nearest name."""

from __future__ import annotations

import re

import pytest

from rules.problems import BadPolicy
from rules.reader import read
from tests.rules.made_up import DEFINITIONS, PARAMETERS, VOCABULARY, provision, read_text, text_of


def told(text: str, vocabulary: str = VOCABULARY) -> list[str]:
    with pytest.raises(BadPolicy) as raised:
        read_text(text, vocabulary)
    return [str(problem) for problem in raised.value.problems]


def told_of(when: str) -> str:
    problems = told(text_of(provision("law", "entitles", when)))
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("onee", "'onee' is not a fact, parameter, definition or provision; did you mean 'one'?"),
        ("worked_uot", "did you mean 'worked_out'?"),
        ("far > limti", "'limti' is not a fact, parameter, definition or provision; did you mean"),
        ("far >= limit", "a length is compared with '>' or '<='"),
        ("far < limit", "a length is compared with '>' or '<='"),
        ("far = limit", "a length is compared with '>' or '<='"),
        ("far > several", "compares a length with a number"),
        ("far > sum", "compares a length with a sum of money"),
        ("earned <= several", "compares a sum of money with a number"),
        ("count < 3", "every number is a named parameter"),
        ("count", "'count' is not a yes/no fact; compare it"),
        ("limit", "'limit' is a parameter, not a condition"),
        ("age", "'age' is not a yes/no fact; compare it"),
        ("one > two", "compares a yes or no with a yes or no"),
        ("kind > limit", "compares a named choice with a length"),
        ("kind is schol", "'schol' is not a choice here; did you mean 'school'?"),
        ("kind is 3", "cannot read 'kind is 3'"),
        ("one is school", "'is' and 'in' go with a named choice"),
        ('"kind in [school, hmoe]"', "'hmoe' is not a choice here; did you mean 'home'?"),
        ("age of far on day_of_travel > several", "'far' is a length; a day is needed here"),
        ("one and two", "'and' was not expected here"),
        ("far >", "the line ends too soon"),
        ("not not one", "cannot read 'not not one'"),
        ("far > limit > limit", "was not expected here"),
        ("__import__('os').system('true')", "cannot read"),
        ("one; two", "cannot read"),
        ("{all: []}", "'all:' takes a list of conditions"),
        ("{all: one}", "'all:' takes a list of conditions"),
        ("{all: [one], any: [two]}", "expected a line, or one of 'all:', 'any:', 'none:'"),
        ("{some: [one]}", "expected a line, or one of 'all:', 'any:', 'none:'"),
        ("[one, two]", "expected a line, or one of 'all:', 'any:', 'none:'"),
        ("''", "cannot read"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_place(when: str, expected: str) -> None:
    problem = told_of(when)
    assert problem.startswith("own.yaml, line 28, column ")
    assert expected in problem


def test_the_column_is_that_of_the_wrong_word_within_its_line() -> None:
    assert told_of("far > limti").startswith("own.yaml, line 28, column 17:")


def test_the_wrong_choice_of_several_is_the_one_pointed_at() -> None:
    assert told_of('"kind in [school, hmoe]"').startswith("own.yaml, line 28, column 29:")


def test_every_problem_is_told_not_only_the_first() -> None:
    text = text_of(
        provision("a", "entitels", "one"),
        provision("b", "offers", "oen"),
        provision("c", "offers", "{all: [tow, far > several]}"),
    )
    found = told(text)
    assert len(found) == 4
    assert "did you mean 'entitles'?" in found[0]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("format: 1", "format: 2", "expected one of 1"),
        ("status: draft", "status: adoptde", "expected one of draft, consultation, adopted"),
        ("status: draft", "statsu: draft", "'statsu' is not a key here; did you mean 'status'?"),
        ("status: draft", "other: draft", "'status:' is missing"),
        ("policy: made-up/one", "policy: Made Up", "expected body/version such as"),
        ("policy: made-up/one", "policy: ../../etc/passwd", "expected body/version such as"),
        ("title: Made up", "title: [Made, up]", "'title:' takes plain text"),
        ("title: Made up", "title: Made up\ntitle: Again", "'title' stands twice; first on line 4"),
        (
            "title: Made up",
            "title: Made up\ntravel: {from: 2026-13-01}",
            "there is no day 2026-13-01",
        ),
        (
            "title: Made up",
            "title: Made up\ntravel: {from: 2026-09-01, until: 2026-08-31}",
            "'until:' lies before 'from:'",
        ),
        ("document: paper, at: section law", "document: papre, at: x", "did you mean 'paper'?"),
        ("paper, standing: adopted", "paper, standing: adoptd", "did you mean 'adopted'?"),
        ("effect: entitles", "effect: charges-a-lot", "expected one of entitles, offers"),
        ("    when: one\n", "", "'when:' is missing"),
        ("limit: {value: 2 miles", "limit: {value: -2 miles", "expected a number (8), a length"),
        ("several: {value: 3", "several: {value: three", "expected a number (8), a length"),
        ("several: {value: 3", "limit: {value: 3", "'limit' stands twice"),
        (
            "several: {value: 3",
            "several: {value: 3 furlongs",
            "expected a length such as '2 miles'",
        ),
        ("several: {value: 3", "several: {value: 3.5", "expected a number (8), a length"),
        ("several: {value: 3", "several: {value: £3.555", "expected a sum such as"),
        ("several: {value: 3", "several: {value: 0.5 mm", "a whole number of millimetres"),
        ("several: {value: 3", "several: {value: {a: b}", "'value:' takes plain text"),
        ("several: {value: 3", "several: {value: []", "'several' has no value"),
        ("several: {value: 3", "several: {values: []", "'several' has no value"),
        ("several: {value: 3", "several: {values: [3]", "a dated value takes"),
        ("several: {value: 3", "several: {value: 3, values: [{value: 3}]", "leave one out"),
        (
            "several: {value: 3",
            "several: {values: [{from: 2028-01-01, until: 2027-01-01, value: 3}]",
            "'until:' lies before 'from:'",
        ),
        (
            "several: {value: 3",
            "several: {values: [{value: 3}, {from: 2028-01-01, value: 4}]",
            "two values for the same day",
        ),
        ("worked_out: {all: [one, two]}", "worked_out: {all: one}", "'all:' takes a list"),
        (
            "worked_out: {all: [one, two]}",
            "worked_out: {cases: [{when: one, value: [a]}]}",
            "a case's value is one line",
        ),
        ("- {otherwise: large}", "- {otherwise: [large]}", "a case's value is one line"),
        (
            "- {otherwise: large}",
            "- {otherwise: large}\n      - {when: two, value: small}",
            "nothing below 'otherwise:' is ever reached",
        ),
        ("title: Made up", "title:", "'title:' says nothing"),
        ("title: Made up", "title: Made up\nbuilds_on: a/b", "there is no policy 'a/b'"),
        ("title: Made up", "title: Made up\nbuilds_on: made-up/one", "runs in a loop"),
        ("several: {value: 3", "one: {value: 3", "'one' is a fact of the vocabulary"),
        ("  may_be_given: {all", "  limit: {all", "'limit' is both a parameter and a definition"),
        ("  may_be_given: {all", "  three: {all", "'three' is a fact of the vocabulary"),
        (
            "age: age of date_of_birth on day_of_travel",
            "age: {all: [one]}",
            "'age' is a number, defined",
        ),
        ("value: middling", "value: midling", "'midling' is not a choice of size"),
        ("    effect: entitles", "    effect: entitles\n    touches: [lwa]", "no provision 'lwa'"),
    ],
)
def test_a_text_with_one_thing_wrong_is_told_that_thing(old: str, new: str, expected: str) -> None:
    text = text_of(provision("law", "entitles", "one"))
    assert old in text
    found = told(text.replace(old, new, 1))
    assert any(expected in problem for problem in found), found
    assert all(re.match(r"own\.yaml, line \d+, column \d+: ", problem) for problem in found)


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        ("{amount: several}", "of named sums"),
        ("{amount: limit}", "of named sums"),
        ("{amount: [sum]}", "of named sums"),
        ("{}", "of named sums"),
        ("{amount: sum, cases: [{otherwise: sum}]}", "leave one out"),
        ("{amount: sum, instalments: sum}", "takes a named number above 0"),
        ("{amount: sum, instalments: [several]}", "takes a named number above 0"),
    ],
)
def test_a_charge_whose_units_do_not_fit_is_told(charge: str, expected: str) -> None:
    found = told(text_of(provision("law", "charges", "one", charge=charge)))
    assert any(expected in problem for problem in found), found
    assert all(re.match(r"own\.yaml, line \d+, column \d+: ", problem) for problem in found)


@pytest.mark.parametrize(
    ("definitions", "expected"),
    [
        ("a: {all: [b]}\n  b: {all: [a]}", "definitions stand on one another in a loop: "),
        ("a: {all: [a]}", "a -> a"),
        ("a: b\n  b: c\n  c: a", "definitions stand on one another"),
        ("a: {all: [law]}", "in a loop: a -> made-up/one#law -> a"),
        ("a: one\n  worked_out: {all: [worked_out]}", "in a loop: worked_out -> worked_out"),
        ("a: one\n  age: age", "in a loop: age -> age"),
        (
            "a: one\n  worked_out: {all: [may_be_given]}\n  may_be_given: {all: [worked_out]}",
            "in a loop",
        ),
    ],
)
def test_definitions_that_stand_on_themselves_are_told(definitions: str, expected: str) -> None:
    parts = f"{PARAMETERS}\ndefinitions:\n  {definitions}\n"
    found = told(text_of(provision("law", "entitles", "a"), parts=parts))
    assert any(expected in problem for problem in found), found


def test_provisions_that_stand_on_one_another_are_told() -> None:
    text = text_of(provision("law", "entitles", "law-2"), provision("law-2", "extends", "law"))
    assert "made-up/one#law -> made-up/one#law-2 -> made-up/one#law" in told(text)[0]


def test_a_provision_that_stands_on_itself_is_told() -> None:
    assert "in a loop" in told(text_of(provision("law", "entitles", "law")))[0]


def test_a_provision_that_stands_twice_is_told() -> None:
    twice = text_of(provision("law", "entitles", "one"), provision("law", "offers", "two"))
    assert "'made-up/one#law' stands twice" in told(twice)[0]


def test_an_unknown_vocabulary_is_told() -> None:
    with pytest.raises(BadPolicy, match=r"there is no vocabulary\.yaml"):
        read(text_of(provision("law", "entitles", "one")), {}.__getitem__)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("most: 100", "most: many", "expected a whole number"),
        ("type: length", "type: lenght", "did you mean 'length'?"),
        ("how: judged", "how: guessed", "expected one of recorded"),
        ("  - {truth: order", "  - {truth: [order]", "'truth:' takes plain text"),
        ("day_of_travel > date_of_birth", "day_of_travel > date_of_brith", "did you mean"),
        ("nothing: {value: 0", "nothing: {value: none at all", "expected a number (8)"),
    ],
)
def test_a_vocabulary_with_one_thing_wrong_is_told_that_thing(
    old: str, new: str, expected: str
) -> None:
    assert old in VOCABULARY
    found = told(text_of(provision("law", "entitles", "one")), VOCABULARY.replace(old, new, 1))
    assert any(expected in problem for problem in found), found
    assert all(problem.startswith("policy/vocabulary.yaml, line") for problem in found)


def test_words_that_yaml_reads_as_yes_and_no_stay_words() -> None:
    version = read_text(text_of(provision("on", "offers", "one", note="no")))
    assert (version.provisions[0].id, version.provisions[0].note) == ("made-up/one#on", "no")


def test_a_definition_by_one_line_may_be_a_condition_or_a_value() -> None:
    parts = (
        PARAMETERS
        + DEFINITIONS
        + "  yes_or_no: one\n  a_day: day_of_travel\n  a_test: far > limit\n"
    )
    version = read_text(
        text_of(provision("law", "entitles", "{all: [yes_or_no, a_test]}"), parts=parts)
    )
    kinds = {
        name: version.definitions[name].type.value for name in ("yes_or_no", "a_day", "a_test")
    }
    assert kinds == {"yes_or_no": "yn", "a_day": "date", "a_test": "yn"}
