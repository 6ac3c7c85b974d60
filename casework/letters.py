"""Write the letter of a decision: previewed, kept with its digest, issued."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import letters as words
import store.decisions as decisions
import store.letters as kept
from casework.desk import Desk
from casework.letter_matter import content_for
from casework.letter_terms import letter_terms
from casework.rights import OFFICERS, require
from records.decision import Decision
from records.letter import Letter
from rules.problems import UserFacingError
from store.identifiers import new_id


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
    content = content_for(desk, found)
    pdf = words.pdf(content)
    because = letter_terms(desk, found).draft_because
    return LetterDraft(content.kind, pdf, content.blanks, content.template, because)


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
