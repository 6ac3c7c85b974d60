"""Beside the form: whose policy will hold, and by when it is to be decided."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from casework.outlook import Outlook
from gui.fields.card import Card
from gui.fields.layout import column
from gui.fields.words import Words
from gui.theme import Tone
from rules.quantities import day_in_words


class Pair(QWidget):
    """A small label with what it says below it."""

    def __init__(self, label: str) -> None:
        super().__init__()
        lines = column(self, gap=1)
        self._label, self._value = label, Words()
        lines.addWidget(Words(label, "small"))
        lines.addWidget(self._value)

    def show_value(self, value: str | None, else_words: str) -> None:
        """Show a value, or in its tone that it is not known yet."""
        self._value.show_words(value or else_words, Tone.INK if value else Tone.MUTED)
        self.setAccessibleName(f"{self._label}: {value or else_words}")


class OutlookCard(Card):
    """Follows the days as they are typed."""

    def __init__(self) -> None:
        super().__init__("What follows from this", gap=12)
        self.council, self.due = Pair("Council"), Pair("To be decided by")
        self.policy = Pair("Policy on the first day of travel")
        self.note = Words("", "muted")
        self.note.hide()
        self.add(self.council, self.policy, self.due, self.note)

    def show_outlook(self, found: Outlook, day_of_travel: date | None) -> None:
        """Show what the days mean."""
        self.council.show_value(found.council, "Not chosen")
        waiting = "None in force" if day_of_travel else "Follows from the first day of travel"
        self.policy.show_value(found.policy, waiting)
        due = f"{day_in_words(found.decide_by)}, 20 working days on" if found.decide_by else None
        self.due.show_value(due, "Follows from the day received")
        self.note.show_words(self._note(found, day_of_travel))

    @staticmethod
    def _note(found: Outlook, day_of_travel: date | None) -> str:
        if found.use is not None and found.use.is_draft:
            return "A draft, carried forward: no adopted policy was found for that day."
        if found.use is not None and not found.use.may_decide:
            return "The policy lead has not confirmed it yet; until then letters stay drafts."
        if found.council is None or day_of_travel is None or found.policy is not None:
            return ""
        return (
            f"No policy of {found.council} is in force for {day_in_words(day_of_travel)}. The case "
            "can be taken down; it is assessed once the adopted text is on the shelf."
        )
