"""How routes are measured here: the band around limits, and when gates must be open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.holdings import Holdings
from casework.measuring.settings import SETTERS, MeasuringSettings, set_measuring
from gui.fields.buttons import Button
from gui.fields.entries import Line
from gui.fields.facts import FactRow
from gui.fields.form import FormField
from gui.fields.notice import Kind
from gui.fields.reading import Unreadable, read_number
from gui.records_room.work_card import WorkCard
from gui.room import Surroundings
from records.figure import Band

_BAND = "A figure this near a limit is looked at again before deciding; the greater of the two."
_ARRIVAL = "Gates that are shut then do not count. Empty: hours are not looked at."


class MeasuringCard(WorkCard):
    """Shown to everyone of the room; set by the policy lead and the administrator."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, "How routes are measured", "For every case of this store.")
        self.metres, self.share = Line("Metres", 6), Line("Thousandths of the limit", 6)
        self.arrival = Line("Arrival", 8, "08:45")
        self.fields = {
            "metres": FormField("Near a limit, in metres", self.metres, _BAND, QWidget()),
            "share": FormField("Near a limit, in thousandths of it", self.share, "", QWidget()),
            "arrival": FormField("When children arrive", self.arrival, _ARRIVAL, QWidget()),
        }
        self.save_button = Button("Save", self.save)
        self.save_button.setAccessibleName("Save how routes are measured")
        if around.desk.person.holds(*SETTERS):
            for field in self.fields.values():
                self.ask_above(field)
            self.offer(self.save_button)

    def show_holdings(self, found: Holdings) -> None:
        """Show what holds."""
        held = found.measuring
        self.metres.setText(str(held.band.metres))
        self.share.setText(str(held.band.per_mille))
        self.arrival.setText(held.arrival or "")
        near = f"{held.band.metres} m, or {held.band.per_mille / 10:g} % of the limit"
        self.show_facts(
            FactRow("band", "Near a limit", near, first=True),
            FactRow("arrival", "Gates open at", held.arrival or "any hour"),
        )

    def save(self) -> None:
        """Save, or say beside each field what cannot be read."""
        figures: dict[str, int] = {}
        for name, line in (("metres", self.metres), ("share", self.share)):
            try:
                figures[name] = read_number(line.text())
                self.fields[name].show_problem()
            except Unreadable as problem:
                self.fields[name].show_problem(str(problem))
        if len(figures) < 2:
            return
        wanted = MeasuringSettings(
            Band(figures["metres"], figures["share"]), self.arrival.text().strip() or None
        )
        desk = self.around.desk
        self.work(
            "Saving how routes are measured",
            lambda _: set_measuring(desk, wanted),
            lambda _: self.tell(Kind.DONE, "Saved. What was measured before stays as it was."),
        )
