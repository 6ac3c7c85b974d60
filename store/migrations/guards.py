"""Triggers that keep what must stay as it was written, whoever holds the pen."""

from __future__ import annotations


def append_only(table: str, called: str) -> str:
    """Forbid changing and removing the rows of ``table``; ``called`` names one in the refusal."""
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}\n"
        f"BEGIN SELECT RAISE(ABORT, '{called} is never edited'); END\n\n" + no_delete(table, called)
    )


def no_delete(table: str, called: str) -> str:
    """Forbid removing the rows of ``table``."""
    return (
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}\n"
        f"BEGIN SELECT RAISE(ABORT, '{called} is never removed'); END"
    )
