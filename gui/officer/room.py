"""The officer's room as the rail lists it."""

from __future__ import annotations

from gui.officer.list_page import KEY, ListPage
from gui.officer.who_may import may_see_cases
from gui.room import Room
from gui.shapes import Shape

ROOM = Room(KEY, "Cases", Shape.CASES, ListPage, "Ctrl+1", lambda desk: may_see_cases(desk.person))
