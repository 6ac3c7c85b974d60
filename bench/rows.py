"""One figure of a bench, with its rival's where there is one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was measured, in which unit, beside which rival, and the goal set for it.

    A goal is a ratio (``2 x``) where there is a rival, else a figure.
    """

    what: str
    ours: float
    unit: str
    rival: str = ""
    theirs: float | None = None
    goal: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times as long as the rival it took."""
        return None if self.theirs is None else self.ours / self.theirs

    def line(self) -> str:
        """The figure in one line of plain text."""
        start = f"{self.what:<64}{figure(self.ours):>9} {self.unit}"
        if self.ratio is None or self.theirs is None:
            return start
        return f"{start}, {figure(self.theirs)} {self.unit} {self.rival}, ratio {self.ratio:.2f}"

    def cells(self) -> list[str]:
        """The figure as cells of a table: what, ours, rival, the rival's, ratio, goal."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        theirs = "" if self.theirs is None else f"{figure(self.theirs)} {self.unit}"
        return [self.what, f"{figure(self.ours)} {self.unit}", self.rival, theirs, ratio, self.goal]


def figure(number: float) -> str:
    """A number with as many digits as a timing deserves."""
    return (
        f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 1 else f"{number:.2f}"
    )
