"""The table of days: every way a real child's days can fall is in it, and nothing else."""

from __future__ import annotations

import random
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from rules.decide import decide
from rules.evaluate import Run, value
from rules.prove.locate import located
from rules.prove.space import Space, open_space
from rules.prove.worlds import rows_like
from rules.tree import Fact
from rules.values import Facts, FactType
from tests.rules.prove.drafts import ENGLAND, GOOD, SHELF, SOURCE, draft, provision
from tests.rules.prove.random_children import child

VERSIONS = ("england/1996-act", "southampton/2018-19", "southampton/2019-20", "marlhaven/2026-27")


def rows(space: Space, facts: Facts) -> list[int]:
    days = {name: day for name, day in facts.items() if isinstance(day, date)}
    of_days = [each for each in space.ground.variables.by_name.values() if each.of_days]
    values = [space.value_on(each, days) for each in of_days]
    return rows_like(space.ground.worlds, space.ground.variables, values)


@pytest.mark.parametrize("policy", VERSIONS)
def test_the_days_of_random_children_are_all_in_the_table(policy: str) -> None:
    space, rng = open_space((SHELF.read(policy),)), random.Random(9)
    for _ in range(4_000):
        facts = child(space.versions[0].policy, space.span, rng)
        assert len(rows(space, facts)) == 1, facts


@pytest.mark.parametrize("policy", VERSIONS)
def test_every_row_says_of_its_days_what_the_engine_works_out(policy: str) -> None:
    version = SHELF.read(policy)
    space = open_space((version,))
    for at, days in enumerate(space.ground.worlds.days):
        assert rows(space, days) == [at]
        run = Run(version, days)
        for name in ("compulsory_school_age", "phase"):
            variable = space.ground.variables.by_name.get(name)
            if variable is not None:
                found = value(run, Fact(name, version.vocabulary[name].type)).value
                assert found == space.ground.worlds.column(name)[at]


def test_no_year_group_is_possible_that_contradicts_the_age() -> None:
    space = open_space((draft("provisions:", provision("help", "offers", "year_group = nine"),
                              "parameters:", f"  nine: {{value: 9, {SOURCE}}}"),))  # fmt: skip
    ahead: Facts = {**GOOD, "date_of_birth": date(2019, 1, 15), "year_group": 9}
    assert not space.logic.possible(*located(space, ahead))
    assert space.logic.possible(*located(space, {**ahead, "year_group": 4}))


def test_a_leap_day_child_is_in_the_table_on_the_day_of_its_birthday() -> None:
    space = open_space((ENGLAND,), (date(2026, 9, 1), date(2027, 8, 31)))
    for offset in (-1, 0, 1):
        facts: Facts = {
            "day_of_travel": date(2027, 3, 1) + timedelta(days=offset),
            "date_of_birth": date(2016, 2, 29),
        }
        assert rows(space, facts)


def test_a_test_of_another_day_is_free_of_the_age() -> None:
    version = draft(
        "parameters:",
        f"  change: {{value: 2026-09-01, {SOURCE}}}",
        "provisions:",
        provision("kept", "offers", "looked_after", "first_helped_on < change"),
    )
    space = open_space((version,))
    assert set(space.ground.worlds.column("first helped on < change")) == {True, False}
    facts: Facts = {**GOOD, "looked_after": True, "first_helped_on": date(2026, 8, 31)}
    met = space.name_of(space.of(space.versions[0].provisions["drafts/one#kept"].must))
    assert space.logic.possible(*located(space, facts), met)
    assert decide(version, facts).eligibility.outcome == "offered"
    later: Facts = {**facts, "first_helped_on": date(2026, 9, 1)}
    assert not space.logic.possible(*located(space, later), met)


def test_two_lengths_held_against_each_other_can_be_proved() -> None:
    version = draft("provisions:", provision("far", "offers", "walking_distance > road_distance"))
    assert version.vocabulary["walking_distance"].type is FactType.LENGTH
    space = open_space((version,))
    met = space.name_of(space.of(space.versions[0].provisions["drafts/one#far"].must))
    assert space.logic.possible(*located(space, {**GOOD, "road_distance": 1}), met)
    assert not space.logic.possible(*located(space, GOOD), met)


PRINT = """
from rules.prove.difference import difference
from tests.rules.prove.drafts import SHELF
print(difference(SHELF.read('marlhaven/2025-26'), SHELF.read('marlhaven/2026-27')))
"""


def test_another_run_of_the_program_gives_the_same_list(root: Path) -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    assert "two-miles-until-year-four" in printed.pop()


def test_reading_a_policy_does_not_bring_in_the_solver(root: Path) -> None:
    modules = "rules.prove.difference, casework.policies.proofs"
    code = f"import sys, {modules}; sys.exit('z3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=False)
    assert done.returncode == 0
