"""The letter of a case that stands in a file, with no store involved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import letters as words
from casework.assess_file import AssessedFile
from casework.clocks import last_day_to_ask
from casework.in_use import DRAFT
from casework.letter_parts import BadLetterPart, LetterParts, read_parts
from casework.letter_terms import MODE_HOW, TOLD_WITHIN
from casework.letters import LetterDraft
from casework.occasion_file import read_occasion
from casework.shelf import Shelf
from casework.wordings import language_on_file, sender_on_file, template_on_file
from casework.working_days import after
from letters.discretion import power_for
from letters.template import ENGLISH_TAG
from records.decision import Decision, Discretion
from records.fact import Fact
from rules.parts import parts as parts_of
from rules.policy import PolicyVersion
from rules.recommendation import Recommendation
from rules.values import Facts

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
    decision = _decision(policy, assessed.case.facts, assessed.recommendation, parts)
    matter = words.matter_of(
        decision,
        sender_on_file(shelf, policy.body, language),
        replace(_terms(parts, shelf.is_fictional(policy.body)), draft_because=_draft(policy)),
        policy.vocabulary,
    )
    chosen = named or words.kind_for(matter)
    occasion = assessed.case.letter.get("occasion")
    if chosen.occasion:
        matter = replace(matter, occasion=read_occasion(chosen.occasion, occasion, place))
    elif occasion is not None:
        raise BadLetterPart(f'{place}: a letter of the kind "{chosen.name}" takes no "occasion"')
    return chosen.name, matter


def _draft(policy: PolicyVersion) -> str | None:
    """Why a letter under a text that nobody adopted may not be sent."""
    if policy.status != DRAFT:
        return None
    return f"{policy.id} is a draft, not the council's adopted words."


def _decision(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation, parts: LetterParts
) -> Decision:
    born = facts.get("date_of_birth")
    day = parts.dates.get("letter")
    return Decision(
        id="",
        application="",
        reference=parts.reference,
        child_name=parts.child,
        date_of_birth=born if isinstance(born, date) else None,
        parent_name=parts.addressee,
        address=parts.address,
        school_name=parts.school,
        recommendation=recommendation,
        facts=_facts(policy, facts, day),
        judgements=(),
        measurements=(),
        points=(),
        outcome=recommendation.eligibility.outcome,
        reasons=parts.reasons,
        discretion=_discretion(recommendation, facts, parts),
        departs_because=parts.departs_because,
        decided_by="",
        decided_by_name=parts.officer,
        decided_at=datetime.combine(day or date(1970, 1, 1), time(12), UTC),
        policy_texts=(),
        policy_title=policy.title,
        nearest_suitable=parts.nearest,
        parts=parts_of(policy, facts, recommendation),
    )


def _facts(policy: PolicyVersion, facts: Facts, day: date | None) -> tuple[Fact, ...]:
    known = [name for name in policy.vocabulary if facts.get(name) is not None]
    return tuple(
        Fact(name, facts[name], policy.vocabulary[name].how, "case file", "", day) for name in known
    )


def _discretion(
    recommendation: Recommendation, facts: Facts, parts: LetterParts
) -> Discretion | None:
    if not parts.discretion:
        return None
    phase = next((e.value for e in recommendation.derived if e.name == "phase"), None)
    kind = facts.get("school_kind")
    fits = power_for(str(phase) if phase else None, str(kind) if kind else None)
    power = parts.power or (fits.section if fits else "")
    return Discretion(power, False, parts.discretion) if power else None


def _terms(parts: LetterParts, fictional: bool) -> words.Terms:
    dated = parts.dates.get("letter")
    return words.Terms(
        letter_date=dated,
        review_by=parts.dates.get("review_by") or (last_day_to_ask(dated) if dated else None),
        starts_on=parts.dates.get("start"),
        ends_on=parts.dates.get("end"),
        mode_how=MODE_HOW,
        mode_told_by=parts.dates.get("told_by") or (after(dated, TOLD_WITHIN) if dated else None),
        officer_title=parts.officer_title,
        enclosures=parts.enclosures,
        fictional=fictional,
    )


def letter_kinds() -> tuple[tuple[str, str], ...]:
    """Every kind of letter: its name and its title."""
    return tuple((kind.name, kind.title) for kind in words.KINDS.values())
