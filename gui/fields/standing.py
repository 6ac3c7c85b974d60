"""How sure we are of a rule, as a shape and a word: from statute down to a text nobody has read."""

from __future__ import annotations

from typing import Final

from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone
from rules.values import Standing

STANDINGS: Final = {
    Standing.ENACTED: Sign(Shape.TICK, "Statute", Tone.INK),
    Standing.CASE_LAW: Sign(Shape.TICK, "Case law", Tone.INK),
    Standing.GUIDANCE: Sign(Shape.TICK, "National guidance", Tone.INK),
    Standing.ADOPTED: Sign(Shape.TICK, "Adopted", Tone.INK),
    Standing.PUBLISHED: Sign(Shape.INFO, "Published", Tone.ACCENT),
    Standing.TO_CONFIRM: Sign(Shape.NOT_KNOWN, "To be confirmed", Tone.NOT_KNOWN),
    Standing.UNREAD: Sign(Shape.WARNING, "Not read", Tone.NOT_MET),
}

IN_FULL: Final = {
    Standing.ENACTED: "as enacted",
    Standing.CASE_LAW: "as a court held",
    Standing.GUIDANCE: "as national guidance puts it",
    Standing.ADOPTED: "read in the policy or in the papers on its decision",
    Standing.PUBLISHED: "read on the council's pages, not in the adopted text",
    Standing.TO_CONFIRM: "a reading that the policy lead has yet to confirm",
    Standing.UNREAD: "its text is not held, so it was not read",
}

UNSURE: Final = (Standing.TO_CONFIRM, Standing.UNREAD)
"""Standings that a reader has to be told of wherever a rule is shown."""
