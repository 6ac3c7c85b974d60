"""A title with what is said of it: words that the title says already are not said twice."""

from __future__ import annotations

import re
from typing import Final

_ANSWERS: Final = ("yes", "no", "not known")
_IDLE: Final = frozenset(
    "a after an and are as at be by for from ground in is it needs not of on or that the to too "
    "was which with".split()
)
_OF_QUESTION: Final = 0.75
_OF_TITLE: Final = 0.5
"""From what shares of both a question repeats its title, and need not be asked once more."""


def told_once(title: str, note: str) -> str:
    """Put a note beside a title: ``Route too unsafe to walk: no``, not the question once more."""
    if not note:
        return title
    asked, colon, answer = note.rpartition(": ")
    alone = colon and answer in _ANSWERS and "; " not in note
    return f"{title}: {answer if alone and _repeats(asked, title) else note}"


def _repeats(asked: str, title: str) -> bool:
    words, said = _telling(asked), _telling(title)
    same = len(words & said)
    return bool(words) and same >= _OF_QUESTION * len(words) and same >= _OF_TITLE * len(said)


def _telling(words: str) -> set[str]:
    """Give the words that tell something, each by its first letters: travel, travelling."""
    found = re.findall(r"[a-z0-9]+", words.casefold())
    return {word[:6] for word in found if word not in _IDLE}
