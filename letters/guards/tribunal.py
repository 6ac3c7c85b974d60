"""No letter sends a dispute about travel alone to the SEND Tribunal, under any of its names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from letters.errors import LetterRefused
from letters.matter import Matter
from letters.sender import Sender

TRIBUNAL: Final = re.compile(
    r"tribunal|tribiwnlys|\bsend[\s-]*ist\b|\bfirst[\s-]*tier\b|\bf\.?t\.?t\b|\bhesc\b"
    r"|health,? education (?:and|&) social care chamber"
    r"|special educational needs (?:and|&) disabilit(?:y|ies) (?:appeals?|panel)",
    re.IGNORECASE,
)
"""Every name that it goes by, in Welsh too."""

SENDS: Final = re.compile(
    r"\b(?:appeal(?:s|ing)?|complain(?:s|ing)?|apply|turn|ask|go|can|could|may|might|should|must"
    r"|right|refer|take (?:it|this|your|the case)|write|contact|challenge|disagree)\b",
    re.IGNORECASE,
)
"""The words by which a sentence sends somebody there, where it does not tell what happened."""

FAMILY: Final = frozenset({"family_says", "why_late"})
"""Fields of an occasion that are in the family's own words: nobody corrects those."""

TELLS: Final = frozenset(
    {
        "items", "clock_reason", "what_changed", "evidence_of_change", "help_before", "help_after",
        "how_found", "what_was_wrong", "what_now", "how_conducted", "consulted", "factors",
        "rationale", "why_longer", "what_is_late",
    }
)  # fmt: skip
"""Fields that tell what happened: a Tribunal may have named the school, or ordered a report."""

SENTENCE: Final = re.compile(r"(?<=[.!?;:])\s+|\n")


def guard_words(texts: Iterable[str]) -> None:
    """Refuse wording that names the Tribunal. Raises LetterRefused."""
    for text in texts:
        if TRIBUNAL.search(_plain(text)):
            raise _refused(text, "Take it out of the template or the council's wording.")


def guard_tribunal(matter: Matter) -> None:
    """Refuse what the record itself would say of it: no step named, and nobody sent there.

    The family's own words stand. Raises LetterRefused.
    """
    for text in _named(matter.occasion):
        if TRIBUNAL.search(_plain(text)):
            raise _refused(text, "Write it without the Tribunal.")
    for text in (*_told(matter.occasion), *_officers(matter)):
        for sentence in SENTENCE.split(_plain(text)):
            if TRIBUNAL.search(sentence) and SENDS.search(sentence):
                raise _refused(sentence, "Say what happened, and send nobody to the Tribunal.")


def senders_words(sender: Sender) -> Iterator[str]:
    """Give every text of the council's letterhead."""
    for one in fields(sender):
        if one.name != "to_confirm":  # which is no part of a letter
            yield from _texts(getattr(sender, one.name))


def _named(occasion: object) -> Iterator[str]:
    """Give what an occasion says of the steps a family can take, and all else that is not told."""
    for name, value in _fields(occasion):
        if name not in FAMILY | TELLS:
            yield from _texts(value)


def _told(occasion: object) -> Iterator[str]:
    for name, value in _fields(occasion):
        if name in TELLS:
            yield from _texts(value)


def _officers(matter: Matter) -> Iterator[str]:
    """Give what the officer wrote on this case."""
    yield from _texts(matter.reasons)
    yield from _texts(matter.departs_because)
    yield from (text for each in matter.points for text in _texts(each.answer))
    if matter.discretion is not None:
        yield from _texts(matter.discretion.reasons)
        yield from _texts(matter.discretion.limits)
    yield from matter.terms.ends_when


def _fields(occasion: object) -> Iterator[tuple[str, object]]:
    if is_dataclass(occasion):
        yield from ((one.name, getattr(occasion, one.name)) for one in fields(occasion))


def _texts(value: object) -> Iterator[str]:
    """Give the texts in a value, in its lists, and in what those hold."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for _, each in _fields(value):
            yield from _texts(each)


def _plain(text: str) -> str:
    """Give a text as it is read: without hidden characters, in plain forms of its letters."""
    kept = (c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return re.sub(r"[\u2010-\u2015\u2212]", "-", "".join(kept))


def _refused(text: str, next_step: str) -> LetterRefused:
    return LetterRefused(
        "The wording of this letter names a Tribunal, which cannot decide a dispute "
        f"about travel alone: “{text.strip()}”.",
        next_step,
    )
