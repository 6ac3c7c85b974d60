"""The audit trail for whoever looks after the records: how long, its last lines, whether whole."""

from __future__ import annotations

from casework.desk import Desk
from store import audit
from store.audit import AuditLine, Head, Verdict
from store.backup import last_verified_backup

__all__ = ["AuditLine", "Verdict", "last_lines", "trail_length", "verify_trail"]


def trail_length(desk: Desk) -> int:
    """How many lines the trail has: one with every change, from the first on."""
    return audit.head(desk.store).seq


def last_lines(desk: Desk, count: int = 8) -> tuple[AuditLine, ...]:
    """The latest lines, newest first: who did what, and when."""
    return audit.latest(desk.store, count)


def verify_trail(desk: Desk) -> Verdict:
    """Follow the chain from its first line, and through the last line in the last good backup.

    The backup's own record of its last line shows a trail whose end was cut off since.
    """
    backup = last_verified_backup(desk.store)
    return audit.verify(desk.store, Head.read(backup.head) if backup else None)
