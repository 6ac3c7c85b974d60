"""How a letter is wanted: on which day and how it goes out, in which format, in whose place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from letters import Format
from records.letter import Letter
from records.sending import SentBy

__all__ = ["Format", "LetterWish", "SentBy"]


@dataclass(frozen=True, slots=True)
class LetterWish:
    """What the person at the desk chooses of a letter; what is None is chosen for them.

    ``dated`` is the day it is sent (None: today). ``format`` and ``points`` (the size of large
    print) are the family's own where they are None. ``replaces`` is a letter whose place it takes,
    ``because`` why. ``enclose`` adds the certificate of the measurement that decided and the list
    of the evidence. ``language`` is the tag of one that the council has a wording in; None is the
    family's own where the letter has a wording in it, else English.
    """

    dated: date | None = None
    sent_by: SentBy = SentBy.POST
    format: Format | None = None
    points: float | None = None
    replaces: Letter | None = None
    because: str = ""
    enclose: bool = False
    language: str | None = None
