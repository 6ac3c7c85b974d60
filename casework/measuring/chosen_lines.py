"""Lines that officers put homes and gates on, found again on a network or said to be lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import store.networks as networks
from casework.desk import Desk
from casework.measuring import held_network
from casework.measuring.placing import is_there
from geography import Network
from geography.problems import UnreadableFile
from geography.snapping import numbers_of
from records.measurement import ChosenPlace

Line = tuple[tuple[float, float], ...]
Drawn = tuple[tuple[str, Line], ...]
"""By a choice's id, its line as it was drawn when it was chosen; empty where that is not held."""


def drawn_when_chosen(desk: Desk, chosen: Iterable[ChosenPlace]) -> Drawn:
    """Return the drawing of each chosen line on the network it was chosen on.

    Only of those chosen on another network than today's: on that, the id says which line it is.
    """
    held = networks.imported(desk.store)
    found: list[tuple[str, Line]] = []
    for one in chosen:
        then = [each for each in held if each.imported_at <= one.at]
        if one.edge is not None and then and then[-1].digest != held[-1].digest:
            found.append((one.id, _drawing(desk, then[-1].digest, one.edge)))
    return tuple(found)


def fits(network: Network, chosen: ChosenPlace, drawn: Mapping[str, Line]) -> bool:
    """Say whether a network has the line that was chosen, drawn as it was then."""
    if chosen.edge is None:
        return True
    source = network.source
    if chosen.id in drawn:
        return is_there(source, chosen.edge, drawn[chosen.id])
    return chosen.edge in numbers_of(source)


def lost_on(network: Network, chosen: Iterable[ChosenPlace], drawn: Drawn) -> tuple[str, ...]:
    """Return the ids of the choices that a network no longer has the line of."""
    return tuple(one.id for one in chosen if not fits(network, one, dict(drawn)))


def _drawing(desk: Desk, digest: str, edge: str) -> Line:
    try:
        network = held_network.by_digest(desk, digest)
    except UnreadableFile:
        network = None
    number = numbers_of(network).get(edge) if network else None
    if network is None or number is None:
        return ()
    return tuple((float(x), float(y)) for x, y in network.line(number).tolist())
