"""Which wording a letter uses: what a policy lead saved, else the council's file, else the shared.

The version that was used is named by digest, and its text can be found again by that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from casework.desk import Desk
from casework.shelf import Shelf
from casework.wordings.on_file import (
    LETTERHEAD,
    WORDS,
    council_text,
    file_name,
    place_of,
    read_sender,
    shared_text,
)
from letters import KINDS, KNOWN, Sender, Template, read_template
from letters.language import ENGLISH, Language
from letters.language_text import read_language
from letters.template import ENGLISH_TAG, digest_of
from records.wording import Wording
from store import wordings as kept

TEXTS: tuple[str, ...] = (*KINDS, LETTERHEAD)
"""Every text a policy lead may edit, beside the words of a language."""


class Source(StrEnum):
    """Where a wording comes from."""

    SAVED = "saved in this store"
    COUNCIL = "the council's file"
    SHARED = "comes with the program"
    NOWHERE = "not there yet"


@dataclass(frozen=True, slots=True)
class WordingInUse:
    """The wording that letters use now: its text, where it comes from, and who saved it."""

    council: str
    kind: str
    language: str
    text: str
    source: Source
    saved: Wording | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of the text."""
        return digest_of(self.text)

    @property
    def place(self) -> str:
        """Its file, as messages name it; a letter's template is named after its stem."""
        return place_of(self.council, self.kind, self.language)


def on_file(shelf: Shelf, council: str, kind: str, language: str = ENGLISH_TAG) -> WordingInUse:
    """The wording beside the policy, or the one that comes with the program."""
    own = council_text(shelf, council, kind, language)
    if own is not None:
        return WordingInUse(council, kind, language, own, Source.COUNCIL)
    shared = shared_text(kind, language)
    source = Source.NOWHERE if shared is None else Source.SHARED
    return WordingInUse(council, kind, language, shared or "", source)


def in_use(desk: Desk, council: str, kind: str, language: str = ENGLISH_TAG) -> WordingInUse:
    """The wording that letters use now; a saved empty text goes back to the one on file."""
    saved = kept.latest_wording(desk.store, council, kind, language)
    if saved is None or not saved.text:
        return replace(on_file(desk.shelf, council, kind, language), saved=saved)
    return WordingInUse(council, kind, language, saved.text, Source.SAVED, saved)


def read_wording(found: WordingInUse) -> Template:
    """Read the wording of a kind of letter. Raises BadTemplate."""
    return read_template(found.text, found.place, KNOWN)


def template_for(
    desk: Desk, council: str, kind: str, language: str = ENGLISH_TAG
) -> Template | None:
    """The wording of a kind of letter; None where the program's own is used.

    Raises BadTemplate, naming file and line, for wording that cannot be used.
    """
    return _own(in_use(desk, council, kind, language))


def template_on_file(
    shelf: Shelf, council: str, kind: str, language: str = ENGLISH_TAG
) -> Template | None:
    """The same where no store is open: what stands beside the policy."""
    return _own(on_file(shelf, council, kind, language))


def _own(found: WordingInUse) -> Template | None:
    if found.source is Source.NOWHERE:
        return None
    if found.source is Source.SHARED and found.language == ENGLISH_TAG:
        return None
    return read_wording(found)


def sender_for(desk: Desk, council: str, language: str = ENGLISH_TAG) -> Sender:
    """The council as its letters show it now; blanks where nothing says.

    In a language that has no letterhead of its own the English lines stand, to be confirmed.
    Raises BadPolicy or BadWording, naming the file, for a letterhead that cannot be read.
    """
    return _sender(lambda tag: in_use(desk, council, LETTERHEAD, tag), language)


def sender_on_file(shelf: Shelf, council: str, language: str = ENGLISH_TAG) -> Sender:
    """The same where no store is open."""
    return _sender(lambda tag: on_file(shelf, council, LETTERHEAD, tag), language)


def _sender(find: Callable[[str], WordingInUse], language: str) -> Sender:
    found = find(language)
    if found.text:
        return read_sender(found.text, found.place)
    if language == ENGLISH_TAG:
        return Sender()
    english = _sender(find, ENGLISH_TAG)
    lacking = f"the council's own lines, which stand in English: {file_name(LETTERHEAD, language)}"
    return replace(english, to_confirm=(*english.to_confirm, lacking))


def language_for(desk: Desk, council: str, tag: str = ENGLISH_TAG) -> Language:
    """A language with the words that the program writes in it; without a file it lacks them all.

    Raises BadWording, naming file and line, for a file that cannot be read.
    """
    return ENGLISH if tag == ENGLISH_TAG else _language(in_use(desk, council, WORDS, tag))


def language_on_file(shelf: Shelf, council: str, tag: str = ENGLISH_TAG) -> Language:
    """The same where no store is open."""
    return ENGLISH if tag == ENGLISH_TAG else _language(on_file(shelf, council, WORDS, tag))


def _language(found: WordingInUse) -> Language:
    if not found.text:
        return Language(found.language, found.language)
    return read_language(found.text, found.place)


def languages(desk: Desk, council: str) -> tuple[str, ...]:
    """The tags of the languages that any wording of a council stands in, English first."""
    saved = {each.language for each in kept.latest_wordings(desk.store, council) if each.text}
    beside = (folder / council / "wording" for folder in desk.shelf.folders)
    names = {path.name for folder in beside for path in folder.glob("*.*.*")}
    files = {name.split(".")[1] for name in names if name.endswith((".txt", ".yaml"))}
    return (ENGLISH_TAG, *sorted((saved | files) - {ENGLISH_TAG}))


def has_wording(desk: Desk, council: str, kind: str, language: str) -> bool:
    """Whether a kind of letter can be written in a language: somebody wrote its wording."""
    if language == ENGLISH_TAG:
        return True
    return in_use(desk, council, kind, language).source is not Source.NOWHERE


def text_named(desk: Desk, council: str, template: str) -> str | None:
    """The text of a wording by the name that a letter keeps of it; None where it is gone.

    ``template`` is such as ``refuse@0123456789ab``. Saved texts are searched first, then the files.
    """
    stem, _, digest = template.partition("@")
    kind, _, language = stem.partition(".")
    saved = kept.wording_named(desk.store, digest)
    if saved is not None:
        return saved.text
    tag = language or ENGLISH_TAG
    texts = (council_text(desk.shelf, council, kind, tag), shared_text(kind, tag))
    return next((each for each in texts if each and digest_of(each).startswith(digest)), None)
