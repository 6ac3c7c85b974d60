"""GIAS: open schools with their kind, who runs them, ages and belief; closed ones are counted."""

from __future__ import annotations

import pytest

from geography.problems import UnreadableFile
from geography.readers.gias import TYPES, SchoolList, is_gias, schools_from_gias
from records.school import Gate

HEADER = (
    "URN,LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),"
    "PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,ReligiousCharacter (name),Easting,"
    "Northing"
)


def row(
    urn: str = "900001", name: str = "Brook Road Primary", kind: str = "Community school",
    status: str = "Open", belief: str = "Does not apply", east: str = "442590",
    north: str = "114900",
) -> str:  # fmt: skip
    return f'{urn},Marlhaven,"{name}",{kind},{status},Primary,4,11,{belief},{east},{north}'


def read(*rows: str, code: str = "utf-8") -> SchoolList:
    content = "\r\n".join([HEADER, *rows, ""]).encode(code)
    assert is_gias(content)
    return schools_from_gias(content, "edubase.csv")


def test_a_school_brings_its_kind_who_runs_it_its_ages_and_its_site() -> None:
    (school,) = read(row(belief="Church of England")).schools
    assert (school.urn, school.name) == ("900001", "Brook Road Primary")
    assert (school.kind, school.governance) == ("mainstream", "maintained")
    assert (school.age_from, school.age_to, school.belief) == (4, 11, "Church of England")
    assert school.gates == (Gate("site point", 442590.0, 114900.0),)
    assert school.places_free is None
    assert school.authority == "Marlhaven"


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("Academy special converter", ("special", "academy")),
        ("Non-maintained special school", ("special", "non_maintained_special")),
        ("Other independent school", ("mainstream", "independent")),
        ("Pupil referral unit", ("pupil_referral_unit", "maintained")),
        ("Offshore schools", (None, None)),
    ],
)
def test_types_become_our_words_and_others_stay_unknown(
    kind: str, known: tuple[str | None, str | None]
) -> None:
    (school,) = read(row(kind=kind)).schools
    assert (school.kind, school.governance) == known


def test_every_type_maps_to_choices_of_the_vocabulary() -> None:
    from casework.shelf import Shelf

    vocabulary = Shelf().vocabulary()
    kinds, bodies = (
        set(vocabulary[fact].choices or ()) for fact in ("school_kind", "school_governance")
    )
    for kind, body in TYPES.values():
        assert kind is None or kind in kinds
        assert body is None or body in bodies


def test_closed_schools_are_left_out_and_counted() -> None:
    found = read(row(), row("900002", status="Closed"), row("900003", status="Proposed to open"))
    assert [school.urn for school in found.schools] == ["900001"]
    assert "2 places that are not open were left out." in found.notes


@pytest.mark.parametrize(("east", "north"), [("", ""), ("0", "0"), ("114900", "442590")])
def test_a_school_without_a_usable_position_is_named_and_has_no_gate(east: str, north: str) -> None:
    found = read(row(east=east, north=north))
    assert found.schools[0].gates == ()
    assert any("1 has no usable position" in note and "Brook Road" in note for note in found.notes)


def test_the_code_that_gias_is_published_in_is_read() -> None:
    (school,) = read(row(name="St Mary’s Café School"), code="cp1252").schools
    assert school.name == "St Mary’s Café School"


def test_a_file_of_closed_schools_alone_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="has no open school"):
        read(row(status="Closed"))
