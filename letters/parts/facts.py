"""The part that tells the facts we used: by where they came from, then what else was recorded."""

from __future__ import annotations

from collections import Counter

from letters.blocks import Block, Paragraph, Table
from letters.filling import Filling
from letters.matter import FactRow

SUMMARY = "The facts we used"
ENOUGH = 3
"""So many facts from one source stand in a table of their own, and the source is told once."""


def facts(filling: Filling) -> tuple[Block, ...]:
    """Tell the facts that the tests looked at in tables, and the others in one paragraph."""
    rows = filling.matter.facts
    if not rows:
        return (Paragraph(filling.blank("facts we used")),)
    used = tuple(row for row in rows if row.turned)
    often = [source for source, n in Counter(r.source for r in used).items() if n >= ENOUGH]
    tables = [
        block
        for source in often
        for block in _of_one_source(filling, tuple(r for r in used if r.source == source))
    ]
    single = tuple(row for row in used if row.source not in often)
    others = tuple(row for row in rows if not row.turned)
    return (*tables, *_of_many_sources(filling, single), *_others(filling, others))


def _of_one_source(filling: Filling, rows: tuple[FactRow, ...]) -> tuple[Block, ...]:
    source = _known(filling, rows[0], rows[0].source)
    cells = tuple(_cells(filling, row) for row in rows)
    return (
        Paragraph(f"Where this came from: {source}."),
        Table(f"{SUMMARY}: {source}", ("Fact", "What we recorded"), cells, (60, 40)),
    )


def _of_many_sources(filling: Filling, rows: tuple[FactRow, ...]) -> tuple[Block, ...]:
    header = ("Fact", "What we recorded", "Where it came from")
    cells = tuple((*_cells(filling, row), _known(filling, row, row.source)) for row in rows)
    return (Table(SUMMARY, header, cells, (32, 28, 40)),) if rows else ()


def _others(filling: Filling, rows: tuple[FactRow, ...]) -> tuple[Block, ...]:
    """Tell what was recorded and no test turned on, so that a mistake in it can be told too."""
    told = "; ".join(": ".join(_cells(filling, row)) for row in rows)
    say = f"We also recorded this, and no test that decided looked at it: {told}."
    return (Paragraph(say),) if rows else ()


def _cells(filling: Filling, row: FactRow) -> tuple[str, str]:
    return _known(filling, row, row.label), _known(filling, row, row.value)


def _known(filling: Filling, row: FactRow, text: str) -> str:
    return filling.known(f"fact “{row.label}”", text)
