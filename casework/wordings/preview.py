"""A letter as a wording would make it, before it is saved: on a made-up case, or a decided one.

A policy lead reads no names: of a decided case, names, addresses, birthdays and what people wrote
are those of the made-up case, or left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import letters as words
from casework.desk import Desk
from casework.letters.matter import kind_of_decision, matter_for
from casework.rights import require
from casework.wordings.on_file import LETTERHEAD, WORDS, place_of, read_sender
from casework.wordings.sample import sample_matter
from casework.wordings.which import language_for, sender_for, template_for
from letters.language import Language
from letters.language_text import read_language
from letters.matter import FactRow
from letters.template import ENGLISH_TAG
from records.people import Role
from rules.quantities import day_in_words
from store.applications import application
from store.decisions import decision, list_heads

SHOWN_ON = "approve"
"""The kind of letter that a letterhead, or a language's own words, are shown on."""

MOST_CASES = 12
LOOKED_AT = 60
"""Decided cases that are offered, and the newest that are looked through for them."""

OFFICER_WROTE = "(what the officer wrote)"
FAMILY_SAID, WE_ANSWERED = "(what the family said)", "(what we answered)"


@dataclass(frozen=True, slots=True)
class WordingPreview:
    """A letter as it would be printed: its PDF, and what would hold it back."""

    pdf: bytes
    blanks: tuple[str, ...]
    language: str


def preview_wording(
    desk: Desk, council: str, kind: str, language: str, text: str, decided: str | None = None
) -> WordingPreview:
    """Write a letter with a wording that is not saved. ``decided`` is a decision's id.

    Raises NotAllowed, BadTemplate, BadWording or BadPolicy for wording that cannot be used,
    LetterRefused where a guard stands against it, GlyphMissing for what the fonts cannot print.
    """
    require(desk, "Changing the wording of letters", Role.POLICY_LEAD)
    shown = SHOWN_ON if kind in (LETTERHEAD, WORDS) else kind
    matter = replace(
        _matter(desk, shown, decided), sender=_sender(desk, council, kind, language, text)
    )
    content = words.compose(
        matter, shown, _template(desk, council, kind, language, text),
        _language(desk, council, kind, language, text),
    )  # fmt: skip
    return WordingPreview(words.pdf(content), content.blanks, content.language)


def decided_cases(desk: Desk, kind: str) -> tuple[tuple[str, str], ...]:
    """The newest decided cases that a kind of letter tells of: the decision's id, the reference.

    Letters that tell of an occasion are shown on the made-up case alone.
    """
    require(desk, "Changing the wording of letters", Role.POLICY_LEAD)
    wanted = words.KINDS.get(kind)
    if wanted is None or wanted.occasion or not wanted.outcomes:
        return ()
    heads = [each for each in reversed(list_heads(desk.store)) if each.outcome in wanted.outcomes]
    found: list[tuple[str, str]] = []
    for head in heads[:LOOKED_AT]:
        if len(found) < MOST_CASES and kind_of_decision(decision(desk.store, head.id)) == kind:
            found.append((head.id, application(desk.store, head.application).reference))
    return tuple(found)


def _matter(desk: Desk, kind: str, decided: str | None) -> words.Matter:
    made_up = sample_matter(kind)
    if decided is None:
        return made_up
    real = matter_for(desk, decision(desk.store, decided), kind)
    return without_names(real, made_up)


def without_names(real: words.Matter, made_up: words.Matter) -> words.Matter:
    """A decided case as a policy lead may read it: nobody in it can be told."""
    born = real.date_of_birth.replace(day=1) if real.date_of_birth else None
    used = real.discretion
    return replace(
        real,
        child_name=made_up.child_name,
        addressee=made_up.addressee,
        address=made_up.address,
        date_of_birth=born,
        facts=tuple(_unnamed(row, real) for row in real.facts),
        judged=tuple(replace(each, reasons=OFFICER_WROTE) for each in real.judged),
        distances=tuple(replace(each, home="(home)") for each in real.distances),
        reasons=OFFICER_WROTE if real.reasons else None,
        departs_because=OFFICER_WROTE if real.departs_because else None,
        discretion=replace(used, reasons=OFFICER_WROTE, limits=OFFICER_WROTE) if used else None,
        points=tuple(words.PointAnswered(FAMILY_SAID, WE_ANSWERED) for _ in real.points),
    )


def _unnamed(row: FactRow, real: words.Matter) -> FactRow:
    """A fact without where it came from, which a person wrote; a birthday is not told."""
    born = real.date_of_birth
    value = "(date of birth)" if born and row.value == day_in_words(born) else row.value
    return replace(row, value=value, source="(source)")


def _sender(desk: Desk, council: str, kind: str, language: str, text: str) -> words.Sender:
    if kind == LETTERHEAD:
        return read_sender(text, place_of(council, kind, language))
    return sender_for(desk, council, language)


def _template(
    desk: Desk, council: str, kind: str, language: str, text: str
) -> words.Template | None:
    if kind in (LETTERHEAD, WORDS):
        return template_for(desk, council, SHOWN_ON, language)
    return words.read_template(text, place_of(council, kind, language), words.KNOWN)


def _language(desk: Desk, council: str, kind: str, language: str, text: str) -> Language:
    if kind == WORDS and language != ENGLISH_TAG:
        return read_language(text, place_of(council, kind, language))
    return language_for(desk, council, language)
