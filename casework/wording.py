"""A council's own wording: its letterhead and contacts, read from beside its policy."""

from __future__ import annotations

from casework.shelf import Shelf
from letters import Sender, sender_of
from rules.problems import BadPolicy, Problem
from rules.yaml_text import Listing, Mapping, Text, read_yaml


def sender(shelf: Shelf, council: str) -> Sender:
    """The council as letters show it; an empty sender (blanks in letters) where none is on file.

    Raises BadPolicy or BadWording, naming the file, for wording that cannot be read.
    """
    for folder in shelf.folders:
        path = folder / council / "wording" / "letterhead.yaml"
        if path.is_file():
            place = f"policy/{council}/wording/letterhead.yaml"
            return sender_of(_plain(read_yaml(path.read_text("utf-8"), place), place), place)
    return Sender()


def _plain(mapping: Mapping, place: str) -> dict[str, object]:
    return {name: _value(node, place) for name, node in mapping.entries.items()}


def _value(node: Text | Listing | Mapping, place: str) -> object:
    if isinstance(node, Text):
        return node.value or None
    if isinstance(node, Listing) and all(isinstance(item, Text) for item in node.items):
        return [item.value for item in node.items if isinstance(item, Text)]
    raise BadPolicy([Problem(place, "expected text or a list of lines", node.line, node.column)])
