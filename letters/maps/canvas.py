"""What a route map asks of whatever it is drawn on: paper or a web page."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from letters.printing.look import Type

if TYPE_CHECKING:
    from letters.printing.structure import Element

Points = tuple[tuple[float, float], ...]


class MapCanvas(Protocol):
    """Something to draw on, in points, with y growing upwards."""

    def marked(self, element: Element) -> AbstractContextManager[None]:
        """Draw the content of an element."""

    def clipped(
        self, x: float, y: float, width: float, height: float
    ) -> AbstractContextManager[None]:
        """Draw only what lies within a rectangle."""

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""

    def text(self, x: float, y: float, text: str, kind: Type) -> None:
        """Write one run of characters from ``x`` on the baseline ``y``."""

    def path(
        self,
        points: Points,
        colour: str,
        weight: float,
        *,
        closed: bool = False,
        fill: str | None = None,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a line through points, and fill what it encloses where ``fill`` is a colour."""

    def paths(self, lines: tuple[Points, ...], colour: str, weight: float) -> None:
        """Draw many lines alike."""
