"""Putting the home or a gate on another line than the nearest: tried first, then with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from casework.assess import Assessment
from casework.desk import Desk
from casework.measuring.try_place import (
    EndNear,
    PlaceTried,
    ends_of_case,
    put_there,
    streets_of,
    try_place,
)
from gui.fields.buttons import Button, primary
from gui.fields.card import Card
from gui.fields.layout import clear, column, show_if
from gui.fields.notice import Kind
from gui.fields.progress import ProgressLine
from gui.fields.reading import Unreadable
from gui.fields.words import Words
from gui.map.panel import MapPanel
from gui.map.scene import Line, MapScene, Mark, Place
from gui.officer.place_compare import CompareCard, says
from gui.officer.place_form import PlaceForm, end_words, is_on, line_words
from gui.page import Page
from gui.room import Surroundings
from gui.theme import Tone, theme
from records.london import day_in_london
from records.measurement import ChosenPlace, Way
from rules.problems import UserFacingError
from rules.quantities import day_in_words

WAIT_MS = 150
"""How long a line must stay chosen before it is tried out: one may pass over several."""


class PlacePage(Page):
    """The form beside the map, what it would change, and who put it where before."""

    def __init__(self, around: Surroundings, assessment: Assessment) -> None:
        case = assessment.case
        about = f"{case.child.name} · {case.school.name}"
        super().__init__("Where the route begins and ends", about, case.application.reference,
                         shares=(58, 42))  # fmt: skip
        self.around, self.application = around, case.application.id
        self._grid = assessment.policy.length_that_counts == "grid"
        self.waiting = ProgressLine("Looking for the lines nearby", may_cancel=False)
        self.trouble = Words("")
        show_if(self.trouble, False)
        self.form, self.compare = PlaceForm(), CompareCard()
        self.history, self.map = Card("Who put it where"), MapPanel(words_shown=True)
        self._asked: tuple[str, str, tuple[float, float] | None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._try)
        self._lay_out()
        self.form.tried.connect(self._timer.start)
        self.form.typed.connect(self._tell)
        around.actions.add(self, "Put the end on that line", self.put, "Ctrl+Return", "Route")

    def _lay_out(self) -> None:
        self._map_card = Card("On the map")
        self._map_card.add(self.map)
        self._size_map()
        theme().changed.connect(self._size_map)
        self._made = column(gap=4)
        self.history.add(self._made)
        self._parts = (self.form, self.history, self._map_card, self.compare)
        for part in (self.waiting, self.trouble, self.form, self.history):
            self.main.addWidget(part)
        for part in (self.compare, self._map_card):
            self.side.addWidget(part)
        for part in self._parts:
            part.hide()
        self.told = Words("", "muted")
        self.nearest_button = Button("Take the nearest line again", self.take_nearest)
        self.put_button = primary("Put it there and measure", self.put, "Ctrl+↵")
        self.set_foot(self.told, self.nearest_button, self.put_button)
        for button in (self.nearest_button, self.put_button):
            button.setEnabled(False)

    def _size_map(self) -> None:
        self.map.setFixedHeight(theme().px(330))

    def arrive(self) -> None:
        """Find the lines near the home and the gates."""
        desk, application = self.around.desk, self.application
        task = self.around.tasks.run(
            "Looking for the lines nearby", lambda _: ends_of_case(desk, application),
            self.show_ends, owner=self, quietly=True,
        )  # fmt: skip
        task.refused.connect(self._on_refused)
        task.failed.connect(self.around.tasks.failed)

    def _on_refused(self, error: UserFacingError) -> None:
        self.waiting.hide()
        if self.form.isVisible():
            self.around.shell.show_error(error)
        else:
            self.trouble.show_words(str(error))

    def show_ends(self, ends: tuple[EndNear, ...]) -> None:
        """Show the home, the gates and their lines."""
        self.waiting.hide()
        for part in self._parts:
            part.show()
        self.compare.hide()
        self._show_history([one for end in ends for one in end.made])
        self.form.show_ends(ends)
        QTimer.singleShot(0, self.form, self.form.setFocus)

    def _show_history(self, made: list[ChosenPlace]) -> None:
        clear(self._made)
        self.history.setVisible(bool(made))
        for one in sorted(made, key=lambda each: each.at, reverse=True):
            self._made.addWidget(Words(made_words(one)))

    def _try(self) -> None:
        """Measure with the end on the line that is chosen; nothing is kept."""
        end, line = self.form.end(), self.form.line()
        if end is None or line is None:
            return
        try:
            near = self.form.near()
        except Unreadable as problem:
            self.form.show_point_problem(str(problem))
            return
        self.form.show_point_problem()
        desk, application = self.around.desk, self.application

        def work(_: object) -> tuple[PlaceTried, tuple[Line, ...]]:
            tried = try_place(desk, application, end.end, line.edge, near)
            return tried, streets_of(desk, tried)

        asked = (end.end, line.edge, near)
        task = self.around.tasks.run(
            "Measuring with it there", work, lambda found: self._show_tried(asked, *found),
            owner=self, quietly=True,
        )  # fmt: skip
        task.refused.connect(self._on_refused)
        task.failed.connect(self.around.tasks.failed)
        self._asked = asked

    def _show_tried(self, asked: object, tried: PlaceTried, streets: tuple[Line, ...]) -> None:
        end = self.form.end()
        if asked != self._asked or end is None:  # another line has been chosen meanwhile
            return
        self.compare.show_tried(tried, end.end, self._grid)
        self.compare.setVisible(not self._is_there())
        self.map.show_scene(scene(tried, streets))
        self.nearest_button.setEnabled(end.chosen is not None)
        self.put_button.setEnabled(not self._is_there())
        self._tell()

    def _is_there(self) -> bool:
        """Say whether the end is already where it was tried: then there is nothing to put."""
        end, line = self.form.end(), self.form.line()
        typed = self._asked is not None and self._asked[2] is not None
        return end is not None and line is not None and not typed and is_on(end, line)

    def _tell(self) -> None:
        line, reason = self.form.line(), self.form.reason.toPlainText().strip()
        if line is None:
            return
        if self._is_there():
            self.told.show_words(there_words(self.form.end()), Tone.MUTED)
            return
        words = f"{end_words(self.form.end().end)} on {line_words(line)}."
        lacking = "" if reason else " Still wanted: the reason."
        self.told.show_words(words + lacking, Tone.MUTED if reason else Tone.NOT_KNOWN)

    def put(self) -> None:
        """Put the end on the line that is chosen, measure, and go back to the case."""
        line = self.form.line()
        if line is not None and self.put_button.isEnabled():
            self._keep(line.edge)

    def take_nearest(self) -> None:
        """Go back to the nearest line, measure, and go back to the case."""
        self._keep(None)

    def _keep(self, edge: str | None) -> None:
        end, reason = self.form.end(), self.form.reason_given()
        if end is None or not reason:
            return
        near = self.form.near() if edge is not None else None
        application = self.application

        def verb(desk: Desk) -> object:
            return put_there(desk, application, end.end, edge, reason, near)

        self.around.tasks.run(
            "Measuring with it there", lambda _: verb(self.around.desk), lambda _: self._done(),
            owner=self,
        )  # fmt: skip

    def _done(self) -> None:
        self.around.shell.back()
        self.around.shell.show_notice(
            Kind.DONE, "The case is measured with the route beginning and ending there."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the case with Escape; nothing is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.around.shell.back()
        else:
            super().keyPressEvent(event)


def there_words(end: EndNear) -> str:
    """Say that an end is on the line that is chosen, and what there is to choose."""
    if len(end.lines) == 1:
        return "It is on this line now, and no other lies near. Type a point to move it along."
    return "It is on this line now. Choose another, or type a point to move it along this one."


def made_words(one: ChosenPlace) -> str:
    """Write one choice that was made."""
    where = "back to the nearest line" if one.edge is None else f"on line {one.edge}"
    day = day_in_words(day_in_london(one.at))
    return f"{end_words(one.end)}, {where}: {one.reason} ({one.by_name}, {day})"


def scene(tried: PlaceTried, streets: tuple[Line, ...]) -> MapScene:
    """Draw the walk as it would be, and both points at which it meets the network."""
    walk = tried.after.by(Way.WALKING)
    if walk is None:
        return MapScene()
    ends = [walk.home_on_network, walk.gate_on_network]
    places = [Place(Mark.SNAP, *point) for point in ends]
    places.append(Place(Mark.HOME, *walk.home, "home"))
    places += [Place(Mark.GATE, each.easting, each.northing, each.name) for each in walk.gates]
    return MapScene(
        streets=streets, places=tuple(places), route=walk.line,
        in_words=f"The walk with the end on that line. {says(tried)}",
    )  # fmt: skip
