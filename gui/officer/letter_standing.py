"""What stands between a letter and its post, in words; and what there is where none fits."""

from __future__ import annotations

from dataclasses import dataclass

from casework.gate import Intent
from casework.letters.desk_page import LetterDesk
from casework.letters.replaced import day_borne
from casework.letters.wish import LetterWish
from casework.letters.write import LetterDraft
from gui.fields.notice import Kind
from gui.fields.words import Words
from gui.officer.letter_words import kind_words
from records.letter import Letter
from rules.quantities import day_in_words

_KEPT = "It can be kept and looked at. It cannot be issued."
_MEANT = "The decision is not recorded yet. This is how its letter would read."
_AGAIN = (
    "To send a corrected one, choose “Issue again…” beside it in the letters of the case, and say "
    "why."
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A notice about a letter, empty where there is nothing to say, and whether it may go out."""

    kind: Kind = Kind.CARE
    happened: str = ""
    kept: str = ""
    next_step: str = ""
    may_issue: bool = False


def standing(
    letter: LetterDraft | None,
    intent: Intent | None,
    again: Letter | None,
    telling: Letter | None,
    wish: LetterWish,
) -> Standing:
    """Say how a letter stands. ``telling`` is the one issued of the decision, where one was."""
    if letter is None:
        return Standing()
    lacking = f"Still to be filled: {', '.join(letter.blanks)}." if letter.blanks else ""
    if intent is not None:
        return Standing(Kind.INFO, _MEANT, lacking)
    if letter.held_because:
        happened = f"This letter is held back: {letter.held_because}"
        return Standing(Kind.CARE, happened, lacking, "Nothing is recorded yet.")
    if letter.draft_because:
        happened = f"This letter is a draft: {letter.draft_because}"
        return Standing(Kind.CARE, happened, lacking, _KEPT)
    if letter.blanks:
        count = len(letter.blanks)
        left = "1 blank is left" if count == 1 else f"{count} blanks are left"
        return Standing(Kind.CARE, f"This letter is a draft: {left}.", lacking, _KEPT)
    return _of_one_that_is_whole(letter, again, telling, wish)


def _of_one_that_is_whole(
    letter: LetterDraft, again: Letter | None, telling: Letter | None, wish: LetterWish
) -> Standing:
    if again is not None and not wish.because:
        happened = "Still wanted: why it is issued again. The family reads the reason."
        return Standing(Kind.CARE, happened, may_issue=True)
    if again is None and telling is not None and telling.kind == letter.kind:
        day = day_in_words(day_borne(telling))
        return Standing(Kind.INFO, f"This letter was issued on {day}.", "", _AGAIN)
    return Standing(may_issue=True)


def nothing_fits(found: LetterDesk | None) -> tuple[Words, ...]:
    """Say that no letter fits a case now, and what each of one's own letters waits for."""
    mine = [each for each in found.kinds if each.mine] if found else []
    title = Words("No letter fits this case now", "lead")
    if not mine:
        return (title,)
    lines = (Words(f"{kind_words(each.name)}: {each.why_not}") for each in mine)
    back = Words("Escape goes back to the case.", "muted")
    return (title, Words("What the letters that you write wait for:", "muted"), *lines, back)
