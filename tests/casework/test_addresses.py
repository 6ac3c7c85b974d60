"""Addresses come in row by row near the network, or not at all, and are found by what is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.addresses import bring_in_addresses, count_addresses, find_addresses
from casework.rights import NotAllowed
from geography.problems import UnreadableFile
from records.people import Role
from tests.casework.desks import as_person
from tests.casework.town import NORTH, WEST, Town

BASE = "UPRN,POSTCODE,BUILDING_NUMBER,THOROUGHFARE,POST_TOWN,X_COORDINATE,Y_COORDINATE"


def write(folder: Path, *rows: str, header: str = BASE) -> Path:
    path = folder / "addresses.csv"
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return path


def one(uprn: str = "10001", number: str = "1", east: float = WEST, north: float = NORTH) -> str:
    return f"{uprn},ZZ1 1AA,{number},Long Road,Marlhaven,{east:.1f},{north:.1f}"


def test_an_address_is_found_by_uprn_by_postcode_and_by_words(town: Town, tmp_path: Path) -> None:
    came = bring_in_addresses(town.desk, write(tmp_path, one(), one("10002", "2", WEST + 9)))
    assert (came.count, came.new) == (2, 2)
    (found,) = find_addresses(town.desk, "00010001")
    assert (found.easting, found.northing) == (WEST, NORTH)
    assert found.address == "1, Long Road, Marlhaven"
    assert {each.uprn for each in find_addresses(town.desk, "zz11aa")} == {"10001", "10002"}
    assert [each.uprn for each in find_addresses(town.desk, "2 long road")] == ["10002"]
    assert find_addresses(town.desk, "99999") == ()


def test_addresses_of_a_postcode_stand_as_in_the_street_and_none_is_cut(
    town: Town, tmp_path: Path
) -> None:
    rows = [one(f"{20_000 + n}", f"{n}", WEST + n) for n in range(1, 60)]
    bring_in_addresses(town.desk, write(tmp_path, *rows))
    found = [each.address.split(",")[0] for each in find_addresses(town.desk, "ZZ1 1AA")]
    assert found == [f"{n}" for n in range(1, 60)]


def test_a_national_list_without_words_keeps_what_lies_near_the_network(
    town: Town, tmp_path: Path
) -> None:
    header = "UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE"
    near, far = f"7,{WEST},{NORTH},50.1,-1.2", f"8,{WEST},{NORTH + 90_000},50.9,-1.2"
    came = bring_in_addresses(town.desk, write(tmp_path, near, far, header=header))
    assert came.count == 1
    assert any("1 lies more than 20 km" in note for note in came.notes)
    assert find_addresses(town.desk, "8") == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("10003,ZZ1 1AA,3,Long Road,Marlhaven,here,50000.0", "line 3.*x_coordinate is 'here'"),
        ("10003,ZZ1 1AA,3,Long", "line 3.*has 4 fields; expected 7"),
        (",ZZ1 1AA,3,Long Road,Marlhaven,,", ""),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_nothing_is_kept(
    town: Town, tmp_path: Path, row: str, told: str
) -> None:
    path = write(tmp_path, one(), row)
    if not told:  # an address without a position is left out by design, and counted
        assert "1 has no position" in "\n".join(bring_in_addresses(town.desk, path).notes)
        return
    with pytest.raises(UnreadableFile, match=told):
        bring_in_addresses(town.desk, path)
    assert count_addresses(town.desk) == 0


def test_a_file_of_anything_else_is_refused(town: Town, tmp_path: Path) -> None:
    path = write(tmp_path, "ZZ1 1AA,1,2", header="postcode,easting,northing")
    with pytest.raises(UnreadableFile, match="no column uprn"):
        bring_in_addresses(town.desk, path)


def test_a_stopped_import_keeps_nothing(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int, words: str) -> None:
        if words == "Reading the addresses":
            raise Stopped

    monkeypatch.setattr("geography.readers.addresses.STEP", 2)
    path = write(tmp_path, *(one(str(number)) for number in range(1, 9)))
    with pytest.raises(Stopped):
        bring_in_addresses(town.desk, path, stop)
    assert count_addresses(town.desk) == 0


def test_a_panel_member_brings_nothing_in(town: Town, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        bring_in_addresses(
            as_person(town.desk, "C. Member", Role.PANEL_MEMBER), write(tmp_path, one())
        )
