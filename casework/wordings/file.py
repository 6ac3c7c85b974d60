"""A wording in a file, checked with no store open; and a file to begin a language with."""

from __future__ import annotations

from pathlib import Path

from casework.wordings.check import WordingCheck, check_wording, words_wanted
from casework.wordings.on_file import LETTERHEAD, WORDS, shared_text
from casework.wordings.which import WordingInUse
from letters import KINDS
from letters.language import MONTHS
from letters.template import ENGLISH_TAG
from rules.problems import UserFacingError

LONGEST = 1_000_000
"""Bytes of a wording's file; a real one has a few thousand."""


class NotAWording(UserFacingError):
    """A file that is no wording of letters."""


def check_wording_file(path: Path) -> WordingCheck:
    """Check a wording by its file's name: ``refuse.txt``, ``refuse.cy.txt``, ``words.cy.txt``.

    Raises NotAWording for another name or a file that cannot be read, NotALanguage for a tag that
    is none.
    """
    kind, language = kind_of_file(path)
    try:
        if path.stat().st_size > LONGEST:
            raise NotAWording(f"{path}: the file is too long to be a wording.")
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NotAWording(f"{path}: the file cannot be read ({error}).") from None
    return check_wording(path.parent.parent.name, kind, language, text.replace("\r\n", "\n"))


def kind_of_file(path: Path) -> tuple[str, str]:
    """The kind and the language that a file's name tells. Raises NotAWording."""
    kind, _, language = path.stem.partition(".")
    ending = ".yaml" if kind == LETTERHEAD else ".txt"
    if kind not in (*KINDS, LETTERHEAD, WORDS) or path.suffix != ending:
        raise NotAWording(
            f"{path.name} is not the name of a wording. Name the file after a kind of letter "
            "(refuse.txt), with a language before the ending (refuse.cy.txt), or letterhead.yaml, "
            f"or words.cy.txt. Kinds: {', '.join(KINDS)}."
        )
    return kind, language or ENGLISH_TAG


def words_to_begin_with(tag: str, name: str) -> str:
    """A language's file in which each English text stands with room for its own below it."""
    months = ", ".join(MONTHS)
    head = f"language: {tag}\nname: {name}\nmonths: {months}\nday: {{day}} {{month}} {{year}}"
    notes = "// The months are still English: put the language's own in their place."
    pairs = "\n\n".join(f"{each}\n=" for each in words_wanted())
    return f"{notes}\n{head}\n\n{pairs}\n"


def shared_wording(kind: str) -> str:
    """The program's own wording of a kind, to begin a council's own with. Raises NotAWording."""
    text = shared_text(kind) if kind in KINDS else None
    if text is None:
        raise NotAWording(f"There is no letter of the kind “{kind}”. Kinds: {', '.join(KINDS)}.")
    return text


def to_begin_with(found: WordingInUse, english: str) -> str:
    """What to begin a text with that is not there yet: the English one, marked as not confirmed."""
    if found.kind == WORDS:
        return words_to_begin_with(found.language, found.language)
    if found.kind == LETTERHEAD:
        return f"{english.rstrip()}\nto_confirm:\n  - the lines in this language\n"
    return f"// to_confirm: the translation of this letter\n\n{english}"
