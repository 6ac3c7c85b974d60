"""How far off a school may lie and still be nearer along the network: the crow only rules out.

A length along the network is counted from where the home meets it to where a gate does. Neither
straight way there is part of it, so a school may lie farther off than its length by both of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from casework.measuring.terms import Terms, chosen_lines
from geography import Network
from geography.snapping import snap
from records.measurement import Way
from records.school import School

LISTED_M: Final = 5_000.0
"""How far from the home, as the crow flies, schools are listed at least."""

STRAIGHT: Final = 1.01
"""How many metres on the grid one on the ground may be: the scale differs by under a thousandth."""

GAPS_M: Final = 100.0
"""How far the ends of lines that a file joins may lie apart on the way, which no length counts."""


def ways_of(network: Network) -> tuple[Way, ...]:
    """Return the ways a network can be used for ranking: on foot, by road where it has roads."""
    return tuple(way for way in Way if way is Way.WALKING or network.allows(way))


def reach(
    network: Network,
    home: tuple[float, float],
    lengths_mm: Sequence[int | None],
    terms: Terms,
) -> float:
    """Return how far off a school may still be nearer, in metres, less the snap of its gate.

    ``lengths_mm`` are those to the school asked about, by each way that may rank. Where one has no
    route, the reach is without end.
    """
    longest = max(math.inf if one is None else one / 1000 for one in lengths_mm)
    return longest * STRAIGHT + GAPS_M + home_snap(network, home, terms)


def is_within(network: Network, home: tuple[float, float], school: School, metres: float) -> bool:
    """Say whether any gate of a school lies within a reach."""
    return any(
        math.dist(home, (gate.easting, gate.northing))
        <= metres + _snap(network, (gate.easting, gate.northing))
        for gate in school.gates
    )


def home_snap(network: Network, home: tuple[float, float], terms: Terms) -> float:
    """Return how far a home lies from where it meets the network, the farther of both ways."""
    lines = chosen_lines(network, terms)
    return max(lines.home_on(network, home, way).distance_mm / 1000 for way in ways_of(network))


def _snap(network: Network, gate: tuple[float, float]) -> float:
    return max(snap(network, gate, way).distance_mm / 1000 for way in ways_of(network))
