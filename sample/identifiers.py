"""Identifiers of the sample: UUID version 7 in form, and the same every time it is made."""

from __future__ import annotations

from hashlib import sha256
from typing import Final
from uuid import UUID

BEGINNING: Final = 1_774_998_000_000
"""The Unix time in milliseconds that the first identifier carries: 31 March 2026."""


def identifier(kind: str, number: int) -> str:
    """Give the identifier of the n-th record of a kind, in order of time by number."""
    drawn = int.from_bytes(sha256(f"marlhaven {kind} {number}".encode()).digest()[:10], "big")
    upper, lower = drawn >> 68, drawn & ((1 << 62) - 1)
    whole = (BEGINNING + number) << 80 | 7 << 76 | upper << 64 | 0b10 << 62 | lower
    return str(UUID(int=whole))
