"""The places table: how many suitable schools with a place are nearer to a home than another."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from geography.nearest import NO_ROUTE_MM
from records.school import School
from sample.distances import Table, distances

Counts = NDArray[np.int64]

SCHOOLS_LISTED = ("maintained", "academy")


def teaches(school: School, age: int) -> bool:
    """Say whether a child who was of that age on 31 August may be taught there."""
    if school.age_from is None or school.age_to is None:
        return False
    return school.age_from <= age < school.age_to


def is_suitable(school: School, age: int) -> bool:
    """Say whether a school takes any child of that age and had a place in the normal round."""
    runs = school.kind == "mainstream" and school.governance in SCHOOLS_LISTED
    return runs and teaches(school, age) and bool(school.places_free)


@cache
def nearer_suitable(age: int, belief: str | None = None) -> Counts:
    """Count, for each home and school, the suitable schools nearer on foot.

    Shape (homes, schools). With a ``belief`` only schools of that belief are counted.
    """
    every = distances()
    columns = [
        number
        for number, school in enumerate(every.schools)
        if is_suitable(school, age) and belief in (None, school.belief)
    ]
    far = unreachable_is_far(every.walking)
    counts: Counts = (far[:, columns, np.newaxis] < far[:, np.newaxis, :]).sum(axis=1)
    return counts


@cache
def longest() -> int:
    """A length beyond every other, in millimetres."""
    return int(np.iinfo(np.int64).max)


def unreachable_is_far(table: Table) -> Table:
    """Give the table with what cannot be reached beyond everything else."""
    return np.where(table == NO_ROUTE_MM, longest(), table)
