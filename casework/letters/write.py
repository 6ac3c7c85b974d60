"""Write the letter of a decision or an occasion: previewed, kept with what proves it, issued."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import letters as words
import store.decisions as decisions
import store.letters as kept
from casework.desk import Desk
from casework.letters.issuing import (
    AlreadyIssued,
    DaysTooShort,
    LetterIsDraft,
    NoReason,
    in_place,
    may_be_issued,
    may_have_been_sent,
    record_sending,
    right_set,
)
from casework.letters.make import LetterPlan, plan_letter
from casework.letters.matter import PLAIN
from casework.letters.rights import require_writer
from casework.letters.told import told_of
from casework.letters.wish import LetterWish
from records.decision import Decision
from records.letter import Letter
from records.sending import Sending, SentBy
from store.change import together

__all__ = [
    "AlreadyIssued",
    "DaysTooShort",
    "LetterDraft",
    "LetterIsDraft",
    "NoReason",
    "issue_again",
    "issue_case_letter",
    "issue_letter",
    "letter_of",
    "preview_letter",
    "sent_otherwise",
    "write_case_letter",
    "write_letter",
]


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter as it would be given out: kind, bytes, and the named blanks that hold it back.

    ``pdf`` holds the bytes in the ``format``. ``draft_because`` says in a sentence what else makes
    it a draft, None where nothing does. ``held_because`` says what stands against recording what it
    tells, and what to do next: it can then be neither kept nor issued. Empty where nothing does.
    ``stage`` is what the family could ask for once it is issued, until ``last_day``; else None.
    """

    kind: str
    pdf: bytes
    blanks: tuple[str, ...]
    template: str
    draft_because: str | None = None
    format: words.Format = words.Format.STANDARD
    held_because: str = ""
    stage: int | None = None
    last_day: date | None = None


def preview_letter(
    desk: Desk,
    decision: str,
    kind: str | None = None,
    occasion: object | None = None,
    wish: LetterWish = PLAIN,
) -> LetterDraft:
    """Write a letter of a decision without keeping it.

    Raises UnknownKind where no kind of letter tells of the outcome yet, LetterRefused where a
    guard stands against it, GlyphMissing for a name the fonts cannot print.
    """
    return letter_of(desk, decisions.decision(desk.store, decision), kind, occasion, wish)


def letter_of(
    desk: Desk,
    found: Decision,
    kind: str | None = None,
    occasion: object | None = None,
    wish: LetterWish = PLAIN,
) -> LetterDraft:
    """Write a letter of a decision, recorded or not yet; raises as ``preview_letter``."""
    plan = plan_letter(desk, found, kind, occasion, in_place(desk, found, kind, wish))
    content, inputs = plan.content, plan.inputs
    sent_on = wish.dated or desk.today()
    stage, last_day = right_set(desk, inputs.kind, inputs, sent_on, wish.sent_by)
    return LetterDraft(
        content.kind,
        plan.drawn(),
        content.blanks,
        content.template,
        inputs.terms.draft_because,
        inputs.format,
        stage=stage,
        last_day=last_day,
    )


def write_letter(
    desk: Desk, decision: str, kind: str | None = None, wish: LetterWish = PLAIN
) -> Letter:
    """Write a letter of a decision and keep it. Raises as ``preview_letter``, and NotAllowed."""
    found = decisions.decision(desk.store, decision)
    return write(desk, found, kind, wish)


def issue_letter(
    desk: Desk, decision: str, kind: str | None = None, wish: LetterWish = PLAIN
) -> Letter:
    """Write, keep, issue and record as sent the letter of a decision: all of it, or nothing.

    Raises LetterIsDraft while blanks remain or its policy version is not confirmed for use,
    AlreadyIssued where it went out before and ``wish`` does not say that it takes that one's place.
    """
    found = decisions.decision(desk.store, decision)
    return issue(desk, found, kind, wish)


def write_case_letter(desk: Desk, application: str, kind: str, wish: LetterWish = PLAIN) -> Letter:
    """Write and keep the letter of what was recorded last on a case for this kind.

    It tells of the decision that the occasion is about, or of the case as it stands where nothing
    is decided. Raises as ``write_letter``.
    """
    return write(desk, told_of(desk, application, kind), kind, wish)


def issue_case_letter(desk: Desk, application: str, kind: str, wish: LetterWish = PLAIN) -> Letter:
    """Write, keep, issue and record as sent the letter of what was recorded last for this kind."""
    return issue(desk, told_of(desk, application, kind), kind, wish)


def write(desk: Desk, found: Decision, kind: str | None, wish: LetterWish) -> Letter:
    """Keep a letter of a decision, or of a case as it stands; raises as ``write_letter``."""
    require_writer(desk, kind, "Writing a letter")
    wish = in_place(desk, found, kind, wish)
    return _keep(desk, plan_letter(desk, found, kind, None, wish))


def issue(desk: Desk, found: Decision, kind: str | None, wish: LetterWish) -> Letter:
    """Issue a letter of a decision, or of a case as it stands; raises as ``issue_letter``."""
    require_writer(desk, kind, "Issuing a letter")
    wish = in_place(desk, found, kind, wish)
    plan = plan_letter(desk, found, kind, None, wish)
    may_be_issued(desk, plan)
    with together(desk.store):
        letter = kept.issue_letter(desk.store, _keep(desk, plan).id, desk.person)
        record_sending(desk, letter, wish.dated or desk.today(), wish.sent_by)
    return letter


def issue_again(desk: Desk, letter: str, because: str, wish: LetterWish = PLAIN) -> Letter:
    """Issue a letter anew, from the record as it is now; it names the one whose place it takes.

    The earlier letter stays as it was. Raises NoReason without one, and as ``issue_letter``.
    """
    earlier = kept.letter(desk.store, letter)
    found = told_of(desk, earlier.application, earlier.kind, earlier.decision)
    again = replace(wish, replaces=earlier, because=because)
    return issue(desk, found, earlier.kind, again)


def sent_otherwise(desk: Desk, letter: str, sent_on: date, by: SentBy, because: str) -> Sending:
    """Record that an issued letter was sent on another day, or otherwise, than was recorded.

    The earlier record stays. Raises NotAllowed, LetterIsDraft for one that was never issued,
    NoReason without one, and DaysTooShort for a day on which it cannot have gone out.
    """
    found = kept.letter(desk.store, letter)
    require_writer(desk, found.kind, "Recording when a letter was sent")
    if not found.issued:
        raise LetterIsDraft("The letter was not issued yet, so it was not sent. Issue it first.")
    may_have_been_sent(desk, found, sent_on, because)
    return record_sending(desk, found, sent_on, by, because)


def _keep(desk: Desk, plan: LetterPlan) -> Letter:
    letter = plan.record(desk, plan.drawn())
    return kept.add_letter(desk.store, letter, desk.person, plan.rests_on)
