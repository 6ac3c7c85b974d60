"""What a wording's page asks of the verbs, each in one call, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.desk import Desk
from casework.wordings.change import PastWording, wording_history
from casework.wordings.check import WordingCheck, check_wording
from casework.wordings.file import to_begin_with
from casework.wordings.names import Nameable, nameable, names_of_children
from casework.wordings.preview import WordingPreview, decided_cases, preview_wording
from casework.wordings.which import WordingInUse, in_use, languages
from rules.problems import UserFacingError


@dataclass(frozen=True, slots=True)
class Choice:
    """Which text is open: of which council, kind and language."""

    council: str
    kind: str
    language: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A text as it is opened: in use, its past, what it may name, and where it can be shown.

    ``begins`` is what to begin with where there is no text yet.
    """

    choice: Choice
    found: WordingInUse
    past: tuple[PastWording, ...]
    names: tuple[Nameable, ...]
    cases: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    children: frozenset[str] = field(repr=False, default=frozenset())
    begins: str = ""

    @property
    def text(self) -> str:
        """The text in use, or what to begin with."""
        return self.found.text or self.begins


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking at a text: its check, and the letter, or why there is none."""

    check: WordingCheck
    preview: WordingPreview | None
    why_not: str = ""


def opened(desk: Desk, choice: Choice) -> Opened:
    """Open a text."""
    council, kind, language = choice.council, choice.kind, choice.language
    found = in_use(desk, council, kind, language)
    begins = "" if found.text else to_begin_with(found, in_use(desk, council, kind).text)
    return Opened(
        choice,
        found,
        wording_history(desk, council, kind, language),
        nameable(kind),
        decided_cases(desk, kind),
        languages(desk, council),
        names_of_children(desk),
        begins,
    )


def looked(
    desk: Desk, choice: Choice, text: str, decided: str | None, children: frozenset[str]
) -> Looked:
    """Check a text, and write a letter with it where that can be done."""
    council, kind, language = choice.council, choice.kind, choice.language
    check = check_wording(council, kind, language, text, children)
    if not check.is_usable:
        return Looked(check, None, "The text has something to be put right first.")
    try:
        return Looked(check, preview_wording(desk, council, kind, language, text, decided))
    except UserFacingError as error:
        return Looked(check, None, str(error))
