"""Find a street of the network, a postcode or a school of the store, to show it on the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from casework.desk import Desk
from casework.measure import network_of
from casework.schools.places import list_schools
from geography import Network
from geography.drawing import points_of
from geography.picking import Street, streets_of
from store import households

Point = tuple[float, float]
MOST = 30
"""How many finds are given at most: more is a list to read, not a place to go to."""


class FoundKind(StrEnum):
    """What was found."""

    STREET = "street"
    POSTCODE = "postcode"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Found:
    """One find: its words, more about it, its middle in grid metres, and its lines (streets).

    ``apart`` tells it in few words from others of the same name; empty where nothing does.
    """

    kind: FoundKind
    words: str
    about: str
    at: Point
    lines: tuple[tuple[Point, ...], ...] = ()
    apart: str = ""


def find_on_map(desk: Desk, words: str, most: int = MOST) -> tuple[Found, ...]:
    """Return what is called so: what begins with the words first, then what holds them.

    Case and spaces do not matter. Raises CannotMeasure before the first network.
    """
    wanted = "".join(words.casefold().split())
    if not wanted:
        return ()
    every = [*schools(desk, wanted), *postcodes(desk, wanted), *streets(network_of(desk), wanted)]
    # Sorting is stable: within a rank, schools and postcodes stand before streets, each by name.
    ranked = sorted(every, key=lambda each: rank(each.words, wanted))
    return tuple(ranked[:most])


def rank(words: str, wanted: str) -> int:
    """Return 0 for the words themselves, 1 where they begin so, 2 where they hold them."""
    has = "".join(words.casefold().split())
    return 0 if has == wanted else 1 if has.startswith(wanted) else 2


def schools(desk: Desk, wanted: str) -> Iterator[Found]:
    """Find schools with a gate by name or URN."""
    for each in list_schools(desk):
        if each.gates and (holds(each.name, wanted) or each.urn == wanted):
            gate = each.gates[0]
            yield Found(
                FoundKind.SCHOOL, each.name, f"URN {each.urn}", (gate.easting, gate.northing)
            )


def postcodes(desk: Desk, wanted: str) -> Iterator[Found]:
    """Find postcodes by their middles, or by a home where no middle was brought in."""
    found: dict[str, Found] = {}
    for home in households.list_households(desk.store):
        if home.easting is None or home.northing is None or not home.postcode:
            continue
        if not "".join(home.postcode.casefold().split()).startswith(wanted):
            continue
        middle = home.position_from == "postcode"
        if middle or home.postcode not in found:
            about = "middle of the postcode" if middle else "a home of the store"
            at = (home.easting, home.northing)
            found[home.postcode] = Found(FoundKind.POSTCODE, home.postcode, about, at)
    yield from (found[postcode] for postcode in sorted(found))


def streets(network: Network, wanted: str) -> Iterator[Found]:
    """Find streets by name."""
    for street in streets_of(network):
        if holds(street.name, wanted):
            yield found_street(network, street)


def found_street(network: Network, street: Street) -> Found:
    """Tell of a street: how long it is and where, as names repeat within a county."""
    west, south, east, north = street.box
    at = ((west + east) / 2, (south + north) / 2)
    length = street.ground_nm / 1e9
    long = f"{length:,.0f} m"
    about = f"{long}, near {at[0]:,.0f} east, {at[1]:,.0f} north"
    lines = tuple(points_of(network, edge) for edge in street.edges)
    return Found(FoundKind.STREET, street.name, about, at, lines, long)


def holds(name: str, wanted: str) -> bool:
    """Say whether a name holds the words, spaces left out."""
    return wanted in "".join(name.casefold().split())
