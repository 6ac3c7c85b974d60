"""The bytes of documents and texts, kept once under their SHA-256 however often referred to.

What letters rest on is kept compressed: a certificate's record is mostly figures. A row holds the
bytes themselves or their compressed form; the SHA-256, always of the bytes, tells which.
"""

from __future__ import annotations

import zlib
from hashlib import sha256

from store.cipher import Database
from store.problems import DamagedStore
from store.store import Store


def keep_content(db: Database, content: bytes) -> str:
    """Keep a document inside a change, as it is; give its SHA-256."""
    return _keep(db, sha256(content).hexdigest(), content)


def keep_packed(db: Database, content: bytes) -> str:
    """Keep a text or record inside a change, compressed where that is shorter; give its SHA-256."""
    digest = sha256(content).hexdigest()
    if db.execute("SELECT 1 FROM contents WHERE sha256 = ?", [digest]).fetchone():
        return digest
    packed = zlib.compress(content)
    return _keep(db, digest, packed if len(packed) < len(content) else content)


def content(store: Store, digest: str) -> bytes | None:
    """Give the bytes with this SHA-256; None when only their digest was recorded.

    Raises DamagedStore where what is kept is not what was.
    """
    row = store.row("SELECT bytes FROM contents WHERE sha256 = ?", [digest])
    return None if row is None else _unpacked(store, digest, bytes(row["bytes"]))


def _keep(db: Database, digest: str, stored: bytes) -> str:
    db.execute("INSERT INTO contents VALUES (?, ?) ON CONFLICT DO NOTHING", [digest, stored])
    return digest


def _unpacked(store: Store, digest: str, stored: bytes) -> bytes:
    if sha256(stored).hexdigest() == digest:
        return stored
    try:
        found = zlib.decompress(stored)
    except zlib.error:
        found = b""
    if sha256(found).hexdigest() != digest:
        raise DamagedStore(store.path, f"content {digest[:12]} is not as it was kept")
    return found
