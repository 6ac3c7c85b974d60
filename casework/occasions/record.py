"""Record what gives rise to a letter: an offer, a change, an error, a step of a review."""

from __future__ import annotations

import store.occasions as kept
from casework.desk import Desk
from casework.letters.kinds_now import why_not
from casework.letters.matter import content_for
from casework.letters.of_case import CaseLetters, case_letters
from casework.letters.rights import require_writer
from casework.letters.told import as_it_stands
from casework.letters.wish import LetterWish
from casework.occasions.guards import CameTooLate, CannotRecordOccasion, guard_occasion
from records.decision import Decision
from records.occasions import KIND_OF, REQUEST_OF, Occasion, RecordedOccasion
from records.reviews import (
    Hearing,
    LateRequest,
    Onwards,
    PanelOutcome,
    ReviewOutcome,
    ReviewReceived,
)
from store.identifiers import new_id

__all__ = ["CameTooLate", "CannotRecordOccasion", "occasions_of", "record_occasion"]

STAGE_TWO = (Hearing, PanelOutcome, Onwards)


def record_occasion(
    desk: Desk,
    application: str,
    occasion: Occasion,
    replaces: str | None = None,
    kind: str | None = None,
) -> RecordedOccasion:
    """Record an occasion of a case. What lacks in it leaves blanks in its letter.

    A mistake is corrected by another that ``replaces`` it (an occasion's id); both stay. A changed
    outcome of a review is linked with the decision it rests on, which must be in the record.
    ``kind`` names the kind of letter where the record fits several: a request is for stage one
    unless it says stage two.
    Raises NotAllowed, CannotRecordOccasion (CameTooLate for a late request), and LetterRefused
    where its letter could never be written.
    """
    kind = kind or KIND_OF[type(occasion)]
    require_writer(desk, kind, "Recording this")
    now = case_letters(desk, application)
    may_be_recorded(desk, now, kind, occasion)
    about = _corrected(now, replaces) or about_of(now, kind, occasion)
    told = about or as_it_stands(desk, application)
    content_for(desk, told, kind, occasion, _as_it_came(occasion))
    made = RecordedOccasion(
        id=new_id(),
        application=application,
        kind=kind,
        occasion=occasion,
        decision=about.id if about else None,
        rests_on=_rests_on(now, occasion),
        replaces=replaces,
        by=desk.person.id,
        by_name=desk.person.name,
        at=desk.now(),
    )
    kept.add_occasion(desk.store, made, desk.person)
    return made


def may_be_recorded(desk: Desk, now: CaseLetters, kind: str, occasion: Occasion) -> None:
    """Refuse an occasion that does not fit the case. Raises CannotRecordOccasion."""
    if stands_against := why_not(now, kind, desk.person):
        raise CannotRecordOccasion(stands_against, "Look at the letters of the case.")
    guard_occasion(desk, now, kind, occasion)


def occasions_of(desk: Desk, application: str) -> tuple[RecordedOccasion, ...]:
    """The occasions of a case that count, oldest first."""
    return kept.occasions_of(desk.store, application)


def about_of(now: CaseLetters, kind: str, occasion: Occasion) -> Decision | None:
    """The decision that an occasion is about; None before the first."""
    late_for_two = now.clock is not None and now.clock.stage == 2
    if isinstance(occasion, LateRequest):
        return now.heard() if late_for_two else now.reviewed()
    if isinstance(occasion, ReviewOutcome):
        return now.reviewed()
    if isinstance(occasion, STAGE_TWO) or kind == REQUEST_OF[2]:
        return now.heard()
    return now.current


def _as_it_came(occasion: Occasion) -> LetterWish:
    """A request may be recorded later than it came; only its letter must still be in time."""
    came = occasion.received_on if isinstance(occasion, ReviewReceived) else None
    return LetterWish(dated=came)


def _corrected(now: CaseLetters, replaces: str | None) -> Decision | None:
    """A correction stays about the decision that the occasion it corrects was about."""
    earlier = next((each for each in now.occasions if each.id == replaces), None)
    return now.decision(earlier.decision) if earlier else None


def _rests_on(now: CaseLetters, occasion: Occasion) -> str | None:
    changed = isinstance(occasion, ReviewOutcome | PanelOutcome) and occasion.changed
    return now.current.id if changed and now.current else None
