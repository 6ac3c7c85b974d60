"""Postcodes and addresses: each published layout is known by itself; bad rows are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from geography.problems import UnreadableFile
from geography.readers import PointKind, read_places
from geography.readers.addresses import open_addresses
from geography.readers.points import PointList, read_points

CODE_POINT = (
    '"ZZ11AA",10,442312,112123,"E92000001","E19000002","E18000009","","E06000045","E05002455"\n'
    '"ZZ1 1AB",90,0,0,"E92000001","E19000002","E18000009","","E06000045","E05002455"\n'
)
NSPL = (
    "pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,ctry,lat,long\n"
    '"ZZ1 1AA","ZZ1  1AA","ZZ1 1AA",198001,,0,442312,0112123,1,E92000001,50.9,-1.4\n'
    '"ZZ1 1AB","ZZ1  1AB","ZZ1 1AB",198001,201006,0,442384,0112132,1,E92000001,50.9,-1.4\n'
    '"ZZ1 1AD","ZZ1  1AD","ZZ1 1AD",198001,,0,,,9,E92000001,99.999999,0.0\n'
)
OPEN_UPRN = (
    "\ufeffUPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE\n"
    "100060000001,442312.50,112123.25,50.9070500,-1.3998300\n"
)
ADDRESSBASE_PLUS = (
    "UPRN,UDPRN,CHANGE_TYPE,STATE,ORGANISATION,SUB_BUILDING,BUILDING_NAME,BUILDING_NUMBER,"
    "STREET_NAME,LOCALITY,TOWN_NAME,POST_TOWN,X_COORDINATE,Y_COORDINATE,POSTCODE_LOCATOR,POSTCODE\n"
    '100060000001,1,I,2,"","FLAT 2","",14,"BROOK ROAD","","MARLHAVEN","MARLHAVEN",442312.50,'
    '112123.25,"ZZ1 1AA","ZZ1 1AA"\n'
)
ADDRESSBASE_CORE = (
    "UPRN,USRN,EASTING,NORTHING,LATITUDE,LONGITUDE,SINGLE_LINE_ADDRESS,POSTCODE\n"
    '100060000001,7,442312.5,112123.25,50.9,-1.4,"14 Brook Road, Marlhaven, ZZ1 1AA",ZZ1 1AA\n'
)
ADDRESSBASE = (
    "UPRN,SUB_BUILDING_NAME,BUILDING_NUMBER,DEPENDENT_THOROUGHFARE,THOROUGHFARE,POST_TOWN,"
    "DOUBLE_DEPENDENT_LOCALITY,DEPENDENT_LOCALITY,POSTCODE,X_COORDINATE,Y_COORDINATE\n"
    '100060000001,"",2,"MILL COURT","HIGH STREET","MARLHAVEN","LOWER END","OLD QUAY","ZZ1 1AA",'
    "442312.50,112123.25\n"
)


def read(text: str) -> PointList:
    return read_points(text.encode(), "places.csv")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CODE_POINT, PointKind.CODE_POINT),
        (NSPL, PointKind.NSPL),
        ("postcode,easting,northing\nzz11aa,442312,112123\n", PointKind.OWN),
    ],
)
def test_postcodes_are_read_from_each_layout(text: str, kind: PointKind) -> None:
    found = read(text)
    assert found.kind is kind
    (place,) = found.points
    assert (place.postcode, place.easting, place.northing) == ("ZZ1 1AA", 442312.0, 112123.0)


@pytest.mark.parametrize(
    ("text", "kind", "address"),
    [
        (OPEN_UPRN, PointKind.OPEN_UPRN, ""),
        (ADDRESSBASE_PLUS, PointKind.ADDRESSES, "FLAT 2, 14, BROOK ROAD, MARLHAVEN"),
        (ADDRESSBASE_CORE, PointKind.ADDRESSES, "14 Brook Road, Marlhaven, ZZ1 1AA"),
        (
            ADDRESSBASE,
            PointKind.ADDRESSES,
            "2, MILL COURT, HIGH STREET, LOWER END, OLD QUAY, MARLHAVEN",
        ),
    ],
)
def test_addresses_are_read_from_each_layout(text: str, kind: PointKind, address: str) -> None:
    found = read(text)
    assert found.kind is kind
    (place,) = found.points
    assert (place.uprn, place.easting, place.northing) == ("100060000001", 442312.5, 112123.25)
    assert place.address == address


def test_rows_without_a_position_by_design_are_left_out_and_counted() -> None:
    assert read(CODE_POINT).notes == ("1 has no position in the file and was left out.",)
    assert read(NSPL).notes == (
        "1 postcode no longer in use was left out.",
        "1 has no position in the file and was left out.",
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty"),
        ("postcode,easting\nZZ1 1AA,442312\n", "the column northing is missing"),
        ("postcode,easting,northing\n", "has a header but no rows"),
        ("postcode,easting,northing\nZZ1 1AA,442312\n", "line 2: has 2 fields; expected 3"),
        ("postcode,easting,northing\nZZ1 1AA,west,112123\n", "line 2: easting is 'west'"),
        ("postcode,easting,northing\nZZ1 1AA,112123,442312\n", "expected the easting first"),
        ("UPRN,X_COORDINATE,Y_COORDINATE\n,442312,112123\n", "line 2: has no UPRN"),
        (OPEN_UPRN.replace("100060000001", "1.00E+11"), r"line 2: UPRN is '1\.00E\+11'; expected"),
        (OPEN_UPRN.replace("100060000001", "1000600000012"), "expected up to 12 digits"),
        (ADDRESSBASE.splitlines()[1], "line 1: begins with data, .* in a header file of their own"),
        (CODE_POINT.replace("442312", "50.9").replace("112123", "-1.4"), "latitude and longitude"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_whole(text: str, told: str) -> None:
    with pytest.raises(UnreadableFile, match=told):
        read(text)


def test_addresses_without_their_header_are_told_of_the_header_file(tmp_path: Path) -> None:
    path = tmp_path / "AddressBase_001.csv"
    path.write_text("\n".join(ADDRESSBASE.splitlines()[1:] * 3), encoding="utf-8")
    with pytest.raises(
        UnreadableFile, match=r"_001\.csv, line 1: begins with data, .* header file"
    ):
        open_addresses(path)


def test_a_number_that_is_no_uprn_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "uprn.csv"
    path.write_text(OPEN_UPRN.replace("100060000001", "1.00E+11"), encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"line 2: UPRN is '1\.00E\+11'"):
        list(open_addresses(path).rows(None, lambda *_: None))


@pytest.mark.parametrize(
    ("file", "kind", "count"),
    [
        ("codepoint_open_so_2014.csv", PointKind.CODE_POINT, 18_081),
        ("southampton_postcodes_nspl_2025-05.csv", PointKind.OWN, 9_293),
        ("adur_postcodes_nspl_2025-05.csv", PointKind.OWN, 3_180),
    ],
)
def test_real_files_are_read(shared_data: Path, file: str, kind: PointKind, count: int) -> None:
    found = read_places(shared_data / "postcodes" / file)
    assert (found.kind, len(found.points)) == (kind, count)
