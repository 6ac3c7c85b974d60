"""The panel's room as the rail lists it, and for whom it is."""

from __future__ import annotations

from typing import Any

from gui.panel.list_page import DecidedPage
from gui.room import Room
from gui.shapes import Shape
from records.people import Role

READERS = (
    Role.PANEL_MEMBER,
    Role.PANEL_CLERK,
    Role.SENIOR_REVIEWER,
    Role.ELIGIBILITY_OFFICER,
    Role.SEND_OFFICER,
    Role.AUDITOR,
)


def may_read(desk: Any) -> bool:
    """Say whether the person at the desk reads decided cases."""
    return bool(desk.person.holds(*READERS))


ROOM = Room("decided", "Decided", Shape.APPEALS, DecidedPage, "Ctrl+2", may_read)
