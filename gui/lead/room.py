"""The policy lead's room as the rail lists it, and for whom it is."""

from __future__ import annotations

from typing import Any

from gui.lead.shelf_page import ShelfPage
from gui.room import Room
from gui.shapes import Shape
from records.people import Role

READERS = (Role.POLICY_LEAD, Role.ADMINISTRATOR, Role.AUDITOR)


def may_read(desk: Any) -> bool:
    """Say whether the person at the desk reads and compares policies."""
    return bool(desk.person.holds(*READERS))


ROOM = Room("policy", "Policy", Shape.POLICY, ShelfPage, "Ctrl+3", may_read)
