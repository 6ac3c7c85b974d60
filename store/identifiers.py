"""Identifiers: UUID version 7 (RFC 9562), ordered by time, so that offline copies can be merged."""

from __future__ import annotations

import secrets
import threading
import time
import uuid
from collections.abc import Callable

_RANDOM_BITS = 74
_LARGEST = (1 << _RANDOM_BITS) - 1


class Identifiers:
    """A source of identifiers, each greater than the one before, whatever the clock does.

    ``milliseconds`` gives Unix time. Within one millisecond, or when the clock goes back, the
    random part is raised by a random step (RFC 9562, 6.2, method 2) instead of drawn anew.
    """

    def __init__(self, milliseconds: Callable[[], int] | None = None) -> None:
        self._milliseconds = milliseconds or (lambda: time.time_ns() // 1_000_000)
        self._lock = threading.Lock()
        self._time = -1
        self._random = 0

    def new(self) -> str:
        """Give a new identifier in the usual text form, lower case."""
        with self._lock:
            self._advance()
            return str(_uuid7(self._time, self._random))

    def _advance(self) -> None:
        now = self._milliseconds()
        if now > self._time:
            self._time, self._random = now, secrets.randbits(_RANDOM_BITS - 1)
            return
        self._random += 1 + secrets.randbits(32)
        if self._random > _LARGEST:
            self._time, self._random = self._time + 1, secrets.randbits(_RANDOM_BITS - 1)


def _uuid7(milliseconds: int, random: int) -> uuid.UUID:
    upper, lower = random >> 62, random & ((1 << 62) - 1)
    return uuid.UUID(int=milliseconds << 80 | 7 << 76 | upper << 64 | 0b10 << 62 | lower)


_OURS = Identifiers()


def new_id() -> str:
    """Give a new identifier (UUIDv7), greater than every one given before by this process."""
    return _OURS.new()


def made_at(identifier: str) -> int:
    """Give the Unix time in milliseconds that an identifier carries."""
    return uuid.UUID(identifier).int >> 80
