"""The council whose policies hold, and which of its versions is in force today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casework.policies.councils import Council
from casework.receive import choose_council
from gui.fields.buttons import Button
from gui.fields.entries import Choice
from gui.fields.facts import FactRow
from gui.fields.notice import Kind
from gui.fields.segmented import Option
from gui.records_room.who_may import may_keep
from gui.records_room.work_card import WorkCard
from gui.room import Surroundings
from rules.quantities import day_in_words


class CouncilCard(WorkCard):
    """A choice, and the versions of whichever council is chosen."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, "Council", "New applications are assessed under its policies.")
        self.choice = Choice("Council")
        self.choice.setPlaceholderText("Choose…")
        self.choose_button = Button("Use this council", self.choose)
        if may_keep(around.desk.person):
            self.offer(self.choice, self.choose_button)

    def show_councils(self, councils: Sequence[Council], chosen: Council | None) -> None:
        """Show what there is to choose from, and what was chosen."""
        self.choice.offer(
            [Option(one.key, one.name) for one in councils], chosen.key if chosen else None
        )
        if chosen is None:
            self.show_facts(FactRow("council", "Council", "not chosen", known=False, first=True))
            return
        self.show_facts(*_facts(chosen))

    def choose(self) -> None:
        """Use the council that is chosen in the list."""
        key, desk = self.choice.value(), self.around.desk
        if not isinstance(key, str):
            self.tell(Kind.INFO, "Choose a council from the list first.")
            return
        name = self.choice.currentText()
        self.work(
            "Choosing the council",
            lambda _: choose_council(desk, key),
            lambda _: self.tell(Kind.DONE, f"{name} is chosen."),
        )


def _facts(council: Council) -> list[FactRow]:
    current = council.in_force
    rows = [
        FactRow("council", "Council", council.name, first=True),
        FactRow(
            "in_force",
            "In force for travel today",
            current.title if current else "none",
            days_words(current.travel_from, current.travel_until) if current else "",
            known=current is not None,
            working="" if current else "Put the adopted text into its folder of policy/.",
        ),
    ]
    others = [each for each in council.versions if each is not current]
    rows += [
        FactRow(each.id, "Other days", each.title, days_words(each.travel_from, each.travel_until))
        for each in others
    ]
    if council.trouble:
        rows.append(FactRow("trouble", "Cannot be read", council.trouble, known=False))
    return rows


def days_words(first: date | None, last: date | None) -> str:
    """Write the days of travel a version governs."""
    start = day_in_words(first) if first else "any day"
    return f"{start} to {day_in_words(last)}" if last else f"from {start} on"
