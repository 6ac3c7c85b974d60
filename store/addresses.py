"""Addresses by UPRN, kept from the lists that were brought in, and found by what somebody types."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from hashlib import sha256

from records.address import Address
from records.people import Person
from store.change import change
from store.store import Store

_COLUMNS = "uprn, postcode, address, easting, northing"
_KEEP = f"""
INSERT INTO addresses ({_COLUMNS}, sought) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (uprn) DO UPDATE SET
    easting = excluded.easting, northing = excluded.northing,
    postcode = CASE WHEN excluded.postcode <> '' THEN excluded.postcode ELSE postcode END,
    address = CASE WHEN excluded.address <> '' THEN excluded.address ELSE address END,
    sought = CASE WHEN excluded.address <> '' THEN excluded.sought ELSE sought END
"""
"""A list that says no address (OS Open UPRN) moves a place and leaves its words as they are."""


def keep_addresses(store: Store, found: Iterable[Address], source: str, by: Person) -> int:
    """Keep addresses, all of them or none; one with a UPRN held already is brought up to date.

    Returns how many there were. One audit line tells the source, the count and a digest.
    """
    count, digest = 0, sha256()
    body: dict[str, object] = {"source": source}
    with change(store, by, "addresses brought in", "", body) as db:
        for one in found:
            values = (*astuple(one), sought_words(f"{one.address} {one.postcode}"))
            digest.update(repr(values).encode())
            db.execute(_KEEP, values)
            count += 1
        body |= {"count": count, "sha256": digest.hexdigest()}
    return count


def count_addresses(store: Store) -> int:
    """Count the addresses that are held."""
    row = store.row("SELECT count(*) AS held FROM addresses")
    return int(row["held"]) if row else 0


def address(store: Store, uprn: str) -> Address | None:
    """Give the address of a UPRN, None where it is not held."""
    found = _where(store, "uprn = ?", [uprn], 1)
    return found[0] if found else None


def addresses_at(store: Store, postcode: str, most: int) -> tuple[Address, ...]:
    """Give the addresses of a postcode, however it is spaced, so many at most."""
    joined = "".join(postcode.upper().split())
    return _where(store, "replace(postcode, ' ', '') = ?", [joined], most)


def addresses_like(store: Store, text: str, most: int) -> tuple[Address, ...]:
    """Give the addresses in which every word of a text stands, so many at most."""
    words = sought_words(text).split()
    if not words:
        return ()
    condition = " AND ".join("sought LIKE ? ESCAPE '!'" for _ in words)
    return _where(store, condition, [f"% {_plain(word)}%" for word in words], most)


def sought_words(text: str) -> str:
    """Give a text as it is sought: small letters and figures, each word after a space."""
    kept = "".join(each if each.isalnum() else " " for each in text.casefold())
    return " " + " ".join(kept.split())


def _plain(word: str) -> str:
    return "".join(f"!{each}" if each in "!%_" else each for each in word)


def _where(store: Store, condition: str, values: list[str], most: int) -> tuple[Address, ...]:
    sql = (
        f"SELECT {_COLUMNS} FROM addresses WHERE {condition} ORDER BY address, uprn LIMIT {most:d}"
    )
    return tuple(Address(**dict(row)) for row in store.rows(sql, values))
