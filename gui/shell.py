"""The frame of the window: rail, header, the page in front, notices above it, the status line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.actions import Actions
from gui.faults import NEXT_STEP, NOTHING_LOST, report, sentence
from gui.fields.buttons import Button
from gui.fields.layout import column, redress, row, surface
from gui.fields.notice import Kind, Notice
from gui.header_frame import FrameLayout
from gui.page import Page
from gui.palette import CommandPalette
from gui.rail import Rail
from gui.ribbon import Ribbon
from gui.room import Room, Surroundings
from gui.shapes import Shape
from gui.status import StatusLine
from gui.tasks import Tasks
from gui.theme import theme
from rules.problems import UserFacingError

NARROW = 900
"""The width of a window, at 100 %, under which the rail stands its words below its shapes."""


class Shell(QWidget):
    """Holds the rooms. Each keeps its own pile of pages; ``open_page`` and ``back`` move in it."""

    def __init__(self, tasks: Tasks, actions: Actions) -> None:
        super().__init__()
        self.tasks, self.actions = tasks, actions
        self._rooms: dict[str, Room] = {}
        self._piles: dict[str, list[Page]] = {}
        self._room, self._desk = "", None
        self.rail = Rail()
        self.rail.chosen.connect(self.go)
        self.palette_panel = CommandPalette(self, actions)
        self.status = StatusLine(tasks, self.palette_panel.open)
        self.notice = Notice()
        self.notice.outside = (24, 12, 24, 0)
        redress(self.notice, place="shell")
        self._lay_out()
        self._name_actions()
        tasks.refused.connect(self.show_error)
        tasks.failed.connect(self._on_failed)
        theme().changed.connect(self._fit)

    def _lay_out(self) -> None:
        outer = column(self, gap=0)
        across = row(gap=0)
        across.addWidget(self.rail)
        right = column(gap=0)
        right.addWidget(self._header())
        right.addWidget(self.notice)
        self.pages = QStackedWidget()
        right.addWidget(self.pages, 1)
        across.addLayout(right, 1)
        outer.addLayout(across, 1)
        outer.addWidget(self.status)

    def _header(self) -> QWidget:
        frame = surface("header")
        self.back_button = Button("Back", self.back, "quiet", shape=Shape.BACK)
        self.back_button.setAccessibleDescription("Shortcut Alt+Left")
        self.headers = QWidget()
        self._header_lines = column(self.headers, gap=0)
        self.ribbon = Ribbon()
        self.ribbon.hide()
        self._frame_line = FrameLayout(frame, self.back_button, self.headers, self.ribbon)
        for over in (self.back_button, self.ribbon):
            over.raise_()
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make rail and header slimmer where the text has too little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < theme().px(NARROW)
        self.rail.set_narrow(narrow)
        self._frame_line.is_narrow = narrow
        if pile := self._pile():
            pile[-1].header.set_narrow(narrow, *self._frame_line.edges())
        self._frame_line.invalidate()

    def _name_actions(self) -> None:
        add = self.actions.add
        add(self, "Find or do anything", self.palette_panel.open, "Ctrl+K")
        add(self, "Go back", self.back, "Alt+Left", is_possible=lambda: len(self._pile()) > 1)
        add(self, "Put the notice away", self.notice.put_away,
            is_possible=self.notice.isVisible)  # fmt: skip
        add(self, "Go to the next part of the window", self._next_part, "F6")

    def furnish(self, desk: object, rooms: tuple[Room, ...]) -> None:
        """Show the rooms that are for the person at this desk, and go to the first."""
        self._desk = desk
        mine = tuple(room for room in rooms if room.is_for(desk))
        self._rooms = {room.key: room for room in mine}
        self.rail.show_rooms(mine)
        for room in mine:
            key = room.key
            self.actions.add(
                self, f"Go to {room.title}", lambda key=key: self.go(key), room.keys, "Rooms"
            )
        if mine:
            self.go(mine[0].key)

    def show_ribbon(self, fictional: bool) -> None:
        """Wear the ribbon of the fictional sample, or not."""
        self.ribbon.setVisible(fictional)
        self._fit()

    def go(self, key: str) -> Page:
        """Go to a room, to the page that was last in front there. Raises KeyError: no such room."""
        room = self._rooms[key]
        self._room = key
        self.rail.mark(key)
        if key not in self._piles:
            self._piles[key] = []
            around = Surroundings(self._desk, self, self.tasks, self.actions)
            self.open_page(room.build(around))
        self._show_top()
        return self._pile()[-1]

    def open_page(self, page: Page) -> None:
        """Put a page on top of the room one is in."""
        self._pile().append(page)
        self.pages.addWidget(page)
        self._header_lines.addWidget(page.header)
        self._show_top()

    def back(self) -> None:
        """Take the top page away and show the one below it."""
        if len(self._pile()) < 2:
            return
        page = self._pile().pop()
        page.leave()
        self._show_top()
        self.pages.removeWidget(page)
        for widget in (page.header, page):
            widget.hide()
            widget.deleteLater()

    def _pile(self) -> list[Page]:
        return self._piles.get(self._room, [])

    def _show_top(self) -> None:
        page = self._pile()[-1]
        for pile in self._piles.values():
            for other in pile:
                other.header.setVisible(other is page)
        self.pages.setCurrentWidget(page)
        self.back_button.setVisible(len(self._pile()) > 1)
        self._fit()
        self.notice.hide()
        page.arrive()

    def _next_part(self) -> None:
        """Move the focus between rail, page and status line, as F6 does elsewhere."""
        parts = [self.rail, self.pages.currentWidget() or self.pages, self.status]
        here = self.focusWidget()
        inside = [here is not None and part.isAncestorOf(here) for part in parts]
        at = inside.index(True) if True in inside else -1
        for step in range(1, len(parts) + 1):
            if focus_first(parts[(at + step) % len(parts)]):
                return

    def show_notice(self, kind: Kind, happened: str, kept: str = "", next_step: str = "") -> None:
        """Show a notice above the page."""
        self.notice.show_notice(kind, happened, kept, next_step)

    def show_error(self, error: BaseException) -> None:
        """Show an error: in its own words if it is meant for people, else logged, in a sentence."""
        if isinstance(error, UserFacingError):
            self.notice.show_error(error)
        else:
            self._on_failed(report(error))

    def _on_failed(self, reference: str) -> None:
        self.show_notice(Kind.ERROR, sentence(reference), NOTHING_LOST, NEXT_STEP)


def focus_first(part: QWidget) -> bool:
    """Put the focus on the first control of a part; False where it has none."""
    for child in part.findChildren(QWidget):
        takes_tab = child.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and child.isVisible() and child.isEnabled():
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
