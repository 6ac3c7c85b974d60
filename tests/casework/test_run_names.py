"""Print order as a sorting office has it, and file names that stay within their folder."""

from __future__ import annotations

from pathlib import PureWindowsPath
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.runs.names import LONGEST, BadPattern, checked_pattern, file_name
from casework.runs.order import postcode_of, print_key

IN_ORDER = [
    (("9 Quay Lane", "ZZ9 1AA"), "Bea"),
    (("2 Quay Lane", "ZZ14 1AA"), "Bea"),
    (("10 Quay Lane", "ZZ14 1AA"), "Ada"),
    (("10 Quay Lane", "ZZ14 1AA"), "Bea"),
    (("1 Ash Road", "zz141ab"), "Bea"),
    (("1 Ash Road", "ZZ14 2AA"), "Bea"),
    (("1 Ash Road",), "Ada"),
]


def test_letters_stand_by_postcode_then_address_then_name() -> None:
    mixed = Random(1).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(mixed, key=lambda each: print_key(*each)) == IN_ORDER


def test_a_postcode_is_spaced_as_people_write_it_and_empty_where_there_is_none() -> None:
    assert postcode_of(("1 Ash Road", "so147dw")) == "SO14 7DW"
    assert postcode_of(("1 Ash Road", "Marlhaven")) == postcode_of(()) == ""


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("{number} {name}", "“{name}” is not known"),
        ("{kind} {surname}", "two letters could have one name"),
        ("../{reference}", "cannot hold"),
        ("C:{reference}", "cannot hold"),
        ("{reference", "bracket is left open"),
        ("", "two letters could have one name"),
    ],
)
def test_a_bad_pattern_is_refused_with_why(pattern: str, why: str) -> None:
    with pytest.raises(BadPattern) as refused:
        checked_pattern(pattern)
    assert why in str(refused.value)
    assert "No file was written" in str(refused.value)


@given(st.text(), st.text(), st.sampled_from([".pdf", ".html"]))
def test_no_value_leads_out_of_the_folder_or_makes_a_name_no_system_takes(
    reference: str, surname: str, suffix: str
) -> None:
    values = {"reference": reference, "surname": surname}
    name = file_name("{surname} {reference}", values, suffix)
    plain = PureWindowsPath(name)
    assert plain.name == name and not plain.is_reserved() and not plain.drive
    assert "/" not in name and "\\" not in name and name.removesuffix(suffix).strip(". ")
    assert len(name) <= LONGEST + len(suffix) + len("letter ")
    name.encode("utf-8")


def test_a_name_reads_as_its_pattern() -> None:
    values = {"number": "007", "reference": "MH-00217", "surname": "O'Brien/../x", "kind": "refuse"}
    name = file_name(checked_pattern(" {number} {reference} {surname} "), values, ".pdf")
    assert name == "007 MH-00217 O'Brien-..-x.pdf"
