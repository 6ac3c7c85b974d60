"""The legend: what each layer is called, and a sample of how it is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from casework.map_network import Passes
from gui.fields.entries import Check
from gui.fields.layout import clear, column, row
from gui.map.look import Look, ScreenLook
from gui.map.names import paint_name
from gui.map.painting import (
    paint_line,
    paint_mark,
    paint_other,
    paint_route,
    paint_stretch,
)
from gui.map.scene import Layer, Mark
from gui.map.streets import pens_at
from gui.theme import theme

WORDS = {
    Layer.STREETS: "Streets and roads",
    Layer.PATHS: "Paths without motor vehicles",
    Layer.NAMES: "Street names, from close up",
    Layer.VEHICLES: "Roads that nobody walks",
    Layer.HOME: "Home",
    Layer.SCHOOL: "School of the case",
    Layer.SCHOOLS: "Schools",
    Layer.GATES: "Other gates",
    Layer.ROUTE: "Walking route, as measured",
    Layer.OTHERS: "Other routes measured",
    Layer.CLOSED: "Closed stretches",
    Layer.UNSAFE: "Unsafe stretches",
    Layer.ADDED: "Added paths",
    Layer.REACH: "Within walking distance of a school",
}
_MARKS = {Layer.HOME: Mark.HOME, Layer.GATES: Mark.GATE, Layer.SCHOOL: Mark.SCHOOL}
_CLASSES = {
    Layer.STREETS: Passes.ALL,
    Layer.PATHS: Passes.ON_FOOT,
    Layer.VEHICLES: Passes.VEHICLES,
}
STRETCHES = (Layer.CLOSED, Layer.UNSAFE, Layer.ADDED)


def paint_swatch(painter: QPainter, look: Look, layer: Layer, box: QRectF) -> None:
    """Draw a sample of a layer, as the map draws it from close up."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(box, look.colour("map_ground"))
    middle = box.center().y()
    left, right = QPointF(box.left() + 3, middle), QPointF(box.right() - 3, middle)
    line = QPolygonF([left, right])
    if layer in _MARKS or layer is Layer.SCHOOLS:
        mark = _MARKS.get(layer, Mark.SCHOOL)
        paint_mark(painter, look, mark, box.center(), lesser=layer is Layer.SCHOOLS)
    elif layer is Layer.NAMES:
        paint_name(painter, look, "Name", box.center(), 0.0)
    elif layer is Layer.ROUTE:
        paint_route(painter, look, line)
    elif layer is Layer.OTHERS:
        paint_other(painter, look, line)
    elif layer in STRETCHES:
        paint_stretch(painter, look, line, layer)
    elif layer is Layer.REACH:
        paint_line(painter, look, line, "map_reach", 2, cased=False)
    else:
        for kind, pen in pens_at(look, 0.9):
            if kind == _CLASSES[layer]:
                painter.setPen(pen)
                painter.drawLine(QLineF(left, right))


class Swatch(QWidget):
    """A sample of a layer beside its name."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self._layer = layer
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Give room for a short line."""
        return QSize(theme().px(40), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sample."""
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        paint_swatch(QPainter(self), ScreenLook(), self._layer, box)


class Legend(QWidget):
    """A line for each layer that the map holds, to be ticked. ``changed`` tells what is hidden."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(self, gap=2)
        self.checks: dict[Layer, Check] = {}
        self.hidden = frozenset[Layer]()

    def show_layers(self, layers: Sequence[Layer]) -> None:
        """List these layers; what was hidden stays so."""
        if list(self.checks) == list(layers):
            return
        clear(self._lines)
        self.checks = {}
        for layer in layers:
            self._add(layer)

    def _add(self, layer: Layer) -> None:
        check, line, whole = Check(WORDS[layer]), row(gap=8), QWidget()
        check.setChecked(layer not in self.hidden)
        check.toggled.connect(lambda on: self._on_toggled(layer, on))
        whole.setLayout(line)
        line.addWidget(Swatch(layer))
        line.addWidget(check)
        line.addStretch(1)
        self._lines.addWidget(whole)
        self.checks[layer] = check

    def _on_toggled(self, layer: Layer, on: bool) -> None:
        self.hidden = self.hidden - {layer} if on else self.hidden | {layer}
        self.changed.emit(self.hidden)
