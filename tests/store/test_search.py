"""Search finds a case by any part of what people know of it, and follows every change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.application import Application
from records.child import Child, Household
from records.people import Person
from records.school import School
from store.applications import add_application
from store.children import correct_child
from store.households import correct_household
from store.identifiers import new_id
from store.schools import correct_school
from store.search import find
from store.store import Store


@pytest.mark.parametrize(
    "text",
    ["Zoë", "zoe", "LEE", "le zo", "MH-2027-0001", "mh 2027", "0001", "ZZ1 2AB", "zz12ab", "zz12",
     "harbour", "Harb zoe zz1", "  lee  ", 'lee "'],
)  # fmt: skip
def test_a_case_is_found_by(store: Store, case: Application, text: str) -> None:
    assert find(store, text) == (case.id,)


@pytest.mark.parametrize("text", ["", "   ", "—", "zoe quay", "xyz", "oë", "NOT", "zoe OR xyz"])
def test_nothing_is_found_by(store: Store, case: Application, text: str) -> None:
    assert find(store, text) == ()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=20))
def test_no_text_breaks_the_search(store: Store, case: Application, text: str) -> None:
    assert find(store, text) in {(), (case.id,)}


def test_the_newest_case_comes_first_and_the_limit_holds(
    store: Store, case: Application, anna: Person
) -> None:
    later = [replace(case, id=new_id(), reference=f"MH-{number}") for number in range(5)]
    for one in later:
        add_application(store, one, anna)
    assert find(store, "lee")[:2] == (later[4].id, later[3].id)
    assert len(find(store, "lee", limit=3)) == 3


def test_a_corrected_name_postcode_and_school_are_found_and_the_old_ones_not(
    store: Store, case: Application, child: Child, household: Household, school: School,
    anna: Person,
) -> None:  # fmt: skip
    correct_child(store, replace(child, family_name="Okafor"), anna)
    correct_household(store, replace(household, postcode="ZZ9 9YY"), anna)
    correct_school(store, replace(school, name="Seaview"), anna)
    for text in ("okafor", "zz99yy", "seaview"):
        assert find(store, text) == (case.id,)
    for text in ("lee", "zz12ab", "harbour"):
        assert find(store, text) == ()
