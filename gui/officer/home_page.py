"""The page that places a home: by its address, in grid metres or on the map, with the reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from casework.addresses import count_addresses, find_addresses
from casework.assess import Assessment
from casework.desk import Desk
from casework.families import at_postcode
from casework.maps.find import Found, find_on_map
from casework.measuring.place_home import HomePlace, place_home
from gui.fields.buttons import primary
from gui.fields.card import Card
from gui.fields.notice import Kind, Notice
from gui.fields.progress import ProgressLine
from gui.fields.typing import is_typed_into
from gui.fields.words import Words
from gui.map.find_card import FindCard
from gui.map.loading import Loaded, load, scene_of
from gui.map.panel import MapPanel
from gui.map.scene import MapScene, Mark, Place, Point
from gui.officer.home_form import HomeForm
from gui.page import Page
from gui.room import Surroundings
from gui.tasks import Progress
from gui.theme import Tone, theme

TITLE = "Where the home lies"
AROUND_M = 1_500.0
_WANTED = "Find its address, type where it lies, or point at it on the map."


class HomePage(Page):
    """The form beside a map that can be pointed at. Nothing is changed before the button."""

    def __init__(self, around: Surroundings, assessment: Assessment) -> None:
        case = assessment.case
        about = f"{case.child.name} · {case.school.name}"
        super().__init__(TITLE, about, case.application.reference, shares=(44, 56))
        self.around, self.application = around, case.application.id
        self.household = case.household
        self.loaded: Loaded | None = None
        self._shown: HomePlace | None = None
        desk = around.desk
        self.form = HomeForm(lambda text: find_addresses(desk, text), count_addresses(desk) > 0)
        self.find, self.map = FindCard(), MapPanel(words_shown=False)
        self.waiting = ProgressLine("Reading the map", may_cancel=False)
        self.trouble = Notice(may_close=False)
        self._lay_out()
        self._connect()
        self.form.show_home(self.household, self._middle(desk))

    def _middle(self, desk: Desk) -> tuple[float, float] | None:
        postcode = self.household.postcode
        return at_postcode(desk, postcode).middle if postcode else None

    def _lay_out(self) -> None:
        for part in (self.trouble, self.form):
            self.main.addWidget(part)
        self.trouble.hide()
        card = Card("Point at the home")
        card.add(self.waiting, self.map)
        self.find.show_title("Find on the map")
        for part in (card, self.find):
            self.side.addWidget(part)
        self._size_map()
        theme().changed.connect(self._size_map)
        self.told = Words(_WANTED, "muted")
        self.place_button = primary("Place the home", self.place, "Ctrl+↵")
        self.set_foot(self.told, self.place_button)

    def _size_map(self) -> None:
        self.map.setFixedHeight(theme().px(420))

    def _connect(self) -> None:
        self.map.view.may_point = True
        self.map.view.setCursor(Qt.CursorShape.CrossCursor)
        self.map.view.pointed.connect(self.form.take_point)
        self.form.changed.connect(self._on_changed)
        self.find.wanted.connect(self.look_for)
        self.find.chosen.connect(self.go_to_found)
        add, group = self.around.actions.add, "Home"
        add(self, "Place the home", self.place, ("Ctrl+Return", "Ctrl+Enter"), group)
        add(self, "Find a street, postcode or school", self.find.begin, ("F", "/", "Ctrl+F"), group)
        add(self, "Go to the map itself", self.map.view.setFocus, "G", group)

    def arrive(self) -> None:
        """Read the map, and begin at the first field."""
        desk, application = self.around.desk, self.application

        def work(_: Progress) -> Loaded:
            return load(desk, application)

        task = self.around.tasks.run("Reading the map", work, self.show_loaded, owner=self)
        task.ended.connect(self.waiting.hide)
        QTimer.singleShot(0, self, lambda: self.form.first().setFocus())

    def show_loaded(self, loaded: Loaded) -> None:
        """Show the map; without a network the position is typed or found by its address."""
        first, self.loaded = self.loaded is None, loaded
        if loaded.trouble:
            next_step = "The home can be placed all the same: by its address, or typed."
            self.trouble.show_notice(Kind.INFO, "There is no map to point at.", "", next_step)
        self._draw(stay=not first)

    def _draw(self, stay: bool = True) -> None:
        if self.loaded is not None:
            scene = scene_of(self.loaded)
            place = self.form.look()
            if self.household.easting is None:
                scene = replace(scene, fit=_far_around(scene))
            self.map.view.show_scene(with_home(scene, place) if place else scene, stay=stay)

    def _on_changed(self) -> None:
        """Show the place on the map, and say what is still wanted."""
        place = self.form.look()
        if place != self._shown:
            self._shown = place
            self._draw()
            if place is not None and not self._is_seen(place):
                self.map.view.go_to([(place.easting, place.northing)])
        self.told.show_words(*self._wanted(place))

    def _is_seen(self, place: HomePlace) -> bool:
        at = self.map.view.camera.pixel(place.easting, place.northing)
        return self.map.view.rect().contains(at.toPoint())

    def _wanted(self, place: HomePlace | None) -> tuple[str, Tone]:
        if place is None:
            return _WANTED, Tone.MUTED
        where = f"The home at {place.easting:,.0f} east, {place.northing:,.0f} north."
        if not self.form.reason.toPlainText().strip():
            return f"{where} Still wanted: how you know.", Tone.NOT_KNOWN
        return where, Tone.MUTED

    def look_for(self, words: str) -> None:
        """Look for what is called so, off the GUI thread."""
        desk, loaded = self.around.desk, self.loaded
        if loaded is None or loaded.network is None:
            return
        has_names = loaded.network.has_names

        def show(found: tuple[Found, ...]) -> None:
            self.find.show_found(words, found, has_names)

        self.around.tasks.run(
            "Finding on the map", lambda _: find_on_map(desk, words), show, owner=self
        )

    def go_to_found(self, found: Found) -> None:
        """Go to a find and light it up."""
        points = [point for line in found.lines for point in line] or [found.at]
        self.map.view.go_to(points)
        self.map.view.flash(found.lines, None if found.lines else found.at)
        self.map.view.setFocus()

    def place(self) -> None:
        """Write down where the home lies, and go back to the case."""
        given = self.form.given()
        if given is None:
            return
        desk, application = self.around.desk, self.application
        place, reason = given
        self.around.tasks.run(
            "Placing the home",
            lambda _: place_home(desk, application, place, reason),
            lambda _: self._done(),
            owner=self,
        )

    def _done(self) -> None:
        self.around.shell.back()
        self.around.shell.show_notice(
            Kind.DONE, "The home is placed.", "", "Measure the route from there (M)."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a field with Escape, then go back to the case; nothing is changed."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif is_typed_into(self.window().focusWidget()) and self.form.is_begun():
            self.place_button.setFocus()
        else:
            self.around.shell.back()


def _far_around(scene: MapScene) -> tuple[Point, ...]:
    """Show the land in which the home may lie: as far around the school as one may have to walk."""
    gates = [(each.easting, each.northing) for each in scene.places if each.needed]
    corners = ((-AROUND_M, -AROUND_M), (AROUND_M, AROUND_M))
    return tuple((east + across, north + up) for east, north in gates for across, up in corners)


def with_home(scene: MapScene, place: HomePlace) -> MapScene:
    """Give a map with the home where it would be placed; routes from elsewhere go."""
    others = tuple(each for each in scene.places if each.mark not in (Mark.HOME, Mark.SNAP))
    home = Place(Mark.HOME, place.easting, place.northing, "home, as placed here")
    return replace(scene, places=(*others, home), route=(), others=())
