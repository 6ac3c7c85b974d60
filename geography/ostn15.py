"""Turns latitude and longitude into grid metres, exactly where the OSTN15 grid file is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
from pyproj import Transformer
from pyproj.exceptions import ProjError

from geography.grid import LAT_LON_ACCURACY, to_grid
from geography.lengths import FloatArray
from geography.problems import UnreadableFile
from rules.problems import Problem

NAMES: Final = ("*OSTN15*.gsb", "*OSTN15*.tif", "*ostn15*.gsb", "*ostn15*.tif")
"""How the grid's file is called where it lies beside a file that is imported."""

DIGITS: Final = 4
"""Coordinates that were transformed are kept to a tenth of a millimetre, so that the last bits of
one machine's arithmetic change no digest."""

STEPS: Final = (
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
    '+step +inv +proj=hgridshift +grids="{grid}" '
    "+step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
)


@dataclass(frozen=True, slots=True)
class GridFile:
    """The OSTN15 grid as a file: where it lies, and the SHA-256 of its bytes."""

    path: Path
    digest: str


def grid_file(given: Path | None, beside: Path) -> GridFile | None:
    """Return the grid that was named, or one that lies beside a file, or None.

    Raises UnreadableFile where the named file cannot be opened.
    """
    lying = [found for name in NAMES for found in sorted(beside.parent.glob(name))]
    path = given if given is not None else next(iter(lying), None)
    if path is None:
        return None
    try:
        return GridFile(path.resolve(), sha256(path.read_bytes()).hexdigest())
    except OSError as error:
        message = f"cannot be opened ({error.strerror or error}); expected the OSTN15 grid."
        raise UnreadableFile([Problem(str(path), message)]) from error


def in_grid_metres(lon_lat: FloatArray, grid: GridFile | None) -> FloatArray:
    """Turn WGS84 or ETRS89 longitude and latitude, shape (n, 2), into grid metres.

    With the grid exact to the grid's own accuracy; without it about 1 m off. Raises UnreadableFile
    for a grid that PROJ cannot read.
    """
    if grid is None:
        points = to_grid(lon_lat)
    else:
        points = np.column_stack(through(grid).transform(lon_lat[:, 0], lon_lat[:, 1]))
    return np.asarray(np.round(points, DIGITS), dtype=np.float64)


@lru_cache(maxsize=2)
def through(grid: GridFile) -> Transformer:
    """Return the way through a grid's file."""
    try:
        return Transformer.from_pipeline(STEPS.format(grid=grid.path))
    except ProjError as error:
        message = "is no grid that PROJ can read; expected OSTN15 as .gsb or .tif."
        raise UnreadableFile([Problem(str(grid.path), message)]) from error


def accuracy(grid: GridFile | None) -> str:
    """Say how latitude and longitude were turned into grid metres."""
    if grid is None:
        return LAT_LON_ACCURACY
    return (
        "Latitude and longitude were turned into grid metres with the OSTN15 grid "
        f"{grid.path.name} (SHA-256 {grid.digest[:12]}…)."
    )
