"""What the files of a run are called: a pattern, checked, filled in for each letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from rules.problems import UserFacingError

FIELDS = ("number", "reference", "surname", "postcode", "kind")
"""What a pattern may name. ``number`` is the letter's place in print order."""

USUAL = "{number} {reference}"

LONGEST = 120
_FIELD = re.compile(r"\{([^{}]*)\}")
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class BadPattern(UserFacingError):
    """A pattern from which no good file names can be made."""


def checked_pattern(pattern: str) -> str:
    """Give back a pattern that can be used, without blanks around it. Raises BadPattern."""
    tidy = pattern.strip()
    unknown = [name for name in _FIELD.findall(tidy) if name not in FIELDS]
    plain = _FIELD.sub("", tidy)
    if unknown:
        raise _bad(f"“{{{unknown[0]}}}” is not known here")
    if "{" in plain or "}" in plain:
        raise _bad("a bracket is left open")
    if _UNSAFE.search(plain):
        raise _bad('a file name cannot hold \\ / : * ? " < > or |')
    if not {"number", "reference"} & set(_FIELD.findall(tidy)):
        raise _bad("without {number} or {reference} two letters could have one name")
    return tidy


def file_name(pattern: str, values: Mapping[str, str], suffix: str) -> str:
    """Fill a checked pattern in for one letter: a plain name that stays within its folder.

    What a file name cannot hold becomes a hyphen; a name too long is cut before its ``suffix``.
    """
    filled = _FIELD.sub(lambda found: safe(values[found.group(1)]), pattern)
    name = " ".join(filled.split()).strip(". ")[:LONGEST].strip(". ")
    if not name or _RESERVED.fullmatch(name):
        name = f"letter {name}".strip()
    return name + suffix


def safe(text: str) -> str:
    """Give a value as it may stand in a file name."""
    plain = unicodedata.normalize("NFC", text)
    shown = "".join(c for c in plain if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn"))
    return _UNSAFE.sub("-", shown)


def _bad(why: str) -> BadPattern:
    names = ", ".join(f"{{{name}}}" for name in FIELDS)
    return BadPattern(
        f"The names of the files cannot be made: {why}. No file was written, and the letters stay "
        f"in their cases. Use words and {names}."
    )
