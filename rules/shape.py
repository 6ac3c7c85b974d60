"""Takes plain YAML nodes apart, collecting a Problem with line and column for all that is amiss."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from typing import TypeVar

from rules.amounts import read_day
from rules.problems import Problem
from rules.yaml_text import Listing, Mapping, Node, Text

Read = TypeVar("Read")

LONGEST_QUOTED = 60
"""Characters of a text that a problem quotes."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Words that offer the nearest known name: ``; did you mean 'age'?`` (or nothing)."""
    close = get_close_matches(word, list(known), 1, 0.6)
    return f"; did you mean '{close[0]}'?" if close else ""


def shown(text: str) -> str:
    """A text as a problem quotes it: one that is very long is cut."""
    return text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}…"


class Shape:
    """Reads typed parts out of nodes of one file; what does not fit becomes a problem."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.problems: list[Problem] = []

    def problem(self, node: Node, message: str, column: int = 0) -> None:
        """Note a problem at a node; ``column`` counts on from the node's own."""
        self.problems.append(Problem(self.place, message, node.line, node.column + column))

    def keys(self, mapping: Mapping, known: Iterable[str], needed: Iterable[str] = ()) -> None:
        """Check that a mapping has only ``known`` keys, and all ``needed`` ones."""
        names = list(known)
        for name, key in mapping.keys.items():
            if name not in names:
                hint = nearest(name, names) or f"; expected one of {', '.join(names)}"
                self.problem(key, f"'{shown(name)}' is not a key here{hint}")
        for name in needed:
            node = mapping.entries.get(name)
            if node is None:
                self.problem(mapping, f"'{name}:' is missing")
            elif isinstance(node, Text) and not node.value.strip():
                self.problem(node, f"'{name}:' says nothing")

    def text(self, mapping: Mapping, key: str) -> str | None:
        """The text under a key, None where absent or not text."""
        node = mapping.entries.get(key)
        if node is None:
            return None
        if not isinstance(node, Text):
            self.problem(node, f"'{key}:' takes plain text")
            return None
        if key == "title" and "\n" in node.value.strip():
            self.problem(node, "'title:' takes one line")
        return node.value

    def mapping(self, mapping: Mapping, key: str) -> Mapping:
        """The mapping under a key; an empty one where absent or of another shape."""
        node = mapping.entries.get(key)
        if node is None or (isinstance(node, Text) and node.value == ""):
            return Mapping(line=mapping.line, column=mapping.column)
        if not isinstance(node, Mapping):
            self.problem(node, f"'{key}:' takes 'name: value' lines")
            return Mapping(line=node.line, column=node.column)
        return node

    def items(self, mapping: Mapping, key: str) -> list[Node]:
        """The items of the list under a key; none where absent or of another shape."""
        node = mapping.entries.get(key)
        if node is None or (isinstance(node, Text) and node.value == ""):
            return []
        if not isinstance(node, Listing):
            self.problem(node, f"'{key}:' takes a list ('- item' lines, or [a, b])")
            return []
        return node.items

    def words(self, mapping: Mapping, key: str) -> tuple[str, ...]:
        """The texts of the list under a key."""
        found = []
        for item in self.items(mapping, key):
            if isinstance(item, Text):
                found.append(item.value)
            else:
                self.problem(item, f"each item of '{key}:' is plain text")
        return tuple(found)

    def read(self, mapping: Mapping, key: str, reader: Callable[[str], Read]) -> Read | None:
        """The text under a key through a reader whose ValueError becomes a problem."""
        text = self.text(mapping, key)
        if text is None:
            return None
        try:
            return reader(text)
        except ValueError as error:
            self.problem(mapping.entries[key], f"{key}: {shown(text)!r}: {error}")
            return None

    def day(self, mapping: Mapping, key: str) -> date | None:
        """The day under a key, None where absent."""
        return self.read(mapping, key, read_day)

    def choice(self, mapping: Mapping, key: str, choices: Iterable[str]) -> str | None:
        """The text under a key, which must be one of ``choices``."""
        known = list(choices)

        def one_of(text: str) -> str:
            if text not in known:
                raise ValueError(f"expected one of {', '.join(known)}{nearest(text, known)}")
            return text

        return self.read(mapping, key, one_of)

    def yes(self, mapping: Mapping, key: str) -> bool:
        """Whether ``yes`` stands under a key (absent: no)."""
        return self.choice(mapping, key, ("yes", "no")) == "yes"
