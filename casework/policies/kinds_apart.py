"""Titles of kinds of children that say what sets each apart from others of the same title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rules.policy import PolicyVersion

_FIGURE: Final = re.compile(r"\d")
_AGE: Final = re.compile(r"^(?:under|aged) \d")
_YEAR: Final = re.compile(r"^in (?:Year|Reception|Nursery)")
_BREAK: Final = re.compile(r"(?<!’), |; (?=then )")
_AT_A_COMMA: Final = re.compile(r"\w+, (?=\w+)")
_COMPARED: Final = re.compile(r" (?:over|under|not more than|at least|of) ")


def heads_apart(
    heads: Sequence[str], whens: Sequence[str], *versions: PolicyVersion
) -> tuple[str, ...]:
    """Give each head, and after it what no other kind of that head says of itself.

    ``whens`` are what the kinds consist in, part by part between commas; the words of ``versions``
    tell which commas stand within a part. A head that stands alone is left as it is.
    """
    within = _commas_within(versions)
    parts = [_parts(when, within) for when in whens]
    found = []
    for at, head in enumerate(heads):
        alike = [parts[other] for other, each in enumerate(heads) if each == head]
        told = _told(parts[at], alike)
        found.append(f"{head}{_mark(head)} {', '.join(told)}" if told else head)
    return tuple(found)


def _mark(head: str) -> str:
    """Give what sets off the words that follow: a colon, where the head has none of its own."""
    return ";" if ": " in head else ":"


def _commas_within(versions: Sequence[PolicyVersion]) -> set[str]:
    """Give the commas of definitions and labels, each with the word that stands before it."""
    said = [each.says or "" for version in versions for each in version.definitions.values()]
    said += [word.label for version in versions for word in version.vocabulary.values()]
    return {found for each in said for found in _AT_A_COMMA.findall(each)}


def _parts(when: str, within: set[str]) -> list[str]:
    for each in within:
        when = when.replace(each, each.replace(", ", "\0"))
    return [part.replace("\0", ", ") for part in _BREAK.split(when)]


def _told(own: Sequence[str], alike: Sequence[Sequence[str]]) -> list[str]:
    """Give the parts of a kind on the matters in which it and those alike are told apart."""
    matters = {matter(each) for kind in alike for each in _fewest(kind, alike)}
    shared = set(own).intersection(*alike)
    return [each for each in own if matter(each) in matters and each not in shared]


def _fewest(own: Sequence[str], alike: Sequence[Sequence[str]]) -> list[str]:
    """Give a few parts that together no other kind has: those that exclude most come first.

    Of equals a figure tells more than a word, and a short part more than a long one.
    """
    others, chosen = [each for each in alike if each != own], list[str]()
    while others:
        lacking = {part: sum(part not in each for each in others) for part in own}
        best = min(own, key=lambda part: (-lacking[part], not _FIGURE.search(part), len(part)))
        if not lacking[best]:
            break
        chosen.append(best)
        others = [each for each in others if best in each]
    return chosen


def matter(part: str) -> str:
    """Name what a part is about, the same for ``under 8`` and ``aged 8 or over``."""
    if _AGE.match(part):
        return "age"
    return "year" if _YEAR.match(part) else _COMPARED.split(part, maxsplit=1)[0]
