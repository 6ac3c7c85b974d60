"""A policy lead reads the shelf and compares two versions on the store's cases, without names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

import gui.lead.shelf_page as shelf_page
from casework.compare import ComparedCase, Comparison, Difference
from casework.shelf import POLICY_FOLDER, SAMPLE_FOLDER, Shelf
from gui.fields.standing import STANDINGS
from gui.lead.cases_page import CasesPage
from gui.lead.compare_page import ComparePage
from gui.lead.figures import changes, sentence, shown_outcomes, tally
from gui.lead.room import may_read
from gui.lead.shelf_page import ShelfPage
from gui.lead.shelf_rows import ShelfRow, first_pair, shelf_rows
from gui.lead.study import Study, study
from gui.lead.version_page import VersionPage
from gui.tasks import Cancelled
from gui.theme import theme
from records.people import Person, Role
from rules.values import NO_ROUTE, Outcome, Result, Standing
from tests.gui.at_work import AtWork, Key, words_on
from tests.gui.hearing import FAMILY, LEAD, Hearing, decided_office
from tests.gui.test_panel_room import cut_words

OLD, NEW = "marlhaven/2025-26", "marlhaven/2026-27"
UNREADABLE = "format: 1\npolicy: borough/2027-28\ntitle: A draft\nstatus: adopted\ntravle: {}\n"


@pytest.fixture
def hearing(tmp_path: Path) -> Hearing:
    return decided_office(tmp_path)


@pytest.fixture
def at_work(qtbot: QtBot, hearing: Hearing) -> Iterator[AtWork]:
    made = AtWork(qtbot, hearing.office, LEAD)
    yield made
    made.close()


def shelf(at_work: AtWork) -> ShelfPage:
    assert isinstance(at_work.page, ShelfPage)
    return at_work.page


def compared(at_work: AtWork, old: str = OLD, new: str = NEW) -> ComparePage:
    page = shelf(at_work)
    page.old.set_value(old)
    page.new.set_value(new)
    page.compare_button.click()
    at_work.settle()
    assert isinstance(at_work.page, ComparePage)
    return at_work.page


# The way through


def test_from_the_shelf_to_the_cases_that_change_with_the_keyboard(at_work: AtWork) -> None:
    page = shelf(at_work)
    assert (page.old.value(), page.new.value()) == (OLD, NEW)  # the last two adopted
    at_work.press(Key.Key_C)
    comparison = at_work.page
    assert isinstance(comparison, ComparePage)
    assert at_work.focus is comparison.matrix.first_change()
    at_work.press(Key.Key_Return)
    cases = at_work.page
    assert isinstance(cases, CasesPage)
    rows = cases.table.rows_model.rows
    assert rows
    assert all(each.old is not each.new for each in rows)
    assert rows[0].reference in cases.told.text()
    at_work.press(Key.Key_Escape)
    assert at_work.page is comparison
    at_work.press(Key.Key_Escape)
    assert at_work.page is page


def test_arrows_go_from_number_to_number_and_pass_over_what_is_empty(at_work: AtWork) -> None:
    matrix = compared(at_work).matrix
    for _ in range(8):
        at_work.press(Key.Key_Up)
        at_work.press(Key.Key_Left)
    first = at_work.focus
    counted = [cell for cell in matrix.cells.values() if cell.count]
    assert first in counted
    seen = {first}
    for _ in range(len(matrix.outcomes)):
        for key in (Key.Key_Right, Key.Key_Down):
            at_work.press(key)
            seen.add(at_work.focus)
    assert len(seen) > 1
    assert seen <= set(counted)
    assert not [cell for cell in matrix.cells.values() if not cell.count and cell.isEnabled()]


def test_escape_from_what_was_opened_goes_back_to_what_opened_it(at_work: AtWork) -> None:
    page = shelf(at_work)
    compared(at_work)
    at_work.press(Key.Key_Escape)
    assert at_work.page is page and at_work.focus is page.compare_button
    page.read_buttons[OLD].click()
    at_work.settle()
    at_work.press(Key.Key_Escape)
    assert at_work.page is page and at_work.focus is page.read_buttons[OLD]


def test_a_version_opens_with_its_conditions_as_written(at_work: AtWork) -> None:
    shelf(at_work).read_buttons["southampton/2019-20"].click()
    at_work.settle()
    page = at_work.page
    assert isinstance(page, VersionPage)
    own = [line for line in page.rules if not line.provision.inherited]
    first = next(line for line in own if line.provision.id.endswith("#distance"))
    first.open()
    said = words_on(first)
    assert "Offers, where" in said
    assert "Lives in the council's area" in said
    assert "beyond_council_distance" in said
    assert "Published: read on the council's pages" in said
    assert "rules are not certain: " in words_on(page)
    assert words_on(page).count("Each says so below.") <= 2, "one count a list, not a line a rule"
    looked_after = next(line for line in page.rules if "looked after" in line.provision.title)
    assert "Not read" in words_on(looked_after)
    assert "Distance under 8" in words_on(page)
    at_work.press(Key.Key_Escape)
    assert isinstance(at_work.page, ShelfPage)


def test_what_is_written_in_a_long_condition_stands_whole_below_its_words(at_work: AtWork) -> None:
    shelf(at_work).read_buttons[NEW].click()
    at_work.settle()
    page = at_work.page
    assert isinstance(page, VersionPage)
    line = next(each for each in page.rules if "backed by a team" in each.provision.title)
    line.open()
    at_work.settle()
    assert "placement_backed_by in [early_years_team, sen_team]" in words_on(line)
    assert cut_words(page) == []


def test_a_version_is_saved_as_a_document_to_print(at_work: AtWork, tmp_path: Path) -> None:
    shelf(at_work).read_buttons["southampton/2019-20"].click()
    at_work.settle()
    page, path = at_work.page, tmp_path / "policy.pdf"
    assert isinstance(page, VersionPage)
    at_work.press(Key.Key_P)
    assert page.dialog.selectedFiles()[0].endswith("southampton-2019-20.pdf")
    page.dialog.fileSelected.emit(str(path))
    page.dialog.close()
    at_work.settle()
    assert path.read_bytes().startswith(b"%PDF")


# The figures


def test_totals_equal_the_sum_of_the_cells(at_work: AtWork) -> None:
    page = compared(at_work)
    cells = sum(cell.count for cell in page.matrix.cells.values())
    counted = page.study.tally
    assert cells == counted.total == len(page.study.comparison.cases) == 6
    parts = (counted.loses, counted.gains, counted.keeps, counted.without, counted.open_either)
    assert sum(parts) == counted.total


def case(old: Outcome, new: Outcome, rule: str = "", walk: object = None) -> ComparedCase:
    found = Difference(rule, "A rule", "A policy, 1", Result.MET, None) if rule else None
    return ComparedCase("id", "MH-1", 3, 8, walk, "mainstream", old, new, found)


E, O, N, C, F = (  # noqa: E741
    Outcome.ENTITLED,
    Outcome.OFFERED,
    Outcome.NOT_ENTITLED,
    Outcome.CANNOT_TELL_YET,
    Outcome.FOR_AN_OFFICER,
)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (E, N, "loses"),
        (O, N, "loses"),
        (N, O, "gains"),
        (E, O, "keeps"),
        (E, E, "keeps"),
        (N, N, "without"),
        (C, N, "open_either"),
        (E, F, "open_either"),
        (F, F, "open_either"),
    ],
)
def test_each_case_is_counted_once_for_what_it_is(old: Outcome, new: Outcome, kind: str) -> None:
    version = Shelf().read("england/1996-act")
    counted = tally(Comparison(version, version, (case(old, new),), ()))
    assert getattr(counted, kind) == 1
    assert counted.total == 1


def test_the_sentence_counts_losses_first_and_names_changes_of_reason() -> None:
    version = Shelf().read("england/1996-act")
    cases = [case(O, N, "a#x")] * 12 + [case(N, O, "a#y")] * 3 + [case(E, E, "a#z")] + [case(N, N)]
    comparison = Comparison(version, version, tuple(cases), ())
    first, second, third = sentence(tally(comparison))
    assert first == (
        "Of 17 cases, 12 would lose help with travel, 3 would gain it and 1 would keep it."
    )
    assert second == "1 has no help under either."
    assert third == "1 case keeps its outcome by another rule."
    assert [len(each.cases) for each in changes(comparison)] == [12, 3, 1]
    assert shown_outcomes(comparison) == (E, O, N)


def test_a_walk_is_never_written_as_on_the_other_side_of_a_limit(hearing: Hearing) -> None:
    made = study(hearing.desk(LEAD), OLD, NEW, _go_on)
    short = replace(made.comparison.cases[0], walking_mm=3_218_687)
    assert made.walk_words(short) != "2.00 miles"
    assert made.walk_words(replace(short, walking_mm=NO_ROUTE)) == "no route"
    assert made.walk_words(replace(short, walking_mm=None)) == "not measured"


def _go_on(done: int, total: int) -> None:
    """Let the work go on."""


# What a lead has to be warned of


def test_cases_that_could_not_be_compared_are_listed_with_why(at_work: AtWork) -> None:
    page = compared(at_work)
    assert "1 case is left out of every figure here." in words_on(page)
    page.trouble.fold.open()
    said = words_on(page.trouble)
    assert "MH-00222" in said
    assert "contradict" in said


def test_rules_that_nobody_read_are_warned_of_beside_the_figures(at_work: AtWork) -> None:
    page = compared(at_work, "southampton/2018-19", "southampton/2019-20")
    said = words_on(page)
    assert "by a rule that is to be confirmed or was not read." in said
    assert "Children looked after (southampton/2019-20): not read" in said


def test_a_text_that_cannot_be_read_says_why_in_its_place(
    qtbot: QtBot, hearing: Hearing, tmp_path: Path, at_work: AtWork
) -> None:
    folder = tmp_path / "policies" / "borough"
    folder.mkdir(parents=True)
    (folder / "2027-28.yaml").write_text(UNREADABLE, encoding="utf-8")
    found = Shelf((POLICY_FOLDER, SAMPLE_FOLDER, tmp_path / "policies"))
    page = shelf(at_work)
    page._on_read((shelf_rows(found), None))
    at_work.settle()
    assert "travle" in words_on(page)
    assert "2027-28.yaml, line 5" in words_on(page)
    assert "borough/2027-28" not in page.read_buttons
    offered = [page.old.itemText(at) for at in range(page.old.count())]
    assert not [words for words in offered if "Borough" in words]


def test_versions_wear_their_standing_in_words(at_work: AtWork) -> None:
    page = shelf(at_work)
    said = words_on(page)
    counted = [pair for row in page.rows for pair in row.standings]
    assert {Standing.PUBLISHED, Standing.TO_CONFIRM, Standing.UNREAD} <= {
        each for each, _ in counted
    }
    for standing, count in counted:
        assert f"{count} {STANDINGS[standing].word.lower()}" in said


def test_two_versions_that_are_the_same_are_not_compared(at_work: AtWork) -> None:
    page = shelf(at_work)
    page.new.set_value(OLD)
    page.compare_button.click()
    at_work.settle()
    assert at_work.page is page
    assert page.told.text() == "Choose two different versions to compare."


def test_a_comparison_can_be_stopped_and_leaves_nothing(
    at_work: AtWork, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def long_study(desk: object, old: str, new: str, progress: Callable[[int, int], None]) -> Study:
        while True:
            Event().wait(0.01)  # or the window would drown in what it is told
            progress(1, 1_000)

    monkeypatch.setattr(shelf_page, "study", long_study)
    page = shelf(at_work)
    page.compare_button.click()
    qtbot.waitUntil(lambda: "of 1,000 cases" in page.progress.words.text())
    assert not page.compare_button.isEnabled()
    page.progress.cancel_button.click()
    at_work.settle()
    assert at_work.page is page
    assert "Nothing was changed" in page.told.text()
    assert page.compare_button.isEnabled()


def test_a_verb_stops_at_once_when_it_is_no_longer_wanted(hearing: Hearing) -> None:
    done = []

    def stop(count: int, total: int) -> None:
        done.append(count)
        raise Cancelled

    with pytest.raises(Cancelled):
        study(hearing.desk(LEAD), OLD, NEW, stop)
    assert done == [1]


# No names


def everything_told(widget: QWidget) -> str:
    """Gather every word of a window: labels, names read aloud, tables, tooltips."""
    parts = [widget.windowTitle()]
    for one in (widget, *widget.findChildren(QWidget)):
        parts += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        if isinstance(one, QLabel):
            parts.append(one.text())
        if isinstance(one, QTableView):
            parts += _cells(one)
    return "\n".join(parts)


def _cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    for row in range(model.rowCount()):
        for at in range(model.columnCount()):
            index = model.index(row, at)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(model.data(index, role))


def test_no_name_of_a_child_or_parent_stands_anywhere_in_the_room(at_work: AtWork) -> None:
    said = [everything_told(at_work.window)]
    page = compared(at_work)
    page.trouble.fold.open()
    said += [everything_told(at_work.window), page.copy_figures()]
    for old in page.matrix.outcomes:
        for new in page.matrix.outcomes:
            if page.study.comparison.cell(old, new):
                page.open_cell(old, new)
                at_work.settle()
                listed = at_work.page
                assert isinstance(listed, CasesPage)
                said += [everything_told(at_work.window), listed.copy()]
                at_work.window.shell.back()
    whole = "\n".join(said)
    assert "MH-00217" in whole
    # "Lane" is a surname here, and no word of any policy.
    assert not [name for name in FAMILY if name in whole]


# For the paper


def test_the_figures_are_copied_as_text_with_their_cautions(at_work: AtWork) -> None:
    page = compared(at_work)
    at_work.press(Key.Key_Y)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Marlhaven travel policy 2025-26 (fictional) (marlhaven/2025-26)")
    matrix = [line.split("\t") for line in text.splitlines() if line.startswith("In all")]
    assert [int(each) for each in matrix[-1][1:]][-1] == page.study.tally.total
    assert "1 case could not be compared and is left out." in text


def test_cases_are_copied_as_csv_with_their_first_difference(at_work: AtWork) -> None:
    page = compared(at_work)
    page.open_changed()
    at_work.settle()
    at_work.press(Key.Key_Y)
    head, *lines = QGuiApplication.clipboard().text().splitlines()
    assert head.startswith("Reference,Year,Age,Kind of place,Walk,Before,After")
    assert len(lines) == len(page.study.comparison.changed)


# For everyone


def row(id: str, starts: date | None, status: str = "adopted") -> ShelfRow:
    return ShelfRow(id, id.split("/", maxsplit=1)[0], id, "", status, starts, None, (), True, ())


def test_the_councils_own_last_two_adopted_versions_are_offered_first() -> None:
    rows = (
        row("england/1996-act", date(2014, 9, 1), "enacted"),
        row("a/draft", date(2028, 9, 1), "draft"),
        row("a/2018", date(2018, 9, 1)),
        row("a/2019", date(2019, 9, 1)),
        row("a/later-named-early", date(2020, 9, 1)),
        row("b/2026", date(2026, 9, 1)),
        row("b/2027", date(2027, 9, 1)),
    )
    assert first_pair(rows, "a") == ("a/2019", "a/later-named-early")
    assert first_pair(rows, "b") == ("b/2026", "b/2027")
    assert first_pair(rows, "c") == ("a/2019", "a/later-named-early")
    assert first_pair(rows[:2], "a") == ("england/1996-act", "a/draft")
    assert first_pair(rows[:1], None) is None


def test_the_samples_policies_stand_on_the_shelf_of_a_sample_only() -> None:
    assert "marlhaven" in {row.body for row in shelf_rows(Shelf(), fictional=True)}
    assert "marlhaven" not in {row.body for row in shelf_rows(Shelf(), fictional=False)}


def test_the_room_is_for_the_policy_lead_and_those_who_look_after_records() -> None:
    class Desk:
        def __init__(self, role: Role) -> None:
            self.person = Person("p", "P.", frozenset({role}))

    mine = {role for role in Role if may_read(Desk(role))}
    assert mine == {Role.POLICY_LEAD, Role.ADMINISTRATOR, Role.AUDITOR}


def test_every_control_is_named(
    at_work: AtWork, unnamed_controls: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed_controls(at_work.window) == []
    page = compared(at_work)
    assert unnamed_controls(at_work.window) == []
    page.open_changed()
    at_work.settle()
    assert unnamed_controls(at_work.window) == []
    at_work.window.shell.back()
    at_work.window.shell.back()
    shelf(at_work).read("southampton/2019-20")
    at_work.settle()
    assert unnamed_controls(at_work.window) == []


@pytest.mark.parametrize("size", [80, 200])
def test_no_word_is_cut_at_any_text_size(at_work: AtWork, size: int) -> None:
    theme().show_as(text_size=size)
    at_work.settle()
    assert cut_words(at_work.page) == []
    page = compared(at_work)
    at_work.settle()
    assert cut_words(page) == []
    assert not [c for c in page.matrix.cells.values() if c.width() < c.sizeHint().width()]
    at_work.window.shell.back()
    shelf(at_work).read("southampton/2019-20")
    at_work.settle()
    version = at_work.page
    assert isinstance(version, VersionPage)
    version.open_all()
    at_work.settle()
    assert cut_words(version) == []
