"""What the map shows of the store besides a case: the network, the schools, the stretches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.desk import Desk
from casework.measure import network_of
from casework.schools.places import list_schools
from geography.drawing import Box, Drawing, Names, Passes, drawing_of, names_of
from records.school import School
from records.stretch import Stretch
from store import networks, stretches

__all__ = ["Drawing", "Names", "NetworkMap", "Passes", "marked_stretches", "network_map"]


@dataclass(frozen=True, slots=True, eq=False)
class NetworkMap:
    """The network that is measured on, as a map shows it, and the schools of the store.

    ``imported_at`` is when the network came into the store; ``notes`` what its maker says of it;
    ``tells_vehicles`` whether it says what a motor vehicle may pass, ``has_names`` whether it names
    streets. ``extent`` is its box.
    """

    name: str
    digest: str
    imported_at: datetime
    notes: tuple[str, ...]
    tells_vehicles: bool
    has_names: bool
    drawing: Drawing
    names: Names
    extent: Box
    schools: tuple[School, ...]


def network_map(desk: Desk) -> NetworkMap:
    """Read the network for a map.

    Raises CannotMeasure before the first network, UnreadableFile where its bytes are damaged.
    """
    network = network_of(desk)
    came = {each.digest: each.imported_at for each in networks.imported(desk.store)}
    return NetworkMap(
        name=network.name,
        digest=network.digest,
        imported_at=came[network.digest],
        notes=network.notes,
        tells_vehicles=network.motor is not None,
        has_names=any(network.names),
        drawing=drawing_of(network),
        names=names_of(network),
        extent=network.extent(),
        schools=list_schools(desk),
    )


def marked_stretches(desk: Desk) -> tuple[Stretch, ...]:
    """Every stretch on record, the one marked last in front."""
    return tuple(reversed(stretches.list_stretches(desk.store)))
