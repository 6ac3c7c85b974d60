"""What the page of a case's letters shows: kinds that fit, what is known, the format."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casework.desk import Desk
from casework.letters.format import letter_format
from casework.letters.kinds_now import KindNow, letter_kinds_now
from casework.letters.of_case import CaseLetters, case_letters
from casework.letters.tell import corrected
from casework.letters.told import last_recorded, told_of
from casework.letters.wish import LetterWish
from casework.letters.write import LetterDraft, letter_of
from casework.occasions.known import known_occasion
from casework.occasions.record import CannotRecordOccasion, about_of, may_be_recorded
from casework.wordings.which import has_wording, language_for, languages
from letters import KINDS
from records.letter_format import LetterFormat
from records.occasions import OCCASION_OF, Occasion
from rules.problems import UserFacingError
from store import applications


@dataclass(frozen=True, slots=True)
class LanguageOffered:
    """A language by its tag and own name, and the kinds of letter that have a wording in it."""

    tag: str
    name: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """Everything about the letters of one case, read together."""

    kinds: tuple[KindNow, ...]
    now: CaseLetters
    format: LetterFormat | None
    languages: tuple[LanguageOffered, ...]


def letter_desk(desk: Desk, application: str) -> LetterDesk:
    """Read what the page of a case's letters shows. Raises NotThere."""
    return LetterDesk(
        letter_kinds_now(desk, application),
        case_letters(desk, application),
        letter_format(desk, application),
        languages_offered(desk, application),
    )


def languages_offered(desk: Desk, application: str) -> tuple[LanguageOffered, ...]:
    """The languages that the council of a case has any wording in, English first."""
    council = applications.application(desk.store, application).council
    return tuple(_offered(desk, council, tag) for tag in languages(desk, council))


def _offered(desk: Desk, council: str, tag: str) -> LanguageOffered:
    try:
        name = language_for(desk, council, tag).name
    except UserFacingError:  # its own file is at fault, which the letter in it says
        name = tag
    kinds = frozenset(kind for kind in KINDS if has_wording(desk, council, kind, tag))
    return LanguageOffered(tag, name, kinds)


def occasion_to_fill(desk: Desk, application: str, kind: str) -> Occasion | None:
    """What the record knows of a letter's occasion; None for a letter that has none."""
    return known_occasion(desk, application, kind) if kind in OCCASION_OF else None


def draft_letter(
    desk: Desk, application: str, kind: str, occasion: Occasion | None, wish: LetterWish
) -> LetterDraft:
    """A letter of a case as it would be now; nothing is kept. Raises as ``preview_letter``.

    What would be refused as it is kept holds it back already here.
    """
    now, recorded = case_letters(desk, application), last_recorded(desk, application, kind)
    is_new = occasion is not None and (recorded is None or recorded.occasion != occasion)
    about, held = wish.replaces.decision if wish.replaces else None, ""
    if occasion is not None and is_new:
        about = about or _about(desk, now, kind, occasion, wish)
        held = _stands_against(desk, now, kind, occasion)
    found = told_of(desk, application, kind, about)
    return replace(letter_of(desk, found, kind, occasion, wish), held_because=held)


def _about(
    desk: Desk, now: CaseLetters, kind: str, occasion: Occasion, wish: LetterWish
) -> str | None:
    """The decision that the letter would tell of, once its occasion is recorded."""
    earlier = corrected(desk, now.application.id, kind, wish)
    if earlier is not None and earlier.decision is not None:
        return earlier.decision
    decision = about_of(now, kind, occasion)
    return decision.id if decision else None


def _stands_against(desk: Desk, now: CaseLetters, kind: str, occasion: Occasion) -> str:
    try:
        may_be_recorded(desk, now, kind, occasion)
    except CannotRecordOccasion as error:
        return f"{error.why} {error.next_step}"
    return ""
