"""Measured routes, kept as they were measured; a new measurement is added beside the old."""

from __future__ import annotations

from dataclasses import fields

from records.measurement import Measurement, Way
from records.people import Person
from store.rows import from_row
from store.store import Store
from store.table import Table

_COLUMNS = tuple(field.name for field in fields(Measurement))
_MEASUREMENTS = Table("measurement", "measurements", Measurement)


def add_measurement(store: Store, measurement: Measurement, by: Person) -> None:
    """Add a measured route."""
    said = {"id": measurement.id, "way": measurement.way, "network": measurement.digest}
    _MEASUREMENTS.add(store, measurement, by, "route measured", measurement.application, **said)


def measurement(store: Store, id: str) -> Measurement:
    """Give a measurement. Raises NotThere."""
    return _MEASUREMENTS.get(store, id)


def measurements_of(store: Store, application: str) -> tuple[Measurement, ...]:
    """Give the measurements of a case, oldest first."""
    return _MEASUREMENTS.where(store, "application = ?", application)


def measurements_of_all(store: Store) -> dict[str, tuple[Measurement, ...]]:
    """Give the measurements of every case by application id, oldest first."""
    found: dict[str, list[Measurement]] = {}
    for one in _MEASUREMENTS.where(store):
        found.setdefault(one.application, []).append(one)
    return {application: tuple(ones) for application, ones in found.items()}


def lengths_of_all(store: Store) -> dict[str, tuple[Measurement, ...]]:
    """Give the measurements of every case as ``measurements_of_all``, but without their lines."""
    columns = ", ".join("'[]' AS line" if name == "line" else name for name in _COLUMNS)
    rows = store.rows(f"SELECT {columns} FROM measurements ORDER BY seq")
    found: dict[str, list[Measurement]] = {}
    for row in rows:
        found.setdefault(row["application"], []).append(from_row(Measurement, row))
    return {application: tuple(ones) for application, ones in found.items()}


def latest_measurement(store: Store, application: str, way: Way, school: str) -> Measurement | None:
    """Give the newest measurement of a case by one way to one school, None when there is none."""
    found = _MEASUREMENTS.where(
        store, "application = ? AND way = ? AND school = ?", application, way.value, school
    )
    return found[-1] if found else None
