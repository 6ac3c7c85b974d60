"""A letter's language: the words that the program itself writes in a letter, put into it.

English is what the program writes. Another language has a file of its own: for each English text
what stands in its place. ``{slots}`` stand for what changes: one that begins with ``number`` for a
figure, with ``text`` for somebody's own words, any other for words that are put over in turn.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Final

from letters.template import ENGLISH_TAG

SLOT: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
FIGURE: Final = r"£?\d[\d,]*(?:\.\d+)?"
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DAY: Final = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
DAY_SLOTS: Final = ("{day}", "{month}", "{year}")


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its BCP 47 tag, its own name, its words, its months, and how it writes a day.

    ``words`` pairs each English text with its own. ``place`` and ``digest`` name the file's text.
    """

    tag: str
    name: str
    words: tuple[tuple[str, str], ...] = ()
    months: tuple[str, ...] = MONTHS
    day: str = " ".join(DAY_SLOTS)
    place: str = ""
    digest: str = ""
    to_confirm: tuple[str, ...] = ()

    @property
    def is_english(self) -> bool:
        """Say whether this is the language that the program writes by itself."""
        return self.tag == ENGLISH_TAG


ENGLISH: Final = Language(ENGLISH_TAG, "English")


class Saying:
    """Puts one letter's texts into a language, and remembers what the language lacks.

    ``own`` are the texts that came from the record, such as names: they stay as they are.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._lacking: dict[str, None] = {}

    @property
    def lacking(self) -> tuple[str, ...]:
        """Give the English that had to stand, in the order it was met."""
        return tuple(self._lacking)

    def figure(self, text: str) -> str | None:
        """Put a day or a figure with its unit over; None where the text is neither."""
        day = DAY.fullmatch(text)
        if day:
            return _day(self.language, day)
        return self._matched(text, (), figures=True)

    def say(self, text: str, own: Collection[str] = ()) -> str:
        """Put a text over; where the language lacks it, the English stands and is remembered."""
        if self.language.is_english or not text or text.startswith("["):
            return text
        found = _exact(self.language).get(text) or self.figure(text)
        if found is None and text in own:
            return text
        found = found or self._matched(text, own)
        if found is None:
            self._lacking[text] = None
            return text
        return found

    def as_it_stands(self, english: str) -> str:
        """Give what stands for an English text, its slots still open."""
        found = english if self.language.is_english else _exact(self.language).get(english)
        if found is None:
            self._lacking[english] = None
        return found or english

    def _matched(self, text: str, own: Collection[str], figures: bool = False) -> str | None:
        """Put a text over that fits one of the patterns, slot by slot.

        Of those that fit, the first that lacks nothing is taken, else the first.
        """
        tried: tuple[str, Saying] | None = None
        for pattern, theirs, only_figures in _patterns(self.language):
            found = pattern.fullmatch(text) if only_figures or not figures else None
            if found is None:
                continue
            trial = Saying(self.language)
            said = trial._filled(theirs, found, own)
            if not trial._lacking:
                return said
            tried = tried or (said, trial)
        if tried is None:
            return None
        self._lacking.update(tried[1]._lacking)
        return tried[0]

    def _filled(self, theirs: str, found: re.Match[str], own: Collection[str]) -> str:
        slots = {name: self._slot(name, part, own) for name, part in found.groupdict().items()}
        return SLOT.sub(lambda slot: slots[slot.group(1)], theirs)

    def _slot(self, name: str, part: str, own: Collection[str]) -> str:
        return part if name.startswith(("number", "text")) else self.say(part, own)


def _day(language: Language, found: re.Match[str]) -> str:
    day, month, year = found.groups()
    written = language.day.replace("{day}", day).replace("{year}", year)
    return written.replace("{month}", language.months[MONTHS.index(month)])


@cache
def _exact(language: Language) -> dict[str, str]:
    return {english: theirs for english, theirs in language.words if theirs}


@cache
def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """Give the texts with slots as patterns, the longest English first: it says the most."""
    slotted = [(one, two) for one, two in language.words if two and SLOT.search(one)]
    longest = sorted(slotted, key=lambda pair: -len(SLOT.sub("", pair[0])))
    return tuple((_pattern(one), two, _is_figures(one)) for one, two in longest)


def _pattern(english: str) -> re.Pattern[str]:
    pieces = SLOT.split(english)
    parts = [
        (
            f"(?P<{piece}>{FIGURE if piece.startswith('number') else '.+?'})"
            if at % 2
            else re.escape(piece)
        )
        for at, piece in enumerate(pieces)
    ]
    return re.compile("".join(parts))


def _is_figures(english: str) -> bool:
    return all(name.startswith("number") for name in SLOT.findall(english))
