"""Checks of plain English: what in a text a family may stumble over, where, and a better way.

Pure: a text goes in, hints come out. They advise; what must stand in a letter is checked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from letters.plain_english.figures import dates_in_figures, days_without_a_date, rounded_distances
from letters.plain_english.lists import (
    BANNED,
    BLAME,
    BLANKET,
    IRREGULAR,
    JARGON,
    NOT_PASSIVE,
    SPELT_OUT,
)
from letters.plain_english.names import names_in
from letters.plain_english.words import Sentence, reading_grade, sentences

LONGEST_SENTENCE: Final = 25
"""Words of a sentence, as GOV.UK's guidance has it."""

HIGHEST_GRADE: Final = 9.0
"""The Flesch–Kincaid grade from which a text of some length is told of: readers of 14."""

ENOUGH_WORDS: Final = 30
"""Words from which a grade says anything about a text."""


class Rule(StrEnum):
    """What a hint is about."""

    LONG = "long sentence"
    GRADE = "reading grade"
    PASSIVE = "may be passive"
    BANNED = "words to leave out"
    BLAME = "blame"
    BLANKET = "blanket phrase"
    JARGON = "jargon"
    MUST = "“must”"
    NAME = "another child's name"
    CAPITALS = "capitals"
    SHOUTING = "exclamation mark"
    DATE = "date in figures"
    DAYS = "days without a date"
    DISTANCE = "rounded distance"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: what is there, and a better way.

    ``line`` and ``column`` count from 1; ``start`` and ``end`` are its span in the text.
    """

    rule: Rule
    line: int
    column: int
    start: int
    end: int
    what: str
    better: str


Found = tuple[Rule, int, int, str]
"""A rule, a span, and a better way."""


def hints(
    text: str, others: Collection[str] = (), dates: Callable[[str], bool] = lambda _: False
) -> tuple[Hint, ...]:
    """Give the hints on a text, in the order of their places.

    ``others`` are names of other children, who may not be named. ``dates`` says of a sentence that
    it tells a date in another way than writing it out, as a placeholder does.
    """
    found = [*findings(text, others, dates), *too_hard(text)]
    return tuple(hint_at(text, each) for each in sorted(found, key=lambda one: (one[1], one[2])))


def findings(text: str, others: Collection[str], dates: Callable[[str], bool]) -> Iterator[Found]:
    """Find what each sentence and each phrase of a text gives rise to."""
    yield from _by_sentence(text, dates)
    yield from _by_phrase(text)
    yield from _by_figure(text)
    yield from ((Rule.NAME, *span, _NO_NAME) for span in names_in(text, others))


_NO_NAME = "Leave it out, or write “another child”: a letter may not tell of other families."


def hint_at(text: str, found: Found) -> Hint:
    """Make a hint of what was found in a text."""
    rule, start, end, better = found
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Hint(rule, line, column, start, end, text[start:end], better)


def _by_sentence(text: str, dates: Callable[[str], bool]) -> Iterator[Found]:
    for each in sentences(text):
        count = len(each.words)
        if count > LONGEST_SENTENCE:
            better = f"It has {count} words. Cut it in two: {LONGEST_SENTENCE} at most."
            yield Rule.LONG, each.start, each.end, better
        yield from _passive(each)
        if not dates(each.text):
            for start, end in days_without_a_date(each.text):
                yield Rule.DAYS, each.start + start, each.start + end, _GIVE_THE_DAY


_GIVE_THE_DAY = "Give the last day itself beside it, written out: “by 14 March 2027”."

_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:not\s+|also\s+|\w+ly\s+)?(\w+)\b(?!-)(\s+by\b)?",
    re.IGNORECASE,
)


def _passive(sentence: Sentence) -> Iterator[Found]:
    """Find what may be passive. “is entitled” and its like are states, and are left alone."""
    for found in _PASSIVE.finditer(sentence.text):
        word = found.group(1).lower()
        regular = word.endswith("ed") and len(word) > 4 and not word.endswith("eed")
        if (regular and word not in NOT_PASSIVE) or word in IRREGULAR:
            start = sentence.start + found.start()
            yield Rule.PASSIVE, start, sentence.start + found.end(1), "Say who does it: “We …”."


_LISTS: Final = ((Rule.BANNED, BANNED), (Rule.BLAME, BLAME), (Rule.BLANKET, BLANKET))
_PHRASES: Final = tuple(
    (rule, re.compile(rf"(?<![\w-])(?:{phrase})(?![\w-])", re.IGNORECASE), better)
    for rule, phrases in (*_LISTS, (Rule.JARGON, JARGON))
    for phrase, better in phrases.items()
)
_MUST = re.compile(r"\bmust\b", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<![\w{@.-])[A-Z]{2,}(?:[ -][A-Z]{2,})*(?![\w}-])")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d")
_LONE_WORD = 4
"""Letters from which one word in capitals is shouted; shorter ones are mostly short forms."""


def _by_phrase(text: str) -> Iterator[Found]:
    for rule, phrase, better in _PHRASES:
        for found in phrase.finditer(text):
            told = f"Write: {better}." if rule is Rule.JARGON else better
            yield rule, found.start(), found.end(), told
    for found in _MUST.finditer(text):
        better = "Keep it for what the law demands, and name the law; else say “please” or “need”."
        yield Rule.MUST, found.start(), found.end(), better
    for found in re.finditer("!", text):
        yield Rule.SHOUTING, found.start(), found.end(), "Write a full stop."
    yield from _shouted(text)


def _shouted(text: str) -> Iterator[Found]:
    for found in _CAPITALS.finditer(text):
        loud = [word for word in re.split("[ -]", found.group()) if word not in SPELT_OUT]
        if len(loud) > 1 or any(len(word) >= _LONE_WORD for word in loud):
            better = "Write it in small letters: capitals are hard to read, and sound angry."
            yield Rule.CAPITALS, found.start(), found.end(), better


def _by_figure(text: str) -> Iterator[Found]:
    for start, end in dates_in_figures(text):
        yield Rule.DATE, start, end, "Write the day out: “14 March 2027”."
    for start, end in rounded_distances(text):
        better = "Give it as measured, in miles with the metres: “2.99 miles (4,811.938 m)”."
        yield Rule.DISTANCE, start, end, better


def too_hard(text: str) -> Iterator[Found]:
    """Tell of a text that asks too much, at its longest sentence."""
    found, grade = sentences(text), reading_grade(text)
    if grade is None or grade <= HIGHEST_GRADE:
        return
    if sum(len(each.words) for each in found) >= ENOUGH_WORDS:
        longest = max(found, key=lambda each: len(each.words))
        better = (
            f"The text has a reading grade of {grade} (Flesch–Kincaid); {HIGHEST_GRADE:.0f} or "
            "less suits most readers. Begin with this, its longest sentence."
        )
        yield Rule.GRADE, longest.start, longest.end, better
