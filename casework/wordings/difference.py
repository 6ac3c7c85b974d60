"""What two wordings say differently, told in words, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher


def wording_difference(old: str, new: str) -> tuple[str, ...]:
    """Give a sentence for each thing that differs; none where both say the same.

    Pieces are compared as the reader of the letter meets them: paragraphs, headings, items. Where
    lines break does not matter.
    """
    return tuple(_differences(_pieces(old), _pieces(new)))


def _pieces(text: str) -> list[str]:
    """Give the pieces of a text, each on one line."""
    pieces: list[str] = []
    goes_on = False
    for line in map(str.strip, text.splitlines()):
        begins = line.startswith(("# ", "## ", "- ", "@", "//", "when "))
        if line and goes_on and not begins and not pieces[-1].startswith(("#", "@")):
            pieces[-1] = f"{pieces[-1]} {line}"
        elif line:
            pieces.append(line)
        goes_on = bool(line)
    return pieces


def _differences(old: list[str], new: list[str]) -> Iterator[str]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and b - a == d - c:
            for gone, come in zip(old[a:b], new[c:d], strict=True):
                yield f"“{gone}” becomes “{come}”."
        elif tag != "equal":
            yield from (f"No longer: “{each}”." for each in old[a:b])
            yield from (f"New: “{each}”." for each in new[c:d])
