"""Looks at the last block of an .osm.pbf file, which alone can tell that blocks after it are gone.

Such a file is a row of blocks, and nothing in it says how many there are. Writers fill every block
before they begin another, so that a last block that is full is probably not the last.
"""

from __future__ import annotations

import struct
import zlib
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from geography.counted import counted

FULL: Final = 8_000
"""How many nodes, ways or relations the usual writers (Osmium, Osmosis) put into one block."""

AT_LEAST: Final = 1_000
"""From how many ways on two blocks with the same number of them are taken for full."""

UNSURE: Final = (
    "The file may break off: its last block is full ({ways}), as blocks are that others follow. "
    "What is in the file came in. Compare its size with the source's, or copy it anew, whole."
)

# Numbers of fields in the format: https://wiki.openstreetmap.org/wiki/PBF_Format
BLOB_TYPE, BLOB_SIZE, BLOB_RAW, BLOB_ZLIB, BLOCK_GROUP, GROUP_WAYS = 1, 3, 1, 3, 2, 3


def note_if_cut(path: Path) -> str | None:
    """Say that a file of OpenStreetMap may lack its last blocks, None where nothing speaks for it.

    None too for other formats, and for blocks packed in a way that is not read here.
    """
    if path.suffix.lower() != ".pbf":
        return None
    try:
        ways = [ways_in(block) for block in last_blocks(path)]
    except (OSError, ValueError, KeyError, IndexError, struct.error, zlib.error):
        return None  # whoever reads the file says what is wrong with it
    last = ways[-1] if ways else 0
    if last == FULL or (last >= AT_LEAST and ways[:-1] == [last]):
        return UNSURE.format(ways=counted(last, "{way|ways}"))
    return None


def last_blocks(path: Path) -> list[bytes]:
    """Return the last two blocks of data, as they lie in the file."""
    with path.open("rb") as file:
        found = deque(places(file), maxlen=2)
        blocks = []
        for begin, size in found:
            file.seek(begin)
            blocks.append(file.read(size))
    return blocks


def places(file: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Give where each block of data begins and how many bytes it has."""
    while head := file.read(4):
        fields = dict(fields_of(file.read(struct.unpack(">I", head)[0])))
        size = int(fields[BLOB_SIZE])
        if fields[BLOB_TYPE] == b"OSMData":
            yield file.tell(), size
        file.seek(size, 1)


def ways_in(blob: bytes) -> int:
    """Count the ways in a block; raises KeyError where it is packed otherwise than by zlib."""
    fields = dict(fields_of(blob))
    block = fields[BLOB_RAW] if BLOB_RAW in fields else zlib.decompress(bytes_in(fields[BLOB_ZLIB]))
    return sum(
        number == GROUP_WAYS
        for part, group in fields_of(bytes_in(block))
        if part == BLOCK_GROUP
        for number, _ in fields_of(bytes_in(group))
    )


def bytes_in(value: int | bytes) -> bytes:
    """Return a field's bytes; raises ValueError for a number."""
    if isinstance(value, int):
        raise ValueError("a number where bytes were expected")
    return value


def fields_of(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Give the fields of a protocol buffer's message: their numbers and their values."""
    at = 0
    while at < len(message):
        key, at = whole_number(message, at)
        value: int | bytes
        match key & 7:
            case 0:
                value, at = whole_number(message, at)
            case 2:
                size, at = whole_number(message, at)
                value, at = message[at : at + size], at + size
            case _:
                raise ValueError("a kind of field that this format does not have")
        yield key >> 3, value


def whole_number(message: bytes, at: int) -> tuple[int, int]:
    """Read a whole number of seven bits to the byte; also return where the next thing begins."""
    value = shift = 0
    while True:
        value |= (message[at] & 127) << shift
        at, shift = at + 1, shift + 7
        if message[at - 1] < 128:
            return value, at
