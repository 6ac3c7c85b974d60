"""Whether a piece of evidence is held already: by its fact, or by what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from letters.matter import FactRow
from records.offers import WantedItem

ASKS_FOR: Final = re.compile(
    r"^(?:(?:please|send|us|a|an|the|your|his|her|their|our|copy of|copies of|proof of"
    r"|evidence of|evidence for|confirmation of|record of|child'?s|\w+'s)\s+)+"
)
KNOWN_AS: Final = {
    "date_of_birth": ("date of birth", "birth certificate", "birthday", "dob"),
    "walking_distance": ("walking distance", "distance on foot", "length of the walk"),
    "road_distance": ("road distance", "distance by road"),
}
"""Facts that are held whole once they are held, and what a person may call them."""


def already_held(item: WantedItem, facts: Iterable[FactRow]) -> str | None:
    """Give the label of the held fact that an item asks for; None where it is not held."""
    held = [row for row in facts if row.value != "Not known"]
    wanted = _plain(item.what)
    return next((row.label for row in held if item.fact == row.name or _asks(wanted, row)), None)


def _asks(wanted: str, row: FactRow) -> bool:
    label = _plain(row.label)
    if label in (wanted, ASKS_FOR.sub("", wanted)):
        return True
    called = next((k for k in KNOWN_AS if row.name == k or label == _plain(k)), None)
    return called is not None and any(_has(wanted, each) for each in KNOWN_AS[called])


def _has(text: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", text) is not None


def _plain(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").replace("_", " ").casefold().split())
