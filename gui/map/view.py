"""The map one can move: drag or arrow keys to pan, wheel or plus and minus to zoom, 0 to fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.buttons import is_enter
from gui.map.camera import Camera, showing, within
from gui.map.canvas import Canvas, Pointing
from gui.map.fitting import fitted
from gui.map.glass import boxes_of, paint_cross
from gui.map.look import ScreenLook
from gui.map.scene import Layer, Line, MapScene, Point, around
from gui.theme import theme

_PANS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DRAG = 4
"""Pixels that the pointer may move and still have pointed, not dragged."""
FLASHES, FLASH_MS = 7, 220
EDGE, NEAR_GLASS = 48, 9
"""What a side takes that is kept free of marks, and how far they stay from the glass, at 100 %."""
NEAREST_M = 300.0
"""How much of the land a find shows at least, in metres across."""


class MapView(QWidget):
    """Draws a scene. Where ``may_point`` is set, a click or Enter points at the land.

    ``pointed`` tells the easting and northing; Enter points at the cross in the middle.
    """

    resized = Signal()
    moved = Signal()
    pointed = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Map")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.may_point, self.hidden = False, frozenset[Layer]()
        self.taken: Callable[[], list[QRectF]] = list
        self.pointing = Pointing()
        self._moved_by_hand = False
        self._pressed_at: QPoint | None = None
        self._dragged_from: QPoint | None = None
        self.tiles_drawn = 0
        self._flashes = QTimer(self, interval=FLASH_MS)
        self._flashes.timeout.connect(self._flash_on)
        self._flashes_left = 0
        self.show_scene(MapScene())
        theme().changed.connect(self.update)

    def show_scene(self, scene: MapScene, stay: bool = False) -> None:
        """Show another scene, all of it; with ``stay`` the part of the land that was seen."""
        self.scene, self._canvas = scene, Canvas(scene)
        self.setAccessibleDescription(scene.in_words)
        self.update()
        if not stay:
            self.fit()

    def sizeHint(self) -> QSize:
        """Give room for a walk."""
        return QSize(theme().px(360), theme().px(260))

    def minimumSizeHint(self) -> QSize:
        """Stay large enough to read."""
        return QSize(theme().px(180), theme().px(140))

    @property
    def camera(self) -> Camera:
        """Give what is seen."""
        return replace(self._camera, size=QSizeF(self.size()))

    @property
    def scale(self) -> float:
        """Give the pixels to a metre."""
        return self._camera.scale

    @property
    def middle(self) -> tuple[float, float]:
        """Give the easting and northing in the middle of the view."""
        return self._camera.east, self._camera.north

    @property
    def reach_m(self) -> float:
        """Give how far from a line one may point and still mean it, in metres."""
        return theme().px(14) / self.scale

    def fit(self) -> None:
        """Show all there is to show, no home, school or gate under the glass."""
        marks = [(one.easting, one.northing) for one in self.scene.places if one.needed]
        edge, near = theme().px(EDGE), theme().px(NEAR_GLASS)
        size = QSizeF(self.size())
        self._look(fitted(self.scene.extent(), size, marks, self._glass, edge, near), by_hand=False)

    def _glass(self, camera: Camera) -> list[QRectF]:
        return [*boxes_of(ScreenLook(), self.scene.source, camera), *self.taken()]

    def go_to(self, points: Line) -> None:
        """Show these points with some land around them."""
        area, least = around(points), NEAREST_M
        wide, high = max(least - area.width(), 0) / 2, max(least - area.height(), 0) / 2
        self._look(showing(area.adjusted(-wide, -high, wide, high), QSizeF(self.size())))

    def _look(self, camera: Camera, by_hand: bool = True) -> None:
        self._camera, self._moved_by_hand = camera, by_hand
        self.update()
        self.moved.emit()

    def zoom(self, times: float, about: QPointF | None = None) -> None:
        """Zoom in (over 1) or out (under 1), keeping the place under ``about`` where it is."""
        about = about or QPointF(self.width() / 2, self.height() / 2)
        before = self.camera.metres(about)
        closer = replace(self.camera, scale=within(self.scale * times))
        after = closer.metres(about)
        east, north = closer.east + before[0] - after[0], closer.north + before[1] - after[1]
        self._look(replace(closer, east=east, north=north))

    def pan(self, across: float, down: float) -> None:
        """Move the view by pixels."""
        at, scale = self._camera, self.scale
        self._look(replace(at, east=at.east + across / scale, north=at.north - down / scale))

    def hide_layers(self, hidden: frozenset[Layer]) -> None:
        """Show every layer but these."""
        self.hidden = hidden
        self.update()

    def point_at(self, **changes: object) -> None:
        """Show what is picked, or the points of a path."""
        self.pointing = replace(self.pointing, **changes)
        self.update()

    def flash(self, lines: tuple[Line, ...], at: Point | None) -> None:
        """Light up what was found, a few times."""
        self.point_at(found=lines, found_at=at, lit=True)
        self._flashes_left = FLASHES
        self._flashes.start()

    def _flash_on(self) -> None:
        self._flashes_left -= 1
        self.point_at(lit=self._flashes_left % 2 == 1)
        if self._flashes_left <= 0:
            self._flashes.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing everything until somebody has moved the map."""
        super().resizeEvent(event)
        self.resized.emit()  # first, so that the buttons stand where the fit keeps clear of them
        if not self._moved_by_hand:
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scene, then the cross and the ring of the focus."""
        painter, look, camera = QPainter(self), ScreenLook(), self.camera
        self.tiles_drawn = self._canvas.paint(
            painter, look, camera, self.hidden, self.pointing, self.taken()
        )
        if not self.hasFocus():
            return
        if self.may_point:
            paint_cross(painter, look, camera.size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("focus"), 3))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag, or to point."""
        self._pressed_at = self._dragged_from = event.position().toPoint()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, once it is plain that this is no click."""
        at = event.position().toPoint()
        if self._pressed_at is not None:
            if (at - self._pressed_at).manhattanLength() <= _DRAG:
                return
            self._pressed_at = None
        if self._dragged_from is not None:
            step = self._dragged_from - at
            self._dragged_from = at
            self.pan(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the map go; where it was not dragged, point at the land."""
        clicked = self._pressed_at is not None
        self._pressed_at = self._dragged_from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if clicked and self.may_point and event.button() is Qt.MouseButton.LeftButton:
            self.pointed.emit(*self.camera.metres(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan with the arrows; zoom with plus and minus; 0 shows everything; Enter points."""
        if event.key() in _PANS:
            across, down = _PANS[event.key()]
            part = 40 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 8
            self.pan(across * self.width() / part, down * self.height() / part)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.4)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / 1.4)
        elif event.key() in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        elif self.may_point and is_enter(event):
            self.pointed.emit(*self.middle)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()
