"""Exact lengths: whole nanometres inside, rounded up once to the whole millimetre at the end.

A nanometre is the 1e-6 mm to which each edge is rounded. Whole numbers add up to the same sum in
any order and either direction; a double holds them exactly up to 9,000 km, so the shortest-path
search is exact as well.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
NodeArray = NDArray[np.int32]
BoolArray = NDArray[np.bool_]

NANOMETRES_PER_METRE: Final = 1_000_000_000
NANOMETRES_PER_MILLIMETRE: Final = 1_000_000

DUST_NM: Final = 10
"""What the rounding of some hundred edges to nanometres may add up to. Three edges of 66.6… m make
200 m and one nanometre; that nanometre is no reason to write 200.001 m."""


class Basis(StrEnum):
    """Which of the two lengths decides the shortest route, and is held against a limit."""

    GROUND = "ground"
    GRID = "grid"


def nanometres(metres: FloatArray) -> IntArray:
    """Round lengths in metres to whole nanometres."""
    return np.rint(metres * NANOMETRES_PER_METRE).astype(np.int64)


def millimetres(nanometres: int) -> int:
    """Round a length up to the next whole millimetre, leaving out the dust of rounding."""
    return -((DUST_NM - nanometres) // NANOMETRES_PER_MILLIMETRE)


def millimetres_of_each(nanometres: NDArray[Any]) -> IntArray:
    """Round each length up to the next whole millimetre, as ``millimetres`` does."""
    upward: IntArray = -((DUST_NM - nanometres.astype(np.int64)) // NANOMETRES_PER_MILLIMETRE)
    return upward
