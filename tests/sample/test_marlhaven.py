"""The council as a whole: whole, fictional, the same every time, and quickly made."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from casework.shelf import Shelf
from records.people import Role
from rules.values import KnownHow, Outcome
from sample.city.ground import SEA
from sample.days import TODAY
from sample.marlhaven import PASSPHRASE, SampleCouncil, marlhaven
from store.identifiers import made_at

FICTIONAL = re.compile(r"ZZ\d{1,2} [1-9][ABD-HJLNP-UW-Z]{2}")
DIGEST = """
import dataclasses, hashlib
from sample.marlhaven import marlhaven
made = marlhaven()
people = [(each.id, each.name, sorted(each.roles)) for each in made.people]
whole = repr((people, dataclasses.replace(made, people=())))
print(hashlib.sha256(whole.encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def council() -> SampleCouncil:
    return marlhaven()


def test_there_are_400_applications_numbered_from_one(council: SampleCouncil) -> None:
    references = [each.reference for each in council.applications]
    assert references == [f"MH-{number:05d}" for number in range(1, 401)]
    assert {each.council for each in council.applications} == {"marlhaven"}
    assert PASSPHRASE == council.passphrase == "marlhaven"


def test_two_processes_make_the_same_council(root: Path) -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            cwd=root, env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(made) == 1


def test_every_postcode_is_of_the_area_that_is_not_allocated(council: SampleCouncil) -> None:
    assert all(FICTIONAL.fullmatch(home.postcode) for home in council.households)
    text = repr((council.evidence, council.points, council.judgements, council.letterhead))
    found = re.findall(r"\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b", text)
    assert all(each.startswith("ZZ") for each in found)


def test_every_home_lies_in_the_sea(council: SampleCouncil) -> None:
    west, south, east, north = SEA
    for home in council.households:
        if home.easting is not None and home.northing is not None:
            assert west < home.easting < east and south < home.northing < north


def test_some_homes_are_approximate_and_some_not_found(council: SampleCouncil) -> None:
    known = Counter(home.position_from for home in council.households)
    assert known["postcode"] and known["pointed at"] and known["address"] > 200
    assert sum(home.easting is None for home in council.households) == 3


def test_many_homes_have_brothers_and_sisters(council: SampleCouncil) -> None:
    per_home = Counter(child.household for child in council.children)
    assert sum(count > 1 for count in per_home.values()) > 50
    names = [(child.household, child.given_name) for child in council.children]
    assert len(set(names)) == len(names)


def test_brothers_and_sisters_are_born_a_year_apart_or_more(council: SampleCouncil) -> None:
    born: dict[str, list[date]] = {}
    for child in council.children:
        if child.date_of_birth:
            born.setdefault(child.household, []).append(child.date_of_birth)
    for days in born.values():
        ordered = sorted(days)
        gaps = [later - day for day, later in zip(ordered, ordered[1:], strict=False)]
        assert all(gap.days >= 365 for gap in gaps)


def test_identifiers_are_of_version_7_and_none_stands_twice(council: SampleCouncil) -> None:
    records = (
        council.people, council.schools, council.households, council.children,
        council.applications, council.judgements, council.evidence, council.points,
    )  # fmt: skip
    ids = [each.id for kind in records for each in kind]
    assert len(set(ids)) == len(ids)
    assert all(each[14] == "7" and made_at(each) > 0 for each in ids)


def test_facts_are_of_the_vocabulary_and_known_as_it_says(council: SampleCouncil) -> None:
    words = Shelf().vocabulary()
    for _, fact in council.facts:
        assert fact.how is words[fact.name].how
        assert words[fact.name].may_be_given
        assert fact.source and fact.by
    assert {each.fact for each in council.judgements} <= {
        name for name, word in words.items() if word.how is KnownHow.JUDGED
    }
    assert all(each.reasons for each in council.judgements)


def test_no_distance_is_made_up(council: SampleCouncil) -> None:
    names = {fact.name for _, fact in council.facts}
    assert not names & {"walking_distance", "road_distance"}


def test_nothing_happened_after_the_day_the_sample_stands_still(council: SampleCouncil) -> None:
    days = [fact.on for _, fact in council.facts]
    days += [each.received_on for each in council.applications]
    days += [each.at.date() for each in council.judgements]
    days += [each.received_on for each in council.evidence]
    days += [each.raised_on for each in council.points]
    days += [each.decided_at.date() for each in council.intents]
    assert max(days) <= TODAY


def test_decisions_come_after_what_they_rest_on(council: SampleCouncil) -> None:
    decided = {each.application: each.decided_at for each in council.intents}
    for each in council.judgements:
        if each.application in decided:
            assert each.at <= decided[each.application]
    for application, fact in council.facts:
        if application in decided:
            assert fact.on <= decided[application].date()


def test_about_120_cases_are_to_be_decided_each_outcome_among_them(
    council: SampleCouncil,
) -> None:
    outcomes = Counter(each.outcome for each in council.intents)
    assert 110 <= len(council.intents) <= 140
    assert set(outcomes) == {Outcome.ENTITLED, Outcome.OFFERED, Outcome.NOT_ENTITLED}
    assert all(count >= 15 for count in outcomes.values())
    refused = [each for each in council.intents if each.outcome is Outcome.NOT_ENTITLED]
    assert all(len(each.discretion) > 100 for each in refused)


def test_words_have_no_blank_left_to_fill(council: SampleCouncil) -> None:
    assert not re.search(r"[{}]", repr([(i.reasons, i.discretion) for i in council.intents]))


def test_somebody_holds_every_role(council: SampleCouncil) -> None:
    held = {role for person in council.people for role in person.roles}
    assert held == set(Role)
