"""Sentences and words with their places in a text, syllables, and a reading grade from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

WORD: Final = re.compile(r"\$\{[^}]*\}|[^\W_]+(?:[’'.,-][^\W_]+)*", re.UNICODE)
"""A word, a figure, or a placeholder, which is filled with a word or a few."""

_END: Final = re.compile(r"[.?!](?=[”’\")\]]*(?:\s+[“‘\"(A-Z£$\d]|\s*$))|;(?=\s)|:\s*$|\n")
_SHORTENED: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|St|No|Rev|para|ss?|Sch|c|v)\.$", re.IGNORECASE
)
_VOWELS: Final = re.compile(r"[aeiouyáéíóúâêîôûäëïöü]+")
_SILENT: Final = re.compile(r"(?:[^aeiouyl]e|[^td]ed|[^aeiousxzcg]es|[^aeiouy]ely|[^aeiouy]eless)$")
_APART: Final = re.compile(
    r"(?<![ctgs])ia|i(?:o(?!u|n)|um|et)|ience|[^aeiouyqg]ua|eo(?!p)|ea$|[^aeiou]ying|[aeou]ing"
)

PLACEHOLDER_SYLLABLES: Final = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with where it stands in the text: from ``start`` up to ``end``."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the sentence ends."""
        return self.start + len(self.text)

    @property
    def words(self) -> tuple[str, ...]:
        """The words, in order; a placeholder is one."""
        return tuple(WORD.findall(self.text))


def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a text into sentences: at full stops, questions, semicolons and line ends."""
    found, start = [], 0
    for end in _END.finditer(text):
        if end.group() == "." and _SHORTENED.search(text[: end.end()]):
            continue
        found.append(_sentence(text, start, end.end()))
        start = end.end()
    found.append(_sentence(text, start, len(text)))
    return tuple(each for each in found if each.words)


def _sentence(text: str, start: int, end: int) -> Sentence:
    whole = text[start:end]
    return Sentence(whole.strip(), start + len(whole) - len(whole.lstrip()))


def syllables(word: str) -> int:
    """Count the syllables of an English word, by its groups of vowels; at least one.

    It is a rule of thumb: right for nine common words in ten, and seldom wrong by more than one.
    """
    if word.startswith("${"):
        return PLACEHOLDER_SYLLABLES
    plain = word.lower().replace("’", "").replace("'", "")
    if any(sign.isdigit() for sign in plain):
        return 1
    return sum(_count(part) for part in re.split(r"[-.,]", plain) if part) or 1


def _count(part: str) -> int:
    groups = len(_VOWELS.findall(part)) + len(_APART.findall(part))
    return max(1, groups - (1 if len(part) > 2 and _SILENT.search(part) else 0))


def reading_grade(text: str) -> float | None:
    """Give the Flesch–Kincaid grade of a text; None where it has no words.

    0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59: the year of American schooling
    that it asks for. Five more is about the age of the reader.
    """
    found = sentences(text)
    words = [word for each in found for word in each.words]
    if not words:
        return None
    heard = sum(syllables(word) for word in words)
    return round(0.39 * len(words) / len(found) + 11.8 * heard / len(words) - 15.59, 1)
