"""Pictures for Easy Read, as our own vectors on a grid of 48."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, closed or not, filled or not; y grows upwards."""

    points: tuple[tuple[float, float], ...]
    closed: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, filled or not."""

    x: float
    y: float
    radius: float
    filled: bool = False


Shape = Stroke | Disc


@dataclass(frozen=True, slots=True)
class Symbol:
    """One picture: what it shows, in words, and its shapes."""

    shows: str
    shapes: tuple[Shape, ...]


def _line(*points: tuple[float, float]) -> Stroke:
    return Stroke(points)


def _box(x: float, y: float, wide: float, high: float, filled: bool = False) -> Stroke:
    corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
    return Stroke(corners, closed=True, filled=filled)


def _person(x: float) -> tuple[Shape, ...]:
    body = ((x - 7, 8), (x - 7, 22), (x - 3, 26), (x + 3, 26), (x + 7, 22), (x + 7, 8))
    return (Disc(x, 33, 5), Stroke(body, closed=True))


SYMBOLS: Final[dict[str, Symbol]] = {
    "yes": Symbol("a tick", (Disc(24, 24, 19), _line((14, 24), (21, 16), (34, 32)))),
    "no": Symbol(
        "a cross", (Disc(24, 24, 19), _line((16, 16), (32, 32)), _line((16, 32), (32, 16)))
    ),
    "bus": Symbol(
        "a bus",
        (
            _box(5, 13, 38, 23),
            _line((5, 25), (43, 25)),
            _line((18, 25), (18, 36)),
            _line((31, 25), (31, 36)),
            Disc(14, 12, 4, filled=True),
            Disc(34, 12, 4, filled=True),
        ),
    ),
    "walk": Symbol(
        "a person walking",
        (
            Disc(26, 40, 4),
            _line((25, 34), (22, 21), (30, 14), (31, 5)),
            _line((22, 21), (15, 13), (11, 5)),
            _line((14, 25), (18, 32), (25, 34), (31, 27), (36, 25)),
        ),
    ),
    "day": Symbol(
        "a page of a calendar",
        (
            _box(7, 7, 34, 31),
            _line((7, 30), (41, 30)),
            _line((15, 34), (15, 42)),
            _line((33, 34), (33, 42)),
            _box(20, 14, 8, 8, filled=True),
        ),
    ),
    "money": Symbol(
        "a coin with a pound sign",
        (
            Disc(24, 24, 19),
            _line((31, 31), (28, 35), (22, 35), (19, 31), (21, 24), (19, 14), (31, 14)),
            _line((16, 24), (27, 24)),
        ),
    ),
    "phone": Symbol(
        "a telephone",
        (_box(15, 5, 18, 38), _line((15, 13), (33, 13)), Disc(24, 9, 1.5, filled=True)),
    ),
    "letter": Symbol("an envelope", (_box(5, 11, 38, 26), _line((5, 37), (24, 23), (43, 37)))),
    "school": Symbol(
        "a school",
        (
            _box(6, 7, 36, 18),
            _line((4, 25), (24, 38), (44, 25)),
            _box(20, 7, 8, 11),
            _line((24, 38), (24, 45)),
            Stroke(((24, 45), (33, 42), (24, 39)), closed=True, filled=True),
        ),
    ),
    "people": Symbol("two people", (*_person(15), *_person(33))),
    "person": Symbol("a person", _person(24)),
    "question": Symbol(
        "a question mark",
        (
            Disc(24, 24, 19),
            _line((17, 29), (18, 34), (24, 36), (30, 34), (30, 28), (24, 24), (24, 19)),
            Disc(24, 13, 1.8, filled=True),
        ),
    ),
    "measure": Symbol(
        "a ruler",
        (
            _box(4, 17, 40, 14),
            *(_line((x, 31), (x, 24 if x % 16 else 21)) for x in range(8, 44, 4)),
        ),
    ),
    "sign": Symbol(
        "a pen that signs",
        (
            _line((8, 9), (40, 9)),
            Stroke(((14, 12), (16, 20), (34, 38), (40, 32), (22, 14)), closed=True),
            _line((30, 34), (36, 28)),
            Stroke(((14, 12), (15, 16), (18, 13)), closed=True, filled=True),
        ),
    ),
    "screen": Symbol(
        "a computer",
        (_box(6, 16, 36, 24), _line((24, 16), (24, 9)), _line((15, 9), (33, 9))),
    ),
}
"""The pictures by name."""
