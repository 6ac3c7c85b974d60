"""Whether two names may be one person's: titles, case and initials tell nobody apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

TITLES: Final = frozenset(
    "mr mrs ms miss mx dr doctor prof professor cllr councillor rev revd reverend sir dame lady "
    "lord judge hon".split()
)
AFTER: Final = frozenset("obe mbe cbe jp kc qc ma ba bsc msc phd med pgce jnr snr".split())


class Likeness(StrEnum):
    """How alike two names are: POSSIBLE holds a letter back until somebody says more."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"


def name_parts(name: str) -> tuple[str, ...]:
    """Give the parts of a name by which a person is known: ``Mr A. Ó Briain`` is a, o, briain.

    What follows a comma is turned round where it is a first name: ``Officer, A.``.
    """
    before, _, after = _plain(name).partition(",")
    first, last = _words(after), _words(before)
    if len(last) == 1 and 0 < len(first) <= 2:
        return (*first, *last)
    return last or first


def likeness(one: str, other: str) -> Likeness:
    """Compare two names. Names without any part, or of other families, are different."""
    a, b = name_parts(one), name_parts(other)
    if not a or not b:
        return Likeness.DIFFERENT
    if a == b or "".join(a) == "".join(b) or sorted(a) == sorted(b):
        return Likeness.SAME
    if a[-1] != b[-1]:
        return Likeness.DIFFERENT
    return Likeness.POSSIBLE if _given_fit(a[:-1], b[:-1]) else Likeness.DIFFERENT


def names_person(text: str, name: str) -> bool:
    """Say whether a text such as ``A. Officer, School Travel Officer`` names this person."""
    wanted, words = name_parts(name), _words(_plain(text))
    count = len(wanted)
    return count > 1 and any(words[at : at + count] == wanted for at in range(len(words)))


def alike(
    names: Iterable[str], others: Iterable[str], how: Likeness
) -> tuple[tuple[str, str], ...]:
    """Give each pair of names that are alike in this way."""
    held = tuple(others)
    return tuple((name, each) for name in names for each in held if likeness(name, each) is how)


def _given_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether first names could be one person's: none given, or an initial of the other."""
    if not one or not other:
        return True
    a, b = one[0], other[0]
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])


def _words(text: str) -> tuple[str, ...]:
    found = re.findall(r"\w+", text)
    kept = tuple(word for word in found if word not in TITLES | AFTER)
    return kept or tuple(found)


def _plain(name: str) -> str:
    """Give a name without accents, hidden characters and case; a hyphen or apostrophe joins."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    kept = (c for c in apart if unicodedata.category(c) not in ("Mn", "Cf"))
    joined = re.sub(r"(?<=\w)['\u2019\u2010-\u2015-](?=\w)", "", "".join(kept))
    return joined.replace("\u0142", "l")
