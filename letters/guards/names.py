"""No letter prints a name without a sign that somebody recorded in it and nobody can see."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from letters.errors import LetterRefused
from letters.matter import Matter

STEERS: Final = frozenset(map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F),
                                    *range(0x2066, 0x206A))))  # fmt: skip
"""Signs that turn the direction of what stands beside them, so that it reads as something else."""


def names_can_be_told(matter: Matter) -> None:
    """Refuse a name with a control sign, or one that turns the writing round.

    A blank that has no width, or the end of a line, is left out: nothing reads otherwise for it.
    """
    for what, text in _names(matter):
        hidden = next((each for each in text if _is_hidden(each)), None)
        if hidden is not None:
            seen = "".join(" " if _is_hidden(each) else each for each in text)
            raise LetterRefused(
                f"{what}, “{' '.join(seen.split())}”, holds a sign that cannot be seen "
                f"(U+{ord(hidden):04X}), which may make it read as another name.",
                "Write the name again without it.",
            )


def _is_hidden(sign: str) -> bool:
    return sign in STEERS or (unicodedata.category(sign) == "Cc" and not sign.isspace())


def _names(matter: Matter) -> Iterator[tuple[str, str]]:
    """Give the names that a letter turns on, with what each is called."""
    nearest = matter.nearest_suitable
    named = (
        ("The child's name", matter.child_name),
        ("The addressee's name", matter.addressee),
        ("The name of the school", matter.school),
        ("The name of the nearest suitable school", nearest.name if nearest else None),
        ("The officer's name", matter.officer),
        ("Our reference", matter.reference),
        *(("The address", line) for line in matter.address),
    )
    yield from ((what, text) for what, text in named if text)
