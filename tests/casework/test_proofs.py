"""The policy lead's proofs by the names of policies."""

from __future__ import annotations

import pytest

from casework.policies.proofs import (
    differ,
    prove,
    prove_floor,
    who_is_charged,
    who_loses,
    without_effect,
)
from casework.shelf import Shelf, UnknownPolicy

SHELF = Shelf()


def test_a_shipped_version_keeps_the_floor_and_its_printed_text_alone_does_not() -> None:
    assert prove_floor(SHELF, "marlhaven/2026-27").holds
    assert not prove_floor(SHELF, "marlhaven/2026-27", alone=True).holds


def test_two_versions_differ_in_the_regions_of_the_dropped_offer() -> None:
    found = differ(SHELF, "marlhaven/2025-26", "marlhaven/2026-27")
    assert {each.old_grounds for each in found.regions} == {
        ("marlhaven/2025-26#two-miles-until-year-four",)
    }


def test_a_caseload_is_counted_region_by_region() -> None:
    examples = [each.example for each in differ(SHELF, *PAIR).regions]
    unknown = {**examples[0], "walking_distance": None}
    found = differ(SHELF, *PAIR, caseload=[*examples, examples[0], unknown])
    assert sorted(each.count or 0 for each in found.regions)[-2:] == [1, 2]
    assert sum(each.count or 0 for each in found.regions) == len(examples) + 1
    assert found.not_counted == 1


def test_rules_without_effect_and_losses_are_found_by_name() -> None:
    assert without_effect(SHELF, "marlhaven/2026-27").never_met == ()
    assert who_loses(SHELF, "marlhaven/2026-27").lower_income == ()


def test_an_unknown_policy_is_named() -> None:
    with pytest.raises(UnknownPolicy, match="marlhaven/2062-27"):
        prove_floor(SHELF, "marlhaven/2062-27")


PAIR = ("marlhaven/2025-26", "marlhaven/2026-27")


def test_gaps_and_overlaps_in_charges_are_found_by_name() -> None:
    found = who_is_charged(SHELF, "marlhaven/2026-27")
    assert found.charging == ("marlhaven/2026-27#post-16-contribution",)
    assert found.sound


def test_all_proofs_of_a_version_come_in_one_and_its_text_alone_is_held_to_the_floor_only() -> None:
    proved = prove(SHELF, "marlhaven/2026-27")
    assert proved.floor.holds
    assert {"holds", "without_effect", "losses", "charges"} <= set(proved.as_json)
    alone = prove(SHELF, "marlhaven/2026-27", alone=True)
    assert not alone.floor.holds
    assert (alone.never, alone.sanity, alone.charges) == (None, None, None)
