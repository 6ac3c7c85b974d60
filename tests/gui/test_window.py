"""From the first page to a desk and out again; actions, rooms, notices, names and settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.app import NO_SCREEN, first_looks, has_screen, prepare
from gui.faults import catch_all, sentence
from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.notice import Kind
from gui.fields.words import Words
from gui.fuzzy import score
from gui.page import Page
from gui.room import Room, Surroundings
from gui.settings import Settings, read_settings, settings_file, write_settings
from gui.settings_page import ROOM as SETTINGS
from gui.shapes import Shape
from gui.tasks import Progress
from gui.theme import PALETTES, theme
from gui.window import Window
from records.people import Role
from rules.problems import UserFacingError

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


class FirstPage(Page):
    """A page with an action of its own and a way to a second page."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("First")
        self.around, self.done, self.left = around, [], False
        card = Card("Card")
        card.add(Words("Words"), Button("Press", lambda: self.done.append("pressed")))
        self.main.addWidget(card)
        around.actions.add(self, "Measure again", lambda: self.done.append("measured"), "M", "Case")

    def open_second(self) -> SecondPage:
        page = SecondPage()
        self.around.shell.open_page(page)
        return page


class SecondPage(Page):
    """A page that is opened from the first."""

    def __init__(self) -> None:
        super().__init__("Second")
        self.left = False

    def leave(self) -> None:
        self.left = True


ROOMS = (
    Room("first", "First", Shape.CASES, FirstPage, "Ctrl+1"),
    Room("panel", "Panel", Shape.APPEALS, FirstPage,
         is_for=lambda desk: desk.person.holds(Role.PANEL_MEMBER)),
    SETTINGS,
)  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot, opened: Any) -> Iterator[Window]:
    made = Window(opened.doors(), rooms=ROOMS)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def inside(qtbot: QtBot, window: Window) -> Window:
    window.welcome.start.sample_button.click()
    qtbot.waitUntil(lambda: window.welcome.step is window.welcome.who)
    window.welcome.who.sign_in_button.click()
    qtbot.waitUntil(lambda: window.shell is not None)
    return window


# The way in


def test_the_sample_opens_with_the_keyboard_alone(
    qtbot: QtBot, window: Window, opened: Any
) -> None:
    assert window.focusWidget() is window.welcome.start.sample_button
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.welcome.step is window.welcome.who)
    assert "harbour lantern violet oat" in window.welcome.who.notice.accessibleName()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(window.focusWidget(), ENTER)
    qtbot.waitUntil(lambda: window.shell is not None)
    assert window.desk.person.name == "C. Member"
    assert not window.shell.ribbon.isHidden()


def test_what_a_store_refuses_is_told_on_the_page_and_can_be_mended(
    qtbot: QtBot, window: Window, opened: Any, tmp_path: Path
) -> None:
    opened.refuses = UserFacingError("The passphrase is wrong.\nNothing was changed. Try again.")
    welcome = window.welcome
    welcome.start.open_button.click()
    QTest.keyClicks(welcome.open.path.line, str(tmp_path / "a.milepost"))
    QTest.keyClicks(welcome.open.passphrase, "not this one")
    QTest.keyClick(welcome.open.passphrase, ENTER)
    qtbot.waitUntil(lambda: not welcome.open.notice.isHidden())
    assert "The passphrase is wrong." in welcome.open.notice.accessibleName()
    assert welcome.open.passphrase.text() == "not this one"
    opened.refuses = None
    welcome.open.open_button.click()
    qtbot.waitUntil(lambda: welcome.step is welcome.who)
    assert opened.asked[-1] == (tmp_path / "a.milepost", "not this one")
    assert welcome.open.passphrase.text() == ""


def test_an_unforeseen_error_on_the_way_in_is_told_with_a_reference(
    qtbot: QtBot, window: Window, opened: Any
) -> None:
    opened.refuses = KeyError("a name")
    window.welcome.start.sample_button.click()
    qtbot.waitUntil(lambda: not window.welcome.start.notice.isHidden())
    assert "reference MP-" in window.welcome.start.notice.accessibleName()
    assert window.welcome.start.sample_button.isEnabled()


def test_the_recovery_key_opens_too(
    qtbot: QtBot, window: Window, opened: Any, tmp_path: Path
) -> None:
    step = window.welcome.open
    window.welcome.start.open_button.click()
    step.path.show_path(str(tmp_path / "a.milepost"))
    step.other.click()
    assert step.passphrase.isVisible() is False
    QTest.keyClicks(step.key, "7KQ2-M4XD")
    QTest.keyClick(step.key, ENTER)
    qtbot.waitUntil(lambda: window.welcome.step is window.welcome.who)
    assert opened.asked[-1] == (tmp_path / "a.milepost", "7KQ2-M4XD", "by key")


def fill_in(step: Any, path: Path) -> None:
    step.label.setText("Adur")
    step.path.show_path(str(path))
    step.first.setText("four words of mine")
    step.second.setText("four words of mine")
    step.name.setText("A. Officer")
    step.roles[Role.ELIGIBILITY_OFFICER].setChecked(True)


@pytest.mark.parametrize("lacking", ["label", "path", "first", "second", "name", "roles"])
def test_a_new_store_is_not_made_while_something_is_lacking(
    window: Window, opened: Any, tmp_path: Path, lacking: str
) -> None:
    step = window.welcome.create
    window.welcome.show_step(step)
    fill_in(step, tmp_path / "new")
    if lacking == "roles":
        step.roles[Role.ELIGIBILITY_OFFICER].setChecked(False)
    elif lacking == "path":
        step.path.show_path("")
    else:
        getattr(step, lacking).setText("short")
        getattr(step, lacking).setText("" if lacking not in ("first", "second") else "short")
    step.create_button.click()
    assert lacking in step.problems()
    assert opened.asked == []


def test_one_goes_on_only_once_the_recovery_key_is_kept(
    qtbot: QtBot, window: Window, opened: Any, tmp_path: Path
) -> None:
    welcome = window.welcome
    welcome.show_step(welcome.create)
    fill_in(welcome.create, tmp_path / "new")
    welcome.create.create_button.click()
    qtbot.waitUntil(lambda: welcome.step is welcome.keep_key)
    path, passphrase, name, roles, label = opened.asked[-1]
    assert (path.name, name, label) == ("new.milepost", "A. Officer", "Adur")
    assert (passphrase, roles) == ("four words of mine", frozenset({Role.ELIGIBILITY_OFFICER}))
    assert welcome.create.first.text() == ""
    assert welcome.keep_key.key.text() == "7KQ2-M4XD-9TRA-PZ3C"
    assert not welcome.keep_key.go_button.isEnabled()
    welcome.keep_key.kept.click()
    welcome.keep_key.go_button.click()
    qtbot.waitUntil(lambda: welcome.step is welcome.who)
    assert welcome.keep_key.key.text() == ""


def test_a_recovery_key_that_cannot_be_saved_is_still_shown(window: Window, tmp_path: Path) -> None:
    step = window.welcome.keep_key
    step.show_key("7KQ2")
    step.save_to(str(tmp_path / "no such folder" / "key.txt"))
    assert "could not be saved" in step.notice.accessibleName()
    assert step.key.text() == "7KQ2"
    step.save_to(str(tmp_path / "key.txt"))
    assert "7KQ2" in (tmp_path / "key.txt").read_text("utf-8")


def test_going_back_from_the_people_closes_the_store(
    qtbot: QtBot, window: Window, opened: Any
) -> None:
    window.welcome.start.sample_button.click()
    qtbot.waitUntil(lambda: window.welcome.step is window.welcome.who)
    window.welcome.who.back_asked.emit()
    assert window.welcome.step is window.welcome.start
    qtbot.waitUntil(lambda: opened.store.closed)


def test_leaving_closes_the_store(inside: Window, opened: Any) -> None:
    inside.close()
    assert opened.store.closed


def test_the_title_names_nobody(inside: Window) -> None:
    assert inside.windowTitle() == "Milepost"


# Rooms and pages


def test_building_pages_never_opens_another_window(qtbot: QtBot, opened: Any) -> None:
    watch = WindowsShown()
    QApplication.instance().installEventFilter(watch)
    try:
        window = Window(opened.doors(), rooms=ROOMS)
        qtbot.addWidget(window)
        window.show()
        window.enter(opened.doors().sign_in(opened.store, opened.doors().people(None)[0]))
        for room in ("first", "settings"):
            window.shell.go(room)
        window.shell.pages.currentWidget()
        window.shell.go("first").open_second()
        window.shell.show_notice(Kind.INFO, "Something")
        window.close()
    finally:
        QApplication.instance().removeEventFilter(watch)
    assert set(watch.shown) == {"Window"}


class WindowsShown(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_the_rail_lists_only_the_rooms_that_are_for_this_person(inside: Window) -> None:
    assert list(inside.shell._rooms) == ["first", "settings"]


def test_a_page_opens_over_another_and_goes_back(inside: Window) -> None:
    shell = inside.shell
    first = shell.pages.currentWidget()
    second = first.open_second()
    assert shell.pages.currentWidget() is second
    assert second.header.isVisible()
    assert not first.header.isVisible()
    shell.go("settings")
    shell.go("first")
    assert shell.pages.currentWidget() is second
    QTest.keyClick(inside, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.pages.currentWidget() is first
    assert second.left


def test_a_count_is_read_with_its_room(inside: Window) -> None:
    inside.shell.rail.show_count("first", 1042)
    assert inside.shell.rail._buttons["first"].accessibleName() == "First, 1,042"


def test_the_rail_grows_slim_where_text_is_large(inside: Window) -> None:
    inside.resize(1280, 800)
    assert inside.shell.rail.width() == 148
    theme().show_as(text_size=200)
    assert inside.shell.rail.width() == 184


def test_the_side_column_stands_beside_the_main_from_a_window_of_1200(
    qtbot: QtBot, inside: Window
) -> None:
    page = inside.shell.pages.currentWidget()
    page.side.addWidget(Card("Facts"))
    inside.resize(1210, 800)
    qtbot.waitUntil(page.columns.is_wide)
    inside.resize(1100, 800)
    qtbot.waitUntil(lambda: not page.columns.is_wide())


def test_background_work_shows_in_the_status_line_and_can_be_stopped(
    qtbot: QtBot, inside: Window
) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress(0, 0)
            QTest.qSleep(2)

    status = inside.shell.status
    task = inside.tasks.run("Measuring the routes", work)
    assert status.work.text() == "Measuring the routes…"
    with qtbot.waitSignal(task.cancelled, timeout=5000):
        status.stop.click()
    qtbot.waitUntil(status.work.isHidden)


def test_what_a_task_refuses_shows_above_the_page(qtbot: QtBot, inside: Window) -> None:
    def work(progress: Progress) -> None:
        raise UserFacingError("The letter could not be written.")

    inside.tasks.run("Writing", work)
    qtbot.waitUntil(lambda: not inside.shell.notice.isHidden())
    assert "The letter could not be written." in inside.shell.notice.accessibleName()


def test_an_error_in_a_slot_shows_as_a_sentence_and_the_program_goes_on(
    qtbot: QtBot, inside: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_all()
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("1 / 0"), None)
    qtbot.waitUntil(lambda: not inside.shell.notice.isHidden())
    spoken = inside.shell.notice.accessibleName()
    assert sentence("MP-").split("(")[0] in spoken
    assert "safe" in spoken


# Actions


def test_ctrl_k_lists_every_action_with_its_keys(inside: Window) -> None:
    QTest.keyClick(inside, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    panel = inside.shell.palette_panel
    assert panel.isVisible()
    known = {entry.words: entry.keys for entry in inside.actions_register.entries()}
    assert set(panel.found()) == set(known)
    assert known["Measure again"] == "M"
    assert known["Go to First"] == "Ctrl+1"
    assert panel.found()[0] == "Measure again"
    assert panel.found()[-1] != "Measure again"


def test_a_few_letters_find_an_action_and_enter_does_it(inside: Window) -> None:
    panel = inside.shell.palette_panel
    panel.open()
    QTest.keyClicks(panel.field, "msr ag")
    assert panel.found()[0] == "Measure again"
    QTest.keyClick(panel.field, ENTER)
    assert not panel.isVisible()
    assert inside.shell.pages.currentWidget().done == ["measured"]


def test_escape_closes_the_panel_and_gives_the_focus_back(inside: Window) -> None:
    button = inside.shell.pages.currentWidget().findChild(Button)
    button.setFocus()
    inside.shell.palette_panel.open()
    QTest.keyClick(inside.shell.palette_panel.field, ESCAPE)
    assert not inside.shell.palette_panel.isVisible()
    assert inside.focusWidget() is button


def test_an_action_of_a_hidden_page_can_not_be_done(inside: Window) -> None:
    page = inside.shell.pages.currentWidget()
    QTest.keyClick(inside, Qt.Key.Key_M)
    assert page.done == ["measured"]
    inside.shell.go("settings")
    assert "Measure again" not in [one.words for one in inside.actions_register.entries()]
    QTest.keyClick(inside, Qt.Key.Key_M)
    assert page.done == ["measured"]


def test_an_action_goes_with_its_page(qtbot: QtBot, inside: Window) -> None:
    second = inside.shell.pages.currentWidget().open_second()
    inside.actions_register.add(second, "Only here", lambda: None)
    inside.shell.back()
    qtbot.wait(10)
    assert "Only here" not in [one.words for one in inside.actions_register.entries()]


def test_what_begins_a_word_is_found_before_what_stands_within_one() -> None:
    names = ["Go to Settings", "Forget", "Decide"]
    found = sorted((score("de", name), name) for name in names if score("de", name) is not None)
    assert [name for _, name in found] == ["Decide"]
    assert score("gts", "Go to Settings") is not None
    assert score("x", "Go to Settings") is None
    assert score("set", "Go to Settings") < score("get", "Forget")
    assert score("map", "Make a backup of the whole store now, and keep it apart") is None


def test_text_grows_by_keyboard_on_every_page(inside: Window) -> None:
    QTest.keyClick(inside, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme().text_size == 110
    QTest.keyClick(inside, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert theme().text_size == 100


# For everyone


@pytest.mark.parametrize("step", ["start", "open", "create", "keep_key", "who"])
def test_every_control_on_the_way_in_has_a_name(
    window: Window, unnamed_controls: Callable[[QWidget], list[str]], step: str
) -> None:
    window.welcome.show_step(getattr(window.welcome, step))
    assert unnamed_controls(window) == []


@pytest.mark.parametrize("room", ["first", "settings"])
def test_every_control_of_the_rooms_has_a_name(
    inside: Window, unnamed_controls: Callable[[QWidget], list[str]], room: str
) -> None:
    inside.shell.go(room)
    inside.shell.palette_panel.open()
    assert unnamed_controls(inside) == []


def test_the_walk_finds_a_control_without_a_name(
    qtbot: QtBot, unnamed_controls: Callable[[QWidget], list[str]]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    Button("", lambda: None).setParent(window)
    window.show()
    assert unnamed_controls(window) == ["Button (Button)"]


def test_tab_goes_round_the_whole_window_and_is_never_caught(inside: Window) -> None:
    inside.shell.go("settings")
    seen = []
    for _ in range(60):
        QTest.keyClick(inside.focusWidget() or inside, Qt.Key.Key_Tab)
        seen.append(inside.focusWidget())
    stops = list(dict.fromkeys(seen))
    assert len(stops) >= 6
    assert seen.count(stops[0]) >= 2
    assert inside.shell.status.find in stops


def test_f6_goes_from_part_to_part(inside: Window) -> None:
    parts = []
    for _ in range(3):
        QTest.keyClick(inside, Qt.Key.Key_F6)
        here = inside.focusWidget()
        shell = inside.shell
        owners = {"rail": shell.rail, "page": shell.pages, "status": shell.status}
        parts += [name for name, part in owners.items() if part.isAncestorOf(here)]
    assert sorted(parts) == ["page", "rail", "status"]


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("size", [80, 200])
def test_no_button_is_narrower_than_its_words(inside: Window, palette: str, size: int) -> None:
    inside.resize(1280, 800)
    theme().show_as(palette, size)
    for room in ("first", "settings"):
        inside.shell.go(room)
        QApplication.processEvents()
        inside.grab()
        buttons = [one for one in inside.findChildren(Button) if one.isVisible()]
        cut = [one.text() for one in buttons if one.width() < one.sizeHint().width()]
        assert cut == []


# Settings


def test_looks_are_kept_for_the_next_start(inside: Window) -> None:
    page = inside.shell.go("settings")
    page.palettes.segments[1].click()
    page.larger_button.click()
    kept = read_settings()
    assert (kept.palette, kept.text_size) == ("dark", 110)


def test_settings_hold_nothing_but_looks_and_a_path(inside: Window) -> None:
    inside.close()
    assert set(json.loads(settings_file().read_text("utf-8"))) == {
        "palette", "text_size", "last_store", "window",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"palette": "sepia", "text_size": 900, "window": [1]}', '"x"']
)
def test_settings_that_make_no_sense_are_as_at_first_start(tmp_path: Path, text: str) -> None:
    file = tmp_path / "window.json"
    file.write_text(text, "utf-8")
    assert read_settings(file) == Settings()


def test_settings_read_back_as_they_were_written(tmp_path: Path) -> None:
    settings = Settings("contrast", 125, "adur.milepost", (10, 20, 900, 700))
    write_settings(settings, tmp_path / "folder" / "window.json")
    assert read_settings(tmp_path / "folder" / "window.json") == settings


def test_a_folder_that_cannot_be_written_costs_only_the_settings(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    write_settings(Settings(), tmp_path / "file" / "window.json")


def test_a_window_off_the_screen_comes_back_onto_it(qtbot: QtBot, opened: Any) -> None:
    window = Window(opened.doors(), Settings(window=(90_000, 90_000, 500, 500)), ROOMS)
    qtbot.addWidget(window)
    window.show()
    assert window.screen().availableGeometry().intersects(window.geometry())
    window.close()


def test_the_store_opened_last_is_offered_first(qtbot: QtBot, opened: Any, tmp_path: Path) -> None:
    store = tmp_path / "adur.milepost"
    store.write_bytes(b"")
    window = Window(opened.doors(), Settings(last_store=str(store)), ROOMS)
    qtbot.addWidget(window)
    window.show()
    assert window.welcome.start.last_button.isVisible()
    window.welcome.start.last_button.click()
    assert window.welcome.open.path.path() == store
    window.close()


def test_first_looks_follow_the_system_only_until_something_was_chosen(qapp: QApplication) -> None:
    prepare(qapp)
    assert first_looks(qapp, Settings()).palette in PALETTES
    write_settings(Settings(palette="contrast"))
    assert first_looks(qapp, read_settings()).palette == "contrast"


# Starting and ending


def start(root: Path, program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-c", program], cwd=root, env={**inherited, **environment},
        capture_output=True, check=False, text=True, timeout=90,
    )  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may lack a screen")
def test_without_a_screen_it_says_so_in_a_sentence_and_ends(root: Path) -> None:
    ran = start(root, "from gui.app import main; raise SystemExit(main())")
    assert ran.returncode == NO_SCREEN
    assert "There is no screen" in ran.stderr
    assert "main.py --help" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_platform_named_outright_counts_as_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert has_screen()


WHOLE_RUN = """
import gui.app, gui.window
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gui.welcome import Doors
nothing = lambda *given: None
gui.app.casework_doors = lambda: Doors(*[nothing] * 7)
application = QApplication([])
def leave():
    next(w for w in application.topLevelWidgets() if type(w) is gui.window.Window).close()
QTimer.singleShot(300, leave)
raise SystemExit(gui.app.main())
"""


def test_it_opens_and_closes_with_a_clean_exit(root: Path) -> None:
    ran = start(root, WHOLE_RUN, QT_QPA_PLATFORM="offscreen")
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr
