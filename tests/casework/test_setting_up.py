"""What a council does before its first case: its council, schools, postcodes, and their care."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casework.bring_in import (
    UnreadablePostcodes,
    bring_in_network,
    bring_in_postcodes,
    bring_in_schools,
)
from casework.desk import Desk
from casework.families import at_postcode
from casework.holdings import holdings
from casework.opening import back_up, create_store, people, sign_in
from casework.policies.councils import chosen_council, list_councils
from casework.receive import NewApplication, choose_council, receive
from casework.rights import NotAllowed
from casework.schools.places import WrongParticulars, correct_school, list_schools
from casework.staff import add_person
from casework.trail import last_lines, trail_length, verify_trail
from geography.problems import UnusablePosition
from records.people import Role
from rules.problems import UserFacingError
from store import schools
from store.keys import CHEAP_FOR_TESTS
from tests.casework.desks import as_person, desk_in

SCHOOLS = "urn,name,easting,northing,min_age,max_age\n100001,Brook Road Primary,460000,50000,4,11\n"
POSTCODES = "postcode,easting,northing\nZZ1 1AA,460100,50200\nZZ1 1AB,460300,50400\n"


class Stopped(Exception):
    """What the window raises from a report once nobody wants the work any more."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_in(tmp_path)


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def application(**changes: object) -> NewApplication:
    day = date(2026, 9, 1)
    new = NewApplication(
        "Wren", "Okoro", None, "P. Okoro", ("1 Quay Lane",), "ZZ1 1AA", None, None, "", day, day
    )
    return replace(new, **changes)  # type: ignore[arg-type]


def test_what_the_school_file_leaves_unknown_can_be_completed(desk: Desk, tmp_path: Path) -> None:
    bring_in_schools(desk, file(tmp_path, "schools.csv", SCHOOLS))
    (school,) = list_schools(desk)
    assert (school.kind, school.governance, school.places_free) == (None, None, None)
    correct_school(desk, replace(school, kind="mainstream", governance="academy", places_free=0))
    (known,) = list_schools(desk)
    assert (known.kind, known.governance, known.places_free) == ("mainstream", "academy", 0)
    assert known.gates == school.gates
    assert schools.earlier_schools(desk.store, school.id)[0].record.kind is None


def test_particulars_that_cannot_stand_are_all_named_and_change_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    bring_in_schools(desk, file(tmp_path, "schools.csv", SCHOOLS))
    (school,) = list_schools(desk)
    wrong = replace(school, name=" ", kind="palace", age_from=12, age_to=11, places_free=-1)
    with pytest.raises(WrongParticulars) as refused:
        correct_school(desk, wrong)
    named = [problem.place for problem in refused.value.problems]
    assert named == ["name", "kind", "age_to", "places_free"]
    assert list_schools(desk) == (school,)


def test_a_panel_member_corrects_no_school(desk: Desk, tmp_path: Path) -> None:
    bring_in_schools(desk, file(tmp_path, "schools.csv", SCHOOLS))
    member = as_person(desk, "C. Member", Role.PANEL_MEMBER)
    with pytest.raises(NotAllowed):
        correct_school(member, replace(list_schools(desk)[0], kind="special"))
    with pytest.raises(NotAllowed):
        choose_council(member, "southampton")


def test_a_postcode_gives_its_middle_however_it_is_typed(desk: Desk, tmp_path: Path) -> None:
    bring_in_postcodes(desk, file(tmp_path, "postcodes.csv", POSTCODES))
    found = at_postcode(desk, " zz11aa ")
    assert found.middle == (460100.0, 50200.0)
    assert found.families == ()
    assert at_postcode(desk, "ZZ9 9ZZ").middle is None


def test_a_family_is_found_by_its_postcode_with_its_children(desk: Desk, tmp_path: Path) -> None:
    bring_in_schools(desk, file(tmp_path, "schools.csv", SCHOOLS))
    choose_council(desk, "southampton")
    receive(desk, application(school=list_schools(desk)[0].id))
    (family,) = at_postcode(desk, "zz1 1aa").families
    assert family.household.parent_name == "P. Okoro"
    assert [child.name for child in family.children] == ["Wren Okoro"]


def test_postcodes_brought_in_again_move_and_are_not_doubled(desk: Desk, tmp_path: Path) -> None:
    bring_in_postcodes(desk, file(tmp_path, "postcodes.csv", POSTCODES))
    moved = POSTCODES.replace("460100", "460111") + "ZZ1 1AC,460500,50500\n"
    again = bring_in_postcodes(desk, file(tmp_path, "postcodes.csv", moved))
    assert (again.count, again.new) == (3, 1)
    assert holdings(desk).postcodes == 3
    assert at_postcode(desk, "ZZ1 1AA").middle == (460111.0, 50200.0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("postcode,easting\nZZ1 1AA,460100\n", "the column northing is missing"),
        ("postcode,easting,northing\nZZ1 1AA,west,50200\n", "line 2: easting is 'west'; expected"),
        ("postcode,easting,northing\n,460100,50200\n", "line 2: has no postcode"),
        ("postcode,easting,northing\nZZ1 1AA,-1.4,50.9\n", "latitude and longitude"),
        ("", "is empty"),
    ],
)
def test_bad_postcodes_are_named_and_nothing_is_kept(
    desk: Desk, tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(UnreadablePostcodes, match=said):
        bring_in_postcodes(desk, file(tmp_path, "postcodes.csv", text))
    assert holdings(desk).postcodes == 0


def test_bringing_in_that_is_stopped_keeps_nothing(desk: Desk, tmp_path: Path) -> None:
    rows = "".join(f"ZZ{n} 1AA,{460000 + n},50000\n" for n in range(1000))
    path = file(tmp_path, "postcodes.csv", "postcode,easting,northing\n" + rows)

    def stop_half_way(done: int, total: int, words: str) -> None:
        if done > total / 2:
            raise Stopped

    with pytest.raises(Stopped):
        bring_in_postcodes(desk, path, progress=stop_half_way)
    assert holdings(desk).postcodes == 0


def test_a_home_off_the_grid_is_refused(desk: Desk, tmp_path: Path) -> None:
    bring_in_schools(desk, file(tmp_path, "schools.csv", SCHOOLS))
    choose_council(desk, "southampton")
    new = application(school=list_schools(desk)[0].id, easting=-1.4, northing=50.9)
    with pytest.raises(UnusablePosition):
        receive(desk, new)
    assert holdings(desk).cases == 0


def test_a_council_without_a_version_for_today_is_told_so(desk: Desk) -> None:
    assert chosen_council(desk) is None
    choose_council(desk, "southampton")
    chosen = chosen_council(desk)
    assert chosen is not None
    assert chosen.name == "Southampton"
    assert chosen.in_force is None
    ids = [each.id for each in chosen.versions]
    assert ids[0] == "southampton/2011-12"
    assert ids.index("southampton/2019-20") < ids.index("southampton/2026-27")
    assert chosen.trouble is None


def test_fictional_councils_are_offered_in_a_sample_alone(desk: Desk) -> None:
    assert [each.key for each in list_councils(desk)] == ["hampshire", "southampton", "england"]


def test_the_trail_tells_what_was_done_last_and_is_checked_against_the_backup(desk: Desk) -> None:
    choose_council(desk, "southampton")
    back_up(desk)
    assert last_lines(desk, 1)[0].what == "backup verified"
    verdict = verify_trail(desk)
    assert verdict.intact
    assert verdict.lines == trail_length(desk)


def test_holdings_name_the_network_that_is_measured_on_first(desk: Desk, tmp_path: Path) -> None:
    edge = 'edge,u,v,length_m,name,wkt_bng\n1,1,2,10,Road,"LINESTRING (460000 50000, 46{} 50000)"\n'
    for number, name in enumerate(("First", "Second"), 1):
        bring_in_network(desk, file(tmp_path, "edges.csv", edge.format(f"0{number}00")), name)
    assert [each.name for each in holdings(desk).networks] == ["Second", "First"]


def test_a_network_that_breaks_off_is_not_kept(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "edges.csv", 'edge,u,v,length_m,name,wkt_bng\n1,1,2,10,Road,"LINESTR')
    with pytest.raises(UserFacingError, match="line"):
        bring_in_network(desk, path)
    assert holdings(desk).networks == ()


def test_whoever_makes_a_store_can_add_the_others(tmp_path: Path) -> None:
    store, _ = create_store(
        tmp_path / "new.milepost", "harbour lantern violet", "Pat",
        frozenset({Role.ELIGIBILITY_OFFICER}), "Testshire", CHEAP_FOR_TESTS,
    )  # fmt: skip
    with store:
        (first,) = people(store)
        added = add_person(sign_in(store, first), "Sam", frozenset({Role.SEND_OFFICER}))
        assert people(store) == (first, added)


@pytest.mark.parametrize(
    ("passphrase", "name", "label", "told"),
    [
        ("harbour", "Pat", "Testshire", "at least 12 characters"),
        ("harbour lantern violet", " ", "Testshire", "needs its name and yours"),
        ("harbour lantern violet", "Pat", "", "needs its name and yours"),
    ],
)
def test_a_store_that_lacks_something_is_not_made(
    tmp_path: Path, passphrase: str, name: str, label: str, told: str
) -> None:
    path, roles = tmp_path / "new.milepost", frozenset({Role.ELIGIBILITY_OFFICER})
    with pytest.raises(UserFacingError, match=told):
        create_store(path, passphrase, name, roles, label, CHEAP_FOR_TESTS)
    assert not list(tmp_path.iterdir())
