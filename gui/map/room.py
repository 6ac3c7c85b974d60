"""The map of the whole network as the rail lists it, and for whom it is."""

from __future__ import annotations

from gui.map.page import MapPage
from gui.officer.who_may import may_see_cases
from gui.room import Room
from gui.shapes import Shape

ROOM = Room("map", "Map", Shape.MAP, MapPage, "Ctrl+5", lambda desk: may_see_cases(desk.person))
