"""Cutting a text into the short lines of Easy Read: no word is lost, and no name is cut."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Final

HOLD: Final = "\x00"
"""Stands for a blank at which nothing may be cut, while a text is looked at."""

SENTENCE: Final = re.compile(
    r"(?<=[.?!])\s+(?=[A-Z£“\[])|(?<=;)\s+|(?<=:)\s+(?=[A-Z][^;.:\s]*(?:\s[^;.:\s]+){3})"
)
"""Where a text may be cut: after a sentence, a semicolon, or a colon before several words."""

SHORT_FORM: Final = re.compile(
    r"\b((?:[A-Z]|Mr|Mrs|Ms|Mx|Dr|Prof|Revd?|St|Sgt|Capt|Hon|Cllr|Jr|Sr|[Pp]aras?|[Ss]ch|vs)\.)\s+"
)
"""A title, an initial or another short form, whose full stop ends no sentence."""

NAME: Final = 60
"""A piece of the record of no more characters, and with no stop, is a name or a figure: not cut."""

LONG: Final = 18
"""A sentence of more words than this is cut at a joint, if it has one."""

LEAST: Final = 4
"""The fewest words that stand on either side of a joint."""

LABELLED: Final = re.compile(r"([^:]+ [^:]+:)\s+([^:]+:\s.+)")
"""What introduces a value that has a label of its own."""

COLON: Final = re.compile(r"(?<=:)\s+")
JOINT: Final = re.compile(
    r"(?<=,)\s+(?=(?:along|measured|because|so|and|where|which|who|until|whose|counted)\b)"
)
"""Where a long sentence goes on in a line of its own; nothing that limits what stands before it."""

CITED: Final = re.compile(
    r"\s\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*,\s(?:Schedule|section|paragraph|regulation|article"
    r"|page|part|chapter|annex)s?\s(?:[^()]|\([^()]*\))*)\)(?=[.;]?(?:\s|$))"
)
"""Where a rule is written, in brackets at the end of what it is called."""

NUMBERED: Final = re.compile(r"(.*, (?:section|paragraph|regulation|article)) (\S+)")
"""A citation whose last word is the number of its place."""


def cut(text: str, own: Collection[str] = ()) -> tuple[tuple[str, ...], ...]:
    """Cut a text into sentences, each as its lines. ``own`` are the pieces that the record gave.

    The lines joined by blanks are the text.
    """
    held = _held(text, own)
    whole = (sentence for each in SENTENCE.split(held) for sentence in _listed(each))
    return tuple(
        tuple(line.replace(HOLD, " ").strip() for line in _shortened(each))
        for each in whole
        if each.strip()
    )


def lines_of(text: str, own: Collection[str] = ()) -> tuple[str, ...]:
    """Cut a text into lines that stay together."""
    return tuple(line for sentence in cut(text, own) for line in sentence)


def without_cites(text: str, own: Collection[str] = ()) -> tuple[str, tuple[str, ...]]:
    """Take out of a text where its rules are written; somebody's own words stay as they are."""
    found = [each for each in CITED.finditer(text) if not any(each[1] in words for words in own)]
    for each in reversed(found):
        text = text[: each.start()] + text[each.end() :]
    return text, tuple(each[1] for each in found)


def cite_line(cites: str) -> str:
    """Say on a line of its own where a rule is written."""
    return f"{'The law' if is_law(cites) else 'Where this is written'}: {cites}."


def cites_of_a_list(cites: tuple[str, ...]) -> tuple[str, ...]:
    """Say where the rules of a list are written, in its order; neighbours of one text together."""
    what = "The law" if all(map(is_law, cites)) else "Where these rules are written"
    together = tuple(_together(list(run)) for _, run in groupby(cites, key=_begins))
    return (f"{what}, in the order of this list:", *(f"{each}." for each in together))


def is_law(cites: str) -> bool:
    """Say whether a citation is of an Act of Parliament or of regulations."""
    return re.search(r"\b(?:Act|Regulations|Order) \d{4}\b", cites) is not None


def _begins(cites: str) -> str:
    numbered = NUMBERED.fullmatch(cites)
    return numbered[1] if numbered else cites


def _together(cites: list[str]) -> str:
    numbers = [each[2] for each in map(NUMBERED.fullmatch, cites) if each]
    if len(numbers) < 2:
        return cites[0]
    return f"{_begins(cites[0])}s {', '.join(numbers[:-1])} and {numbers[-1]}"


def _held(text: str, own: Collection[str]) -> str:
    """Close the blanks at which nothing may be cut: within names, and after short forms."""
    for each in own:
        is_name = len(each) <= NAME and not each.endswith((".", "?", "!"))
        if is_name and each in text and SENTENCE.search(each):
            text = text.replace(each, each.replace(" ", HOLD))
    return SHORT_FORM.sub(rf"\1{HOLD}", text)


def _listed(sentence: str) -> Iterator[str]:
    """Cut what introduces a list off its first item, where that has a label of its own."""
    lead = LABELLED.fullmatch(sentence)
    yield from (lead[1], lead[2]) if lead else (sentence,)


def _shortened(sentence: str) -> list[str]:
    """Cut a long sentence after a colon, then at the joint nearest its middle, and so on."""
    if len(sentence.split()) <= LONG:
        return [sentence]
    for joints in (COLON, JOINT):
        places = [at for at in joints.finditer(sentence) if _parts(sentence, at)]
        if places:
            middle = len(sentence) / 2
            at = min(places, key=lambda each: abs(each.start() - middle))
            return [*_shortened(sentence[: at.start()]), *_shortened(sentence[at.end() :])]
    return [sentence]


def _parts(sentence: str, at: re.Match[str]) -> bool:
    """Say whether both sides of a place have words enough to stand alone."""
    return min(len(sentence[: at.start()].split()), len(sentence[at.end() :].split())) >= LEAST
