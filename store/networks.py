"""Networks as they were imported, so that any measurement can be made again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from records.network import Network
from records.people import Person
from store.change import change
from store.rows import from_row, insert, to_row
from store.store import Store


@dataclass(frozen=True, slots=True)
class ImportedNetwork:
    """A network without its bytes: its name, the SHA-256 of them, when it came, their number."""

    name: str
    digest: str
    imported_at: datetime
    size: int


def add_network(store: Store, network: Network, by: Person) -> bool:
    """Keep a network; say whether it is new. The same bytes are kept once, under their first name.

    The digest must be the SHA-256 of the bytes; otherwise ValueError.
    """
    if network.digest != sha256(network.edges).hexdigest():
        raise ValueError("the digest is not the SHA-256 of the network's bytes")
    if store.row("SELECT 1 FROM networks WHERE digest = ?", [network.digest]):
        return False
    body = {"name": network.name, "sha256": network.digest, "size": len(network.edges)}
    with change(store, by, "network imported", network.digest, body) as db:
        insert(db, "networks", to_row(network))
    return True


def network(store: Store, digest: str) -> Network | None:
    """Give the network with this digest, None when it is not held."""
    row = store.row("SELECT * FROM networks WHERE digest = ?", [digest])
    return from_row(Network, row) if row else None


def latest_network(store: Store) -> Network | None:
    """Give the network that was imported last, None before the first."""
    row = store.row("SELECT * FROM networks ORDER BY seq DESC LIMIT 1")
    return from_row(Network, row) if row else None


def list_networks(store: Store) -> tuple[tuple[str, str], ...]:
    """Give digest and name of every network, oldest first, without loading their bytes."""
    rows = store.rows("SELECT digest, name FROM networks ORDER BY seq")
    return tuple((row["digest"], row["name"]) for row in rows)


def imported(store: Store) -> tuple[ImportedNetwork, ...]:
    """Give every network as it was imported, oldest first, without loading their bytes."""
    sql = "SELECT name, digest, imported_at, length(edges) AS size FROM networks ORDER BY seq"
    return tuple(from_row(ImportedNetwork, row) for row in store.rows(sql))
