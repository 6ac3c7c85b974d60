"""Figures near a limit: what to look at again, ticked one by one, and the button that confirms."""

from __future__ import annotations

from PySide6.QtCore import Signal

from casework.assess import Assessment
from casework.measuring.confirm_figure import NearLimit, near_limits
from casework.measuring.figures_stand import may_keep, wanted_again
from gui.fields.buttons import Button
from gui.fields.entries import Line
from gui.fields.form import FormField
from gui.fields.long_check import LongCheck
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.officer.case_card import CaseCard
from gui.officer.who_may import may_work
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone
from records.london import day_in_london
from records.people import Person
from rules.quantities import day_in_words, limit_in_miles, metres

_OPEN = Sign(Shape.NOT_KNOWN, "to be looked at again", Tone.NOT_KNOWN)
_AGAIN = Sign(Shape.NOT_KNOWN, "wanted again", Tone.NOT_KNOWN)
_WHY_KEPT = "Such as: the day of travel lies before the new network"
_KEPT_HINT = "Measure or draw them again, or say why they hold for this case as they are."
_CONFIRMED = Sign(Shape.MET, "confirmed", Tone.MET)
_WHY = "Being near changes nothing: the figure decides as it stands. It is only looked at again."


class FiguresCard(CaseCard):
    """One part a figure near a limit, and one for figures on a network that was replaced.

    ``confirmed`` tells fact, limit in mm and what was ticked, ``kept`` why figures are kept.
    """

    confirmed = Signal(str, int, tuple)
    kept = Signal(str)

    def __init__(self, person: Person) -> None:
        super().__init__("Figures near a limit", gap=6)
        self._may = may_work(person)
        self.checks: dict[tuple[str, int], list[LongCheck]] = {}
        self.buttons: dict[tuple[str, int], Button] = {}

    def rests_on(self, assessment: Assessment) -> object:
        """Give the figures that lie near a limit, as they stand, and those wanted again."""
        return near_limits(assessment), wanted_again(assessment)

    def fill(self, assessment: Assessment) -> None:
        """Show each; the card hides where none lies near."""
        self.checks, self.buttons = {}, {}
        near, again = near_limits(assessment), wanted_again(assessment)
        self.setVisible(bool(near or again))
        self.show_title("Figures near a limit" if near or not again else "Figures wanted again")
        for words in again:
            self.add(SignLine(_AGAIN, words, "strong"))
        if self._may and may_keep(assessment):
            self._ask_why_kept()
        for each in near:
            if each.confirmed is not None:
                self._tell_confirmed(each)
            else:
                self._ask(each)

    def _ask_why_kept(self) -> None:
        self.why_kept = Line("Why they are kept as they are", 40, _WHY_KEPT)
        button = Button("Keep them as they are", self._keep)
        self.why_kept.returnPressed.connect(self._keep)
        self._kept_field = FormField("Why they are kept as they are", self.why_kept, _KEPT_HINT)
        self.add(self._kept_field, button)

    def _keep(self) -> None:
        why = self.why_kept.text().strip()
        self._kept_field.show_problem("" if why else "Write why.")
        if why:
            self.kept.emit(why)

    def _tell_confirmed(self, near: NearLimit) -> None:
        self.add(SignLine(_CONFIRMED, _figure(near), "strong"))
        if near.confirmed is not None:
            day = day_in_words(day_in_london(near.confirmed.at))
            self.add(Words(f"Confirmed by {near.confirmed.by_name} on {day}.", "muted"))

    def _ask(self, near: NearLimit) -> None:
        self.add(SignLine(_OPEN, _figure(near), "strong"), Words(_WHY, "muted"))
        if not self._may:
            return
        key = (near.fact, near.limit_mm)
        self.checks[key] = [LongCheck(words) for words in near.checks]
        button = Button("Confirm the figure", lambda: self._confirm(key))
        button.setAccessibleName(f"Confirm: {_figure(near)}")
        button.setEnabled(False)
        for check in self.checks[key]:
            check.toggled.connect(lambda _: button.setEnabled(self._all_ticked(key)))
        self.buttons[key] = button
        self.add(*self.checks[key], button)

    def _all_ticked(self, key: tuple[str, int]) -> bool:
        return all(check.isChecked() for check in self.checks[key])

    def _confirm(self, key: tuple[str, int]) -> None:
        if self._all_ticked(key):
            ticked = tuple(check.text() for check in self.checks[key])
            self.confirmed.emit(*key, ticked)


def _figure(near: NearLimit) -> str:
    side = "beyond" if near.margin_mm > 0 else "within"
    limit = limit_in_miles(near.limit_mm)
    return f"{near.label}: {metres(abs(near.margin_mm))} {side} the limit of {limit}"
