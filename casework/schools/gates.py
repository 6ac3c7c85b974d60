"""The gates of a school that is brought in again: what was known of them stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from geography.readers.schools import SITE_POINT
from records.school import Gate

NAMED: Final = 5
"""How many schools a note names before it says only that there are more."""


def is_site_point(gates: tuple[Gate, ...]) -> bool:
    """Say whether nothing but the site's own point stands for the gates."""
    return len(gates) == 1 and gates[0].name == SITE_POINT


def knows_gates(gates: tuple[Gate, ...]) -> bool:
    """Say whether gates are known, not only the point that stands for them."""
    return bool(gates) and not is_site_point(gates)


def gates_after(before: tuple[Gate, ...], listed: tuple[Gate, ...]) -> tuple[Gate, ...]:
    """Return the gates of a school that a list names again.

    A site's point never stands in for gates that are known. Days and hours that the list does not
    give of a gate stay as they were.
    """
    if not listed or (is_site_point(listed) and knows_gates(before)):
        return before
    known = {gate.name: gate for gate in before}
    return tuple(_with_hours(gate, known.get(gate.name)) for gate in listed)


def kept_words(kept: list[str]) -> tuple[str, ...]:
    """Say of which schools the gates were kept though the list gives only a point."""
    if not kept:
        return ()
    more = " and more" if len(kept) > NAMED else ""
    return (
        f"{len(kept):,} of them keep the gates that were known, since the file gives only the "
        f"site's point: {', '.join(kept[:NAMED])}{more}.",
    )


def _with_hours(gate: Gate, before: Gate | None) -> Gate:
    if before is None:
        return gate
    return replace(
        gate,
        open_from=gate.open_from or before.open_from,
        open_until=gate.open_until or before.open_until,
        opens=gate.opens or before.opens,
        closes=gate.closes or before.closes,
    )
