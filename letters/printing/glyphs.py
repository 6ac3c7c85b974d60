"""A check, before anything is drawn, that the fonts have every character of a letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from letters.blocks import LetterContent, all_texts
from letters.errors import GlyphMissing
from letters.printing.fonts import characters

ALPHABETS = ("LATIN", "GREEK", "CYRILLIC", "COMBINING")
"""Alphabets whose letters can be set one after another; others need shaping, which is not done."""

DAMAGED = "\ufffd"
"""Stands where some program could not read a character: the text is not what was written."""


def check_glyphs(content: LetterContent) -> None:
    """Stop a letter that would print a box. Raises GlyphMissing, naming the field."""
    for where, text in _named_texts(content):
        for character in dict.fromkeys(text):
            if not drawable(character):
                raise GlyphMissing(character, where, _near(text, character))


@cache
def drawable(character: str) -> bool:
    """Say whether a character is in the fonts and of an alphabet that they can set."""
    if ord(character) not in characters() or character == DAMAGED:
        return False
    if unicodedata.category(character)[0] not in "LM":
        return True
    return unicodedata.name(character, "").startswith(
        ALPHABETS + ("MODIFIER", "FEMININE", "MASCULINE")
    )


def _named_texts(content: LetterContent) -> Iterator[tuple[str, str]]:
    """Give the letter's texts with the field each came from; the record's own fields first."""
    for label, text in content.filled:
        yield f"the {label}", text
    for text in all_texts(content):
        yield "the letter's text", text
    yield "the letter's reference", content.reference


def _near(text: str, character: str) -> str:
    """Cut a long text to what surrounds a character."""
    at = text.index(character)
    start, end = max(0, at - 20), at + 21
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
