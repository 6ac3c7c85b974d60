"""The letter of a case that stands in a file, with no store involved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import letters as words
from casework.assess_file import AssessedFile
from casework.clocks import last_day_to_ask
from casework.in_use import DRAFT
from casework.letter_parts import BadLetterPart, LetterParts, PointPart, read_parts
from casework.letter_terms import told_by
from casework.letters import LetterDraft
from casework.notices import with_days, with_stage_two
from casework.occasion_file import read_occasion
from casework.shelf import Shelf
from casework.wordings import language_on_file, sender_on_file, template_on_file
from casework.working_days import given_or_next
from letters.discretion import power_for
from letters.template import ENGLISH_TAG
from records.application import Point
from records.decision import Decision, Discretion
from records.fact import Fact
from rules.parts import parts as parts_of
from rules.policy import PolicyVersion
from rules.recommendation import Recommendation
from rules.values import Facts, Outcome

NO_DAY = date(1970, 1, 1)
"""What stands in a record for a day that the file does not give; no letter prints it."""

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
    sender = sender_on_file(shelf, policy.body, language)
    terms = _terms(parts, sender, shelf.is_fictional(policy.body))
    matter = words.matter_of(
        decision,
        sender,
        replace(terms, draft_because=_draft(policy)),
        policy.vocabulary,
    )
    chosen = named or words.kind_for(matter)
    matter = replace(
        matter, decider=parts.decided_by or matter.decider, decided_on=parts.dates.get("decided")
    )
    occasion = assessed.case.letter.get("occasion")
    if chosen.occasion:
        told = read_occasion(chosen.occasion, occasion, place)
        matter = replace(
            matter, occasion=told, terms=with_stage_two(with_days(matter.terms, told), told)
        )
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
        points=tuple(_point(each, day) for each in parts.points),
        outcome=_outcome(recommendation, parts),
        reasons=parts.reasons,
        discretion=_discretion(recommendation, facts, parts),
        departs_because=parts.departs_because,
        decided_by="",
        decided_by_name=parts.officer,
        decided_at=datetime.combine(parts.dates.get("decided") or NO_DAY, time(12), UTC),
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
    if not parts.discretion and not parts.discretion_used:
        return None
    phase = next((e.value for e in recommendation.derived if e.name == "phase"), None)
    kind = facts.get("school_kind")
    fits = power_for(str(phase) if phase else None, str(kind) if kind else None)
    power = parts.power or (fits.section if fits else "")
    if not power:
        return None
    used = parts.discretion_used
    return Discretion(
        power=power,
        used=used,
        reasons=parts.discretion,
        by_name=parts.decided_by or parts.officer,
        authorised_by_name=(parts.authorised_by or None) if used else None,
        limits=parts.limits if used else "",
        review_on=parts.discretion_reviewed if used else None,
    )


def _outcome(recommendation: Recommendation, parts: LetterParts) -> Outcome:
    """What is decided: as the rules find, or help offered by a discretion that was used."""
    found = recommendation.eligibility.outcome
    helps = found in (Outcome.ENTITLED, Outcome.OFFERED)
    return Outcome.OFFERED if parts.discretion_used and not helps else found


def _point(point: PointPart, day: date | None) -> Point:
    return Point("", "", point.raised, day or NO_DAY, (), point.answer, None, None)


def _terms(parts: LetterParts, sender: words.Sender, fictional: bool) -> words.Terms:
    dated = parts.dates.get("letter")
    return words.Terms(
        letter_date=dated,
        review_by=_review_by(parts),
        starts_on=parts.dates.get("start"),
        ends_on=parts.dates.get("end"),
        mode_told_by=parts.dates.get("told_by") or told_by(dated, sender),
        officer_title=parts.officer_title,
        enclosures=parts.enclosures,
        fictional=fictional,
    )


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
