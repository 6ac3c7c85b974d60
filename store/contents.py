"""The bytes of documents, kept once under their SHA-256 however often they are referred to."""

from __future__ import annotations

from hashlib import sha256

from store.cipher import Database
from store.store import Store


def keep_content(db: Database, content: bytes) -> str:
    """Keep bytes inside a change; give their SHA-256."""
    digest = sha256(content).hexdigest()
    db.execute("INSERT INTO contents VALUES (?, ?) ON CONFLICT DO NOTHING", [digest, content])
    return digest


def content(store: Store, digest: str) -> bytes | None:
    """Give the bytes with this SHA-256; None when only their digest was recorded."""
    row = store.row("SELECT bytes FROM contents WHERE sha256 = ?", [digest])
    return None if row is None else bytes(row["bytes"])
