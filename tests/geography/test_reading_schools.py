"""Files of schools: their gates, their order, and positions that cannot be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geography import UnreadableFile, read_schools, schools_from_csv
from records.school import Gate, School


def read(*rows: str, header: str = "urn,name,easting,northing") -> tuple[School, ...]:
    return schools_from_csv("\n".join([header, *rows]).encode(), "schools.csv")


def trouble(*rows: str, header: str = "urn,name,easting,northing") -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(*rows, header=header)
    return str(caught.value)


def test_schools_keep_the_order_of_the_file_and_their_urn_as_written() -> None:
    schools = read("0200,B,440000,112000", "100,A,440100.5,112000")
    assert [school.urn for school in schools] == ["0200", "100"]
    assert schools[1].gates == (Gate("site point", 440100.5, 112000),)


def test_several_rows_of_one_urn_are_gates_in_their_order() -> None:
    rows = ["1,A,440000,112000,North", "2,B,440500,112000,", "1,A,440100,112000,South"]
    first, second = read(*rows, header="urn,name,easting,northing,gate")
    assert [gate.name for gate in first.gates] == ["North", "South"]
    assert [gate.name for gate in second.gates] == ["site point"]
    unnamed = read("1,A,440000,112000", "1,A,440100,112000")
    assert [gate.name for gate in unnamed[0].gates] == ["gate 1", "gate 2"]


def test_ages_and_belief_are_taken_and_the_rest_is_not_known() -> None:
    header = "urn,name,easting,northing,min_age,max_age,religious_character"
    rows = ["1,A,440000,112000,4.0,11,Roman Catholic", "2,B,440000,112000,,x,Does not apply"]
    first, second = read(*rows, header=header)
    assert (first.age_from, first.age_to, first.belief) == (4, 11, "Roman Catholic")
    assert (second.age_from, second.age_to, second.belief) == (None, None, None)
    assert (first.kind, first.governance, first.places_free) == (None, None, None)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1,A,,112000", "has no easting"),
        ("1,,440000,112000", "has no name"),
        (" ,A,440000,112000", "has no urn"),
        ("1,A,SU 41 12,112000", "easting is 'SU 41 12'"),
        ("1,A,nan,112000", "easting is 'nan'"),
        ("1,A,1e5,112000", "easting is '1e5'"),
        ("1,A,50.9,-1.4", "looks like latitude and longitude"),
        ("1,A,112000,442000", "easting first, then the northing"),
        ("1,A,440000,9999999", "outside the National Grid"),
        ("1,A,440000", "has 3 fields; expected 4"),
    ],
)
def test_a_row_without_a_usable_position_is_refused_with_its_line(row: str, expected: str) -> None:
    text = trouble("9,Good,440000,112000", row)
    assert text.startswith("schools.csv, line 3: ")
    assert expected in text


def test_every_bad_row_is_counted() -> None:
    text = trouble("1,A,,112000", "2,B,,112000", "3,C,,112000")
    assert "line 2" in text
    assert "2 more" in text


def test_one_urn_with_two_names_is_refused() -> None:
    assert "line 3: URN 1 is 'B' here and 'A' above" in trouble(
        "1,A,440000,112000", "1,B,440000,112000"
    )


@pytest.mark.parametrize(
    ("file", "count"),
    [
        ("adur_schools_edubase_2015.csv", 14),
        ("southampton_city_schools_edubase_2015.csv", 68),
        ("southampton_bbox_outside_city_schools_edubase_2015.csv", 11),
    ],
)
def test_the_real_school_files_read_as_they_are(shared_data: Path, file: str, count: int) -> None:
    schools = read_schools(shared_data / "schools" / file)
    assert len(schools) == count
    assert all(len(school.gates) == 1 for school in schools)


cell = st.text(max_size=8) | st.sampled_from(["1", "440000", "112000", "-1", "1" * 400, "٣"])


@given(st.lists(st.lists(cell, min_size=3, max_size=5), max_size=4))
def test_garbage_gives_schools_or_a_sentence(rows: list[list[str]]) -> None:
    lines = [",".join(cells) for cells in rows]
    content = "\n".join(["urn,name,easting,northing", *lines]).encode("utf-8", "surrogatepass")
    try:
        schools = schools_from_csv(content, "schools.csv")
    except UnreadableFile as error:
        assert str(error).startswith("schools.csv")
    else:
        assert all(school.gates for school in schools)


TIMES = "urn,name,easting,northing,gate,gate_open_from,gate_open_until,gate_opens,gate_closes"


def test_days_and_hours_of_gates_are_taken_where_they_are_given() -> None:
    rows = ["1,A,440000,112000,North,2026-09-01,2027-07-20,08:15,09:00", "1,A,440100,112000,S,,,,"]
    (school,) = read(*rows, header=TIMES)
    north, south = school.gates
    assert (north.open_from, north.open_until) == (date(2026, 9, 1), date(2027, 7, 20))
    assert (north.opens, north.closes) == ("08:15", "09:00")
    assert south == Gate("S", 440100.0, 112000.0)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ("1 September,,,", "gate_open_from is '1 September'"),
        (",,8.15,", "gate_opens is '8.15'"),
        (",,09:00,08:00", "gate_closes is not after gate_opens"),
        ("2026-09-02,2026-09-01,,", "gate_open_until lies before gate_open_from"),
    ],
)
def test_days_and_hours_that_cannot_be_are_named(times: str, expected: str) -> None:
    assert expected in trouble(f"1,A,440000,112000,North,{times}", header=TIMES)
