"""What a stretch makes of the open case: its route and what is recommended, before and after."""

from __future__ import annotations

from casework.measuring.before_and_after import BeforeAndAfter, Side
from gui.fields.card import Card
from gui.fields.facts import FactRow
from gui.fields.layout import clear, column
from gui.fields.words import Words
from gui.outcomes import OUTCOMES
from records.measurement import Measurement, Way
from rules.quantities import miles_and_metres

_WAYS = ((Way.WALKING, "On foot"), (Way.ROAD, "By road"))
NO_CASE = "Open the map from a case to see at once what a stretch changes there."


class TrialCard(Card):
    """Shows both sides of a change, nothing of which is kept."""

    def __init__(self) -> None:
        super().__init__("In the open case")
        self.told = Words("", "strong")
        self._rows = column(gap=0)
        self.add(self.told, self._rows)
        self.hide()

    def show_trial(
        self, found: BeforeAndAfter, without: str = "Now", tried: str = "With it"
    ) -> None:
        """Show a case without and with a stretch."""
        self.told.show_words(told(found))
        clear(self._rows)
        for at, (label, value) in enumerate(rows(found, without, tried)):
            self._rows.addWidget(FactRow(label, label, value, first=at == 0))
        self.setAccessibleDescription(told(found))
        self.show()

    def say(self, words: str) -> None:
        """Say why there is nothing to compare."""
        self.told.show_words(words)
        clear(self._rows)
        self.show()


def told(found: BeforeAndAfter) -> str:
    """Say in a sentence what changes."""
    if found.changes_the_recommendation:
        routes = found.changes_the_route or not found.changes_the_table
        what = "The route" if routes else "What the table of schools says"
        return f"{what} and what is recommended change."
    if found.changes_the_table and not found.changes_the_route:
        return "What the table of schools says changes; what is recommended stays."
    if found.changes_the_route:
        return "The route changes; what is recommended stays."
    return "Nothing changes in this case."


def rows(found: BeforeAndAfter, without: str, tried: str) -> list[tuple[str, str]]:
    """List the lengths and outcomes, each on both sides; once where they are the same."""
    sides = (found.before, found.after)
    listed = []
    for way, words in _WAYS:
        measured = [side.by(way) for side in sides]
        if any(measured):
            listed.append((words, both(without, tried, *map(length_words, measured))))
    for (label, before), (_, after) in zip(*(side.drawn for side in sides), strict=True):
        listed.append((label, both(without, tried, before, after)))
    return [*listed, ("Recommended", both(without, tried, *map(outcome_words, sides)))]


def both(without: str, tried: str, before: str, after: str) -> str:
    """Write two values in two lines, or say that they are the same."""
    if before == after:
        return f"{before}, as before"
    return f"{without}: {before}\n{tried}: {after}"


def length_words(measured: Measurement | None) -> str:
    """Write the length that decided."""
    if measured is None:
        return "not measured"
    length = measured.length_mm
    if length is None:
        return f"no route: {measured.why_none or 'none exists on this network'}"
    return miles_and_metres(length)


def outcome_words(side: Side) -> str:
    """Write an outcome, or that the facts contradict each other."""
    return OUTCOMES[side.outcome].word if side.outcome else "the facts contradict each other"
