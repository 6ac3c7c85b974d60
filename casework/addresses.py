"""Addresses by UPRN: brought in from a list, and found by a UPRN, a postcode or some words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from casework.bring_in import KEEPERS, BroughtIn, Progress
from casework.desk import Desk
from casework.measuring import held_network
from casework.rights import require
from casework.schools.reach import BEYOND_M
from geography.counted import counted
from geography.problems import UnreadableFile
from geography.readers.addresses import AddressFile, open_addresses
from geography.readers.points import UNPLACED
from records.address import Address
from store import addresses

__all__ = ["MOST", "Address", "bring_in_addresses", "count_addresses", "find_addresses"]

MOST: Final = 200
"""How many addresses are offered, more than any postcode has; more words find fewer."""

POSTCODE: Final = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}")
UPRN: Final = re.compile(r"[0-9]{1,12}")


def _unheard(done: int, total: int, words: str) -> None:
    """Nobody asked how far it is."""


def bring_in_addresses(desk: Desk, path: Path, progress: Progress = _unheard) -> BroughtIn:
    """Keep the addresses of a file (AddressBase, OS Open UPRN) that lie near the network.

    Read row by row, so that a national file needs no more memory. An address that is held already
    is brought up to date. Raises NotAllowed, or UnreadableFile naming rows; then nothing was kept.
    """
    require(desk, "Bringing in addresses", *KEEPERS)
    progress(0, 0, "Looking at the file")
    file, before = open_addresses(path), addresses.count_addresses(desk.store)
    found = file.rows(_box(desk), progress)
    source = f"{file.kind.value}: {path.name}"
    count = addresses.keep_addresses(desk.store, found, source, desk.person)
    new = addresses.count_addresses(desk.store) - before
    return BroughtIn(path.stem, count, new, tuple(_notes(file)))


def count_addresses(desk: Desk) -> int:
    """Count the addresses that are held."""
    return addresses.count_addresses(desk.store)


def find_addresses(desk: Desk, text: str) -> tuple[Address, ...]:
    """Find addresses by a UPRN, a postcode, or words that all stand in them, MOST of them at most.

    They stand as in a street: number 2 before number 12.
    """
    sought = " ".join(text.upper().split())
    if UPRN.fullmatch(sought):
        found = addresses.address(desk.store, sought.lstrip("0") or "0")
        return (found,) if found else ()
    if POSTCODE.fullmatch(sought):
        return in_street_order(addresses.addresses_at(desk.store, sought, MOST))
    return in_street_order(addresses.addresses_like(desk.store, text, MOST))


def in_street_order(found: Iterable[Address]) -> tuple[Address, ...]:
    """Sort addresses by their words, numbers in them by their value."""
    return tuple(sorted(found, key=lambda one: (_by_value(one.address), _by_value(one.uprn))))


def _by_value(text: str) -> list[tuple[int, str]]:
    parts = re.findall(r"[0-9]+|[^0-9]+", text.casefold())
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


def _box(desk: Desk) -> tuple[float, float, float, float] | None:
    try:
        network = held_network.latest(desk)
    except UnreadableFile:
        network = None
    if network is None:
        return None
    west, south, east, north = network.extent()
    return west - BEYOND_M, south - BEYOND_M, east + BEYOND_M, north + BEYOND_M


def _notes(file: AddressFile) -> list[str]:
    notes = [f"The file is {file.kind.value}."]
    if file.beyond:
        away = f"{BEYOND_M / 1000:.0f} km"
        words = f"{{lies|lie}} more than {away} from the network and {{was|were}} left out."
        notes.append(counted(file.beyond, words))
    if file.unplaced:
        notes.append(counted(file.unplaced, UNPLACED))
    return notes
