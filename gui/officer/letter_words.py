"""What formats and ways of sending are called on the screen, and the name of a letter's file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from casework.letters.names import KINDS, kind_words
from casework.letters.replaced import day_borne
from records.letter import Letter
from records.sending import Sending, SentBy
from rules.quantities import day_in_words

__all__ = [
    "FORMATS", "KINDS", "SENT_BY", "format_words", "kind_words", "letter_line", "letter_name",
    "letter_state", "sending_line", "suffix_of",
]  # fmt: skip

FORMATS: Final = {
    "standard": "Standard",
    "large": "Large print",
    "easy-read": "Easy Read",
    "html": "Web page",
    "text": "Plain text",
}

SENT_BY: Final = {SentBy.POST: "By post", SentBy.EMAIL: "By email", SentBy.HANDED: "By hand"}
_SUFFIX: Final = {"html": ".html", "text": ".txt"}


def format_words(format: str) -> str:
    """Name a format."""
    return FORMATS.get(format, format)


def letter_name(reference: str, kind: str, format: str = "standard") -> str:
    """Suggest a name for a letter's file: the reference, never the child's name."""
    return f"{reference}-{kind}{suffix_of(format)}"


def suffix_of(format: str) -> str:
    """Give the ending of the file of a format."""
    return _SUFFIX.get(format, ".pdf")


def letter_line(letter: Letter, letters: Sequence[Letter]) -> str:
    """Say what a letter is, of which day, in which format, and how it stands."""
    day = day_in_words(day_borne(letter))
    format = "" if letter.format == "standard" else f", {format_words(letter.format).lower()}"
    return f"{kind_words(letter.kind)}, {day}{format}: {letter_state(letter, letters)}"


def letter_state(letter: Letter, letters: Sequence[Letter]) -> str:
    """Say whether a letter was issued, or only kept, and whether another took its place."""
    if not letter.issued:
        return "kept, not issued"
    later = next((each for each in letters if each.issued and each.replaces == letter.id), None)
    if later is None:
        return "issued"
    return f"issued, superseded by the letter of {day_in_words(day_borne(later))}"


def sending_line(sending: Sending) -> str:
    """Say when and how a letter was sent, what day that sets, and why the record was corrected."""
    words = _sent_words(sending)
    return f"{words} Corrected: {sending.because}" if sending.because else words


def _sent_words(sending: Sending) -> str:
    sent = f"Sent {SENT_BY[sending.sent_by].lower()} on {day_in_words(sending.sent_on)}"
    received = f"taken to be received on {day_in_words(sending.received_on)}"
    if sending.last_day is None:
        return f"{sent}; {received}."
    asked = "stage two" if sending.stage == 2 else "a review"
    return f"{sent}; {received}. Last day to ask for {asked}: {day_in_words(sending.last_day)}."
