"""A stack of pages being filled from the top, and the rules of where a text may break."""

from __future__ import annotations

from collections.abc import Callable

from letters.printing.lines import Line
from letters.printing.look import Look, Type
from letters.printing.placed import Placed, Text
from letters.printing.structure import Element

RISE = 0.78
"""Where a line's baseline stands, as a share of the type size below the line's top."""


class Sheet:
    """Pages being filled. ``y`` is how far up the page the next thing may stand, in points."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.root = Element("Document")
        self.pages: list[list[Placed]] = [[]]
        self.y = self._top

    @property
    def _top(self) -> float:
        return self.look.page[1] - self.look.top

    @property
    def room(self) -> float:
        """Give the height left on this page."""
        return self.y - self.look.bottom

    @property
    def at_top(self) -> bool:
        """Say whether nothing stands on this page yet."""
        return self.y >= self._top

    def put(self, *things: Placed) -> None:
        """Put things on this page."""
        self.pages[-1].extend(things)

    def skip(self, height: float) -> None:
        """Leave a space, which is not carried over to a new page."""
        if not self.at_top:
            self.y -= height

    def down_to(self, below_top: float) -> None:
        """Go down to a place measured from the paper's upper edge, unless already beyond it."""
        self.y = min(self.y, self.look.page[1] - below_top)

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append([])
        self.y = self._top

    def need(self, height: float) -> None:
        """Begin a new page unless this much room is left, or none could have more."""
        if height > self.room and not self.at_top:
            self.turn()

    def begin(self, count: int, kind: Type) -> None:
        """Begin a new page unless a text of this many lines can begin on this one."""
        if not fitting(count, int((self.room + 0.01) // kind.leading), self.at_top):
            self.turn()

    def lines(
        self,
        element: Element,
        lines: tuple[Line, ...],
        kind: Type,
        x: float,
        on_turn: Callable[[], None] | None = None,
    ) -> None:
        """Set lines of one element, over as many pages as they take."""
        rest = lines
        while rest:
            count = fitting(len(rest), int((self.room + 0.01) // kind.leading), self.at_top)
            if count == 0:
                self.turn()
                if on_turn:
                    on_turn()
                continue
            self.put(Text(element, rest[:count], kind, x, self.baseline(kind)))
            self.y -= count * kind.leading
            rest = rest[count:]

    def baseline(self, kind: Type) -> float:
        """Give the baseline of a line that stands here."""
        return self.y - (kind.leading - kind.size) / 2 - RISE * kind.size - 0.06 * kind.size


def fitting(lines: int, room: int, fresh: bool) -> int:
    """Say how many of a text's lines go on this page: none alone at the foot or over the leaf."""
    if lines <= room:
        return lines
    if fresh:
        return max(room, 1)
    kept = min(room, lines - 2)
    return kept if kept >= 2 else 0
