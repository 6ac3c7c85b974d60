"""Web and mail addresses in a text, told from what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINK = re.compile(r"https?://[^\s<>“”]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters on one line; ``href`` is where it leads, for a link."""

    text: str
    href: str | None = None


def linked(word: str) -> Iterator[Span]:
    """Tell a web or mail address in a word from what stands around it."""
    at = 0
    for found in LINK.finditer(word):
        if found.start() > at:
            yield Span(word[at : found.start()])
        address = found.group()
        yield Span(address, address if "://" in address else f"mailto:{address}")
        at = found.end()
    if at < len(word):
        yield Span(word[at:])
