"""Links as they are read, batch by batch, and the one table that they become."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from geography.building import LineTable, points_of_rows
from geography.counted import counted
from geography.lengths import BoolArray, FloatArray, IntArray

BOTH, ALONG, AGAINST = 0, 1, -1
"""A link is driven both ways, along its line only, or against it only."""


@dataclass(slots=True)
class Links:
    """Some links as columns. ``points`` has shape (all points, 2), ``counts`` says how many each
    link has; ``motor`` and ``foot`` are None where the source does not say; ``direction`` is BOTH,
    ALONG or AGAINST. An empty ``u`` or ``v`` is a node that is known by its place alone.
    """

    ids: list[str]
    u: list[str]
    v: list[str]
    names: list[str]
    kinds: list[str]
    points: FloatArray
    counts: IntArray
    foot: BoolArray | None
    motor: BoolArray | None
    direction: IntArray

    def __len__(self) -> int:
        return len(self.ids)

    def firsts(self) -> IntArray:
        """Return the index of each link's first point."""
        return np.asarray(np.cumsum(self.counts) - self.counts, dtype=np.int64)

    def keep(self, wanted: BoolArray) -> Links:
        """Return only those links."""
        return self if bool(wanted.all()) else self.rows(np.flatnonzero(wanted))

    def rows(self, rows: IntArray) -> Links:
        """Return those links, in this order."""
        order = rows.tolist()
        return Links(
            ids=[self.ids[row] for row in order],
            u=[self.u[row] for row in order],
            v=[self.v[row] for row in order],
            names=[self.names[row] for row in order],
            kinds=[self.kinds[row] for row in order],
            points=points_of_rows(self.points, self.counts, rows),
            counts=self.counts[rows],
            foot=None if self.foot is None else self.foot[rows],
            motor=None if self.motor is None else self.motor[rows],
            direction=self.direction[rows],
        )


@dataclass(slots=True)
class Tally:
    """What an import left out or mended, counted by reason, with a few ids of each.

    A reason is written as ``counted`` reads it: ``{link stands|links stand} twice``.
    """

    counts: dict[str, int] = field(default_factory=dict)
    named: dict[str, list[str]] = field(default_factory=dict)

    def add(self, reason: str, ids: Iterable[str], count: int | None = None) -> None:
        """Count links under a reason; ``count`` where there are more than ids are given."""
        listed = list(ids)
        number = len(listed) if count is None else count
        if number:
            self.counts[reason] = self.counts.get(reason, 0) + number
            self.named.setdefault(reason, []).extend(listed[:5])

    def lines(self) -> list[str]:
        """Return a line for each reason, in the order in which they came up."""
        return [self._line(reason, count) for reason, count in self.counts.items()]

    def _line(self, reason: str, count: int) -> str:
        ids = self.named[reason][:5]
        named = f": {', '.join(ids)}" if ids else ""
        more = f" and {count - len(ids):,} more" if ids and count > len(ids) else ""
        return f"{counted(count, reason)}{named}{more}."


def together(batches: list[Links]) -> Links:
    """Put batches one after the other."""
    if len(batches) == 1:
        return batches[0]
    return Links(
        ids=[one for batch in batches for one in batch.ids],
        u=[one for batch in batches for one in batch.u],
        v=[one for batch in batches for one in batch.v],
        names=[one for batch in batches for one in batch.names],
        kinds=[one for batch in batches for one in batch.kinds],
        points=np.concatenate([batch.points for batch in batches]),
        counts=np.concatenate([batch.counts for batch in batches]),
        foot=flags_together([batch.foot for batch in batches], batches, True),
        motor=flags_together([batch.motor for batch in batches], batches, False),
        direction=np.concatenate([batch.direction for batch in batches]),
    )


def flags_together(
    flags: list[BoolArray | None], batches: list[Links], unsaid: bool
) -> BoolArray | None:
    """Put flags together; where only some batches say, the others count as ``unsaid``."""
    if all(one is None for one in flags):
        return None
    return np.concatenate(
        [
            np.full(len(batch), unsaid) if one is None else one
            for one, batch in zip(flags, batches, strict=True)
        ]
    )


def line_table(links: Links) -> LineTable:
    """Return links as the table that a network is built from: driven along their line or both ways.

    Links driven against their line are turned round.
    """
    against = links.direction == AGAINST
    turned = turned_points(links, against)
    ends = zip(links.u, links.v, against.tolist(), strict=True)
    u, v = zip(*((v, u) if turn else (u, v) for u, v, turn in ends), strict=True)
    return LineTable(
        ids=links.ids,
        u=u,
        v=v,
        names=links.names,
        points=turned,
        counts=links.counts,
        motor=links.motor,
        oneway=links.direction != BOTH,
        foot=links.foot,
        kinds=links.kinds if any(links.kinds) else (),
    )


def turned_points(links: Links, turned: BoolArray) -> FloatArray:
    """Return the points with those of some links in the opposite order."""
    if not turned.any():
        return links.points
    first = np.repeat(links.firsts(), links.counts)
    last = np.repeat(links.firsts() + links.counts - 1, links.counts)
    here = np.arange(len(links.points))
    there = np.where(np.repeat(turned, links.counts), first + last - here, here)
    return np.ascontiguousarray(links.points[there])
