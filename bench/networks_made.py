"""The networks to measure on: the real one of Adur, and a city and a county made up."""

from __future__ import annotations

import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from geography import Network, network_from_csv
from geography.building import LineTable, build
from records.school import Gate, School

DATA = Path(
    os.environ.get("MILEPOST_SHARED_DATA")
    or Path(__file__).resolve().parents[2] / "shared" / "data"
)


def adur() -> Network | None:
    """Return the streets and paths of Adur, or None where the shared data is not there.

    The file does not say what a vehicle may pass: all but one way in fifty are taken for roads.
    """
    path = DATA / "network" / "adur_osm_edges.csv"
    if not path.exists():
        return None
    network = network_from_csv(path.read_bytes(), "Adur", "Adur")
    return replace(network, motor=np.arange(len(network.edge_ids)) % 50 != 0)


def made_up(name: str, size: int, block_m: float) -> Network:
    """Make a network of size x size crossings with bent streets, some missing, some only paths."""
    rng = np.random.default_rng(7)
    x, y = np.meshgrid(np.arange(size), np.arange(size), indexing="ij")
    corners = (
        np.stack([x, y], axis=-1) * block_m + rng.uniform(-0.3, 0.3, (size, size, 2)) * block_m
    )
    corners += (420_000, 100_000)
    east = [((i, j), (i + 1, j)) for i in range(size - 1) for j in range(size)]
    north = [((i, j), (i, j + 1)) for i in range(size) for j in range(size - 1)]
    ends = np.array([*east, *north])[rng.random(len(east) + len(north)) < 0.85]
    begin, end = (corners[ends[:, k, 0], ends[:, k, 1]] for k in (0, 1))
    bend = (begin + end) / 2 + rng.uniform(-0.1, 0.1, begin.shape) * block_m
    points = np.stack([begin, bend, end], axis=1)
    table = LineTable(
        ids=[str(k) for k in range(len(ends))],
        u=[f"{i}-{j}" for i, j in ends[:, 0].tolist()],
        v=[f"{i}-{j}" for i, j in ends[:, 1].tolist()],
        names=[""] * len(ends),
        points=points.reshape(-1, 2),
        counts=np.full(len(ends), 3, dtype=np.int64),
        motor=rng.random(len(ends)) < 0.95,
        oneway=rng.random(len(ends)) < 0.1,
    )
    return build(name, sha256(points.tobytes()).hexdigest(), table)


def places(network: Network, homes: int, schools: int) -> tuple[np.ndarray, list[School]]:
    """Scatter homes and one-gate schools near random points of the network."""
    rng = np.random.default_rng(3)
    near = network.points[rng.integers(0, len(network.points), homes + schools)]
    near = near + rng.normal(0, 20, near.shape)
    made = [
        School(str(k), str(k), f"School {k}", *[None] * 6, (Gate("gate", *point),))
        for k, point in enumerate(near[homes:].tolist())
    ]
    return near[:homes], made
