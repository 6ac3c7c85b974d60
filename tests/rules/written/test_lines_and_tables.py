"""Values made the quick way are what their classes make; tables start anew when full."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, fields
from datetime import date
from typing import Any

import pytest

from rules.recommendation import Duty, Eligibility, Finding, Recommendation, Step
from rules.values import DutyOutcome, Effect, FactType, Outcome, Result, Standing
from rules.written import lines
from rules.written.kept import MOST_KEPT, Kept, wanted_together

MET = Result.MET
TEST = Step(
    "test", "far > limit", MET, (), "far", FactType.LENGTH, 5, ">", 3, "limit", "How far"
)  # fmt: skip
GROUP = Step("all", "all of", MET, (TEST,))
NAMED = Step("named", "beyond", MET, (GROUP,), "beyond", says="It is far.")
FINDING = Finding(
    "a/b#c", "Far", Effect.OFFERS, MET, None, "paper", Standing.ADOPTED, ("far",), NAMED
)  # fmt: skip
VERDICT = (Eligibility(Outcome.OFFERED, ("c",), (), ()), Duty(DutyOutcome.NOT_OWED, ()))
WHOLE = Recommendation("a/b", "digest", date(2026, 9, 1), *VERDICT, (FINDING,), ())


def quick() -> list[tuple[Any, Any]]:
    head = ("far > limit", "far", FactType.LENGTH, ">", "limit", "How far")
    finding_head = ("a/b#c", "Far", Effect.OFFERS, "paper", Standing.ADOPTED)
    return [
        (lines.test_step(head, MET, 5, 3), TEST),
        (lines.all_step(MET, (TEST,)), GROUP),
        (lines.any_step(MET, (TEST,)), Step("any", "any of", MET, (TEST,))),
        (lines.none_step(MET, (TEST,)), Step("none", "none of", MET, (TEST,))),
        (lines.named_step("beyond", "beyond", "It is far.", MET, (GROUP,)), NAMED),
        (lines.finding(finding_head, MET, None, ("far",), NAMED), FINDING),
        (lines.recommendation(("a/b", "digest"), date(2026, 9, 1), VERDICT, (FINDING,), ()), WHOLE),
    ]


@pytest.mark.parametrize("made, expected", quick(), ids=lambda each: type(each).__name__)
def test_what_is_made_quickly_is_as_its_class_makes_it(made: Any, expected: Any) -> None:
    assert type(made) is type(expected)
    assert made == expected and hash(made) == hash(expected) and repr(made) == repr(expected)
    assert pickle.loads(pickle.dumps(made)) == expected


@pytest.mark.parametrize("made, expected", quick(), ids=lambda each: type(each).__name__)
def test_what_is_made_quickly_can_never_be_changed(made: Any, expected: Any) -> None:
    for field in fields(expected):
        with pytest.raises(FrozenInstanceError):
            setattr(made, field.name, None)


def test_an_answer_is_made_once() -> None:
    asked: list[int] = []
    table = Kept(lambda key: asked.append(key) or key * 2)
    assert [table[2], table[2], table[3]] == [4, 4, 6]
    assert asked == [2, 3]


def test_a_full_table_starts_anew() -> None:
    table = Kept(lambda key: key)
    for key in range(MOST_KEPT + 1):
        assert table[key] == key
    assert len(table) == 1


def test_facts_wanted_by_many_are_each_named_once_in_order() -> None:
    assert wanted_together()[("b", "a"), (), ("a", "c")] == ("b", "a", "c")
