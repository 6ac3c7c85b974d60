"""What can be done on the map: find, point, show a boundary, save, print; each with its key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, QStandardPaths
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from casework.maps.find import Found, find_on_map
from casework.maps.pick import Picked, pick_lines
from casework.schools.boundary import reach_of_school
from gui.fields.notice import Kind
from gui.map.canvas import Canvas
from gui.map.marking import Marking
from gui.map.sheet import Sheet, page_layout, paint_sheet, save_sheet
from gui.officer.who_may import may_work
from records.stretch import Stretch
from rules.quantities import day_in_words

if TYPE_CHECKING:
    from gui.map.page import MapPage

GROUP = "Map"


class MapDoings:
    """Connects the cards of a map page to the verbs, and names its actions."""

    def __init__(self, page: MapPage) -> None:
        self._page = page
        self._near: tuple[Picked, ...] = ()
        self.picked: Picked | None = None
        self.marking = Marking(page)
        self._connect()
        self._name_actions()

    def _connect(self) -> None:
        page = self._page
        page.view.pointed.connect(self.point)
        page.find.wanted.connect(self.look_for)
        page.find.chosen.connect(self.go_to_found)
        page.reach_card.changed.connect(self.show_reach)
        page.picked.next_asked.connect(self.pick_next)
        page.marked.shown.connect(self.show_stretch)
        page.words.save_asked.connect(self.ask_where)
        page.words.print_asked.connect(self.ask_printer)
        page.words.copied.connect(lambda: self._say("The words are copied."))

    def _name_actions(self) -> None:
        page, add = self._page, self._page.around.actions.add
        add(page, "Find a street, postcode or school", page.find.begin, ("F", "/", "Ctrl+F"), GROUP)
        add(page, "Show the walking distance around a school", self.toggle_reach, "B", GROUP)
        add(page, "Go to the map itself", page.view.setFocus, "G", GROUP)
        add(page, "Zoom in", lambda: page.view.zoom(1.4), ("+", "="), GROUP)
        add(page, "Zoom out", lambda: page.view.zoom(1 / 1.4), "-", GROUP)
        add(page, "Show all of the map", page.view.fit, "0", GROUP)
        add(page, "Copy the map in words", page.words.copy, "Ctrl+Shift+C", GROUP)
        add(page, "Save the map as PDF or picture", self.ask_where, "S", GROUP)
        add(page, "Print the map", self.ask_printer, "Ctrl+P", GROUP)
        add(page, "Read the map again", page.read, "F5", GROUP)
        if may_work(page.around.desk.person):
            add(page, "Mark the line that is picked", self.marking.begin, "M", GROUP,
                lambda: self.picked is not None)  # fmt: skip
            add(page, "Take the last point back", page.form.take_back, "Backspace", GROUP)
            add(page, "Add a path that is missing", self.marking.begin_path, "A", GROUP)

    def _say(self, words: str) -> None:
        self._page.around.shell.show_notice(Kind.DONE, words)

    def look_for(self, words: str) -> None:
        """Look for what is called so, off the GUI thread."""
        page = self._page
        desk, loaded = page.around.desk, page.loaded
        if loaded is None or loaded.network is None:
            return

        def show(found: tuple[Found, ...]) -> None:
            page.find.show_found(words, found, loaded.network.has_names)

        page.around.tasks.run(
            "Finding on the map", lambda _: find_on_map(desk, words), show, owner=page
        )

    def go_to_found(self, found: Found) -> None:
        """Go to a find and light it up."""
        view = self._page.view
        points = [point for line in found.lines for point in line] or [found.at]
        view.go_to(points)
        view.flash(found.lines, None if found.lines else found.at)
        view.setFocus()

    def show_stretch(self, stretch: Stretch) -> None:
        """Go to a marked stretch and light it up."""
        view = self._page.view
        view.go_to([point for line in stretch.lines for point in line])
        view.flash(stretch.lines, None)

    def point(self, east: float, north: float) -> None:
        """Pick the line that is pointed at, or hand the point to the form."""
        page = self._page
        if page.loaded is None or page.loaded.network is None:
            return
        if self.marking.takes_point((east, north)):
            return
        self._near = pick_lines(page.around.desk, (east, north), page.view.reach_m)
        self._show_picked(0)
        if self.picked is not None:
            self.marking.take_line(self.picked)

    def forget_picked(self) -> None:
        """Let go of the line that is picked."""
        self._near, self.picked = (), None
        self._page.view.point_at(picked=())
        self._page.picked.show_none()

    def pick_next(self) -> None:
        """Pick another of the lines near where somebody pointed."""
        if self._near and self.picked in self._near:
            self._show_picked((self._near.index(self.picked) + 1) % len(self._near))

    def _show_picked(self, at: int) -> None:
        page = self._page
        self.picked = self._near[at] if self._near else None
        page.view.point_at(picked=(self.picked.line,) if self.picked else ())
        page.picked.show_picked(self.picked, len(self._near) - 1 if self._near else 0)

    def toggle_reach(self) -> None:
        """Show the boundary around a school, or hide it."""
        self._page.reach_card.shown.toggle()

    def show_reach(self) -> None:
        """Work out the boundary that is asked for and show it."""
        page, asked = self._page, self._page.reach_card.asked()
        if asked is None:
            page.reach = None
            page.show_scene()
            return
        desk, application = page.around.desk, page.application

        def show(reach) -> None:  # noqa: ANN001
            if page.reach_card.asked() == asked:
                page.reach = reach
                page.show_scene()

        page.around.tasks.run(
            "Working out the walking distance",
            lambda _: reach_of_school(desk, *asked, application),
            show,
            owner=page,
        )

    def sheet(self) -> Sheet:
        """Give the map as it is printed: what is seen, with its words."""
        page = self._page
        view, day = page.view, day_in_words(page.around.desk.today())
        return Sheet(
            page.header.title.text(),
            ". ".join(filter(None, (page.subtitle(), f"Printed {day}"))),
            Canvas(view.scene),
            view.camera,
            view.hidden,
            page.words.lines,
        )

    def ask_where(self) -> None:
        """Ask for a path in a dialog that never blocks the program."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        dialog = QFileDialog(self._page, "Save the map", str(folder / "map.pdf"))
        dialog.setNameFilters(["PDF (*.pdf)", "Picture (*.png)"])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def save(self, path: Path) -> None:
        """Save the map off the GUI thread and say where it is."""
        sheet = self.sheet()
        self._page.around.tasks.run(
            "Saving the map",
            lambda _: save_sheet(sheet, path),
            lambda saved: self._say(f"Saved as {saved}."),
            owner=self._page,
        )

    def ask_printer(self) -> None:
        """Ask which printer, in a dialog that never blocks the program."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        printer.setDocName(self._page.header.title.text())
        self.dialog = QPrintDialog(printer, self._page)
        self.dialog.accepted.connect(lambda: self.print_on(printer))
        self.dialog.open()

    def print_on(self, printer: QPrinter) -> None:
        """Print the map."""
        painter = QPainter()
        if not painter.begin(printer):
            self._page.around.shell.show_notice(
                Kind.ERROR, "The printer could not be used.", "The map is as it was.",
                "Save it as a PDF and print that.",
            )  # fmt: skip
            return
        area = printer.pageLayout().paintRectPixels(printer.resolution())
        paint_sheet(painter, self.sheet(), QSizeF(area.size()), printer.resolution())
        painter.end()
        self._say("The map was sent to the printer.")
