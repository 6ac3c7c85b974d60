"""The letter of a case that stands in a file, with no store involved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import letters as words
from casework.files.assess import AssessedFile
from casework.files.decision import HELPS, decision_of_file
from casework.files.letter_parts import BadLetterPart, LetterParts, read_parts
from casework.files.occasion import read_occasion
from casework.in_use import DRAFT
from casework.last_day import last_day_of_help
from casework.letters.charge_told import charge_told
from casework.letters.clocks import last_day_to_ask
from casework.letters.notices import with_days, with_stage_two
from casework.letters.terms import told_by
from casework.letters.write import LetterDraft
from casework.shelf import Shelf
from casework.wordings.which import language_on_file, sender_on_file, template_on_file
from casework.working_days import given_or_next
from letters.template import ENGLISH_TAG
from records.decision import Decision
from rules.policy import PolicyVersion

FORMATS: tuple[str, ...] = tuple(words.Format)
"""The formats of a letter by name, the usual one first."""


def letter_of_file(
    shelf: Shelf,
    assessed: AssessedFile,
    place: str,
    kind: str | None = None,
    *,
    format: str = FORMATS[0],
    points: float = 18,
    language: str = ENGLISH_TAG,
) -> LetterDraft:
    """Write the letter; what is lacking stands as named blanks in a page marked as a draft.

    ``place`` names the file, ``kind`` the kind of letter (None: the one that tells of the outcome),
    ``format`` is one of ``FORMATS``, ``points`` the size of large print, 16 to 48, ``language`` the
    tag of one that the council has a wording in.
    Raises BadLetterPart, UnknownKind, LetterRefused, GlyphMissing.
    """
    content = content_of_file(shelf, assessed, place, kind, language)
    given = words.given_out(content, words.Format(format), points)
    return LetterDraft(content.kind, given, content.blanks, content.template)


def content_of_file(
    shelf: Shelf,
    assessed: AssessedFile,
    place: str,
    kind: str | None = None,
    language: str = ENGLISH_TAG,
) -> words.LetterContent:
    """Compose the letter in words, in the council's own wording where one stands beside its policy.

    Raises as ``letter_of_file``, and BadTemplate or BadWording for a wording that cannot be used.
    """
    council = assessed.policy.body
    name, matter = matter_of_file(shelf, assessed, place, kind, language)
    template = template_on_file(shelf, council, name, language)
    return words.compose(matter, name, template, language_on_file(shelf, council, language))


def matter_of_file(
    shelf: Shelf,
    assessed: AssessedFile,
    place: str,
    kind: str | None = None,
    language: str = ENGLISH_TAG,
) -> tuple[str, words.Matter]:
    """The kind of letter, and all that it may say of the case. Raises as ``letter_of_file``."""
    named = words.kind_named(kind) if kind else None
    policy, parts = assessed.policy, read_parts(assessed.case.letter, place)
    decision = decision_of_file(policy, assessed.case.facts, assessed.recommendation, parts)
    sender = sender_on_file(shelf, policy.body, language)
    terms = _terms(parts, decision, sender, shelf.is_fictional(policy.body))
    matter = words.matter_of(
        decision,
        sender,
        replace(terms, draft_because=_draft(policy)),
        policy.vocabulary,
        charge_told(policy, decision),
    )
    chosen = named or words.kind_for(matter)
    matter = replace(
        matter, decider=parts.decided_by or matter.decider, decided_on=parts.dates.get("decided")
    )
    occasion = assessed.case.letter.get("occasion")
    if chosen.occasion:
        told = read_occasion(chosen.occasion, occasion, place)
        matter = replace(
            matter,
            occasion=told,
            terms=with_stage_two(with_days(matter.terms, told, kind=chosen.name), told),
        )
    elif occasion is not None:
        raise BadLetterPart(f'{place}: a letter of the kind "{chosen.name}" takes no "occasion"')
    return chosen.name, matter


def _draft(policy: PolicyVersion) -> str | None:
    """Why a letter under a text that nobody adopted may not be sent."""
    if policy.status != DRAFT:
        return None
    return f"{policy.id} is a draft, not the council's adopted words."


def _terms(
    parts: LetterParts, decision: Decision, sender: words.Sender, fictional: bool
) -> words.Terms:
    """The days and terms; help lasts as long as it is sure, where the file gives no last day."""
    dated = parts.dates.get("letter")
    return words.Terms(
        letter_date=dated,
        review_by=_review_by(parts),
        starts_on=parts.dates.get("start"),
        ends_on=parts.dates.get("end") or _last_day(decision),
        mode_told_by=parts.dates.get("told_by") or told_by(dated, sender),
        officer_title=parts.officer_title,
        enclosures=parts.enclosures,
        fictional=fictional,
    )


def _last_day(decision: Decision) -> date | None:
    if decision.outcome not in HELPS or decision.parts is None:
        return None
    return last_day_of_help(decision.parts)


def _review_by(parts: LetterParts) -> date | None:
    """The last day to ask for a review: no day sooner than is owed, and always a working day."""
    dated, given = parts.dates.get("letter"), parts.dates.get("review_by")
    owed = last_day_to_ask(dated) if dated else None
    if given and owed and given < owed:
        raise BadLetterPart(
            f"letter.dates.review_by: {given.isoformat()} is sooner than is owed. 20 working days "
            f"from the receipt of the letter lead to {owed.isoformat()}. Nothing was written; take "
            "that day, or a later one."
        )
    return given_or_next(given) if given else owed


def letter_kinds() -> tuple[tuple[str, str], ...]:
    """Every kind of letter: its name and its title."""
    return tuple((kind.name, kind.title) for kind in words.KINDS.values())
