"""What the table of nearest suitable schools says now against the facts that were drawn from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DrawnOtherwise:
    """Facts of a case that its table of schools no longer bears out.

    ``facts`` are their names. ``why`` says in sentences which schools count otherwise than when the
    facts were drawn, and what the table says now.
    """

    facts: tuple[str, ...]
    why: str
