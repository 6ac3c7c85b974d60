"""A letter as it was written: its kind, its bytes' digest, what it rests on, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter made: the decision it tells of, its kind, its bytes and their SHA-256.

    ``pdf`` holds the bytes in the letter's ``format``: a PDF, or for ``html`` and ``text`` the page
    or the text itself. ``template`` names the wording, ``wording`` is the SHA-256 of its text,
    which the store keeps. ``inputs`` is the canonical JSON of all else that went into it; empty in
    letters of before it was kept. ``decision`` is None for a letter of before the first decision.
    ``occasion`` is the recorded occasion it tells of. ``replaces`` is the letter whose place it
    takes, ``because`` why.
    """

    id: str
    decision: str | None
    kind: str
    template: str
    sha256: str
    pdf: bytes
    made_by: str
    made_at: datetime
    issued: bool = False
    application: str = ""
    format: str = "standard"
    inputs: str = ""
    wording: str = ""
    occasion: str | None = None
    replaces: str | None = None
    because: str = ""
