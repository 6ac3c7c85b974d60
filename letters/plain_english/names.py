"""Names of people who may not be named in a text, found as whole words, however many there are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def names_in(text: str, names: Collection[str]) -> Iterator[tuple[int, int]]:
    """Find each of these names, as written or in other capitals; give the spans.

    The time taken goes with the length of the text, not with the number of names.
    """
    wanted, longest = _index(frozenset(names))
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        length = _length_at(words, at, wanted, longest)
        if length:
            yield words[at].start(), _end(words[at + length - 1])
        at += max(1, length)


@lru_cache(maxsize=4)
def _index(names: frozenset[str]) -> tuple[frozenset[tuple[str, ...]], int]:
    """Give the words of each name, and of how many the longest is; kept while somebody types."""
    wanted = frozenset(_words(name) for name in names) - {()}
    return wanted, max(map(len, wanted), default=0)


def _length_at(
    words: list[re.Match[str]], at: int, wanted: frozenset[tuple[str, ...]], longest: int
) -> int:
    """Say how many words from here are one of the names: the longest that fits, or none."""
    for length in range(min(longest, len(words) - at), 0, -1):
        run = tuple(_plain(word.group()) for word in words[at : at + length])
        if run in wanted:
            return length
    return 0


def _words(name: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in _WORD.findall(name))


def _plain(word: str) -> str:
    """Give a word as it is compared: without an ending ’s, in small letters."""
    return re.sub(r"[’']s$", "", word.casefold().replace("’", "'"))


def _end(word: re.Match[str]) -> int:
    return word.end() - (2 if re.search(r"[’']s$", word.group()) else 0)
