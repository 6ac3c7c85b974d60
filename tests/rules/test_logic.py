"""The three-valued logic against a plain two-valued oracle, over random policies and children."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.decide import decide
from rules.policy import PolicyVersion
from rules.values import (
    MILLIMETRES_PER_MILE,
    NO_ROUTE,
    DutyOutcome,
    Facts,
    Outcome,
    Result,
)
from tests.rules.made_up import policy, provision

TWO_MILES = 2 * MILLIMETRES_PER_MILE
DAY = date(2026, 10, 1)

VALUES: dict[str, list[object]] = {
    "day_of_travel": [DAY],
    "date_of_birth": [date(2023, 10, 2), date(2023, 10, 1), date(2022, 9, 30)],
    "kind": ["school", "college", "home"],
    **{name: [True, False] for name in ("one", "two", "three", "four", "judged_one", "judged_two")},
    "far": [TWO_MILES - 1, TWO_MILES, TWO_MILES + 1, NO_ROUTE],
    "count": [2, 3, 4],
    "earned": [9_999, 10_000, 10_001],
}
GIVEN = {
    "may_be_given": lambda child: child["one"] and child["two"],
    "judged_both": lambda child: child["judged_one"] and child["judged_two"],
}

Whole = dict[str, object]


@dataclass(frozen=True)
class Oracle:
    """A condition as the policy text writes it, and as Python decides it of a child fully known."""

    text: str
    holds: Callable[[Whole], bool]


def size_of(child: Whole) -> str:
    if child["count"] < 3:
        return "small"
    return "middling" if child["one"] else "large"


def leaf(text: str, holds: Callable[[Whole], bool]) -> Oracle:
    return Oracle(f'"{text}"', holds)


LEAVES = [
    *(leaf(name, lambda c, n=name: c[n]) for name in ("one", "two", "three", "four")),
    *(leaf(f"not {name}", lambda c, n=name: not c[n]) for name in ("one", "two", "judged_one")),
    leaf("judged_one", lambda c: c["judged_one"]),
    leaf("worked_out", lambda c: c["one"] and c["two"]),
    leaf("not worked_out", lambda c: not (c["one"] and c["two"])),
    leaf("may_be_given", GIVEN["may_be_given"]),
    leaf("not may_be_given", lambda c: not GIVEN["may_be_given"](c)),
    leaf("judged_both", GIVEN["judged_both"]),
    leaf("far > limit", lambda c: c["far"] > TWO_MILES),
    leaf("far <= limit", lambda c: c["far"] <= TWO_MILES),
    leaf("count < several", lambda c: c["count"] < 3),
    leaf("count >= several", lambda c: c["count"] >= 3),
    leaf("count = several", lambda c: c["count"] == 3),
    leaf("earned <= sum", lambda c: c["earned"] <= 10_000),
    leaf("age >= several", lambda c: c["date_of_birth"] <= date(2023, 10, 1)),
    leaf("date_of_birth < day_of_travel", lambda c: True),
    leaf("kind is school", lambda c: c["kind"] == "school"),
    leaf("kind in [school, home]", lambda c: c["kind"] != "college"),
    leaf("size is small", lambda c: size_of(c) == "small"),
    leaf("size in [small, large]", lambda c: size_of(c) != "middling"),
]


def group(word: str, parts: list[Oracle]) -> Oracle:
    text = f"{{{word}: [{', '.join(part.text for part in parts)}]}}"
    decides = {
        "all": lambda c: all(part.holds(c) for part in parts),
        "any": lambda c: any(part.holds(c) for part in parts),
        "none": lambda c: not any(part.holds(c) for part in parts),
    }
    return Oracle(text, decides[word])


CONDITIONS = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.builds(
        group, st.sampled_from(["all", "any", "none"]), st.lists(inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)
CHILDREN = st.fixed_dictionaries({name: st.sampled_from(each) for name, each in VALUES.items()})
FORGOTTEN = st.sets(st.sampled_from(sorted(VALUES)))
OUTRIGHT = st.sets(st.sampled_from(sorted(GIVEN)))
EFFECTS = st.sampled_from(
    ["entitles", "entitles", "offers", "offers", "withholds", "refers", "owes"]
)
PROVISIONS = st.lists(st.tuples(EFFECTS, CONDITIONS), min_size=1, max_size=5)


def known(child: Whole, forgotten: set[str], outright: set[str]) -> Facts:
    """What is known of a child: not what was forgotten, with some facts given outright."""
    facts = {name: value for name, value in child.items() if name not in forgotten}
    return facts | {name: GIVEN[name](child) for name in outright}


def one_law(condition: Oracle) -> PolicyVersion:
    return policy(provision("law", "entitles", condition.text))


def written(provisions: list[tuple[str, Oracle]]) -> PolicyVersion:
    return policy(
        *(provision(f"p-{n}", effect, each.text) for n, (effect, each) in enumerate(provisions))
    )


def truth(holds: bool) -> Result:
    return Result.MET if holds else Result.NOT_MET


@given(CONDITIONS, CHILDREN)
def test_of_a_child_fully_known_the_answer_is_the_oracles(condition: Oracle, child: Whole) -> None:
    assert decide(one_law(condition), child).findings[0].result is truth(condition.holds(child))


@given(CONDITIONS, CHILDREN, FORGOTTEN, OUTRIGHT)
def test_what_is_settled_on_part_of_the_facts_is_so_of_the_whole_child(
    condition: Oracle, child: Whole, forgotten: set[str], outright: set[str]
) -> None:
    result = decide(one_law(condition), known(child, forgotten, outright)).findings[0].result
    assert result in (Result.UNKNOWN, truth(condition.holds(child)))


@given(CONDITIONS, CHILDREN, FORGOTTEN)
def test_missing_names_facts_not_known_that_together_settle_it(
    condition: Oracle, child: Whole, forgotten: set[str]
) -> None:
    version, facts = one_law(condition), known(child, forgotten, set())
    finding = decide(version, facts).findings[0]
    assert bool(finding.missing) is (finding.result is Result.UNKNOWN)
    assert not set(finding.missing) & set(facts)
    whole = child | {name: tells(child) for name, tells in GIVEN.items()}
    told = facts | {name: whole[name] for name in finding.missing}
    assert decide(version, told).findings[0].result is truth(condition.holds(child))


MAY_FOLLOW = {
    Outcome.ENTITLED: {Outcome.ENTITLED},
    Outcome.OFFERED: {Outcome.OFFERED},
    # A ground that nobody raised leaves "not entitled" standing, until somebody raises it.
    Outcome.NOT_ENTITLED: {Outcome.NOT_ENTITLED, Outcome.FOR_AN_OFFICER},
    Outcome.CANNOT_TELL_YET: set(Outcome),
    Outcome.FOR_AN_OFFICER: set(Outcome),
}


@settings(max_examples=200)
@given(PROVISIONS, CHILDREN, FORGOTTEN, st.sampled_from(sorted(VALUES)))
def test_one_more_fact_never_flips_what_was_settled(
    provisions: list[tuple[str, Oracle]], child: Whole, forgotten: set[str], learnt: str
) -> None:
    version = written(provisions)
    before = decide(version, known(child, forgotten | {learnt}, set()))
    after = decide(version, known(child, forgotten - {learnt}, set()))
    for first, then in zip(before.findings, after.findings, strict=True):
        assert first.result in (Result.UNKNOWN, then.result)
        assert first.applies in (None, then.applies)
    assert after.eligibility.outcome in MAY_FOLLOW[before.eligibility.outcome]
    assert before.duty.outcome in (DutyOutcome.CANNOT_TELL_YET, after.duty.outcome)


@settings(max_examples=200)
@given(PROVISIONS, CHILDREN)
def test_of_a_child_fully_known_the_outcome_follows_the_rule(
    provisions: list[tuple[str, Oracle]], child: Whole
) -> None:
    met = {effect for effect, condition in provisions if condition.holds(child)}
    if "entitles" in met:
        expected = Outcome.ENTITLED
    elif "offers" in met and "withholds" not in met:
        expected = Outcome.OFFERED
    else:
        expected = Outcome.FOR_AN_OFFICER if "refers" in met else Outcome.NOT_ENTITLED
    found = decide(written(provisions), child)
    assert (found.eligibility.outcome, found.eligibility.missing) == (expected, ())


@settings(max_examples=200)
@given(PROVISIONS, CHILDREN, FORGOTTEN)
def test_an_undecided_outcome_names_what_is_missing_and_a_decided_one_nothing(
    provisions: list[tuple[str, Oracle]], child: Whole, forgotten: set[str]
) -> None:
    facts = known(child, forgotten, set())
    part = decide(written(provisions), facts).eligibility
    assert not set(part.missing) & set(facts)
    if part.outcome is Outcome.CANNOT_TELL_YET:
        assert part.missing
    if part.outcome is Outcome.FOR_AN_OFFICER:
        assert bool(part.missing) is not bool(part.grounds)
    if part.outcome in (Outcome.ENTITLED, Outcome.OFFERED):
        assert part.grounds
        assert not part.missing
