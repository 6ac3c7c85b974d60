"""All that a letter of a case may say, gathered from the store: of a decision, or an occasion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import letters as words
from casework.desk import Desk
from casework.letter_terms import letter_terms
from casework.wording import sender
from records.decision import Decision
from store import audit
from store.applications import application


def matter_for(
    desk: Desk,
    decision: Decision,
    kind: str | None = None,
    occasion: object | None = None,
    dated: date | None = None,
) -> words.Matter:
    """Gather what a letter may say of a decision, recorded or not yet.

    ``kind`` names the kind of letter (None: the one that tells of the decision), ``occasion`` what
    beside the decision gives rise to it, ``dated`` the day it is sent (None: today). Reads the
    store and writes nothing. Raises UnknownKind.
    """
    matter = words.matter_of(
        decision,
        sender(desk.shelf, council_of(desk, decision)),
        letter_terms(desk, decision, dated),
        desk.shelf.vocabulary(),
    )
    chosen = words.kind_named(kind) if kind else words.kind_for(matter)
    if chosen.occasion is None:
        return matter
    return replace(matter, occasion=occasion, touched_by=touched_by(desk, decision))


def content_for(
    desk: Desk,
    decision: Decision,
    kind: str | None = None,
    occasion: object | None = None,
    dated: date | None = None,
) -> words.LetterContent:
    """Compose a letter in words, in the council's own wording where it has one.

    Takes what ``matter_for`` takes. Raises UnknownKind, and LetterRefused where a guard stands
    against it.
    """
    matter = matter_for(desk, decision, kind, occasion, dated)
    chosen = words.kind_named(kind) if kind else words.kind_for(matter)
    template = template_for(desk, council_of(desk, decision), chosen.name)
    return words.compose(matter, chosen.name, template)


def template_for(desk: Desk, council: str, kind: str) -> words.Template | None:
    """The council's own wording of a kind of letter; None where the shared wording is used."""
    return None


def council_of(desk: Desk, decision: Decision) -> str:
    """The council that a decision is made by."""
    return application(desk.store, decision.application).council


def touched_by(desk: Desk, decision: Decision) -> tuple[str, ...]:
    """Everybody who worked on the case, by name, in the order in which they came to it."""
    worked = [line.by_name for line in audit.lines(desk.store, decision.application)]
    judged = [each.by_name for each in decision.judgements]
    return tuple(dict.fromkeys((*worked, *judged, decision.decided_by_name)))
