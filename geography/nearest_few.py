"""The few nearest schools of every pupil of a caseload, without measuring to all the others."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

import numpy as np

from geography.forest import Leavings, leavings_of, searched
from geography.lengths import Basis, FloatArray, IntArray, millimetres_of_each
from geography.measuring import snap_gates
from geography.network import Network
from geography.snapping import Snap, snaps_kept
from geography.trees import KEPT, Tree, tree_digest
from records.measurement import Way
from records.school import School

NONE: Final = -1
"""What stands for a school, and for its length, where fewer can be reached."""

WIDER: Final = 2.0
"""How much farther each round looks for the pupils who have not enough schools yet."""

_FAR: Final = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class NearestFew:
    """For each home its nearest schools: which ones, by their place in the list, and how far.

    Both have shape (homes, count), nearest first; NONE where there are fewer. Lengths are whole
    millimetres; schools equally far keep the order of the list.
    """

    schools: IntArray
    length_mm: IntArray


def nearest_few(
    network: Network,
    homes: FloatArray,
    schools: Sequence[School],
    count: int = 3,
    way: Way = Way.WALKING,
    basis: Basis = Basis.GROUND,
) -> NearestFew:
    """Find the nearest schools of every home, shape (homes, 2): the same as ranking them all.

    Looks no farther than it must: as soon as a home has enough schools within the distance looked
    at, none beyond it can be nearer. Raises as ``lengths_mm`` does.
    """
    gates = [snap_gates(network, school.gates, way) for school in schools]
    snapped = snaps_kept(network, homes.astype(np.float64).tobytes(), way)
    setting_out = leavings_of(network, snapped, way, basis)
    enough = np.minimum(count, within_reach(network, setting_out, gates))
    found = NearestFew(*(np.full((len(homes), count), NONE, dtype=np.int64) for _ in range(2)))
    left = np.flatnonzero(enough > 0)
    limit = first_limit(network, len(schools), count)
    while len(left):
        nm = lengths_within(network, setting_out.only(left), gates, way, basis, limit)
        done = np.isfinite(nm).sum(axis=1) >= enough[left]
        if math.isinf(limit):
            done[:] = True
        keep_nearest(found, left[done], nm[done], count)
        left = left[~done]
        limit = limit * WIDER if limit < network_span(network) else math.inf
    return found


def within_reach(network: Network, homes: Leavings, gates: Sequence[Sequence[Snap]]) -> IntArray:
    """Return of how many schools each home shares a part of the network: never too few."""
    parts = [{int(network.component[network.u[gate.edge]]) for gate in of_one} for of_one in gates]
    schools = np.zeros(int(network.component.max()) + 1, dtype=np.int64)
    for of_one in parts:
        schools[list(of_one)] += 1
    return schools[network.component[homes.u]]


def network_span(network: Network) -> float:
    """Return the way around the box that holds the network, in nanometres."""
    west, south, east, north = network.extent()
    return 2e9 * (east - west + north - south)


def first_limit(network: Network, schools: int, count: int) -> float:
    """Return how far to look at first, in nanometres: where schools lie evenly, enough for most."""
    west, south, east, north = network.extent()
    area = max(1.0, (east - west) * (north - south))
    return 2e9 * math.sqrt(count * area / (math.pi * max(1, schools)))


def lengths_within(
    network: Network,
    homes: Leavings,
    gates: Sequence[Sequence[Snap]],
    way: Way,
    basis: Basis,
    limit: float,
) -> FloatArray:
    """Return each home's length to each school, shape (homes, schools), infinite beyond a limit."""
    table = np.empty((len(homes.u), len(gates)), dtype=np.float64)
    for column, tree in enumerate(trees_within(network, gates, way, basis, limit)):
        table[:, column] = homes.towards(tree.nm, gates[column], basis)
    table[table > limit] = np.inf  # beyond it a shorter way may not have been looked at
    return table


def trees_within(
    network: Network, gates: Sequence[Sequence[Snap]], way: Way, basis: Basis, limit: float
) -> list[Tree]:
    """Return the trees up to a limit: whole ones where they are kept, else ones of that limit."""
    whole = [tree_digest(network, each, way, basis) for each in gates]
    digests = [sha256(f"{each} up to {limit}".encode()).hexdigest() for each in whole]
    found: dict[str, Tree] = {}
    for digest, limited in zip(whole, digests, strict=True):
        for one in (digest, limited):
            if (kept := KEPT.get(one)) is not None:
                found[limited] = kept.made(one)
                break
    wanted = {d: each for d, each in zip(digests, gates, strict=True) if d not in found}
    for digest, nm in zip(
        wanted, searched(network, list(wanted.values()), way, basis, limit), strict=True
    ):
        found[digest] = KEPT.put(digest, Tree(nm, None, len(network.node_ids), digest))
    return [found[digest] for digest in digests]


def keep_nearest(found: NearestFew, homes: IntArray, nm: FloatArray, count: int) -> None:
    """Write down the nearest schools of these homes, whose lengths are ``nm``."""
    width = nm.shape[1]
    reached = np.isfinite(nm)
    mm = millimetres_of_each(np.where(reached, nm, 0))
    # One whole number a school, in order of length and then of the list: there are no ties in it.
    order = np.where(reached, mm * width + np.arange(width), _FAR)
    few = min(count, width)
    nearest = np.sort(np.partition(order, few - 1, axis=1)[:, :few], axis=1)
    there = nearest < _FAR
    found.schools[homes, :few] = np.where(there, nearest % width, NONE)
    found.length_mm[homes, :few] = np.where(there, nearest // width, NONE)
