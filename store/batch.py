"""The tally of a bulk change: how many changes of each kind, and a digest of them all in order."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import Any

from store.encoding import digest


class Batch:
    """What has been done so far within one bulk change."""

    def __init__(self) -> None:
        self._done: list[tuple[str, str]] = []

    def add(self, what: str, about: str, body: dict[str, Any]) -> None:
        """Count one change, with the digest of what its own audit line would have said."""
        self._done.append((what, digest([what, about, body])))

    def __len__(self) -> int:
        return len(self._done)

    def forget_after(self, length: int) -> None:
        """Take back the changes past the first ``length``: they were undone."""
        del self._done[length:]

    def body(self) -> dict[str, Any]:
        """Give the body of the one audit line: count, count by kind, digest of the digests."""
        whole = sha256("".join(one for _, one in self._done).encode()).hexdigest()
        kinds = dict(Counter(what for what, _ in self._done))
        return {"count": len(self._done), "kinds": kinds, "sha256": whole}
