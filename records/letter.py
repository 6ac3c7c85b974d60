"""A letter written from a decision: its kind, its bytes' digest, and when it was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter made: the decision it tells of, its kind, the PDF and its SHA-256."""

    id: str
    decision: str
    kind: str
    template: str
    sha256: str
    pdf: bytes
    made_by: str
    made_at: datetime
    issued: bool = False
