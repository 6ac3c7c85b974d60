"""Whether decisions may be made under a version: its confirmation, given here or taken back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent

from casework.in_use import InUse
from gui.fields.buttons import Button, quiet
from gui.fields.card import Card
from gui.fields.sign import SignLine
from gui.fields.tab_order import follow
from gui.fields.words import Words
from gui.officer.writing import Writing
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone
from records.london import day_in_london
from records.people import Person, Role
from rules.quantities import day_in_words

_NOT_YET = Sign(Shape.NOT_KNOWN, "Not confirmed for use yet", Tone.NOT_KNOWN)
_CONFIRMED = Sign(Shape.MET, "Confirmed for use", Tone.MET)
_WAITS = (
    "Cases are assessed under it all the same; their letters stay drafts, and no decision is "
    "recorded until the policy lead confirms this text."
)
_DRAFT = (
    "This is a draft. Confirming it means that the council decides by these words until an adopted "
    "text stands in its place."
)
_SAMPLE = "There is nothing to confirm or to withdraw: no real child is decided under it."
_LEADS = "Confirming a version, or withdrawing that, is for the policy lead."


class UseCard(Card):
    """The card. ``confirmed`` and ``withdrawn`` tell what the policy lead writes as the reason."""

    confirmed = Signal(str)
    withdrawn = Signal(str)

    def __init__(self, person: Person) -> None:
        super().__init__("Use for decisions", Tone.MUTED)
        self._may = person.holds(Role.POLICY_LEAD)
        self.writing: Writing | None = None
        self.withdraw_button: Button | None = None
        self._why_not = _LEADS
        self.told = Words()

    def show_use(self, use: InUse) -> None:
        """Show how the version stands now."""
        self.empty()
        self.writing, self.withdraw_button = None, None
        self._why_not = _SAMPLE if use.fictional else _LEADS
        self.show_edge(Tone.MET if use.may_decide else Tone.NOT_KNOWN)
        if use.fictional:
            self.add(SignLine(_CONFIRMED))
            self.add(Words("The sample council is made up and confirmed from the start.", "muted"))
        elif use.confirmation is None:
            self._ask_to_confirm(use)
        else:
            self._tell(use)
        self.told = Words("", "strong")
        self.told.hide()
        self.add(self.told)

    def _ask_to_confirm(self, use: InUse) -> None:
        self.add(SignLine(_NOT_YET), Words(_WAITS, "muted"))
        if use.is_draft:
            self.add(Words(_DRAFT, "muted"))
        if not self._may:
            self.add(Words("Confirming it is for the policy lead.", "muted"))
            return
        words = "What the confirmation rests on"
        example = "Such as: Cabinet, 14 July 2026, item 9"
        self.writing = Writing(words, "Confirm for use", "", example)
        self.writing.written.connect(self.confirmed)
        self.add(Words(words, "strong"), self.writing)

    def _tell(self, use: InUse) -> None:
        said = use.confirmation
        if said is None:
            return
        day = day_in_words(day_in_london(said.at))
        self.add(SignLine(_CONFIRMED), Words(f"By {said.by_name} on {day}: {said.because}"))
        self.add(Words("A change of the text, or of one it builds on, asks for it anew.", "muted"))
        if self._may:
            self.withdraw_button = quiet("Withdraw the confirmation", self.begin_withdrawing)
            self.withdraw_button.setAccessibleDescription(f"{_CONFIRMED.word} on {day}.")
            self.add(self.withdraw_button)

    def begin_withdrawing(self) -> None:
        """Ask why, in the card; nothing is withdrawn before."""
        if self.writing is None:
            words = "Why the confirmation is withdrawn"
            self.writing = Writing(words, "Withdraw", "", words)
            self.writing.written.connect(self.withdrawn)
            self.add(self.writing)
            if self.withdraw_button is not None:
                follow(self.withdraw_button, self.writing)
                self.withdraw_button.hide()
        self.writing.setFocus()

    def begin(self) -> None:
        """Put the focus where the reason is written, or on what withdraws; else say why not."""
        if self.writing is not None:
            self.writing.setFocus()
        elif self.withdraw_button is not None:
            self.withdraw_button.setFocus()
        else:
            self._say_why_not()

    def _say_why_not(self) -> None:
        """Say that there is nothing to be done here, also to who listens."""
        self.told.show_words(self._why_not)
        self.setAccessibleDescription(self._why_not)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
