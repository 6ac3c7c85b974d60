"""The map one can move: drag or arrow keys to pan, wheel or plus and minus to zoom, 0 to fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.map.painting import (
    paint_north,
    paint_place,
    paint_route,
    paint_scale,
    paint_tiles,
    pen,
)
from gui.map.scene import MapScene, Tiles, path_of, tiles_of
from gui.theme import theme

CLOSEST, FARTHEST = 8.0, 0.002
"""Pixels to a metre, nearest and farthest."""
_PANS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapView(QWidget):
    """Draws a scene. It keeps a middle (in metres from its origin) and a scale."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Map")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._moved_by_hand = False
        self._dragged_from: QPoint | None = None
        self.tiles_drawn = 0
        self.show_scene(MapScene())
        theme().changed.connect(self.update)

    def show_scene(self, scene: MapScene) -> None:
        """Show another scene, all of it."""
        self.scene = scene
        middle = scene.extent().center()
        self._origin = (round(middle.x(), -3), round(middle.y(), -3))
        self._streets: Tiles = tiles_of(scene.streets, self._origin)
        self._water: Tiles = tiles_of(scene.water, self._origin)
        self._route: QPainterPath = path_of(scene.route, self._origin)
        self.setAccessibleDescription(scene.in_words)
        self.fit()

    def sizeHint(self) -> QSize:
        """Give room for a walk."""
        return QSize(theme().px(360), theme().px(260))

    def minimumSizeHint(self) -> QSize:
        """Stay large enough to read."""
        return QSize(theme().px(180), theme().px(140))

    @property
    def scale(self) -> float:
        """Give the pixels to a metre."""
        return self._scale

    @property
    def middle(self) -> tuple[float, float]:
        """Give the easting and northing in the middle of the view."""
        return (self._middle.x() + self._origin[0], self._middle.y() + self._origin[1])

    def fit(self) -> None:
        """Show all there is to show."""
        area = self.scene.extent()
        self._middle = area.center() - QPointF(*self._origin)
        wide, high = max(self.width(), 1), max(self.height(), 1)
        self._set_scale(min(wide / max(area.width(), 1), high / max(area.height(), 1)))
        self._moved_by_hand = False
        self.update()

    def _set_scale(self, scale: float) -> None:
        self._scale = min(CLOSEST, max(FARTHEST, scale))

    def zoom(self, times: float, about: QPointF | None = None) -> None:
        """Zoom in (over 1) or out (under 1), keeping the place under ``about`` where it is."""
        about = about or QPointF(self.width() / 2, self.height() / 2)
        before = self._to_metres(about)
        self._set_scale(self._scale * times)
        self._middle += before - self._to_metres(about)
        self._moved_by_hand = True
        self.update()

    def pan(self, across: float, down: float) -> None:
        """Move the view by pixels."""
        self._middle += QPointF(across / self._scale, -down / self._scale)
        self._moved_by_hand = True
        self.update()

    def _transform(self) -> QTransform:
        move = QTransform.fromTranslate(-self._middle.x(), -self._middle.y())
        turn = QTransform.fromScale(self._scale, -self._scale)
        return move * turn * QTransform.fromTranslate(self.width() / 2, self.height() / 2)

    def _to_metres(self, at: QPointF) -> QPointF:
        return self._transform().inverted()[0].map(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing everything until somebody has moved the map."""
        super().resizeEvent(event)
        if not self._moved_by_hand:
            self.fit()
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scene, then what stands on the glass."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().colour("map_ground"))
        view = self._transform()
        self._paint_land(painter, view)
        for place in self.scene.places:
            metres = QPointF(place.easting - self._origin[0], place.northing - self._origin[1])
            paint_place(painter, place, view.map(metres))
        paint_north(painter, self.width(), self.height())
        paint_scale(painter, view, self.height())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("focus"), 3))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _paint_land(self, painter: QPainter, view: QTransform) -> None:
        seen = view.inverted()[0].mapRect(QRectF(self.rect()))
        painter.save()
        painter.setTransform(view, combine=True)
        plain = theme().palette.name == "contrast"
        style = Qt.PenStyle.DotLine if plain else Qt.PenStyle.SolidLine
        painter.setPen(pen("map_water", theme().px(3 if plain else 12), style))
        paint_tiles(painter, self._water, seen)
        painter.setPen(pen("map_street", 1 if plain else theme().px(2)))
        self.tiles_drawn = paint_tiles(painter, self._streets, seen)
        paint_route(painter, self._route)
        painter.restore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        self._dragged_from = event.position().toPoint()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map."""
        if self._dragged_from is not None:
            at = event.position().toPoint()
            step = self._dragged_from - at
            self._dragged_from = at
            self.pan(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the map go."""
        self._dragged_from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan with the arrows; zoom with plus and minus; 0 shows everything."""
        if event.key() in _PANS:
            across, down = _PANS[event.key()]
            self.pan(across * self.width() / 8, down * self.height() / 8)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.4)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / 1.4)
        elif event.key() in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()
