"""When letters count as received: by post, by email, by hand, and whether that is confirmed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.holdings import Holdings
from casework.letters.clocks import RECEIVED_AFTER
from casework.letters.receipt_settings import SETTERS, ReceiptSettings, confirm_receipt
from gui.fields.buttons import Button
from gui.fields.entries import Line
from gui.fields.facts import FactRow
from gui.fields.form import FormField
from gui.fields.notice import Kind
from gui.fields.reading import Unreadable, read_number
from gui.records_room.work_card import WorkCard
from gui.room import Surroundings
from records.sending import SentBy
from rules.quantities import day_in_words

_USUAL = "Usual practice, which comes with the program; it is not the council's own word."
_PROGRAM = "comes with the program"


class ReceiptCard(WorkCard):
    """Shown to everyone of the room; confirmed by the policy lead and the administrator."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, "When letters count as received", "The family's time runs on.")
        self.email, self.handed = Line("Working days by email", 4), Line("Working days by hand", 4)
        self.fields = {
            "email": FormField("By email, working days after", self.email, _USUAL, QWidget()),
            "handed": FormField("By hand, working days after", self.handed, "", QWidget()),
        }
        self.confirm_button = Button("Confirm for the council", self.confirm)
        self.confirm_button.setAccessibleName("Confirm when letters count as received")
        if around.desk.person.holds(*SETTERS):
            for field in self.fields.values():
                self.ask_above(field)
            self.offer(self.confirm_button)

    def show_holdings(self, found: Holdings) -> None:
        """Show what holds, and whether anybody has confirmed it."""
        held = found.receipt
        self.email.setText(str(held.email))
        self.handed.setText(str(held.handed))
        state, post = _state(held), _days(RECEIVED_AFTER[SentBy.POST])
        self.show_facts(
            FactRow("post", "By first-class post", post, _PROGRAM, first=True),
            FactRow("email", "By email", _days(held.email), state),
            FactRow("handed", "By hand", _days(held.handed), state),
        )

    def confirm(self) -> None:
        """Confirm the counts, or say beside each field what cannot be read."""
        counts: dict[str, int] = {}
        for name, line in (("email", self.email), ("handed", self.handed)):
            try:
                counts[name] = read_number(line.text())
                self.fields[name].show_problem()
            except Unreadable as problem:
                self.fields[name].show_problem(str(problem))
        if len(counts) < 2:
            return
        desk = self.around.desk
        self.work(
            "Confirming when letters count as received",
            lambda _: confirm_receipt(desk, counts["email"], counts["handed"]),
            lambda _: self.tell(Kind.DONE, "Confirmed. What was sent before keeps its days."),
        )


def _days(count: int) -> str:
    if count == 0:
        return "on the same day"
    return "1 working day later" if count == 1 else f"{count} working days later"


def _state(held: ReceiptSettings) -> str:
    if held.to_confirm or held.confirmed_on is None:
        return "to be confirmed by the council"
    return f"confirmed by {held.confirmed_by} on {day_in_words(held.confirmed_on)}"
