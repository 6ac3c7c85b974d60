"""The format and language in which a family wants its letters: recorded once, and kept to."""

from __future__ import annotations

import store.letter_formats as formats
from casework.desk import Desk
from casework.letters.wish import LetterWish
from casework.rights import OFFICERS, require
from casework.wordings.which import has_wording
from letters import Format
from letters.printing.look import LEAST_LARGE, MOST_LARGE
from letters.template import ENGLISH_TAG
from records.decision import Decision
from records.letter_format import LetterFormat
from records.people import Role
from rules.problems import UserFacingError
from store import applications, children
from store.identifiers import new_id

LARGE_POINTS = 18.0
"""The size of large print where nobody asked for another."""


class NoSuchSize(UserFacingError):
    """Large print of a size that is not set."""


def record_letter_format(
    desk: Desk,
    application: str,
    format: Format,
    points: float = LARGE_POINTS,
    language: str = ENGLISH_TAG,
) -> LetterFormat:
    """Record how the family of a case wants its letters; it holds for all its children.

    ``points`` is the size of large print, ``language`` the tag of a language. Raises NotAllowed,
    and NoSuchSize.
    """
    require(desk, "Recording a family's format", *OFFICERS, Role.SENIOR_REVIEWER, Role.PANEL_CLERK)
    if not LEAST_LARGE <= points <= MOST_LARGE:
        raise NoSuchSize(
            f"Large print has {LEAST_LARGE:g} to {MOST_LARGE:g} points, not {points:g}. Nothing "
            "was changed. Choose a size between them."
        )
    wanted = LetterFormat(
        new_id(), _household(desk, application), format.value, float(points),
        desk.person.id, desk.person.name, desk.now(), language,
    )  # fmt: skip
    formats.add_letter_format(desk.store, wanted, desk.person)
    return wanted


def letter_format(desk: Desk, application: str) -> LetterFormat | None:
    """What the family of a case asked for last; None where it asked for nothing."""
    return formats.letter_format_of(desk.store, _household(desk, application))


def format_of_family(desk: Desk, decision: Decision, wish: LetterWish) -> tuple[Format, float]:
    """The format and size of a letter: as wished, else as the family wants it, else standard."""
    if wish.format is not None:
        return wish.format, wish.points or LARGE_POINTS
    asked = letter_format(desk, decision.application)
    if asked is None:
        return Format.STANDARD, LARGE_POINTS
    return Format(asked.format), wish.points or asked.points


def language_of_letter(desk: Desk, decision: Decision, kind: str, wish: LetterWish) -> str:
    """The language of a letter: as wished, else as the family wants it, else English.

    A family's language holds for the kinds of letter that the council has a wording of in it.
    """
    if wish.language is not None:
        return wish.language
    asked = letter_format(desk, decision.application)
    if asked is None:
        return ENGLISH_TAG
    council = applications.application(desk.store, decision.application).council
    return asked.language if has_wording(desk, council, kind, asked.language) else ENGLISH_TAG


def _household(desk: Desk, application: str) -> str:
    found = applications.application(desk.store, application)
    return children.child(desk.store, found.child).household
