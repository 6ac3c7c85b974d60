"""Record what gives rise to a letter and write or issue it, all at once or not at all."""

from __future__ import annotations

from casework.desk import Desk
from casework.letters.matter import PLAIN
from casework.letters.of_case import case_letters
from casework.letters.told import last_recorded, told_of
from casework.letters.wish import LetterWish
from casework.letters.write import issue, write
from casework.occasions.record import record_occasion
from records.letter import Letter
from records.occasions import Occasion, RecordedOccasion
from store.change import together


def tell_letter(
    desk: Desk,
    application: str,
    kind: str,
    occasion: Occasion | None,
    wish: LetterWish,
    issued: bool,
) -> Letter:
    """Keep the letter of a case, or issue it; first record its occasion, where it has changed.

    An occasion that no issued letter tells of yet is corrected, and so is that of a letter issued
    again; else another is recorded beside it. Raises as ``record_occasion`` and ``issue_letter``
    do; then neither the occasion nor the letter is there.
    """
    with together(desk.store):
        if occasion is not None:
            _record(desk, application, kind, occasion, wish)
        found = told_of(desk, application, kind, _decision_of(wish))
        return (issue if issued else write)(desk, found, kind, wish)


def record_told(desk: Desk, application: str, kind: str, occasion: Occasion) -> None:
    """Record the occasion of a kind of letter, and write no letter yet; raises as ``tell_letter``.

    One that no issued letter tells of yet is corrected; the same again changes nothing.
    """
    with together(desk.store):
        _record(desk, application, kind, occasion, PLAIN)


def _record(desk: Desk, application: str, kind: str, occasion: Occasion, wish: LetterWish) -> None:
    before = last_recorded(desk, application, kind)
    if before is not None and before.occasion == occasion:
        return
    earlier = corrected(desk, application, kind, wish)
    record_occasion(desk, application, occasion, earlier.id if earlier else None, kind)


def corrected(desk: Desk, application: str, kind: str, wish: LetterWish) -> RecordedOccasion | None:
    """The occasion that another of its kind would take the place of; None where it stands beside.

    It is one that no issued letter tells of, or that of the letter that is issued again.
    """
    before = last_recorded(desk, application, kind)
    told = {each.occasion for each in case_letters(desk, application).standing}
    if before is None or (wish.replaces is None and before.id in told):
        return None
    return before


def _decision_of(wish: LetterWish) -> str | None:
    return wish.replaces.decision if wish.replaces else None
