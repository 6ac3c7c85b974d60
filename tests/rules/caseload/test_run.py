"""A caseload is decided in chunks, with progress, and says what it could not decide."""

from __future__ import annotations

from collections import Counter
from datetime import date

import numpy as np
import pytest

from casework.shelf import Shelf
from rules.caseload import run as running
from rules.caseload.columns import Children, from_facts
from rules.caseload.result import CONTRADICTORY, OUTCOMES, WITHOUT_VALUE
from rules.caseload.run import Stopped, run
from rules.decide import decide
from rules.values import MILLIMETRES_PER_MILE, Facts, Outcome, Result
from tests.rules.caseload.made_up_policies import random_policy
from tests.rules.children import children
from tests.rules.made_up import policy, provision

ENGLAND = Shelf().read("england/1996-act")
GOOD: Facts = {
    "day_of_travel": date(2026, 10, 1),
    "date_of_birth": date(2016, 5, 1),
    "in_area": True,
    "school_kind": "mainstream",
    "school_governance": "academy",
    "registered_pupil": True,
    "also_registered_at_pru": False,
    "nearer_suitable_place": False,
    "nearer_suitable_schools": 0,
    "boarding_arranged": False,
    "walking_distance": 3 * MILLIMETRES_PER_MILE + 1,
}


def test_one_millimetre_over_three_miles_is_entitled_and_three_miles_are_not() -> None:
    known = {**GOOD, "cannot_walk": False, "route_unsafe": False, "low_income": False}
    inside = {**known, "walking_distance": 3 * MILLIMETRES_PER_MILE}
    found = run(ENGLAND, from_facts([known, inside], ENGLAND.vocabulary))
    assert [found.outcome(row) for row in (0, 1)] == [Outcome.ENTITLED, Outcome.NOT_ENTITLED]
    assert found.grounds_of(0) == decide(ENGLAND, known).eligibility.grounds
    assert ENGLAND.provisions[found.first[0]].id == found.grounds_of(0)[0]
    assert (found.grounds_of(1), found.first[1]) == ((), -1)


@pytest.mark.parametrize("chunk", [1, 8, 64, 1000, 1 << 20])
def test_the_size_of_a_chunk_changes_nothing(chunk: int) -> None:
    table = children(ENGLAND, 2_003, seed=5)
    whole = run(ENGLAND, table, results=True)
    found = run(ENGLAND, table, results=True, chunk=chunk)
    assert found.outcomes.tolist() == whole.outcomes.tolist()
    assert found.first.tolist() == whole.first.tolist()
    assert found.grounds.tolist() == whole.grounds.tolist()
    for each in ENGLAND.provisions:
        assert found.results(each.id).tolist() == whole.results(each.id).tolist()


def test_counts_and_grounds_are_those_of_the_rows() -> None:
    found = run(ENGLAND, children(ENGLAND, 4_000, seed=6))
    rows = range(found.count)
    assert found.counts() == {
        each: Counter(found.outcome(row) for row in rows)[each] for each in OUTCOMES
    }
    for each in ENGLAND.provisions:
        assert found.is_ground(each.id).tolist() == [each.id in found.grounds_of(r) for r in rows]


def test_children_who_contradict_themselves_are_listed_not_decided() -> None:
    born_later = {**GOOD, "date_of_birth": date(2026, 10, 2)}
    found = run(ENGLAND, from_facts([GOOD, born_later, GOOD], ENGLAND.vocabulary), results=True)
    assert found.outcomes[1] == CONTRADICTORY and found.outcome(1) is None
    assert found.not_decided.tolist() == [1]
    assert (found.grounds_of(1), found.first[1]) == ((), -1)


def test_a_day_without_a_value_is_listed_not_decided() -> None:
    version = random_policy(0)
    rows: list[Facts] = [
        {"day_of_travel": day, "date_of_birth": date(2010, 5, 1), "one": True}
        for day in (date(2026, 9, 30), date(2026, 10, 15), date(2026, 11, 1))
    ]
    found = run(version, from_facts(rows, version.vocabulary))
    assert (found.outcomes == WITHOUT_VALUE).tolist() == [False, True, False]


def test_progress_is_told_after_each_chunk() -> None:
    told: list[tuple[int, int]] = []
    run(ENGLAND, children(ENGLAND, 20), lambda done, of: told.append((done, of)), chunk=8)
    assert told == [(8, 20), (16, 20), (20, 20)]


def test_a_caseload_stops_between_chunks_when_it_is_cancelled() -> None:
    told: list[int] = []
    with pytest.raises(Stopped, match="Nothing was changed"):
        run(ENGLAND, children(ENGLAND, 64), lambda done, of: told.append(done),
            lambda: len(told) == 2, chunk=8)  # fmt: skip
    assert told == [8, 16]


def test_results_of_provisions_are_kept_on_request_only() -> None:
    table = children(ENGLAND, 10)
    first = ENGLAND.provisions[0].id
    with pytest.raises(ValueError, match="asked"):
        run(ENGLAND, table).results(first)
    assert run(ENGLAND, table, results=True).result(first, 0) in Result
    with pytest.raises(KeyError):
        run(ENGLAND, table, results=True).results("england/1996-act#para-99")


def test_a_second_run_uses_the_program_of_the_first() -> None:
    table = children(ENGLAND, 10)
    first = running.compiled_for(ENGLAND, table, results=False)
    assert running.compiled_for(ENGLAND, table, results=False) is first


def test_programs_are_not_kept_without_end() -> None:
    for at in range(running.MOST_KEPT + 3):
        made_up = policy(provision(f"p{at}", "offers", "one"))
        run(made_up, from_facts([{"one": True}], made_up.vocabulary))
    assert len(running._KEPT) == running.MOST_KEPT


def test_an_empty_caseload_has_no_outcomes() -> None:
    found = run(ENGLAND, Children(0, {}), results=True)
    assert (found.count, sum(found.counts().values())) == (0, 0)


def test_children_of_whom_nothing_is_known_are_as_one_child_of_whom_nothing_is_known() -> None:
    found = run(ENGLAND, Children(9, {}))
    said = decide(ENGLAND, {}).eligibility.outcome
    assert [found.outcome(row) for row in range(9)] == [said] * 9


def test_more_provisions_than_one_byte_has_bits_keep_their_grounds() -> None:
    many = policy(*(provision(f"p{at}", "offers", "one" if at % 7 else "two") for at in range(300)))
    found = run(many, from_facts([{"one": False, "two": True}, {"one": True}], many.vocabulary))
    assert found.grounds_of(0) == tuple(f"made-up/one#p{at}" for at in range(0, 300, 7))
    assert found.first.tolist() == [0, 1]
    last = run(many, from_facts([{"one": False, "two": False}], many.vocabulary))
    assert last.first.tolist() == [-1]


def test_the_columns_of_a_result_are_small() -> None:
    found = run(ENGLAND, children(ENGLAND, 1_000))
    assert (found.outcomes.dtype, found.first.dtype, found.grounds.dtype) == (
        np.int8, np.int16, np.uint8)  # fmt: skip
