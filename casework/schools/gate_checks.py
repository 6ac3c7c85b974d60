"""What is wrong with the gates of a school as somebody gave them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from casework.measuring.choose_place import HOME
from geography.grid import what_is_wrong
from geography.readers.schools import SITE_POINT
from records.school import Gate
from rules.problems import Problem

HOUR: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)


def gate_place(number: int) -> str:
    """Name a gate as the place of a problem, by its number from 0."""
    return f"gates.{number}"


def gate_problems(gates: tuple[Gate, ...], before: tuple[Gate, ...]) -> Iterator[Problem]:
    """Give everything that is wrong with gates, each under its gate's place."""
    names = [gate.name.strip().casefold() for gate in gates]
    for number, gate in enumerate(gates):
        place = gate_place(number)
        if names.index(names[number]) < number:
            yield Problem(place, f"Two gates are called {gate.name}; give each its own name.")
        for message in _wrong(gate):
            yield Problem(place, message)
        if gate.name == SITE_POINT and _is_moved(gate, before):
            yield Problem(
                place,
                f"Give the gate a name of its own: what is called {SITE_POINT} follows the next "
                "list of schools.",
            )


def _wrong(gate: Gate) -> Iterator[str]:
    name = gate.name.strip()
    if not name or name.casefold() == HOME:
        yield "A gate needs a name, such as north gate."
    where = what_is_wrong(gate.easting, gate.northing)
    if where is not None:
        yield f"{where}."
    if gate.open_from and gate.open_until and gate.open_until < gate.open_from:
        yield "The last day it is open lies before the first."
    hours = [hour for hour in (gate.opens, gate.closes) if hour is not None]
    if not all(HOUR.fullmatch(hour) for hour in hours):
        yield "Write hours as 08:15."
    elif len(hours) == 2 and hours[1] <= hours[0]:
        yield "It closes before it opens."


def _is_moved(gate: Gate, before: tuple[Gate, ...]) -> bool:
    return not any(
        one.name == gate.name and (one.easting, one.northing) == (gate.easting, gate.northing)
        for one in before
    )
