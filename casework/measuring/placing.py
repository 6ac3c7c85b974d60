"""Stretches that officers marked, found again on a network and turned into changes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geography import Added, Changes, Closed, Network
from geography.snapping import numbers_of
from records.stretch import Stretch, StretchKind

SAME_PLACE_M = 0.001
"""A line is the one that was marked where none of its points lies farther off than this."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Changes of a network, the ids of the stretches they are, and of those not found on it."""

    changes: Changes
    counted: tuple[str, ...]
    lost: tuple[str, ...]


def place(network: Network, stretches: Iterable[Stretch]) -> Placed:
    """Find stretches on a network. One of which any line is gone or redrawn is not found."""
    closed: list[Closed] = []
    added: list[Added] = []
    counted: list[str] = []
    lost: list[str] = []
    for one in stretches:
        if one.kind is StretchKind.ADDED:
            added.append(Added(one.id, one.lines[0], one.name))
        elif all(is_there(network, *each) for each in zip(one.edges, one.lines, strict=True)):
            closed.extend(Closed(one.id, edge, one.between) for edge in one.edges)
        else:
            lost.append(one.id)
            continue
        counted.append(one.id)
    return Placed(Changes(tuple(closed), tuple(added)), tuple(counted), tuple(lost))


def is_there(network: Network, edge: str, line: Sequence[tuple[float, float]]) -> bool:
    """Say whether the network has this line, drawn as it was."""
    number = numbers_of(network).get(edge)
    if number is None:
        return False
    points = network.line(number).tolist()
    return len(points) == len(line) and all(
        max(abs(x - east), abs(y - north)) <= SAME_PLACE_M
        for (x, y), (east, north) in zip(points, line, strict=True)
    )
