"""The two fictional policy versions: they read, cite, and differ where the sample says."""

from __future__ import annotations

from datetime import date

import pytest

from casework.shelf import Shelf
from casework.wordings.on_file import sender
from rules.policy import PolicyVersion
from rules.tree import OfProvision
from rules.values import (
    BESIDE_ELIGIBILITY,
    Authoriser,
    Determined,
    Effect,
    EndsAs,
    Standing,
)

VERSIONS = ("marlhaven/2025-26", "marlhaven/2026-27")


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> PolicyVersion:
    return Shelf().read(request.param)


def values_of(version: PolicyVersion, parameter: str) -> list[object]:
    return [dated.value for dated in version.parameters[parameter].values]


def test_each_version_builds_on_england_and_says_that_it_is_fictional(
    version: PolicyVersion,
) -> None:
    assert version.builds_on == "england/1996-act"
    assert "(fictional)" in version.title


def test_each_version_is_known_in_the_spring_before_its_year(version: PolicyVersion) -> None:
    assert version.travel_from and version.travel_until and version.known_from
    assert (version.travel_from.month, version.travel_from.day) == (9, 1)
    assert (version.travel_until.month, version.travel_until.day) == (8, 31)
    assert version.known_from.year == version.travel_from.year
    assert version.known_from.month == 3


def test_the_council_has_one_version_in_force_on_either_side_of_1_september() -> None:
    shelf = Shelf()
    before = shelf.in_force("marlhaven", date(2026, 8, 31), date(2026, 11, 20))
    after = shelf.in_force("marlhaven", date(2026, 9, 1), date(2026, 11, 20))
    assert (before.id, after.id) == VERSIONS


def test_every_own_parameter_cites_the_fictional_policy_and_one_is_to_confirm(
    version: PolicyVersion,
) -> None:
    own = [each for each in version.parameters.values() if each.owner == version.id]
    sources = [dated.source for each in own for dated in each.values]
    assert {source.document for source in sources} == {"marlhaven-policy"}
    standings = [source.standing for source in sources]
    assert standings.count(Standing.TO_CONFIRM) == 1
    assert set(standings) == {Standing.ADOPTED, Standing.TO_CONFIRM}


def test_only_the_first_version_keeps_two_miles_until_year_four() -> None:
    named = [
        {
            each.id.rpartition("#")[2]
            for each in Shelf().read(one).provisions
            if each.id.startswith(f"{one}#") and each.effect not in BESIDE_ELIGIBILITY
        }
        for one in VERSIONS
    ]
    assert named[0] - named[1] == {"two-miles-until-year-four"}
    assert named[1] <= named[0]


def test_only_the_second_version_asks_for_a_contribution_after_16() -> None:
    first, second = (Shelf().read(each) for each in VERSIONS)
    assert values_of(first, "post_16_contribution") == [0]
    assert values_of(second, "post_16_contribution") == [60_000]
    assert values_of(second, "post_16_contribution_low_income") == [30_000]


def test_free_travel_by_others_withholds_one_offer_only(version: PolicyVersion) -> None:
    withholding = [each for each in version.provisions if each.effect is Effect.WITHHOLDS]
    assert [each.touches for each in withholding] == [(f"{version.id}#post-16-send",)]


def test_the_second_version_shows_every_effect_and_every_part() -> None:
    second = Shelf().read(VERSIONS[1])
    assert {each.effect for each in second.provisions} == set(Effect)
    determined = [each.determining for each in second.provisions if each.determining]
    assert {each.what for each in determined} == set(Determined)
    endings = [each.ending for each in second.provisions if each.ending]
    assert {each.ends_as for each in endings} == set(EndsAs)


def test_the_second_version_keeps_those_helped_before_on_the_first_which_is_held() -> None:
    first, second = (Shelf().read(each) for each in VERSIONS)
    assert [each.keeps for each in second.provisions if each.keeps] == [first.id]
    assert not [each for each in first.provisions if each.keeps]


def test_the_ladder_ends_with_a_vehicle_alone_for_who_is_determined_to_need_one(
    version: PolicyVersion,
) -> None:
    rungs = [each for each in version.provisions if each.effect is Effect.ARRANGES]
    assert isinstance(rungs[-1].when, OfProvision)
    determined = version.provision(rungs[-1].when.provision).determining
    assert determined and determined.what is Determined.SOLO_TRAVEL
    assert determined.authoriser is Authoriser.SEND and determined.review


def test_the_letterhead_is_complete_and_made_up() -> None:
    found = sender(Shelf(), "marlhaven")
    assert found.council and "(fictional)" in found.council
    assert found.contact_phone and found.contact_phone.startswith("01632 960 ")
    assert found.contact_email and found.contact_email.endswith("@marlhaven.example")
    assert found.letterhead[-1].startswith("ZZ")
    assert all([found.contact_hours, found.measuring, found.review_how, found.other_help])
    assert found.formats and found.privacy
