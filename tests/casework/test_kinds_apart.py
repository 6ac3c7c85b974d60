"""Kinds of children of the same title are told apart by what only one of them says of itself."""

from __future__ import annotations

from casework.policies.kinds_apart import heads_apart
from casework.shelf import Shelf

REFUSED = "Offered, then not entitled"


def test_each_of_one_title_names_the_matters_in_which_they_differ() -> None:
    whens = (
        "in Year 3 or below, aged 8 or over, walking distance over 2 miles and not more than "
        "3 miles, living in the council's area",
        "in Reception to Year 3, under 8, walking distance over 2 miles, living in the council's "
        "area, with boarding arranged",
        "in Year 3 or below, aged 8 or over, walking distance over 3 miles, living in the "
        "council's area, with boarding arranged",
    )
    assert heads_apart([REFUSED] * 3, whens) == (
        f"{REFUSED}: aged 8 or over, walking distance over 2 miles and not more than 3 miles",
        f"{REFUSED}: under 8, walking distance over 2 miles",
        f"{REFUSED}: aged 8 or over, walking distance over 3 miles",
    )


def test_a_title_that_stands_alone_is_left_as_it_is() -> None:
    heads = (REFUSED, "Entitled, then offered")
    assert heads_apart(heads, ("under 8", "aged 8 or over")) == heads


def test_a_title_with_a_colon_of_its_own_gets_no_second_one() -> None:
    found = heads_apart(["Far (paragraph 6): not entitled"] * 2, ("under 8", "aged 8 or over"))
    assert found == (
        "Far (paragraph 6): not entitled; under 8",
        "Far (paragraph 6): not entitled; aged 8 or over",
    )


def test_what_is_the_same_but_for_the_day_after_is_told_by_that_day() -> None:
    whens = (
        "under 8, road distance over 6 miles; then walking distance over 3 miles",
        "under 8, road distance over 6 miles; then walking distance not more than 3 miles",
    )
    assert heads_apart([REFUSED] * 2, whens) == (
        f"{REFUSED}: then walking distance over 3 miles",
        f"{REFUSED}: then walking distance not more than 3 miles",
    )


def test_a_comma_within_a_definition_or_a_title_does_not_cut_it() -> None:
    version = Shelf().read("marlhaven/2026-27")
    needs = "the child has special educational needs, is disabled or has a mobility problem"
    titles = "not within ‘Low income, aged 8 to 10’, ‘Secondary school’ of a/b"
    found = heads_apart([REFUSED] * 3, (f"{needs}, adult", "adult", f"adult, {titles}"), version)
    assert found == (f"{REFUSED}: {needs}", REFUSED, f"{REFUSED}: {titles}")


def test_two_that_say_the_same_stay_alike_rather_than_being_told_apart_wrongly() -> None:
    assert heads_apart([REFUSED] * 2, ("under 8", "under 8")) == (REFUSED, REFUSED)
