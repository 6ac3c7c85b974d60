"""Write the letter of a decision: previewed, kept with its digest, issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import letters as words
import store.decisions as decisions
import store.letters as kept
import store.people as people
from casework.assess import end_of_school_year
from casework.desk import Desk
from casework.facts_in_force import values_of
from casework.in_use import may_issue
from casework.rights import OFFICERS, ROLE_NAMES, require
from casework.wording import sender
from casework.working_days import DAYS_TO_ASK_FOR_REVIEW, DEEMED_RECEIVED_AFTER, after
from records.decision import Decision
from records.letter import Letter
from records.people import Role
from rules.lasting import last_day
from rules.problems import UserFacingError
from rules.reader import read_closure
from rules.values import Effect, Outcome
from store.applications import application
from store.identifiers import new_id

TOLD_WITHIN = 10
"""Working days within which the kind of travel is told: usual practice; a setting in time."""

MODE_HOW = "We choose the kind of travel that suits the child's needs and journey"


class LetterIsDraft(UserFacingError):
    """A letter with blanks cannot be issued."""


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter as it would be printed: its kind, PDF, and the named blanks that hold it back.

    ``draft_because`` says in a sentence what else makes it a draft, None where nothing does.
    """

    kind: str
    pdf: bytes
    blanks: tuple[str, ...]
    template: str
    draft_because: str | None = None


def preview_letter(desk: Desk, decision: str) -> LetterDraft:
    """Write the letter of a decision without keeping it.

    Raises UnknownKind where no kind of letter tells of the outcome yet, LetterRefused where a
    guard stands against it, GlyphMissing for a name the fonts cannot print.
    """
    return letter_of(desk, decisions.decision(desk.store, decision))


def letter_of(desk: Desk, found: Decision) -> LetterDraft:
    """Write the letter of a decision, recorded or not yet; raises as ``preview_letter``."""
    terms = letter_terms(desk, found)
    matter = words.matter_of(found, _sender(desk, found), terms, desk.shelf.vocabulary())
    kind = words.kind_for(matter)
    content = words.compose(matter, kind.name)
    pdf = words.pdf(content)
    return LetterDraft(kind.name, pdf, content.blanks, content.template, terms.draft_because)


def write_letter(desk: Desk, decision: str) -> Letter:
    """Write the letter of a decision and keep it. Raises as ``preview_letter``, and NotAllowed."""
    require(desk, "Writing a letter", *OFFICERS)
    draft = preview_letter(desk, decision)
    letter = Letter(
        new_id(),
        decision,
        draft.kind,
        draft.template,
        sha256(draft.pdf).hexdigest(),
        draft.pdf,
        desk.person.id,
        desk.now(),
    )
    kept.add_letter(desk.store, letter, desk.person)
    return letter


def issue_letter(desk: Desk, decision: str) -> Letter:
    """Write, keep and issue the letter of a decision.

    Raises LetterIsDraft while blanks remain, or its policy version is not confirmed for use.
    """
    require(desk, "Issuing a letter", *OFFICERS)
    draft = preview_letter(desk, decision)
    if draft.draft_because:
        raise LetterIsDraft(
            f"The letter was not issued, and nothing was lost: {draft.draft_because} "
            "Ask the policy lead to confirm the version, then issue the letter again."
        )
    if draft.blanks:
        raise LetterIsDraft(
            "The letter was not issued: it still has blanks for "
            + ", ".join(draft.blanks)
            + ". Fill them in and issue it again."
        )
    return kept.issue_letter(desk.store, write_letter(desk, decision).id, desk.person)


def letter_terms(desk: Desk, decision: Decision) -> words.Terms:
    """The days and terms of a decision's letter, counted from the day it was decided."""
    dated = decision.decided_at.astimezone().date()
    approved = decision.outcome is not Outcome.NOT_ENTITLED
    start = decision.recommendation.day_of_travel
    return words.Terms(
        letter_date=dated,
        review_by=review_by(dated),
        starts_on=start if approved else None,
        ends_on=_ends_on(decision) if approved else None,
        mode_how=MODE_HOW,
        mode_told_by=after(dated, TOLD_WITHIN),
        officer_title=_title(desk, decision),
        fictional=desk.store.fictional,
        draft_because=_unconfirmed(desk, decision),
    )


def _unconfirmed(desk: Desk, decision: Decision) -> str | None:
    """Why a letter of a version that nobody confirmed for use is a draft."""
    found = decision.recommendation
    if may_issue(desk, found.policy.partition("/")[0], found.digest):
        return None
    return "the policy lead has not confirmed the policy version it rests on for use."


def review_by(letter_date: date) -> date:
    """The last day to ask for a review: 20 working days after the letter is deemed received."""
    return after(after(letter_date, DEEMED_RECEIVED_AFTER), DAYS_TO_ASK_FOR_REVIEW)


def _title(desk: Desk, decision: Decision) -> str | None:
    decider = people.person(desk.store, decision.decided_by)
    held = [ROLE_NAMES[role] for role in (*OFFICERS, *Role) if role in decider.roles]
    return held[0][:1].upper() + held[0][1:] if held else None


def _ends_on(decision: Decision) -> date | None:
    start = decision.recommendation.day_of_travel
    if start is None:
        return None
    policy = read_closure(decision.recommendation.policy, dict(decision.policy_texts))
    effect = Effect.ENTITLES if decision.outcome is Outcome.ENTITLED else Effect.OFFERS
    return last_day(policy, values_of(decision.facts), effect, end_of_school_year(start))


def _sender(desk: Desk, decision: Decision) -> words.Sender:
    council = application(desk.store, decision.application).council
    return sender(desk.shelf, council)
