"""Files come in or are refused whole; schools, people, backups and the trail are looked after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from casework.holdings import holdings
from gui.fields.buttons import Button
from records.people import Role
from records.school import Gate
from tests.gui.new_council import (
    KEEPER,
    Council,
    records,
    school_named,
    schools_text,
    shown,
    sitting,
    worked,
)

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def council(qtbot: QtBot, tmp_path: Path) -> Iterator[Council]:
    with sitting(qtbot, tmp_path) as found:
        yield found


# Bringing in


@pytest.mark.parametrize(
    ("card", "text", "said"),
    [
        ("network", 'edge,u,v,length_m,name,wkt_bng\n1,1,2,9,Road,"POINT (1 2)"\n', "line 2"),
        ("schools", "urn,name,easting,northing\n1,Brook,here,62000\n", "easting is 'here'"),
        ("postcodes", "postcode,easting\nZZ1 1AA,447000\n", "the column northing is missing"),
    ],
)
def test_a_bad_file_is_named_with_its_line_and_nothing_of_it_is_kept(
    qtbot: QtBot, council: Council, card: str, text: str, said: str
) -> None:
    before = holdings(council.desk)
    brings = getattr(records(qtbot, council), card)
    brings.bring_in(council.file("bad.csv", text))
    spoken = worked(qtbot, council, brings)
    assert spoken.startswith("This did not work")
    assert said in spoken
    assert "bad.csv" in spoken
    after = holdings(council.desk)
    assert (after.networks, after.schools, after.postcodes, after.trail) == (
        (), (), 0, before.trail,
    )  # fmt: skip
    assert brings.bring_button.isEnabled()


def test_bringing_in_can_be_stopped_and_keeps_nothing(qtbot: QtBot, council: Council) -> None:
    rows = "".join(f"ZZ{n} 1AA,{447000 + n},62000\n" for n in range(20_000))
    path = council.file("many.csv", "postcode,easting,northing\n" + rows)
    card = records(qtbot, council).postcodes
    card.bring_in(path)
    assert card.progress.isVisible()
    QTest.keyClick(card.progress.cancel_button, SPACE)
    assert "Stopped. Nothing of it was kept." in worked(qtbot, council, card)
    assert holdings(council.desk).postcodes == 0
    assert not card.progress.isVisible()


def test_schools_brought_in_again_follow_the_file_and_keep_what_was_completed(
    qtbot: QtBot, council: Council
) -> None:
    council.fill()
    complete(qtbot, council, "Harbour Academy")
    card = records(qtbot, council).schools
    card.bring_in(council.file("schools.csv", schools_text().replace("Harbour", "New Harbour")))
    assert "2 were here already" in worked(qtbot, council, card)
    school = school_named(council, "New Harbour Academy")
    assert (school.kind, school.governance, school.age_from) == ("mainstream", "academy", 11)


def test_the_day_of_a_school_list_is_asked_for_and_said_to_be_unread_where_it_is(
    qtbot: QtBot, council: Council
) -> None:
    council.fill()
    card = records(qtbot, council).schools
    card.day.show_day("the other day")
    card.ask()
    assert card.day.line.accessibleDescription().startswith("Type the day")
    card.day.show_day("1 April 2026")
    card.bring_in(council.file("schools.csv", schools_text()))
    worked(qtbot, council, card)
    assert school_named(council, "Harbour Academy").listed_on == date(2026, 4, 1)
    assert card.day.line.text() == ""


# Schools, people, backups, the trail


def complete(qtbot: QtBot, council: Council, name: str) -> None:
    listed = records(qtbot, council).open_schools()
    listed.open_school(school_named(council, name))
    page = council.window.shell.pages.currentWidget()
    page.kind.set_value("mainstream")
    page.governance.set_value("academy")
    page.youngest.setText("11")
    page.oldest.setText("16")
    page.places.setText("0")
    QTest.keyClick(page.save_button, SPACE)
    qtbot.waitUntil(lambda: council.window.shell.pages.currentWidget() is listed)
    council.window.shell.back()


def test_what_no_file_says_of_a_school_is_completed_and_is_known_then(
    qtbot: QtBot, council: Council
) -> None:
    council.fill()
    listed = records(qtbot, council).open_schools()
    listed.lacking.setChecked(True)
    assert listed.table.rows_model.rowCount() == 2
    council.window.shell.back()
    complete(qtbot, council, "Harbour Academy")
    listed = records(qtbot, council).open_schools()
    listed.lacking.setChecked(True)
    assert [row.name for row in listed.table.rows_model.rows] == ["Brook Road Primary"]
    school = school_named(council, "Harbour Academy")
    assert (school.age_from, school.age_to, school.places_free) == (11, 16, 0)


def test_particulars_that_cannot_stand_are_said_beside_their_fields(
    qtbot: QtBot, council: Council
) -> None:
    council.fill()
    before = school_named(council, "Brook Road Primary")
    records(qtbot, council).open_schools().open_school(before)
    page = council.window.shell.pages.currentWidget()
    page.places.setText("some")
    page.save()
    assert "whole number" in page.places.accessibleDescription()
    page.places.setText("5")
    page.oldest.setText("3")
    page.save()
    qtbot.waitUntil(lambda: "below the youngest" in page.oldest.accessibleDescription())
    assert page.focusWidget() is page.oldest
    assert school_named(council, "Brook Road Primary") == before


def test_a_gate_is_added_with_its_hours_and_another_moved_in_the_window(
    qtbot: QtBot, council: Council
) -> None:
    council.fill()
    listed = records(qtbot, council).open_schools()
    before = school_named(council, "Brook Road Primary")
    listed.open_school(before)
    page = council.window.shell.pages.currentWidget()
    page.admits.set_value("girls")
    page.belief.setText("Church of England")
    page.council.setText("Wexmouth")
    first = page.gates.fields[0]
    first.name.setText("main gate")
    first.easting.setText("460,010.5")
    QTest.keyClick(page.gates.add_button, SPACE)
    back = page.gates.fields[-1]
    back.name.setText("back gate")
    page.save()
    assert "metres of the National Grid" in back.name.accessibleDescription()
    back.easting.setText("460100")
    back.northing.setText("50100")
    back.begins.setText("1 September 2026")
    back.opens.setText("9")
    page.save()
    qtbot.waitUntil(lambda: "Write hours as 08:15" in back.name.accessibleDescription())
    back.opens.setText("08:15")
    page.save()
    qtbot.waitUntil(lambda: council.window.shell.pages.currentWidget() is listed)
    school = school_named(council, "Brook Road Primary")
    assert (school.admits, school.belief, school.authority) == (
        "girls", "Church of England", "Wexmouth",
    )  # fmt: skip
    assert (school.gates[0].name, school.gates[0].easting) == ("main gate", 460_010.5)
    assert school.gates[0].northing == before.gates[0].northing  # as exact as it was
    assert school.gates[-1] == Gate(
        "back gate", 460_100.0, 50_100.0, open_from=date(2026, 9, 1), opens="08:15"
    )


def test_the_administrator_adds_a_person_who_can_then_sign_in(
    qtbot: QtBot, council: Council
) -> None:
    page = records(qtbot, council)
    QTest.keyClick(page.people.add_button, SPACE)
    form = council.window.shell.pages.currentWidget()
    form.save()
    assert form.name.accessibleDescription() == "Type the person's name."
    QTest.keyClicks(form.name, "S. Ortega")
    form.roles[Role.SEND_OFFICER].click()
    QTest.keyClick(form, ENTER, CONTROL)
    qtbot.waitUntil(lambda: council.window.shell.pages.currentWidget() is page)
    added = holdings(council.desk).people[-1]
    assert (added.name, added.roles) == ("S. Ortega", frozenset({Role.SEND_OFFICER}))


def test_nobody_is_left_without_an_administrator(qtbot: QtBot, council: Council) -> None:
    form = records(qtbot, council).open_person(council.desk.person)
    form.roles[Role.ADMINISTRATOR].click()
    form.save()
    qtbot.waitUntil(lambda: not form.saving.notice.isHidden())
    assert "Nobody would be left" in form.saving.notice.accessibleName()
    assert holdings(council.desk).people[0].roles == KEEPER


def test_a_backup_is_made_verified_and_told_in_the_status_line(
    qtbot: QtBot, council: Council
) -> None:
    page = records(qtbot, council)
    assert "never" in shown(page.backups)
    page.backups.make()
    assert "The backup is made, and it holds." in worked(qtbot, council, page.backups)
    backup = holdings(council.desk).backup
    assert backup is not None
    assert Path(backup.path).is_file()
    assert "Backup verified" in council.window.shell.status.backup.text()
    assert "never" not in shown(page.backups)


def test_the_trail_is_followed_from_its_first_line(qtbot: QtBot, council: Council) -> None:
    council.fill()
    page = records(qtbot, council)
    assert "Homes brought in by postcode" in shown(page.trail)
    page.trail.verify()
    lines = holdings(council.desk).trail
    assert f"The audit trail is whole: {lines} lines." in worked(qtbot, council, page.trail)


def test_an_auditor_reads_the_records_and_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with sitting(qtbot, tmp_path, frozenset({Role.AUDITOR})) as council:
        page = records(qtbot, council)
        buttons = {button.accessibleName() for button in page.findChildren(Button)
                   if button.isVisible() and button.accessibleName() != "Put away"}  # fmt: skip
    assert buttons == {
        "See and complete the schools", "Back up and verify now", "Follow it from the start",
    }  # fmt: skip


def test_the_room_and_the_form_are_not_for_a_panel_member(qtbot: QtBot, tmp_path: Path) -> None:
    with sitting(qtbot, tmp_path, frozenset({Role.PANEL_MEMBER})) as council:
        with pytest.raises(KeyError):
            council.window.shell.go("records")
        words = [entry.words for entry in council.window.actions_register.entries()]
    assert "New application" not in words
