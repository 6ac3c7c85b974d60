"""Finding a name by a few of its letters, in their order."""

from __future__ import annotations

_SCATTERED = 2
"""Letters passed over for each one sought, past which a name is found by accident only."""


def score(wanted: str, name: str) -> tuple[int, int, int] | None:
    """Say how well ``name`` fits the letters ``wanted``: less is better, None is not at all.

    A name that holds a whole word of what was typed comes before one that holds its letters apart.
    """
    letters, text = wanted.casefold().split(), name.casefold()
    if not letters:
        return (0, 0, 0)
    if all(word in text for word in letters):
        first = text.index(letters[0])
        starts = first == 0 or text[first - 1] in " ·-"
        return (0 if starts else 1, first, len(text))
    sought = "".join(letters)
    gaps = _gaps(sought, text)
    if gaps is None or gaps > _SCATTERED * len(sought):
        return None
    return (2, gaps, len(text))


def _gaps(letters: str, text: str) -> int | None:
    """Count the letters passed over while finding ``letters`` in order; None if one is lacking."""
    at, gaps = -1, 0
    for letter in letters:
        found = text.find(letter, at + 1)
        if found < 0:
            return None
        gaps += found - at - 1 if at >= 0 else 0
        at = found
    return gaps
