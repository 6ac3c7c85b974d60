"""The cases behind a number, without names: what each is, and the first rule that differs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from casework.compare import ComparedCase
from gui.fields.buttons import Button
from gui.fields.table import Column, RowsTable
from gui.fields.words import Words
from gui.lead.changes_card import result_word
from gui.lead.study import Study
from gui.outcomes import OUTCOMES, RESULTS, Sign
from gui.page import Page
from gui.room import Surroundings
from gui.shapes import Shape
from gui.theme import Tone
from rules.values import NoRoute, Result

NO_RULE = Sign(Shape.MINUS, "no such rule", Tone.MUTED)


class CasesPage(Page):
    """A list to sort, to read with the keyboard and to copy as CSV. No name stands in it."""

    def __init__(
        self, around: Surroundings, study: Study, title: str, cases: Sequence[ComparedCase]
    ) -> None:
        count = "1 case" if len(cases) == 1 else f"{len(cases):,} cases"
        about = f"{count} · {study.old.title}, then {study.new.title} · no names are shown"
        super().__init__(title, about, scrolls=False)
        self._around = around
        self.table = RowsTable(f"{title}: {count}", columns(study))
        self.table.set_rows(list(cases))
        self.table.row_chosen.connect(self._tell)
        self.main.addWidget(self.table, 1)
        self.told = Words("", "body")
        self.copy_button = Button("Copy as CSV", self.copy, keys="Y")
        self.set_foot(self.told, self.copy_button)
        around.actions.add(self, "Copy these cases as CSV", self.copy, "Y", "Comparison")
        if (row := self.table.chosen_row()) is not None:
            self._tell(row)

    def arrive(self) -> None:
        """Begin in the list."""
        self.table.setFocus()

    def copy(self) -> str:
        """Put the cases on the clipboard."""
        text = self.table.copy_as_csv()
        rows = len(text.splitlines()) - 1
        lines = "1 line" if rows == 1 else f"{rows:,} lines"
        self.told.show_words(f"Copied: {lines}, with their heads, to paste into a spreadsheet.")
        return text

    def _tell(self, case: ComparedCase) -> None:
        found = case.difference
        if found is None:
            self.told.show_words(f"{case.reference}: the same rules decide under both.")
            return
        self.told.show_words(
            f"{case.reference}: {found.title} ({found.cites}), {result_word(found.old)}, then "
            f"{result_word(found.new)}."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the comparison with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._around.shell.back()
        else:
            super().keyPressEvent(event)


def columns(study: Study) -> tuple[Column, ...]:
    """Give the columns of a list of compared cases."""
    return (
        Column("Reference", lambda each: each.reference, 95),
        Column("Year", _year, 55, sort=lambda each: each.year_group, figures=True,
               spare=4),
        Column("Age", _age, 50, sort=lambda each: each.age, figures=True, spare=6),
        Column("Kind of place", _kind, 112, muted=True, spare=5),
        Column("Walk", study.walk_words, 92, sort=_walk, figures=True, spare=3),
        Column("Before", lambda each: OUTCOMES[each.old].word, 118,
               sign=lambda each: OUTCOMES[each.old]),
        Column("After", lambda each: OUTCOMES[each.new].word, 118,
               sign=lambda each: OUTCOMES[each.new]),
        Column("First rule that differs", _rule, 152, stretches=True),
        Column("Result before", lambda each: _result(each, old=True), 128, spare=2,
               sign=lambda each: _sign(each, old=True)),
        Column("Result after", lambda each: _result(each, old=False), 128, spare=1,
               sign=lambda each: _sign(each, old=False)),
    )  # fmt: skip


def _year(case: ComparedCase) -> str:
    if case.year_group is None:
        return ""
    return (
        str(case.year_group) if case.year_group > 0 else "R" if case.year_group == 0 else "nursery"
    )


def _age(case: ComparedCase) -> str:
    return "" if case.age is None else str(case.age)


def _kind(case: ComparedCase) -> str:
    return (case.school_kind or "not known").replace("_", " ")


def _walk(case: ComparedCase) -> int | None:
    if isinstance(case.walking_mm, NoRoute):
        return 10**12
    return case.walking_mm if isinstance(case.walking_mm, int) else None


def _rule(case: ComparedCase) -> str:
    return case.difference.title if case.difference else "none"


def _of(case: ComparedCase, old: bool) -> Result | None:
    assert case.difference is not None
    return case.difference.old if old else case.difference.new


def _result(case: ComparedCase, old: bool) -> str:
    return result_word(_of(case, old)) if case.difference else ""


def _sign(case: ComparedCase, old: bool) -> Sign | None:
    if case.difference is None:
        return None
    result = _of(case, old)
    return RESULTS[result] if result else NO_RULE
