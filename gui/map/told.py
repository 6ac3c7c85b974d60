"""The map told in words: everything it shows, for those who do not see it and for a letter."""

from __future__ import annotations

from gui.map.canvas import layer_of
from gui.map.legend import WORDS
from gui.map.scene import Layer, MapScene, Mark, Place

MANY = 12
"""So many schools are named; more are counted."""


def told(scene: MapScene, hidden: frozenset[Layer] = frozenset()) -> tuple[str, ...]:
    """Tell what a map shows, a sentence or two to a line; what is hidden is named last."""
    shown = [*_places(scene, hidden)]
    if Layer.OTHERS not in hidden:
        shown += [f"Also measured: {other.words}." for other in scene.others]
    shown += [one.words for one in scene.stretches if one.layer not in hidden]
    if scene.reach is not None and Layer.REACH not in hidden:
        shown.append(scene.reach.words)
    names = [WORDS[layer].lower() for layer in scene.layers() if layer in hidden]
    if names:
        shown.append(f"Hidden: {', '.join(names)}.")
    network = f"Drawn from {scene.source}." if scene.source else ""
    return tuple(filter(None, (scene.in_words, *shown, network)))


def _places(scene: MapScene, hidden: frozenset[Layer]) -> list[str]:
    seen = [one for one in scene.places if layer_of(one) not in hidden]
    said = []
    for mark, word in ((Mark.HOME, "Home"), (Mark.SCHOOL, "School")):
        said += [
            f"{word}{_named(one)} at {_at(one)}." for one in seen if one.mark is mark and one.needed
        ]
    gates = [_at(one) for one in seen if one.mark is Mark.GATE]
    if gates:
        said.append(f"Other gates at {'; '.join(gates)}.")
    others = sorted(one.words for one in seen if one.mark is Mark.SCHOOL and not one.needed)
    if len(others) > MANY:
        said.append(f"{len(others):,} schools are marked.")
    elif others:
        said.append(f"Schools marked: {', '.join(others)}.")
    return said


def _named(place: Place) -> str:
    if place.mark is Mark.HOME:
        return " (approximate)" if "approximate" in place.words else ""
    return f" {place.words}" if place.words else ""


def _at(place: Place) -> str:
    return f"{place.easting:,.0f} east, {place.northing:,.0f} north"
