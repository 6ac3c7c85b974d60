"""The map of a case with its measurement below it, and the button that measures."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.maps.of_case import CaseMap
from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.flow import FlowLayout
from gui.fields.layout import clear, column
from gui.fields.words import Words
from gui.map.key import MapKey
from gui.map.panel import MapPanel
from gui.map.scene import Layer, MapScene, Mark, Place, Trace
from gui.map.stretch_words import marked_lines
from gui.officer.caution import caution
from gui.officer.map_words import (
    map_in_words,
    margin_words,
    network_words,
    road_words,
    walk_words,
    warnings,
)
from gui.officer.who_may import may_work
from gui.theme import theme
from records.people import Person

CALLED = {Layer.ROUTE: "Walking route", Layer.OTHERS: "Route by road"}
"""What the lines of a case's map are called in its key."""


class MapCard(Card):
    """Map and figures. ``measure_asked``, ``home_asked``, ``map_asked``: told by the buttons."""

    measure_asked = Signal()
    home_asked = Signal()
    map_asked = Signal()

    def __init__(self, person: Person) -> None:
        super().__init__("Map and measurement")
        self._may = may_work(person)
        self.panel = MapPanel(words_shown=False)
        self._size_map()
        theme().changed.connect(self._size_map)
        self.button = Button("Measure", self.measure_asked.emit, keys="M")
        self.key, words = MapKey(), QWidget()
        self._words = column(words, gap=3)
        self.add(self.panel, self.key, words)
        self.open_button = Button("Open the map", self.map_asked.emit, keys="G")
        foot = QWidget()
        buttons = FlowLayout(foot, gap=8)
        buttons.addWidget(self.button)
        buttons.addWidget(self.open_button)
        self.home_button = Button("Place the home…", self.home_asked.emit, keys="H")
        buttons.addWidget(self.home_button)
        self.add(foot)
        for button in (self.button, self.home_button):
            button.hide()
        self._drawn: object = None

    def _size_map(self) -> None:
        self.panel.setFixedHeight(theme().px(270))

    def show_map(self, found: CaseMap, assessment: Assessment) -> None:
        """Show a case's map; one that shows the same already is left as it was moved."""
        drawn = (found, map_in_words(found, assessment))
        if drawn != self._drawn:
            self._drawn = drawn
            scene = scene_of(found, assessment)
            self.panel.show_scene(scene)
            self.key.show_scene(scene, CALLED)
            self._tell(found, assessment)
        placed = found.home is not None
        _name(self.button, "Measure" if found.walking is None else "Measure again")
        _name(self.home_button, "Correct the home…" if placed else "Place the home…")
        self.button.setVisible(self._may and placed)
        self.home_button.setVisible(self._may)

    def _tell(self, found: CaseMap, assessment: Assessment) -> None:
        clear(self._words)
        self._words.addWidget(Words(walk_words(found, assessment), "strong"))
        for words in (margin_words(found, assessment), road_words(found, assessment)):
            if words:
                self._words.addWidget(Words(words[:1].upper() + words[1:]))
        if words := network_words(found):
            self._words.addWidget(Words(words, "small"))
        for words in warnings(found):
            self._words.addWidget(caution(words))


def _name(button: Button, words: str) -> None:
    button.setText(words)
    button.setAccessibleName(words.removesuffix("…"))
    button.updateGeometry()


def scene_of(found: CaseMap, assessment: Assessment) -> MapScene:
    """Draw a case: streets, home, gates, the walking route, and the snaps that are worth seeing."""
    places = gates_of(found)
    if found.home is not None:
        words = "home (approximate)" if found.home_is_approximate else "home"
        places.append(Place(Mark.HOME, *found.home, words))
    route = found.walking.line if found.walking else ()
    road = filter(None, [road_words(found, assessment)])
    return MapScene(
        streets=found.streets,
        places=tuple(places),
        route=route,
        in_words=map_in_words(found, assessment),
        no_foot=found.no_foot,
        others=tuple(Trace(words, found.road.line) for words in road if found.road),
        stretches=marked_lines(found.marked, found.joined),
    )


def gates_of(found: CaseMap) -> list[Place]:
    """Mark every gate; the school's name stands at the one measured to, or at the only one."""
    measured = found.walking.gate if found.walking else None
    named = next((gate for gate in found.gates if gate.name == measured), None)
    named = named or (found.gates[0] if found.gates else None)
    others = [
        Place(Mark.GATE, gate.easting, gate.northing) for gate in found.gates if gate != named
    ]
    if named is None:
        return others
    return [*others, Place(Mark.SCHOOL, named.easting, named.northing, found.school)]
