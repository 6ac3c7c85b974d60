"""A small shift grid in NTv2's published layout (.gsb), with shifts that are made up."""

from __future__ import annotations

import struct
from pathlib import Path


def write_ntv2(path: Path, shift_north_s: float, shift_west_s: float) -> Path:
    """Write a grid over southern England with one shift everywhere, in seconds of arc."""
    south, north, east, west, step = 50.0, 52.0, 1.0, 3.0, 0.5  # degrees; longitudes run westward
    rows, columns = int((north - south) / step) + 1, int((west - east) / step) + 1
    head = [
        ("NUM_OREC", 11), ("NUM_SREC", 11), ("NUM_FILE", 1), ("GS_TYPE ", "SECONDS "),
        ("VERSION ", "MADE UP "), ("SYSTEM_F", "OSGB36  "), ("SYSTEM_T", "ETRS89  "),
        ("MAJOR_F ", 6377563.396), ("MINOR_F ", 6356256.909),
        ("MAJOR_T ", 6378137.0), ("MINOR_T ", 6356752.314),
    ]  # fmt: skip
    sub = [
        ("SUB_NAME", "ONE     "), ("PARENT  ", "NONE    "), ("CREATED ", "2026    "),
        ("UPDATED ", "2026    "), ("S_LAT   ", south * 3600), ("N_LAT   ", north * 3600),
        ("E_LONG  ", east * 3600), ("W_LONG  ", west * 3600), ("LAT_INC ", step * 3600),
        ("LONG_INC", step * 3600), ("GS_COUNT", rows * columns),
    ]  # fmt: skip
    node = struct.pack("<4f", shift_north_s, shift_west_s, 0.0, 0.0)
    records = b"".join(record(*each) for each in [*head, *sub])
    path.write_bytes(records + node * rows * columns + b"END     " + bytes(8))
    return path


def record(name: str, value: int | float | str) -> bytes:
    """Return one record of 16 bytes."""
    if isinstance(value, str):
        return name.encode() + value.encode()
    packed = struct.pack("<i4x", value) if isinstance(value, int) else struct.pack("<d", value)
    return name.encode() + packed
