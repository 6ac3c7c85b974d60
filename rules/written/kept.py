"""Tables of answers that are few, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rules.run import Missing, joined

MOST_KEPT, MOST_LARGE_KEPT = 8_192, 2_048
"""How many answers a table keeps before it starts anew: small ones, and those that hold many."""


class Kept(dict[Any, Any]):
    """Answers by what they follow from; ``make`` gives those not there yet.

    Answers never change, so that one serves every child and every thread.
    """

    __slots__ = ("_make", "_most")

    def __init__(self, make: Callable[[Any], Any], most: int = MOST_KEPT) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, key: Any) -> Any:
        """Make an answer, and keep it unless the table is full: then start anew."""
        answer = self._make(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = answer
        return answer


def wanted_together() -> Kept:
    """A table of missing facts joined: many tuples of names to one, each name once."""

    def make(many: tuple[Missing, ...]) -> Missing:
        return joined(list(many))

    return Kept(make)
