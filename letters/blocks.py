"""What a letter is made of: frozen blocks in reading order, before anything is drawn.

Every format draws the same blocks. A new kind of block is one class here and one function in
each room that draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

TO_WRITE = "____________________"
"""Stands for an empty cell of a form where there is no table."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the council's name and the lines below it."""

    council: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """To whom: name and postal address, set where an envelope's window shows it."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A short notice in a band of its own, such as "Fictional sample"."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is the letter's subject, 2 a section."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. Web and mail addresses in it become links."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``header`` names the columns; without one, each row's first cell is its header.

    ``widths`` are shares of the text width, one a column. ``plain`` is set without rules.
    ``own_words`` says that the first column holds what somebody said, which names no other cell.
    ``figures`` are the columns, from 0, whose figures stand under one another at the right;
    ``totalled`` says that the last row is the sum of those above it. ``to_fill`` says that it is a
    form: its empty cells have room to write in. ``kept`` says that it is never cut over two pages
    where one can hold it; a form never is.
    """

    summary: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    plain: bool = False
    figures: tuple[int, ...] = ()
    totalled: bool = False
    to_fill: bool = False
    own_words: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """The close: the courtesy, the officer's name and post, each on a line of its own."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pictured:
    """Short lines beside a picture, for Easy Read. ``alt`` says what the picture shows.

    Without ``symbol`` there is no picture, only the room for one.
    """

    symbol: str
    alt: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapLine:
    """A line of a route map, in metres of the National Grid.

    ``kind`` is route, other (an alternative measured), way (the network around), closed (or
    unsafe), added (a path the network lacked) or snap (from a place to the network).
    """

    kind: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class MapMark:
    """A place on a route map: ``kind`` is home, school or gate; ``label`` is written beside it."""

    kind: str
    label: str
    at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class RouteMap:
    """A route drawn over its network, with a scale bar and north up. ``alt`` says it in words."""

    alt: str
    caption: str
    lines: tuple[MapLine, ...]
    marks: tuple[MapMark, ...]


Block = (
    Letterhead
    | Address
    | Note
    | Heading
    | Paragraph
    | Bullets
    | Table
    | Signature
    | Pictured
    | RouteMap
)


@dataclass(frozen=True, slots=True)
class LetterContent:
    """A letter in words, ready to be drawn.

    ``blanks`` names what the record lacks, in the order it is met; a letter with blanks is a
    draft. ``filled`` holds the named pieces of the record that went into it, so that an error can
    name the field. ``template`` names the wording and its digest. ``enclosures`` follow it in the
    same file, each from a page of its own. ``compact`` is set for a sheet of figures, in smaller
    type than a letter where standard print is asked for.
    """

    kind: str
    title: str
    author: str
    reference: str
    dated: date | None
    template: str
    blocks: tuple[Block, ...]
    blanks: tuple[str, ...]
    filled: tuple[tuple[str, str], ...]
    fictional: bool
    language: str = "en-GB"
    enclosures: tuple[LetterContent, ...] = ()
    compact: bool = False
    page_words: tuple[tuple[str, str], ...] = ()

    def on_page(self, english: str) -> str:
        """Give what stands beside the letter on each page in its language: ribbon and foot."""
        return dict(self.page_words).get(english, english)

    @property
    def is_draft(self) -> bool:
        """Say whether anything is lacking."""
        return bool(self.blanks)


def texts(block: Block) -> Iterator[str]:
    """Give a block's pieces of text in reading order."""
    match block:
        case Letterhead(council, lines):
            yield council
            yield from lines
        case Address(lines) | Signature(lines):
            yield from lines
        case Note(text) | Paragraph(text) | Heading(_, text):
            yield text
        case Bullets(items):
            yield from items
        case Pictured(lines=lines):
            yield from lines
        case RouteMap(caption=caption):
            yield caption
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row


def all_texts(content: LetterContent) -> Iterator[str]:
    """Give every piece of a letter's text, and of what it encloses, in reading order."""
    for block in content.blocks:
        yield from filter(None, texts(block))
    for enclosed in content.enclosures:
        yield from all_texts(enclosed)
