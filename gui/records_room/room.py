"""The records room as the rail lists it, and for whom it is."""

from __future__ import annotations

from gui.records_room.page import RecordsPage
from gui.records_room.who_may import may_see
from gui.room import Room
from gui.shapes import Shape

ROOM = Room("records", "Records", Shape.RECORDS, RecordsPage, "Ctrl+4", may_see)
