"""How the columns of a list share its width: which are left out, how wide the others are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any

from gui.fields.table.columns import Column

CANDIDATES = 6
"""So many of a column's longest words, counted in letters, are measured in pixels."""
MOST = 2
"""How many times its least width a column asks for at most, however long one of its words is."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a column asks for, in pixels: less than ``least`` it cannot do with."""

    least: int
    enough: int


def asked(
    column: Column, rows: Sequence[Any], px: Callable[[float], int], wide: Callable[[str], int]
) -> Room | None:
    """Give the room a column asks for with these rows, None where it holds nothing in any.

    ``px`` scales a length drawn at 100 %, ``wide`` gives the pixels that words take.
    """
    if rows and not any(map(column.words, rows)):
        return None
    least = px(column.width)
    if not column.stretches:
        return Room(least, least)
    longest = nlargest(CANDIDATES, map(column.words, rows), key=len)
    margins = px(38 if column.sign else 18)
    need = max((wide(words) for words in longest), default=0) + margins
    return Room(least, min(max(least, need), MOST * least))


def shared(
    columns: Sequence[Column], rooms: Sequence[Room | None], width: int, sorted_by: int = -1
) -> list[int]:
    """Give each column's width, 0 for one that is left out.

    Those that hold nothing are left out; then, until the needful ones have enough, the spare ones,
    most spare first, but not the one the list is ordered by, if it can be fitted in. What is over
    goes to those that stretch; where there is too little, the spare ones give first from what they
    have over their least, then the needful ones.
    """
    there = {at: room for at, room in enumerate(rooms) if room is not None}
    kept = _kept(columns, there, width, sorted_by)
    found = _stretched(columns, kept, width)
    return [found.get(at, 0) for at in range(len(columns))]


def _kept(
    columns: Sequence[Column], there: dict[int, Room], width: int, sorted_by: int
) -> dict[int, Room]:
    """Choose what stays: the needful columns whole, then each spare one for which room is left."""
    needful = [at for at in there if not columns[at].spare]
    if sorted_by in there and columns[sorted_by].spare:
        fits = sum(there[at].least for at in (*needful, sorted_by)) <= width
        needful += [sorted_by] if fits else []
    left = width - sum(there[at].enough for at in needful)
    chosen = set(needful)
    for at in sorted(there.keys() - chosen, key=lambda at: columns[at].spare):
        if there[at].least <= left:
            chosen.add(at)
            left -= there[at].least
    return {at: room for at, room in there.items() if at in chosen}


def _stretched(columns: Sequence[Column], kept: dict[int, Room], width: int) -> dict[int, int]:
    found = {at: room.enough for at, room in kept.items()}
    stretching = [at for at in kept if columns[at].stretches]
    left = width - sum(found.values())
    for nth, at in enumerate(stretching if left > 0 else ()):
        found[at] += left // len(stretching) + (nth < left % len(stretching))
    for spare in (True, False):
        givers = [at for at in stretching if bool(columns[at].spare) is spare]
        over = {at: kept[at].enough - kept[at].least for at in givers}
        short = min(sum(found.values()) - width, sum(over.values()))
        for at in givers if short > 0 else ():
            # Rounded up, so that the list does not scroll for a pixel.
            found[at] -= min(over[at], -(-short * over[at] // sum(over.values())))
    return found
