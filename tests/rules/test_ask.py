"""What is asked can change the outcome, in an order that needs few questions, judged facts last."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from random import Random
from statistics import mean

import pytest

from rules.ask import questions
from rules.decide import decide
from rules.guards import guards_of
from rules.inputs import is_judged
from rules.policy import PolicyVersion
from rules.prove.matters import matters
from rules.values import Facts, FactType, Outcome
from tests.policy.shipped import examples_under, version_of
from tests.rules.asking import (
    OPEN,
    Strategy,
    asked_until_settled,
    at_random,
    in_our_order,
    is_possible,
)
from tests.rules.children import children
from tests.rules.made_up import policy, provision

PLAIN = (FactType.YES_NO, FactType.LENGTH, FactType.CHOICE)
SHIPPED = ("england/1996-act", "southampton/2019-20", "hampshire/2024-25")


def asked(version: PolicyVersion, facts: Facts, by_solver: bool = False) -> list[str]:
    found = questions(version, facts, decide(version, facts), by_solver)
    return [each.word.name for each in found]


def test_nothing_is_asked_once_the_outcome_is_settled() -> None:
    version = policy(provision("law", "entitles", "{all: [one, two]}"))
    assert asked(version, {"one": False}) == []


def test_what_cancels_out_is_not_asked_though_decide_still_waits_for_it() -> None:
    version = policy(
        provision("with", "offers", "{all: [one, three]}"),
        provision("without", "offers", "{all: [not one, three]}"),
    )
    assert set(decide(version, {}).eligibility.missing) == {"one", "three"}
    assert asked(version, {}) == ["three"]


def test_where_nothing_matters_what_decide_waits_for_is_asked_all_the_same() -> None:
    version = policy(provision("with", "offers", "one"), provision("without", "offers", "not one"))
    assert asked(version, {}) == ["one"]


def test_the_fact_that_settles_most_comes_first() -> None:
    version = policy(
        provision("a", "entitles", "{all: [one, two]}"),
        provision("b", "entitles", "{all: [one, three]}"),
    )
    assert asked(version, {})[0] == "one"


def test_judged_facts_come_last_however_much_they_settle() -> None:
    version = policy(provision("a", "entitles", "{all: [judged_one, {any: [one, two]}]}"))
    assert asked(version, {})[-1] == "judged_one"


def test_a_measured_fact_does_not_come_before_a_plain_one_that_settles_more() -> None:
    version = policy(
        provision("a", "entitles", "{all: [one, far > limit]}"),
        provision("b", "entitles", "{all: [one, two]}"),
    )
    assert asked(version, {}) == ["one", "far", "two"]


def test_of_two_that_settle_alike_the_measured_one_comes_first() -> None:
    version = policy(provision("a", "entitles", "{all: [one, far > limit]}"))
    assert asked(version, {}) == ["far", "one"]


def test_what_matters_only_under_a_condition_comes_after_it() -> None:
    several = "{any: [two, three, {all: [four, far > limit]}]}"
    version = policy(
        provision("a", "offers", f"{{all: [one, {several}]}}"),
        provision("b", "offers", "{all: [four, count <= several]}"),
    )
    names = asked(version, {"one": True})
    assert names.index("four") < names.index("far")
    assert names.index("four") < names.index("count")
    assert guards_of(version)["far"] >= {"one", "four"}
    assert "far" not in guards_of(version)["four"]


@pytest.mark.parametrize("name", ["england/1996-act@2026-09-01", "southampton/2025-26"])
def test_of_a_child_of_whom_only_the_day_is_known_no_plan_is_asked_about_before_it_is_known_to_be(
    name: str,
) -> None:
    version, known = version_of(name), Facts(day_of_travel=date(2026, 9, 8))
    for facts in (known, {**known, "date_of_birth": date(2018, 11, 20)}):
        names = asked(version, facts)
        assert names[0] in ("in_area", "school_kind", "date_of_birth")
        for later in ("schools_named_in_plan", "nearest_of_schools_named", "plan_names_condition"):
            assert names.index("has_ehcp") < names.index(later)
        assert names.index("in_area") < names.index("has_ehcp")


@pytest.mark.parametrize("name", SHIPPED)
def test_no_question_comes_before_one_on_whose_answer_it_hangs(name: str) -> None:
    version, compared = version_of(name), 0
    guards = guards_of(version)
    for facts in spoilt(name, 13, 25, 6):
        names = [each.word.name for each in questions(version, facts, decide(version, facts))]
        for at, each in enumerate(names):
            hangs = {one for one in guards.get(each, ()) if not is_judged(version, one)}
            assert is_judged(version, each) or not hangs & set(names[at + 1 :]), (facts, names)
            compared += 1
    assert compared > 50


def test_a_fact_judged_by_its_parts_is_asked_by_its_first_open_part() -> None:
    version = policy(provision("a", "entitles", "judged_both"))
    assert asked(version, {}) == ["judged_one"]
    assert asked(version, {"judged_one": True}) == ["judged_two"]


def test_each_question_names_the_provisions_that_wait_for_it() -> None:
    version = policy(
        provision("a", "entitles", "{all: [one, two]}"), provision("b", "offers", "one")
    )
    found = {each.word.name: each.waiting for each in questions(version, {}, decide(version, {}))}
    assert found == {"one": ("made-up/one#a", "made-up/one#b"), "two": ("made-up/one#a",)}


def test_the_day_of_travel_is_asked_first_of_all() -> None:
    england = version_of("england/1996-act")
    assert asked(england, {"in_area": True})[0] == "day_of_travel"


def test_a_fact_that_a_truth_ties_to_another_is_asked_though_it_cannot_change_alone() -> None:
    england = version_of("england/1996-act")
    facts = fully_known()
    without = {name: each for name, each in facts.items() if "nearer_suitable" not in name}
    assert asked(england, without) == ["nearer_suitable_place"]
    assert "nearer_suitable_place" in matters(england, without)


def fully_known() -> Facts:
    england = version_of("england/1996-act")
    found = [each.facts for each in examples_under("england/1996-act")]
    return next(
        each
        for each in found
        if decide(england, each).eligibility.outcome is Outcome.ENTITLED
        and {"nearer_suitable_schools", "walking_distance", "has_ehcp"} <= set(each)
    )


def spoilt(policy: str, seed: int, count: int, lost: int) -> list[Facts]:
    """Worked examples with some plain facts taken away that leave the outcome open."""
    version, dice = version_of(policy), Random(seed)
    every = examples_under(policy)
    dice.shuffle(every)
    found: list[Facts] = []
    for each in every:
        plain = [n for n in each.facts if version.vocabulary[n].type in PLAIN]
        gone = dice.sample(plain, min(lost, len(plain)))
        facts = {name: value for name, value in each.facts.items() if name not in gone}
        if is_possible(version, facts) and decide(version, facts).eligibility.missing:
            found.append(facts)
        if len(found) == count:
            break
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_asked_is_exactly_what_the_solver_says_can_change_the_outcome(name: str) -> None:
    version, compared = version_of(name), 0
    for facts in spoilt(name, 7, 5, 3):
        found = decide(version, facts)
        missing = found.eligibility.missing
        names = {each.word.name for each in questions(version, facts, found, by_solver=True)}
        certain = set(matters(version, facts, missing)) or set(missing)
        expected = {each for each in certain if not is_judged(version, each)}
        assert names <= {*missing, *version.vocabulary}
        assert {each for each in names if not is_judged(version, each)} == expected
        compared += 1
    assert compared == 5


@pytest.mark.parametrize("name", SHIPPED)
def test_every_fact_that_is_asked_is_one_that_decide_waits_for_or_a_part_of_one(name: str) -> None:
    version = version_of(name)
    for facts in spoilt(name, 11, 40, 6):
        found = decide(version, facts)
        waits = {each for finding in found.findings for each in finding.missing}
        for each in questions(version, facts, found):
            assert each.waiting
            assert each.word.name in waits or is_judged(version, each.word.name)
        names = [each.word.name for each in questions(version, facts, found)]
        judged = [is_judged(version, each) for each in names]
        assert judged == sorted(judged)


@pytest.mark.parametrize("name", SHIPPED[1:])
def test_asking_in_this_order_takes_fewer_questions_than_at_random(name: str) -> None:
    version = version_of(name)
    table = children(version, 40, seed=5, unknown=0)
    ours, random = [], []
    for row in range(table.count):
        whole = table.facts(row)
        if not is_possible(version, whole):
            continue
        known = {each: whole[each] for each in ("day_of_travel", "date_of_birth")}
        counts = [
            asked_until_settled(version, whole, known, pick)
            for pick in (in_our_order, at_random(row))
        ]
        if counts[0] is not None and counts[1] is not None:
            ours.append(counts[0])
            random.append(counts[1])
    assert len(ours) > 10
    assert mean(ours) < mean(random)


def test_the_order_is_within_a_twentieth_of_the_best_there_is_where_that_can_be_worked_out() -> (
    None
):
    best, ours = Fraction(0), Fraction(0)
    count = 0
    for name in SHIPPED:
        version = version_of(name)
        for facts in spoilt(name, 3, 40, 3):
            names = decide(version, facts).eligibility.missing
            if len(names) < 2 or any(not is_plain(version, each) for each in names):
                continue
            strategy = Strategy(version, facts, names)
            if 1 < len(strategy.ways) <= 120:
                best += strategy.expected(None)
                ours += strategy.expected(in_our_order)
                count += 1
    assert count >= 20
    assert best <= ours <= best * Fraction(21, 20)


def is_plain(version: PolicyVersion, name: str) -> bool:
    word = version.vocabulary[name]
    return word.type in PLAIN and (word.how != "derived") and not is_judged(version, name)


def test_a_child_of_whom_only_the_days_are_known_is_asked_until_settled() -> None:
    england = version_of("england/1996-act")
    known: Facts = {"day_of_travel": date(2026, 10, 1), "date_of_birth": date(2018, 3, 1)}
    found = decide(england, known)
    assert found.eligibility.outcome in OPEN
    assert len(asked(england, known)) > 5
