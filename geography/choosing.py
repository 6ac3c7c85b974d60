"""Which line a home or a gate is put on where somebody chose it instead of the nearest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geography.network import Network, Point
from geography.snapping import Snap, edge_number, snap, snap_to
from records.measurement import Way
from records.school import Gate


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """The line chosen, and the position whose nearest point on it counts (None: the place's own).

    How far the place itself lies from that point is still told as its snap.
    """

    edge: str
    near: Point | None = None

    def snap(self, network: Network, position: Point) -> Snap:
        """Put a position on the chosen line; raises NotMeasurable where the network has it not."""
        return snap_to(network, position, self.edge, self.near)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen for the home, and for gates by their names; the nearest line otherwise.

    A line that may not be used that way is no place to set out from: nobody drives along the
    footpath that a home was put on. The nearest line that may be used counts then.
    """

    home: ChosenLine | None = None
    gates: tuple[tuple[str, ChosenLine], ...] = ()

    def home_on(self, network: Network, home: Point, way: Way) -> Snap:
        """Return where the home meets the network."""
        return on_chosen(self.home, network, home, way)

    def gate_on(self, network: Network, gate: Gate, way: Way) -> Snap:
        """Return where a gate meets the network."""
        position = (gate.easting, gate.northing)
        return on_chosen(dict(self.gates).get(gate.name), network, position, way)


def on_chosen(line: ChosenLine | None, network: Network, position: Point, way: Way) -> Snap:
    """Put a position on the chosen line where that may be used that way, else on the nearest."""
    if line is None:
        return snap(network, position, way)
    source = network.source
    if not source.usable(way)[edge_number(source, line.edge)]:
        return snap(network, position, way)
    return line.snap(network, position)


NEAREST: Final = Chosen()
"""Nothing was chosen: every place is put on the nearest line."""
