"""A case as it is measured now and as it would be: lengths, snaps and outcome, side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from casework.measuring.before_and_after import Side
from casework.measuring.choose_place import HOME
from casework.measuring.try_place import PlaceTried
from gui.fields.card import Card
from gui.fields.layout import clear, column, spaced
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.officer.caution import caution
from gui.outcomes import OUTCOMES
from records.measurement import LONG_SNAP_MM, Measurement, Way
from rules.quantities import metres, miles_and_metres

_BY = {Way.WALKING: "On foot", Way.ROAD: "By road"}


class CompareCard(Card):
    """Two columns, now and then; what changes is said above them."""

    def __init__(self) -> None:
        super().__init__("Before and after", gap=8)
        self.says = Words("", "strong")
        self._inside = QWidget()
        self._lines = column(self._inside, gap=8)
        self.add(self.says, self._inside)

    def show_tried(self, tried: PlaceTried, end: str, grid: bool) -> None:
        """Show what was tried for an end; ``grid`` says which length counts."""
        clear(self._lines)
        self.says.show_words(says(tried))
        table = QWidget()
        grid_lines = spaced(QGridLayout(table), 6, 0)
        for at, words in enumerate(("", "Now", "On that line")):
            grid_lines.addWidget(Words(words, "small"), 0, at)
        for at, (label, before, after) in enumerate(rows(tried, end, grid), start=1):
            grid_lines.addWidget(Words(label, "muted"), at, 0)
            grid_lines.addWidget(Words(before), at, 1)
            grid_lines.addWidget(Words(after), at, 2)
        last = grid_lines.rowCount()
        grid_lines.addWidget(Words("Outcome", "muted"), last, 0)
        for at, side in enumerate((tried.before, tried.after), start=1):
            grid_lines.addWidget(_outcome(side), last, at)
        for at, share in enumerate((2, 4, 4)):
            grid_lines.setColumnStretch(at, share)
        self._lines.addWidget(table)
        for words in far(tried.after, end):
            self._lines.addWidget(caution(words))


def says(tried: PlaceTried) -> str:
    """Say whether the recommendation would change."""
    if tried.changes_the_recommendation:
        return "The recommendation would change."
    return "The recommendation stays the same."


def rows(tried: PlaceTried, end: str, grid: bool) -> list[tuple[str, str, str]]:
    """Give the lengths by each way and how far the end lies from its line, now and then."""
    found = []
    for way in Way:
        sides = [side.by(way) for side in (tried.before, tried.after)]
        if any(sides):
            before, after = (length_words(each, grid) for each in sides)
            found.append((_BY[way], before, after))
    away = [_snap_words(side, end) for side in (tried.before, tried.after)]
    return [*found, ("From its line", *away)]


def length_words(measured: Measurement | None, grid: bool) -> str:
    """Write the length that counts, or why there is no route."""
    if measured is None:
        return "not measured"
    length = measured.grid_mm if grid else measured.ground_mm
    if length is None:
        return f"No route: {measured.why_none or 'none exists on this network'}"
    return miles_and_metres(length)


def far(side: Side, end: str) -> tuple[str, ...]:
    """Warn of an end that would lie far from its line."""
    away = _snap(side, end)
    if away is None or away <= LONG_SNAP_MM:
        return ()
    return (f"It would lie {metres(away)} from that line, more than 25 m: say why that is right.",)


def _snap(side: Side, end: str) -> int | None:
    walk = side.by(Way.WALKING)
    if walk is None:
        return None
    if end == HOME:
        return walk.home_snap_mm
    return walk.gate_snap_mm if walk.gate == end else None


def _snap_words(side: Side, end: str) -> str:
    away = _snap(side, end)
    return "another gate is nearer" if away is None else metres(away)


def _outcome(side: Side) -> QWidget:
    if side.outcome is None:
        return Words("The facts contradict each other")
    return SignLine(OUTCOMES[side.outcome])
