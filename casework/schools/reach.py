"""Which schools of a list lie in reach of the network, and which seem to stand in the sea."""

from __future__ import annotations

from casework.desk import Desk
from casework.measuring import held_network
from geography import Network
from geography.problems import UnreadableFile
from geography.snapping import snap
from records.measurement import Way
from records.school import School

BEYOND_M = 20_000.0
"""A school farther than this from the box around the network is not brought in from a list of many:
no route to it can be measured, and a national list has some 25,000."""

MANY = 1_000
"""From how many schools on a list counts as one of many."""

OFF_M = 1_000.0
"""A gate farther than this from every line is named: its position may be wrong, or in the sea."""


def within_reach(
    desk: Desk, schools: tuple[School, ...]
) -> tuple[tuple[School, ...], tuple[str, ...]]:
    """Return the schools to keep, and in words which were left out or lie off the network."""
    try:
        network = held_network.latest(desk)
    except UnreadableFile:
        network = None
    if network is None:
        return schools, ()
    kept = schools
    if len(schools) >= MANY:
        kept = tuple(each for each in schools if is_near(network, each))
    notes = []
    if len(kept) < len(schools):
        notes.append(
            f"{len(schools) - len(kept):,} lie more than {BEYOND_M / 1000:.0f} km from the network "
            "and were left out."
        )
    off = [each.name for each in kept if is_off(network, each)]
    if off:
        named = ", ".join(off[:5]) + (f" and {len(off) - 5:,} more" if len(off) > 5 else "")
        notes.append(
            f"{len(off):,} lie over {OFF_M / 1000:.0f} km from every street and path, in the sea "
            f"or beyond the network; check their positions: {named}."
        )
    return kept, tuple(notes)


def is_near(network: Network, school: School) -> bool:
    """Say whether a school has a gate in or around the network's box."""
    west, south, east, north = network.extent()
    return any(
        west - BEYOND_M <= gate.easting <= east + BEYOND_M
        and south - BEYOND_M <= gate.northing <= north + BEYOND_M
        for gate in school.gates
    )


def is_off(network: Network, school: School) -> bool:
    """Say whether a gate of a school lies far from every line that may be walked."""
    if network.foot is not None and not network.foot.any():
        return False
    return any(
        snap(network, (gate.easting, gate.northing), Way.WALKING).distance_mm > OFF_M * 1000
        for gate in school.gates
    )
