"""The full map at work: found, picked, marked, lifted, saved and told in words, by keyboard."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from casework.measure import measure_case
from casework.measuring.stretches import NewStretch, list_stretches, mark_stretch
from geography import edges_csv
from gui.fields.focus_ring import FocusRing
from gui.map.page import MapPage
from gui.map.room import ROOM
from gui.map.scene import Layer
from gui.theme import PALETTES, theme
from records.network import Network
from records.people import Person, Role
from records.stretch import StretchKind
from store import networks
from store.file import create, open_store
from store.keys import CHEAP_FOR_TESTS
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.office import FILE, NOW, OFFICER, PASSPHRASE, Office, open_office
from tests.gui.streets import node, streets

READER = Person(OFFICER.id, OFFICER.name, frozenset({Role.SENIOR_REVIEWER}))


def open_named(folder: Path) -> Office:
    """Open an office whose streets have names, with Rowan measured along them; made once."""
    made, cases = _made()
    for file in made.iterdir():
        shutil.copy(file, folder)
    return Office(open_store(folder / FILE, PASSPHRASE, check=False), dict(cases))


@cache
def _made() -> tuple[Path, tuple[tuple[str, str], ...]]:
    folder = Path(tempfile.mkdtemp(prefix="milepost-map-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    office = open_office(folder, measured=False)
    lines = [replace(line, name=f"Row {line.id.split('-')[1].split('_')[0]}") for line in streets()]
    edges = edges_csv(lines).encode()
    network = Network("Marlhaven named", sha256(edges).hexdigest(), NOW, edges)
    networks.add_network(office.store, network, OFFICER)
    measure_case(office.desk(), office.cases["Rowan"])
    office.store.close()
    return folder, tuple(office.cases.items())


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    made = AtWork(qtbot, open_named(tmp_path), rooms=(ROOM,))
    yield made
    made.close()


def map_of(at_work: AtWork) -> MapPage:
    """Open the map of a case over that of the network."""
    around, id = at_work.page.around, at_work.office.cases["Rowan"]
    page = MapPage(around, id, "Rowan Thackeray")
    around.shell.open_page(page)
    at_work.settle()
    return page


def point_at_route(page: MapPage, at_work: AtWork) -> None:
    """Put the cross on the middle of the walking route and point there with Enter."""
    line = page.loaded.case.walking.line
    page.view.go_to([line[len(line) // 2]])
    page.view.setFocus()
    at_work.press(Key.Key_Return)


def test_the_map_of_a_case_opens_and_closes_by_key_and_shows_all_of_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    at_work = AtWork(qtbot, open_named(tmp_path))
    at_work.open("Rowan")
    at_work.press(Key.Key_G)
    page = at_work.page
    assert isinstance(page, MapPage)
    there = page.legend.checks
    assert {Layer.STREETS, Layer.HOME, Layer.SCHOOL, Layer.SCHOOLS, Layer.ROUTE} <= set(there)
    assert Layer.OTHERS in there
    area = page.view.rect().toRectF()
    for point in page.loaded.case.walking.line:
        assert area.contains(page.view.camera.pixel(*point))
    at_work.press(Key.Key_Escape)
    assert at_work.case.application == page.application
    at_work.press(Key.Key_5, CONTROL)
    assert isinstance(at_work.page, MapPage)
    assert at_work.page.application is None
    assert at_work.page.words.lines[0].startswith("Map of ")
    assert "Harbour Academy" in " ".join(at_work.page.words.lines)
    at_work.close()


def test_a_layer_is_hidden_from_the_map_and_from_its_words(at_work: AtWork) -> None:
    page = map_of(at_work)
    before = page.view.grab().toImage()
    at_work.tab_to(lambda widget: widget is page.legend.checks[Layer.SCHOOLS])
    at_work.press(Key.Key_Space)
    assert Layer.SCHOOLS in page.view.hidden
    assert page.view.grab().toImage() != before
    assert "Harbour Academy" not in " ".join(page.words.lines)
    assert page.words.lines[-2] == "Hidden: schools."


def test_f_finds_a_street_goes_there_and_lights_it_up(at_work: AtWork) -> None:
    page = map_of(at_work)
    middle, scale = page.view.middle, page.view.scale
    at_work.press(Key.Key_F)
    at_work.write("row 17")
    at_work.press(Key.Key_Return)
    assert page.view.hasFocus()
    assert page.view.middle != middle
    assert page.view.scale != scale
    assert page.view.pointing.lit
    assert all(
        page.view.rect().toRectF().contains(page.view.camera.pixel(*point))
        for line in page.view.pointing.found
        for point in line
    )


def test_a_postcode_is_found_and_a_slip_of_the_keyboard_says_what_to_do(at_work: AtWork) -> None:
    page = map_of(at_work)
    at_work.press(Key.Key_F)
    at_work.write("zz16 14")
    at_work.press(Key.Key_Return)
    east, north = node(16, 14)
    assert page.view.middle == pytest.approx((east + 4, north - 3))
    at_work.press(Key.Key_F)
    at_work.write("xyzzy")
    at_work.press(Key.Key_Return)
    assert "Nothing here is called “xyzzy”" in page.find.told.text()
    assert "Check the spelling" in page.find.told.text()
    assert page.find.buttons == []


def test_enter_picks_the_line_under_the_cross_and_tells_of_it(at_work: AtWork) -> None:
    page = map_of(at_work)
    point_at_route(page, at_work)
    told = words_on(page.picked)
    assert "Row " in told
    assert "may be walked" in told
    assert " m on the ground" in told
    assert page.view.pointing.picked


def test_a_click_picks_a_line_and_a_drag_does_not(at_work: AtWork) -> None:
    page = map_of(at_work)
    view, line = page.view, page.loaded.case.walking.line
    at = view.camera.pixel(*line[len(line) // 2]).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view, at + QPoint(40, 30))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at + QPoint(40, 30))
    assert page.doings.picked is None
    at = view.camera.pixel(*line[len(line) // 2]).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert page.doings.picked is not None


def test_a_stretch_is_tried_on_the_case_then_marked_then_lifted(at_work: AtWork) -> None:
    page = map_of(at_work)
    point_at_route(page, at_work)
    at_work.press(Key.Key_M)
    assert page.trial_card.isVisible()
    assert "The route changes" in words_on(page.trial_card)
    assert page.trial is not None
    assert list_stretches(at_work.office.desk()) == ()
    at_work.write("no footway")
    at_work.press(Key.Key_Return, CONTROL)
    assert "Say what shows it" in words_on(page.form)
    page.form.evidence.setFocus()
    at_work.write("site visit")
    at_work.press(Key.Key_Return, CONTROL)
    (marked,) = list_stretches(at_work.office.desk())
    assert (marked.kind, marked.reason, marked.evidence) == (
        StretchKind.UNSAFE, "no footway", "site visit",
    )  # fmt: skip
    assert Layer.UNSAFE in page.legend.checks
    assert not page.form.isVisible()
    fold = page.marked.folds[marked.id]
    fold.line.setFocus()
    at_work.press(Key.Key_Space)
    at_work.tab_to(lambda widget: widget.accessibleName().startswith("Lift "))
    at_work.press(Key.Key_Return)
    assert "Without it: " in words_on(page.marked)
    page.marked.forms[marked.id].why.setFocus()
    at_work.write("a footway was built")
    at_work.press(Key.Key_Return, CONTROL)
    (lifted,) = list_stretches(at_work.office.desk())
    assert (lifted.ended_because, lifted.until_day) == (
        "a footway was built", at_work.office.today,
    )  # fmt: skip


def test_a_part_of_a_line_takes_two_points(at_work: AtWork) -> None:
    page = map_of(at_work)
    point_at_route(page, at_work)
    at_work.press(Key.Key_M)
    page.form.part.segments[1].click()
    assert not page.form.is_complete()
    (a, b), pick = page.doings.picked.line[:2], page.doings.point
    pick(*(a[0] + (b[0] - a[0]) * 0.2, a[1] + (b[1] - a[1]) * 0.2))
    pick(*(a[0] + (b[0] - a[0]) * 0.6, a[1] + (b[1] - a[1]) * 0.6))
    assert page.form.is_complete()
    assert page.form.stretch().between is not None
    assert "The route changes" in words_on(page.trial_card)


def test_a_missing_path_is_added_by_points_under_the_cross(at_work: AtWork) -> None:
    page = map_of(at_work)
    before = page.loaded.case.walking.ground_mm
    at_work.press(Key.Key_A)
    for place in (node(7, 2), node(16, 6)):
        page.view.go_to([place])
        at_work.press(Key.Key_Return)
    assert "2 points" in words_on(page.form)
    assert "The route and what is recommended change." in words_on(page.trial_card)
    at_work.press(Key.Key_Return)
    at_work.press(Key.Key_Backspace)
    assert "2 points" in words_on(page.form)
    page.form.reason.setPlainText("a path across the green")
    page.form.evidence.setText("walked on 4 June")
    page.form.give()
    at_work.settle()
    (added,) = list_stretches(at_work.office.desk())
    assert added.kind is StretchKind.ADDED
    (measured, *_) = measure_case(at_work.office.desk(), page.application)
    assert measured.ground_mm < before


def test_escape_leaves_the_form_and_then_the_map(at_work: AtWork) -> None:
    page = map_of(at_work)
    at_work.press(Key.Key_A)
    assert page.form.isVisible()
    at_work.press(Key.Key_Escape)
    assert not page.form.isVisible()
    assert at_work.page is page
    at_work.press(Key.Key_Escape)
    assert at_work.page is not page


def test_the_walking_distance_around_the_school_is_shown_and_told(at_work: AtWork) -> None:
    page = map_of(at_work)
    at_work.press(Key.Key_B)
    assert page.reach is not None
    assert page.reach.school.name == page.loaded.case.school
    assert any(line.startswith("Within 2 miles of Brook Road") for line in page.words.lines)
    two = len(page.reach.boundary.lines)
    page.reach_card.limit.segments[1].click()
    at_work.settle()
    assert len(page.reach.boundary.lines) > two
    at_work.press(Key.Key_B)
    assert page.view.scene.reach is None


def test_the_map_is_copied_and_read_out_in_words(at_work: AtWork) -> None:
    page = map_of(at_work)
    at_work.press(Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Map from the home to Brook Road Primary.")
    assert "Drawn from Marlhaven named" in copied
    read = QAccessible.queryAccessibleInterface(page.view)
    assert read.text(QAccessible.Text.Description) == " ".join(page.words.lines)


def test_the_map_is_saved_as_pdf_and_as_picture_and_printed(
    at_work: AtWork, tmp_path: Path
) -> None:
    page = map_of(at_work)
    for name in ("map.pdf", "map.png", "no-ending"):
        page.doings.save(tmp_path / name)
        at_work.settle()
    pdf = (tmp_path / "map.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert b"/FontFile2" in pdf  # letters, not a picture of them
    assert (tmp_path / "no-ending.pdf").read_bytes().startswith(b"%PDF")
    picture = QImage(str(tmp_path / "map.png"))
    assert picture.width() > picture.height() > 1000
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.doings.print_on(printer)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_a_map_that_cannot_be_saved_says_so_and_leaves_nothing(
    at_work: AtWork, tmp_path: Path
) -> None:
    page = map_of(at_work)
    page.doings.save(tmp_path / "not-there" / "map.pdf")
    at_work.settle()
    assert "could not be written" in at_work.notice()
    assert list(tmp_path.glob("**/*.part")) == []


def test_somebody_who_only_reads_cannot_mark_or_lift(qtbot: QtBot, tmp_path: Path) -> None:
    office = open_named(tmp_path)
    mark_stretch(
        office.desk(), NewStretch(StretchKind.CLOSED, "bridge", "notice", (streets()[0].id,))
    )
    reader = AtWork(qtbot, office, READER, (ROOM,))
    page = map_of(reader)
    point_at_route(page, reader)
    assert page.doings.picked is not None
    assert not page.picked.mark_button.isVisible()
    assert not page.picked.add_button.isVisible()
    reader.press(Key.Key_M)
    reader.press(Key.Key_A)
    assert not page.form.isVisible()
    (fold,) = page.marked.folds.values()
    fold.open()
    assert not [w for w in fold.findChildren(QWidget) if w.accessibleName().startswith("Lift")]
    reader.close()


@pytest.mark.parametrize("size", [100, 200])
def test_every_control_has_a_name_and_the_map_keeps_room_in_every_palette(
    at_work: AtWork, unnamed_controls: Callable[[QWidget], list[str]], size: int
) -> None:
    page = map_of(at_work)
    for palette in PALETTES:
        theme().show_as(palette, size)
        at_work.settle()
        assert page.view.height() >= 140 * size / 100
        assert page.view.width() >= 300
        assert unnamed_controls(page) == []


def test_the_map_says_so_where_there_is_no_network(qtbot: QtBot, tmp_path: Path) -> None:
    store, _ = create(tmp_path / "bare.milepost", "p", OFFICER, label="Bare", fictional=True,
                      key_cost=CHEAP_FOR_TESTS)  # fmt: skip
    bare = AtWork(qtbot, Office(store), rooms=(ROOM,))
    page = bare.page
    assert isinstance(page, MapPage)
    assert "brought in first, in Records" in words_on(page.nothing)
    assert not page.spread.isVisible() and not page.trouble.isVisible(), "said once, nothing empty"
    page.view.setFocus()
    bare.press(Key.Key_Return)
    assert page.doings.picked is None
    assert page.doings.sheet().camera.size == QSizeF(page.view.size())
    bare.close()


def test_the_cards_beside_the_map_show_that_they_have_the_focus(at_work: AtWork) -> None:
    page = map_of(at_work)
    ring = page.spread.scroll.findChild(FocusRing)
    page.view.setFocus()
    assert not ring.isVisible()
    page.spread.scroll.setFocus()
    assert ring.isVisible()
