"""What the cards of a case share: each is filled anew only when what it shows has changed."""

from __future__ import annotations

from typing import Any

from casework.assess import Assessment
from gui.fields.card import Card
from gui.theme import Tone

_NOT_SHOWN = object()


class CaseCard(Card):
    """A card about a case. ``show_case`` leaves it alone while nothing it rests on has changed.

    So nothing jumps, and what somebody is typing into it stays.
    """

    def __init__(self, title: str, edge: Tone | None = None, gap: int = 8) -> None:
        super().__init__(title, edge, gap)
        self._shown: Any = _NOT_SHOWN

    def show_case(self, assessment: Assessment) -> None:
        """Show a case as it now stands."""
        rests_on = self.rests_on(assessment)
        if self._shown is not _NOT_SHOWN and rests_on == self._shown:
            return
        self._shown = rests_on
        self.empty()
        self.fill(assessment)

    def rests_on(self, assessment: Assessment) -> object:
        """Give the values that this card shows, to be compared."""
        raise NotImplementedError

    def fill(self, assessment: Assessment) -> None:
        """Put the lines of the card into its empty body."""
        raise NotImplementedError
