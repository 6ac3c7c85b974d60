"""All that a letter of a case may say, gathered from the store: of a decision, or an occasion."""

from __future__ import annotations

from dataclasses import replace

import letters as words
from casework.case_touched import known_apart, touched_by
from casework.desk import Desk
from casework.gate import UNDECIDED
from casework.letters.format import language_of_letter
from casework.letters.inputs import (
    LetterInputs,
    digests_of,
    matter_from,
    vocabulary_of,
    without_texts,
)
from casework.letters.notices import promised_notice, with_days
from casework.letters.replaced import in_place_of, naming_earlier
from casework.letters.terms import letter_terms, title_of
from casework.letters.told import last_recorded
from casework.letters.wish import LetterWish
from casework.wordings.which import language_for, sender_for, template_for
from letters.kinds.of_occasion import KINDS_OF_OCCASION
from letters.language import ENGLISH
from records.decision import Decision
from store.applications import application
from store.encoding import encode
from store.points import points_of

PLAIN = LetterWish()

TELL_ANSWERS = frozenset({"stage-1-outcome", "stage-2-outcome"})
"""The letters that answer each point, also those that the family made after the decision."""


def matter_for(
    desk: Desk,
    decision: Decision,
    kind: str | None = None,
    occasion: object | None = None,
    wish: LetterWish = PLAIN,
) -> words.Matter:
    """Gather what a letter may say of a decision, recorded or not yet.

    ``kind`` names the kind of letter (None: the one that tells of the decision), ``occasion`` what
    beside the decision gives rise to it (None: the one last recorded on the case). Reads the store
    and writes nothing. Raises UnknownKind.
    """
    return matter_from(decision, inputs_for(desk, decision, kind, occasion, wish))


def content_for(
    desk: Desk,
    decision: Decision,
    kind: str | None = None,
    occasion: object | None = None,
    wish: LetterWish = PLAIN,
) -> words.LetterContent:
    """Compose a letter in words, in the council's own wording where it has one.

    Takes what ``matter_for`` takes. Raises UnknownKind, and LetterRefused where a guard stands
    against it.
    """
    inputs = inputs_for(desk, decision, kind, occasion, wish)
    template = template_for(desk, council_of(desk, decision), inputs.kind, inputs.tag)
    return composed(decision, inputs, template)


def composed(
    decision: Decision, inputs: LetterInputs, template: words.Template | None
) -> words.LetterContent:
    """Compose a letter from its decision, inputs and wording, and from nothing else."""
    matter, language = matter_from(decision, inputs), inputs.language or ENGLISH
    content = words.compose(matter, inputs.kind, template, language)
    return naming_earlier(content, inputs.in_place_of)


def composed_again(
    decision: Decision, inputs: LetterInputs, template: words.Template
) -> words.LetterContent:
    """Compose a letter that went out, which no guard of today stands against."""
    matter, language = matter_from(decision, inputs), inputs.language or ENGLISH
    content = words.compose_again(matter, inputs.kind, template, language)
    return naming_earlier(content, inputs.in_place_of)


def inputs_for(
    desk: Desk,
    decision: Decision,
    kind: str | None = None,
    occasion: object | None = None,
    wish: LetterWish = PLAIN,
) -> LetterInputs:
    """Gather what goes into a letter beside the decision and its wording."""
    name = kind or kind_of_decision(decision)
    wanted, recorded = words.kind_named(name), None
    if wanted.occasion is not None and occasion is None:
        recorded = last_recorded(desk, decision.application, name)
        occasion = recorded.occasion if recorded else None
    by_desk = wanted in KINDS_OF_OCCASION
    undecided = decision.outcome in UNDECIDED
    council = council_of(desk, decision)
    language = language_for(desk, council, language_of_letter(desk, decision, name, wish))
    return LetterInputs(
        kind=name,
        sender=sender_for(desk, council, language.tag),
        terms=_terms(desk, decision, by_desk, wish, occasion, name),
        officer=(desk.person.name if by_desk else decision.decided_by_name) or None,
        decision="" if undecided else decision.id,
        before=without_texts(decision) if undecided else None,
        texts=digests_of(decision) if undecided else (),
        touched_by=touched_by(desk, decision) if by_desk else (),
        answered=_answered(desk, decision) if name in TELL_ANSWERS else (),
        known_apart=known_apart(desk, decision, occasion) if by_desk else (),
        occasion=encode(occasion).decode() if occasion is not None else "",
        occasion_id=recorded.id if recorded else "",
        in_place_of=in_place_of(wish.replaces, wish.because) if wish.replaces else "",
        language=None if language.is_english else language,
        layout=words.LAYOUT,
    )


def _terms(
    desk: Desk,
    decision: Decision,
    by_desk: bool,
    wish: LetterWish,
    occasion: object | None,
    kind: str,
) -> words.Terms:
    """The terms of a letter; the post of whoever signs it, who decided or is at the desk."""
    terms = letter_terms(desk, decision, wish.dated, wish.sent_by)
    terms = with_days(terms, occasion, wish.sent_by, promised_notice(desk), kind)
    return replace(terms, officer_title=title_of(desk.person)) if by_desk else terms


def _answered(desk: Desk, decision: Decision) -> tuple[words.PointAnswered, ...]:
    """The points of a case as they stand now, with their answers."""
    held = points_of(desk.store, decision.application)
    return tuple(words.PointAnswered(each.words, each.answer) for each in held)


def kind_of_decision(decision: Decision) -> str:
    """The kind of letter that tells of a decision. Raises UnknownKind while nothing is decided."""
    matter = words.matter_of(decision, words.Sender(), words.Terms(), vocabulary_of(decision))
    return words.kind_for(matter).name


def council_of(desk: Desk, decision: Decision) -> str:
    """The council that a decision is made by."""
    return application(desk.store, decision.application).council
