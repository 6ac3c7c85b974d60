"""The order in which definitions are read, what one stands on first: a chain costs no depth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rules.yaml_text import Listing, Node, Text
from rules.yaml_text import Mapping as YamlMapping

_WORD = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_ASIDE = ("says", "source", "replaces")
"""Keys of a definition that name no other."""


def reading_order(nodes: Mapping[str, Node]) -> list[str]:
    """The names of definitions, each after those that its text names; a loop is cut somewhere.

    Goes by words alone, in time that grows with the text; what the words mean is settled later.
    """
    done: dict[str, None] = {}
    seen: set[str] = set()
    for first in nodes:
        open_ones = [(first, _named(nodes, first))] if first not in seen else []
        seen.add(first)
        while open_ones:
            name, below = open_ones[-1]
            following = next((each for each in below if each not in seen), None)
            if following is None:
                done[name] = None
                open_ones.pop()
            else:
                seen.add(following)
                open_ones.append((following, _named(nodes, following)))
    return list(done)


def loop_from(nodes: Mapping[str, Node], start: str) -> list[str]:
    """The definitions from one back to itself, the shortest way; none where there is no way."""
    came: dict[str, str] = {}
    waiting = [start]
    for name in waiting:
        for below in _named(nodes, name):
            if below == start:
                return _way_back(came, start, name)
            if below not in came:
                came[below] = name
                waiting.append(below)
    return []


def _way_back(came: Mapping[str, str], start: str, last: str) -> list[str]:
    way = [start]
    while last != start:
        way.append(last)
        last = came[last]
    return [start, *way[:0:-1], start]


def _named(nodes: Mapping[str, Node], name: str) -> Iterator[str]:
    """The definitions that the text of one names, each once."""
    words = dict.fromkeys(_WORD.findall(" ".join(_texts(nodes[name]))))
    return (word for word in words if word in nodes)


def _texts(node: Node) -> Iterator[str]:
    waiting: list[Node] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Text):
            yield each.value
        elif isinstance(each, Listing):
            waiting += each.items
        elif isinstance(each, YamlMapping):
            waiting += [found for key, found in each.entries.items() if key not in _ASIDE]
