"""The question before a letter is issued: what is sent, how and when, and what follows."""

from __future__ import annotations

from casework.letters.clocks import HOW, STAGES
from casework.letters.names import in_sentence
from casework.letters.wish import LetterWish
from casework.letters.write import LetterDraft
from gui.fields.notice import Kind, Notice
from gui.officer.letter_words import format_words
from records.sending import Sending
from rules.quantities import day_in_words


class Asking(Notice):
    """Stands above the way and the day, which can still be changed while it is asked."""

    def __init__(self) -> None:
        super().__init__(Kind.CARE, may_close=False)

    def ask(self, letter: LetterDraft, pages: int, wish: LetterWish) -> None:
        """Ask whether to issue a letter as it is shown."""
        self.show_notice(
            Kind.CARE,
            f"Issue {in_sentence(letter.kind)}? This cannot be taken back.",
            f"{sent_words(letter, pages, wish)} {right_words(letter)}".strip(),
            "Change below how and when it is sent. An issued letter is never changed; another may "
            "take its place.",
        )


def sent_words(letter: LetterDraft, pages: int, wish: LetterWish) -> str:
    """Say how and when it is sent, and what is in it."""
    day = f" on {day_in_words(wish.dated)}" if wish.dated else " today"
    count = "1 page" if pages == 1 else f"{pages} pages"
    what = [count] if pages else []
    if letter.format.value != "standard":
        what.append(format_words(letter.format.value).lower())
    if wish.enclose:
        what.append("with the certificate and the list of evidence")
    inside = f": {', '.join(what)}" if what else ""
    return f"It goes {HOW[wish.sent_by]}{day}{inside}."


def right_words(letter: LetterDraft) -> str:
    """Say until when the family can ask for what; nothing where the letter sets no clock."""
    if letter.last_day is None or letter.stage is None:
        return ""
    return f"The family can ask for {STAGES[letter.stage]} until {day_in_words(letter.last_day)}."


def issued_words(kind: str, sending: Sending | None) -> tuple[str, str]:
    """Say that a letter was issued, how and when, and the last day that it sets."""
    named = in_sentence(kind)
    name = f"{named[0].upper()}{named[1:]}"
    if sending is None:
        return f"{name} is issued.", ""
    happened = f"{name} is issued: sent {HOW[sending.sent_by]} on {day_in_words(sending.sent_on)}."
    if sending.last_day is None:
        return happened, ""
    asked = STAGES[sending.stage or 1]
    return happened, f"The last day to ask for {asked} is {day_in_words(sending.last_day)}."
