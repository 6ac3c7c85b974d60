"""Three-valued logic by hand in NumPy, for the rules written by hand beside it."""

from __future__ import annotations

from functools import reduce
from typing import NamedTuple

import numpy as np

from rules.caseload import days
from rules.caseload.columns import Children

A = np.ndarray
JUDGED = {"can_walk_alone", "can_walk_accompanied", "accompaniment_reasonable", "cannot_walk",
          "route_safe_alone", "route_safe_accompanied", "route_unsafe", "others_travel_suitable",
          "nearest_course", "travel_necessary", "plan_condition_stands"}  # fmt: skip


class K(NamedTuple):
    """A three-valued truth: met, not met, and (on demand) whether judged or other facts lack."""

    t: A
    f: A
    j: A | None = None
    o: A | None = None


def wants(parts: tuple[K, ...], settled: A) -> tuple[A | None, A | None]:
    found = []
    for masks in ([k.j for k in parts if k.j is not None], [k.o for k in parts if k.o is not None]):
        found.append(reduce(np.logical_or, masks) & ~settled if masks else None)
    return found[0], found[1]


def every(*parts: K) -> K:
    f = reduce(np.logical_or, [k.f for k in parts])
    return K(reduce(np.logical_and, [k.t for k in parts]), f, *wants(parts, f))


def some(*parts: K) -> K:
    t = reduce(np.logical_or, [k.t for k in parts])
    return K(t, reduce(np.logical_and, [k.f for k in parts]), *wants(parts, t))


def no(k: K) -> K:
    return K(k.f, k.t, k.j, k.o)


class Chunk:
    """Some rows of the table, and the truths of single facts."""

    def __init__(self, children: Children, rows: slice | A, full: bool) -> None:
        self.columns, self.rows, self.full = children.columns, rows, full
        self.kept: dict[str, K] = {}
        self.days: dict[str, A] = {}

    def v(self, name: str) -> A:
        """The values of a fact."""
        return self.columns[name].values[self.rows]

    def k(self, name: str) -> A:
        """Where a fact is known."""
        return self.columns[name].known[self.rows]

    def at(self, name: str) -> A:
        """The place of each day in tables of days."""
        if name not in self.days:
            self.days[name] = self.v(name).astype(np.intp) - days.FIRST_DAY
        return self.days[name]

    def lack(self, name: str, unknown: A) -> tuple[A | None, A | None]:
        """What an unknown fact wants: a judged one, or another."""
        if not self.full:
            return None, None
        return (unknown, None) if name in JUDGED else (None, unknown)

    def yes(self, name: str) -> K:
        """A yes/no fact."""
        if name not in self.kept:
            v = self.v(name)
            self.kept[name] = K(v == 1, v == 0, *self.lack(name, v < 0))
        return self.kept[name]

    def test(self, test: A, *names: str) -> K:
        """A comparison of facts that are all recorded, measured or evidenced."""
        known = reduce(np.logical_and, [self.k(name) for name in names])
        t = test & known
        lacking = None
        if self.full:
            lacking = reduce(np.logical_or, [~self.k(name) for name in names])
        return K(t, known & ~t, None, lacking)

    def is_in(self, name: str, codes: list[int]) -> K:
        """Whether a choice is one of those coded."""
        v = self.v(name)
        t = reduce(np.logical_or, [v == code for code in codes])
        return K(t, (v >= 0) & ~t, *self.lack(name, v < 0))

    def given_or(self, name: str, inner: K) -> K:
        """A derived fact that may be given outright."""
        if name not in self.columns:
            given = K(*(np.zeros_like(inner.t),) * 2)
        else:
            v = self.v(name)
            given = K(v == 1, v == 0)
        left = ~(given.t | given.f)
        t, f = given.t | (inner.t & left), given.f | (inner.f & left)
        return K(t, f, *self.lack(name, ~(t | f)))
