"""Addresses by UPRN, and the council area that each school lies in."""

from __future__ import annotations

_ADDRESSES = """
CREATE TABLE addresses (
    uprn TEXT PRIMARY KEY,
    postcode TEXT NOT NULL,
    address TEXT NOT NULL,
    easting REAL NOT NULL,
    northing REAL NOT NULL,
    sought TEXT NOT NULL
) STRICT, WITHOUT ROWID

CREATE INDEX addresses_of_a_postcode ON addresses (replace(postcode, ' ', ''))
"""

_SCHOOLS = "ALTER TABLE schools ADD COLUMN authority TEXT"

SQL = "\n\n".join([_ADDRESSES, _SCHOOLS])
