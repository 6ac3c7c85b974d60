"""Reads the positions of GML's lines: how many numbers each has, without its height."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import numpy as np

from geography.problems import UnreadableFile
from geography.readers.tables import unreadable

GRID_METRES: Final = {"27700": 2, "7405": 3}
"""How many numbers a position has: EPSG:7405 is the National Grid with heights."""

LEAST_EASTING: Final = 2_000.0
"""Metres. No land of Britain lies further west, and none is as high: a smaller easting
is a height."""

Points = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def dimension_of(element: ElementTree.Element, otherwise: int, path: Path) -> int:
    """Return how many numbers make a position: what the element says, else what holds around it.

    Raises UnreadableFile for anything but two or three, and for two where there must be three.
    """
    said = element.get("srsDimension")
    if said is None:
        return otherwise
    if said not in ("2", "3") or int(said) < otherwise:
        message = f"says srsDimension '{said}' where a position has {otherwise} numbers."
        raise unreadable(str(path), message)
    return int(said)


def numbers_in(name: str | None, path: Path) -> int:
    """Return how many numbers make a position in a line's coordinate system, by its name.

    Raises UnreadableFile for a line that is not in grid metres.
    """
    numbers = grid_numbers(name)
    if name is None:
        message = "has lines without a coordinate system; expected the National Grid (EPSG:27700)."
        raise unreadable(str(path), message)
    if numbers is None:
        raise unreadable(str(path), f"is in {name}; expected the National Grid (EPSG:27700).")
    return numbers


@cache
def grid_numbers(name: str | None) -> int | None:
    """Return the same for any name, None where it is not of grid metres; few stand in a file."""
    return GRID_METRES.get(re.split("[:/#]", name or "")[-1])


def points_in(text: str, dimension: int, path: Path) -> Points:
    """Read a list of positions into points, without heights."""
    try:
        numbers = np.array(text.split(), dtype=np.float64)
        return np.ascontiguousarray(numbers.reshape(-1, dimension)[:, :2])
    except ValueError as error:
        raise broken_positions(path, text) from error


def check_no_heights(lines: list[Points], path: Path) -> None:
    """Raise UnreadableFile for positions of three numbers in a file that says they have two."""
    if lines and np.concatenate(lines)[:, 0].min() < LEAST_EASTING:
        message = "has positions with heights, but no srsDimension of 3 that says so."
        raise unreadable(str(path), message)


def broken_positions(path: Path, text: str) -> UnreadableFile:
    """Return the error for positions that are no numbers, or break off."""
    return unreadable(str(path), f"has positions that cannot be read: '{text[:40]}…'.")
