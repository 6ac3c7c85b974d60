"""The order in which letters are printed: by postcode, then address, then name."""

from __future__ import annotations

import re
from collections.abc import Sequence

POSTCODE = re.compile(r"([A-Z]{1,2})(\d{1,2})([A-Z]?) ?(\d)([A-Z]{2})")
"""A postcode in its parts: area, district and its letter, sector, unit."""

Key = tuple[object, ...]


def print_key(address: Sequence[str], *names: str) -> Key:
    """Give what a letter is sorted by: as a sorting office does, SO9 before SO14.

    ``address`` is as it stands on the envelope, the postcode last; without one a letter comes
    after all that have one. ``names`` settle the order within one address.
    """
    postcode = postcode_of(address)
    lines = address[:-1] if postcode else address
    return (
        _postcode_key(postcode),
        tuple(natural(line) for line in lines[::-1]),
        tuple(natural(name) for name in names),
    )


def postcode_of(address: Sequence[str]) -> str:
    """Give the postcode of an address, spaced as people write it; empty where it has none."""
    found = POSTCODE.fullmatch(_closed(address[-1])) if address else None
    return f"{''.join(found.groups()[:3])} {''.join(found.groups()[3:])}" if found else ""


def natural(text: str) -> Key:
    """Give a sorting key in which 9 Quay Lane comes before 10 Quay Lane."""
    parts = re.split(r"(\d+)", text.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


def _postcode_key(postcode: str) -> Key:
    found = POSTCODE.fullmatch(postcode)
    if found is None:
        return (1,)
    area, district, letter, sector, unit = found.groups()
    return (0, area, int(district), letter, int(sector), unit)


def _closed(text: str) -> str:
    return "".join(text.upper().split())
