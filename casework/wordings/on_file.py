"""A council's own wording on file: its letterhead and its texts, read from beside its policy."""

from __future__ import annotations

import re

from casework.shelf import Shelf
from letters import Sender, sender_of
from letters.compose import SHARED
from letters.template import ENGLISH_TAG
from rules.problems import BadPolicy, Problem, UserFacingError
from rules.yaml_text import Listing, Mapping, Text, read_yaml

LETTERHEAD, WORDS = "letterhead", "words"
"""The two texts beside the kinds of letter: the council itself, and a language's own words."""


TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class NotALanguage(UserFacingError):
    """A language that is not named by its tag."""


def file_name(kind: str, language: str = ENGLISH_TAG) -> str:
    """The name of a wording's file: ``refuse.txt``, ``refuse.cy.txt``, ``letterhead.yaml``.

    Raises NotALanguage for what is no tag such as ``cy``.
    """
    if not TAG.fullmatch(language):
        raise NotALanguage(
            f"“{language}” does not name a language. Nothing was changed. Use its tag: two or "
            "three small letters, such as cy for Welsh."
        )
    stem = kind if language == ENGLISH_TAG else f"{kind}.{language}"
    return f"{stem}.yaml" if kind == LETTERHEAD else f"{stem}.txt"


def place_of(council: str, kind: str, language: str = ENGLISH_TAG) -> str:
    """Where a council's wording stands, as messages name it."""
    return f"policy/{council}/wording/{file_name(kind, language)}"


def council_text(shelf: Shelf, council: str, kind: str, language: str = ENGLISH_TAG) -> str | None:
    """The text that stands beside the council's policy; None where it has none.

    Raises BadPolicy for a file that cannot be read as text.
    """
    for folder in shelf.folders:
        path = folder / council / "wording" / file_name(kind, language)
        if path.is_file():
            return _read(path.read_bytes(), place_of(council, kind, language))
    return None


def shared_text(kind: str, language: str = ENGLISH_TAG) -> str | None:
    """The text that comes with the program; None where it has none."""
    path = SHARED / file_name(kind, language)
    return _read(path.read_bytes(), path.name) if path.is_file() else None


def sender(shelf: Shelf, council: str) -> Sender:
    """The council as letters show it; an empty sender (blanks in letters) where none is on file.

    Raises BadPolicy or BadWording, naming the file, for wording that cannot be read.
    """
    text = council_text(shelf, council, LETTERHEAD)
    return Sender() if text is None else read_sender(text, place_of(council, LETTERHEAD))


def read_sender(text: str, place: str) -> Sender:
    """Read a letterhead. Raises BadPolicy or BadWording, naming ``place``."""
    return sender_of(_plain(read_yaml(text, place), place), place)


def _read(data: bytes, place: str) -> str:
    try:
        return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadPolicy([Problem(place, "this is not UTF-8 text", line)]) from None


def _plain(mapping: Mapping, place: str) -> dict[str, object]:
    return {name: _value(node, place) for name, node in mapping.entries.items()}


def _value(node: Text | Listing | Mapping, place: str) -> object:
    if isinstance(node, Text):
        return node.value or None
    if isinstance(node, Listing) and all(isinstance(item, Text) for item in node.items):
        return [item.value for item in node.items if isinstance(item, Text)]
    raise BadPolicy([Problem(place, "expected text or a list of lines", node.line, node.column)])
