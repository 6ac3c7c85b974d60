"""Filling words from the record: what is known goes in, what is not leaves a named blank."""

from __future__ import annotations

import re
import unicodedata

from letters.blocks import Block
from letters.language import ENGLISH, Language, Saying
from letters.matter import Matter
from letters.placeholders import PLACEHOLDERS, WRITTEN_HERE
from letters.spoken import spoken
from letters.template import PLACEHOLDER

ENDED = re.compile(PLACEHOLDER.pattern + r"(\.?)")
"""A placeholder with the full stop that may follow it."""


def tidy(text: str) -> str:
    """Give a text on one line, in composed characters, without control characters."""
    if text.isascii() and text.isprintable():  # as almost all is, and nothing else to be done
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    kept = (" " if c.isspace() else c for c in composed if c.isspace() or _prints(c))
    return " ".join("".join(kept).split())


def tidy_paragraphs(text: str) -> tuple[str, ...]:
    """Give somebody's own words as tidy paragraphs, one for each line that holds any."""
    return tuple(line for line in map(tidy, text.splitlines()) if line)


def _prints(character: str) -> bool:
    """Say whether a character is meant to be seen, and not to steer what shows it."""
    return unicodedata.category(character) not in ("Cc", "Cf")


class Filling:
    """Collects, while one letter is composed, the blanks it leaves and the pieces it was given.

    ``parts`` are the names of the @parts that the wording has, so that one can leave to another
    what that one tells.
    """

    def __init__(
        self, matter: Matter, language: Language = ENGLISH, parts: frozenset[str] = frozenset()
    ) -> None:
        self.matter = matter
        self.parts = parts
        self.saying = Saying(language)
        self._blanks: dict[str, None] = {}
        self._filled: dict[tuple[str, str], None] = {}

    @property
    def blanks(self) -> tuple[str, ...]:
        """Give the labels of the blanks, in the order they were met."""
        return tuple(self._blanks)

    @property
    def filled(self) -> tuple[tuple[str, str], ...]:
        """Give the pieces that the record gave: label and text."""
        return tuple(self._filled)

    def blank(self, label: str) -> str:
        """Leave a blank, and remember it."""
        self._blanks[label] = None
        return f"[{label}]"

    def known(self, label: str, text: str | None) -> str:
        """Give a text made fit to print, or its blank where there is none."""
        words = tidy(text) if text else ""
        if not words:
            return self.blank(label)
        self._filled[label, words] = None
        return words

    def named(self, name: str) -> str:
        """Give what a placeholder stands for, or its blank."""
        phrase = PLACEHOLDERS[name]
        words = self.known(phrase.label, phrase.read(self.matter))
        if self.saying.language.is_english:
            return words
        own = () if name in WRITTEN_HERE else (words,)
        told = self.saying.figure(words) or self.saying.say(words, own)
        return self.known(phrase.label, told) if told != words else words

    def part(self, block: Block) -> Block:
        """Give a block that the program wrote in the letter's language."""
        if self.saying.language.is_english:
            return block
        return spoken(block, self.saying, {text for _, text in self._filled})

    def fill(self, text: str) -> str:
        """Fill every ``${name}`` of a piece; a full stop already there is not doubled."""
        return ENDED.sub(self._put, text)

    def _put(self, found: re.Match[str]) -> str:
        """Give a placeholder's words, with the template's full stop unless they end with one."""
        words, stop = self.named(found.group(1)), found.group(2)
        return words if words.endswith((".", "?", "!")) else words + stop
