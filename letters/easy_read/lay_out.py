"""A letter laid out for Easy Read: one idea a line, short lines, a picture beside them.

It is the same content, laid out anew. It does not replace a text that people with learning
disabilities have written or checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from letters.blocks import (
    Block,
    Bullets,
    Heading,
    LetterContent,
    Paragraph,
    Pictured,
    RouteMap,
    Table,
)
from letters.easy_read.lines import cite_line, cites_of_a_list, cut, lines_of, without_cites
from letters.easy_read.symbol_calls import NO_PICTURE, symbol_for
from letters.easy_read.symbols import SYMBOLS
from letters.printing.restack import restacked
from letters.template import ENGLISH_TAG

TOGETHER: Final = 5
"""As many lines as share one picture."""

FORM: Final = (36, 64)
"""The columns of a form, and of what a letter is about."""

RECORD: Final = (
    "This paper is a record. It is for anyone who wants to check how we measured. "
    "What it means for you is in the letter."
)
"""What stands at the head of a certificate, which keeps all its figures."""

Unit = tuple[str, ...]
"""Lines that belong to one another and stay together."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """What is known of the letter whose blocks are cut: the record's pieces, and its language."""

    own: tuple[str, ...]
    is_english: bool

    def apart(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Take where a rule is written out of a text; only English has words to say it with."""
        return without_cites(text, self.own) if self.is_english else (text, ())


def easy_read(content: LetterContent) -> LetterContent:
    """Give the same letter as short lines with pictures; headings and the address stay.

    A sheet of figures keeps every figure: it is set in large print instead. A form stays a form.
    """
    if content.compact:
        return _record(restacked(content))
    enclosed = tuple(easy_read(each) for each in content.enclosures)
    own = tuple(dict.fromkeys(text for _, text in content.filled))
    of = _Letter(own, content.language == ENGLISH_TAG)
    return replace(content, blocks=tuple(_blocks(content.blocks, of)), enclosures=enclosed)


def _record(content: LetterContent) -> LetterContent:
    """Say at the head of a certificate what it is for; another sheet of figures stays as it is."""
    if content.kind != "certificate":
        return content
    at = next(n for n, block in enumerate(content.blocks, start=1) if isinstance(block, Heading))
    return replace(content, blocks=(*content.blocks[:at], Paragraph(RECORD), *content.blocks[at:]))


def _blocks(blocks: tuple[Block, ...], of: _Letter) -> Iterator[Block]:
    """Turn what is between two headings, or other blocks that stay, into lines with pictures."""
    for is_told, run in groupby(blocks, key=_is_told):
        if is_told:
            yield from pictured([unit for block in run for unit in _units(block, of)], of.own)
        else:
            yield from (_kept(block) for block in run)


def _is_told(block: Block) -> bool:
    """Say whether a block is told in lines: all text but forms and what stands around a letter."""
    if isinstance(block, Table):
        return not (block.plain or block.to_fill)
    return isinstance(block, Paragraph | Bullets | RouteMap)


def _kept(block: Block) -> Block:
    return replace(block, widths=FORM) if isinstance(block, Table) else block


def _units(block: Block, of: _Letter) -> Iterator[Unit]:
    match block:
        case Paragraph(text) | RouteMap(alt=text):
            yield from _of_text(text, of)
        case Bullets(items):
            yield from _of_list(items, of)
        case Table():
            for row in block.rows:
                yield from _row(block, row, of)


def _of_text(text: str, of: _Letter) -> Iterator[Unit]:
    """Give each sentence of a text, then where its rules are written."""
    rest, cites = of.apart(text)
    yield from cut(rest, of.own)
    yield from ((cite_line(each),) for each in cites)


def _of_list(items: tuple[str, ...], of: _Letter) -> Iterator[Unit]:
    """Give each item with its sentences; of mere names, where all are written stands below."""
    apart = [of.apart(item) for item in items]
    names = all(len(cites) == 1 and len(cut(rest, of.own)) == 1 for rest, cites in apart)
    if names and len(items) > 1:
        yield from (lines_of(rest, of.own) for rest, _ in apart)
        yield cites_of_a_list(tuple(cites[0] for _, cites in apart))
        return
    for rest, cites in apart:
        yield (*lines_of(rest, of.own), *map(cite_line, cites))


def _row(table: Table, row: tuple[str, ...], of: _Letter) -> Iterator[Unit]:
    """Say a row: a label with its value, or each cell under the name of its column."""
    if len(row) == 2 and not table.own_words:
        yield _named(row[0], row[1], of)
    else:
        names = table.header or ("",) * len(row)
        named = ((name, cell) for name, cell in zip(names, row, strict=True) if cell)
        yield tuple(line for name, cell in named for line in _named(name, cell, of))


def _named(name: str, cell: str, of: _Letter) -> Unit:
    """Say a cell: what it is called stands before the first of its sentences."""
    first, *rest = lines_of(cell, of.own) or ("",)
    return (": ".join(filter(None, (name, first))), *rest)


def pictured(units: list[Unit], own: tuple[str, ...] = ()) -> Iterator[Pictured]:
    """Set lines beside pictures: neighbours that call for the same one share it."""
    run: list[str] = []
    showing, closed = NO_PICTURE, False
    for lines in (part for unit in _led(units) for part in _parts(unit)):
        symbol, full = symbol_for(lines, own), len(run) + len(lines) > TOGETHER
        if run and (symbol != showing or full or closed or _is_apart(lines)):
            yield _picture(showing, run)
            run = []
        showing, closed = symbol, _is_apart(lines) and not _leads(lines)
        run.extend(lines)
    if run:
        yield _picture(showing, run)


def _is_apart(lines: Unit) -> bool:
    """Say whether lines begin beside a place for a picture: a row, an item, or what leads on."""
    return len(lines) > 1 or _leads(lines)


def _leads(lines: Unit) -> bool:
    """Say whether lines introduce others, which may follow beside the same picture."""
    return lines[0].endswith(":")


def _led(units: list[Unit]) -> Iterator[Unit]:
    """Keep what introduces something with the beginning of it."""
    lead: Unit = ()
    for unit in units:
        whole = (*lead, *unit)
        lead = whole if whole and whole[-1].endswith(":") else ()
        if whole and not lead:
            yield whole
    if lead:
        yield lead


def _parts(unit: Unit) -> Iterator[Unit]:
    """Part lines that are too many for one picture; none ends with what introduces the next."""
    while len(unit) > TOGETHER:
        count = TOGETHER
        while count > 1 and unit[count - 1].endswith(":"):
            count -= 1
        yield unit[:count]
        unit = unit[count:]
    yield unit


def _picture(symbol: str, lines: list[str]) -> Pictured:
    alt = f"Picture of {SYMBOLS[symbol].shows}" if symbol else ""
    return Pictured(symbol, alt, tuple(lines))
