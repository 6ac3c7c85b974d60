"""A network of ways as it was imported, kept so that a measurement can be made again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Network:
    """One imported network: ``edges`` are the source's bytes, ``digest`` their SHA-256."""

    name: str
    digest: str
    imported_at: datetime
    edges: bytes
