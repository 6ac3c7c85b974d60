"""Small networks for tests: made by hand, or generated with everything that real ones do."""

from __future__ import annotations

import random

from geography import Line
from records.school import Gate, School

Point = tuple[float, float]
WEST, SOUTH = 440_000.0, 112_000.0
"""Near Southampton; towns are laid out in metres from here."""


def at(x: float, y: float) -> Point:
    """Return a point x metres east and y metres north of the town's corner."""
    return WEST + x, SOUTH + y


def line(id: str, u: str, v: str, *points: Point, **more: object) -> Line:
    """Return a line through points given from the town's corner."""
    return Line(id, u, v, tuple(at(*point) for point in points), **more)  # type: ignore[arg-type]


def gate(x: float, y: float, name: str = "gate") -> Gate:
    """Return a gate given from the town's corner."""
    return Gate(name, *at(x, y))


def school(urn: str, *gates: Gate) -> School:
    """Return a school of which only its gates matter."""
    return School(urn, urn, f"School {urn}", None, None, None, None, None, None, gates)


def block() -> list[Line]:
    """Return a square of 100 m: edge 0 one-way from node 0 to 1, a bent one-way beside it."""
    return [
        line("0", "0", "1", (0, 0), (100, 0), motor=True, oneway=True),
        line("1", "1", "2", (100, 0), (100, 100), motor=True),
        line("2", "2", "3", (100, 100), (0, 100), motor=True),
        line("3", "3", "0", (0, 100), (0, 0), motor=True),
        line("4", "0", "1", (0, 0), (50, -49), (100, 0), motor=True, oneway=True),
    ]


def town(seed: int, size: int = 7) -> list[Line]:
    """Generate a town: bent streets, gaps, parallel ways, loops, joins without length, an island.

    Some streets are one-way and some are paths. The rows stand in no order.
    """
    rng = random.Random(seed)
    corner = {
        (x, y): (
            round(x * 90 + rng.uniform(-25, 25), 2),
            round(y * 90 + rng.uniform(-25, 25), 2),
        )
        for x in range(size)
        for y in range(size)
    }
    ends = [((x, y), (x + dx, y + dy)) for x, y in corner for dx, dy in ((1, 0), (0, 1))]
    ends = [(u, v) for u, v in ends if v in corner and rng.random() < 0.8]
    ends += [(u, v) for u, v in ends if rng.random() < 0.15]  # parallel, with another bend
    ends += [(u, u) for u in corner if rng.random() < 0.06]  # loops
    rows = [(name(u), name(v), bent(rng, corner[u], corner[v], u == v)) for u, v in ends]
    rows += joined_twin(rng, corner)
    rows += [("i1", "i2", ((900.0, 900.0), (960.0, 940.0))), ("i2", "i2", loop((960.0, 940.0)))]
    rng.shuffle(rows)
    lines = [
        line(str(id), u, v, *points, motor=rng.random() < 0.8, oneway=rng.random() < 0.2)
        for id, (u, v, points) in enumerate(rows, start=1)
    ]
    rng.shuffle(lines)
    return lines


def name(corner: tuple[int, int]) -> str:
    """Name a corner of the town."""
    return f"n{corner[0]}-{corner[1]}"


def bent(rng: random.Random, u: Point, v: Point, is_loop: bool) -> tuple[Point, ...]:
    """Return a street with up to three bends, or a loop back to its beginning."""
    if is_loop:
        return loop(u)
    shares = sorted(rng.random() for _ in range(rng.randrange(4)))
    bends = [
        (
            round(u[0] + share * (v[0] - u[0]) + rng.uniform(-12, 12), 2),
            round(u[1] + share * (v[1] - u[1]) + rng.uniform(-12, 12), 2),
        )
        for share in shares
    ]
    return (u, *bends, v)


def loop(point: Point) -> tuple[Point, ...]:
    """Return a way from a point around a small triangle and back to it."""
    x, y = point
    return (point, (x + 20, y + 5), (x + 8, y + 21), point)


def joined_twin(
    rng: random.Random, corner: dict[tuple[int, int], Point]
) -> list[tuple[str, str, tuple[Point, ...]]]:
    """Return side streets that hang on a node of their own, joined by a line without length."""
    rows: list[tuple[str, str, tuple[Point, ...]]] = []
    for spot in rng.sample(sorted(corner), 4):
        x, y = corner[spot]
        rows.append((name(spot), f"twin {name(spot)}", ((x, y), (x, y))))
        rows.append((f"twin {name(spot)}", f"end {name(spot)}", ((x, y), (x + 31.7, y - 12.3))))
    return rows


def homes(seed: int, count: int, size: int = 7) -> list[Point]:
    """Return positions in and around a town, some exactly on its corners' grid."""
    rng = random.Random(f"homes {seed}")
    span = size * 90
    return [
        at(round(rng.uniform(-40, span + 300), 2), round(rng.uniform(-40, span + 300), 2))
        for _ in range(count)
    ]
