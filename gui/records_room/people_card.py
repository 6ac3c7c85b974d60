"""The people who may sign in and their roles. The administrator adds people and gives roles."""

from __future__ import annotations

from collections.abc import Callable

from casework.holdings import Holdings
from gui.fields.buttons import Button
from gui.fields.facts import FactRow
from gui.records_room.who_may import may_change_people
from gui.records_room.work_card import WorkCard
from gui.role_words import role_words
from gui.room import Surroundings
from records.people import Person

Opens = Callable[[Person | None], object]


class PeopleCard(WorkCard):
    """A line for each person. ``opens`` is called with one to change, or None for a new one."""

    def __init__(self, around: Surroundings, opens: Opens) -> None:
        self._may = may_change_people(around.desk.person)
        about = "" if self._may else "The administrator adds people and gives roles."
        super().__init__(around, "People and roles", about)
        self._opens = opens
        self.add_button = Button("Add a person", lambda: opens(None))
        if self._may:
            self.offer(self.add_button)

    def show_holdings(self, found: Holdings) -> None:
        """Show everyone."""
        rows = []
        for at, person in enumerate(found.people):
            row = FactRow(person.id, person.name, role_words(person),
                          may_change=self._may, first=at == 0, shares=(11, 10, 0))  # fmt: skip
            row.change_asked.connect(lambda _, person=person: self._opens(person))
            rows.append(row)
        self.show_facts(*rows)
