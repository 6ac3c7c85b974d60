"""Seeded dice: every draw is the same on every machine and in every supported Python."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")


class Dice:
    """Draws that depend on the seed alone.

    Built on ``Random.random`` only, the one method whose sequence Python promises to keep.
    """

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def between(self, low: float, high: float) -> float:
        """Draw a number from ``low`` up to ``high``."""
        return low + (high - low) * self._random.random()

    def whole(self, low: int, high: int) -> int:
        """Draw a whole number from ``low`` to ``high``, both among them."""
        return low + int(self._random.random() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """Say yes in that share of draws."""
        return self._random.random() < share

    def pick(self, things: Sequence[Thing]) -> Thing:
        """Draw one of several things."""
        return things[self.whole(0, len(things) - 1)]

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        """Give the same things in a drawn order."""
        order = list(things)
        for last in range(len(order) - 1, 0, -1):
            other = self.whole(0, last)
            order[last], order[other] = order[other], order[last]
        return order
