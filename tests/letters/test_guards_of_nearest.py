"""A refusal names as the nearest suitable school only one that its own facts bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from letters import FactRow, NearestSchool
from letters.blocks import all_texts
from letters.errors import LetterRefused
from records.measurement import Way
from rules.recommendation import Derived
from rules.values import NO_ROUTE, FactType
from tests.letters.case import REFUSED, WALK, letter

OWN = "Brook Road Primary School"
WALKED = 2_414_016
ROAD = replace(WALK, way=Way.ROAD, length=2_600_000, limit=None)


def known(value: bool) -> tuple[Derived, ...]:
    return (Derived("nearer_suitable_place", value, FactType.YES_NO, "from the places"),)


def told(nearest: NearestSchool, nearer: bool | None = None, **changes: object) -> str:
    found = REFUSED.recommendation
    assert found is not None
    if nearer is not None:
        found = replace(found, derived=(*found.derived, *known(nearer)))
    content = letter("refuse", nearest_suitable=nearest, recommendation=found, **changes)
    return " ".join(all_texts(content))


def test_the_childs_own_school_is_the_nearest_where_no_nearer_one_is_recorded() -> None:
    for name in (OWN, " brook road primary  school", "Brook Road Primary School."):
        assert "1.50 miles" in told(NearestSchool(name, WALKED, 2_655_118), nearer=False)
    with pytest.raises(LetterRefused, match="records that a nearer suitable school has a place"):
        told(NearestSchool(OWN, WALKED, 2_655_118), nearer=True)


def test_the_childs_own_school_is_as_far_away_as_the_case_holds() -> None:
    with pytest.raises(LetterRefused, match=r"1\.20 miles .* on foot; the case holds 1\.50 miles"):
        told(NearestSchool(OWN, 1_931_213, None))
    both = (*REFUSED.distances, ROAD)
    with pytest.raises(LetterRefused, match="by road; the case holds"):
        told(NearestSchool(OWN, WALKED, 2_655_118), distances=both)
    assert told(NearestSchool(OWN, WALKED, 2_600_000), distances=both)


def test_another_school_is_named_only_where_the_facts_know_of_a_nearer_one() -> None:
    other = NearestSchool("Quay Primary", 1_770_278, 1_900_000)
    with pytest.raises(LetterRefused, match="records that no nearer suitable school has a place"):
        told(other, nearer=False)
    assert "Quay Primary" in told(other, nearer=True)
    row = FactRow("Nearer suitable school", "No", "form", name="nearer_suitable_place")
    with pytest.raises(LetterRefused, match="no nearer suitable school"):
        told(other, facts=(row,))


@pytest.mark.parametrize("walking", [WALKED, WALKED + 1, 7_885_786, NO_ROUTE])
def test_a_school_no_nearer_than_the_childs_own_is_not_the_nearest(walking: object) -> None:
    far = NearestSchool("Other School", walking, None)  # type: ignore[arg-type]
    with pytest.raises(LetterRefused, match=r"own school is no farther: 1\.50 miles"):
        told(far, nearer=True)


def test_one_that_is_nearer_by_one_way_may_be_the_nearest() -> None:
    both = (*REFUSED.distances, ROAD)
    by_road = NearestSchool("Quay Primary", WALKED + 1, 2_500_000)
    assert "Quay Primary" in told(by_road, nearer=True, distances=both)


def test_after_16_no_school_is_named_and_none_stands_against_the_letter() -> None:
    power = replace(REFUSED.discretion, power="s.509AA statement")  # type: ignore[type-var]
    far = NearestSchool("Other College", 9_000_000, None)
    said = told(far, nearer=False, phase="sixth_form_age", discretion=power)
    assert "Other College" not in said
