"""The rooms of the rail, in their order. A room is named here once it works."""

from __future__ import annotations

from gui.lead.room import ROOM as POLICY
from gui.map.room import ROOM as MAP
from gui.officer.room import ROOM as CASES
from gui.panel.room import ROOM as DECIDED
from gui.records_room.room import ROOM as RECORDS
from gui.room import Room
from gui.settings_page import ROOM as SETTINGS

ROOMS: tuple[Room, ...] = (CASES, DECIDED, POLICY, RECORDS, MAP, SETTINGS)
