"""The verb behind ``measure``: one home to all schools of a file, with no store involved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from casework.files.certificate import write_certificates
from casework.read_only import keep_read_only
from geography import (
    Basis,
    NotMeasurable,
    Route,
    UnusablePosition,
    as_geojson,
    measure_case,
    read_network,
)
from geography.imports import AS_SUGGESTED, Choices
from geography.readers import read_school_list
from records.measurement import Way
from records.school import School
from rules.problems import UserFacingError


@dataclass(frozen=True, slots=True)
class MeasuredFile:
    """The routes from one home to each school of a file, in its order, and along which network.

    ``notes`` is what the reader should know about the network and the list of schools, in plain
    words. ``unplaced`` are the schools that have no position, to which nothing was measured.
    """

    network: str
    digest: str
    notes: tuple[str, ...]
    routes: tuple[tuple[School, Route], ...]
    unplaced: tuple[School, ...] = ()


def measure_files(
    network: Sequence[Path],
    schools: Path,
    home: str,
    way: Way,
    basis: Basis,
    routes_to: Path | None = None,
    certificates_to: Path | None = None,
    choices: Choices = AS_SUGGESTED,
) -> MeasuredFile:
    """Measure from ``home`` (``E,N``) to each school; write routes, certificates where asked.

    The files of ``network`` are read as bringing them in with the same ``choices`` would.
    A school without a position is left out and told of. Raises NotMeasurable where none has one,
    and UserFacingError, before anything is written, for files or a position that cannot be used,
    and for a folder that cannot be written to.
    """
    position = position_in(home)
    lines, listed = read_network(network, choices), read_school_list(schools)
    placed = tuple(school for school in listed.schools if school.gates)
    if not placed:
        raise NotMeasurable(
            f"{schools}: no school has a position, so nothing was measured. Give easting and "
            "northing."
        )
    routes = measure_case(lines, position, placed, way, basis)
    if routes_to is not None:
        write_routes(routes_to, routes)
    if certificates_to is not None:
        write_certificates(certificates_to, lines, routes, datetime.now(UTC))
    unplaced = tuple(school for school in listed.schools if not school.gates)
    notes = (*lines.notes, *listed.notes)
    return MeasuredFile(lines.name, lines.digest, notes, routes, unplaced)


def position_in(text: str) -> tuple[float, float]:
    """Return the easting and northing in ``E,N``; raises UnusablePosition for other text."""
    try:
        easting, northing = (float(part) for part in text.split(","))
    except ValueError as error:
        raise UnusablePosition(
            f"The home: '{text}' is no position; expected easting,northing in National Grid "
            "metres, such as 521430.59,105381.19. Nothing was measured."
        ) from error
    return easting, northing


def write_routes(folder: Path, routes: tuple[tuple[School, Route], ...]) -> None:
    """Write each route that exists as one GeoJSON file named after the URN."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for school, route in routes:
            if route.reachable:
                file = folder / f"{quote(school.urn, safe='')}.geojson"
                text = as_geojson(route, school.urn, school.name)
                keep_read_only(file)
                file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UserFacingError(
            f"{folder}: routes cannot be written there ({error.strerror or error}). "
            "Nothing else was changed; name a folder that can be written to."
        ) from error


__all__ = ["Basis", "MeasuredFile", "Route", "measure_files"]
