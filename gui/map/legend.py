"""The legend: what each layer is called, and a sample of how it is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from casework.maps.of_store import Passes
from gui.fields.entries import Check
from gui.fields.layout import clear, column, row
from gui.map.look import Look, ScreenLook
from gui.map.names import paint_name
from gui.map.painting import (
    RING_DASHES,
    RING_WIDTH,
    paint_line,
    paint_mark,
    paint_other,
    paint_route,
    paint_stretch,
)
from gui.map.scene import Layer, Mark
from gui.map.streets import paths_drawn, pens_at
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
    Layer.RING: "Ring around it, for the eye alone",
}
_MARKS = {Layer.HOME: Mark.HOME, Layer.GATES: Mark.GATE, Layer.SCHOOL: Mark.SCHOOL}
_CLASSES = {
    Layer.STREETS: Passes.ALL,
    Layer.PATHS: Passes.ON_FOOT,
    Layer.VEHICLES: Passes.VEHICLES,
}
STRETCHES = (Layer.CLOSED, Layer.UNSAFE, Layer.ADDED)


CLOSE_UP = 0.9
"""Pixels to a metre of a sample that no map stands beside."""


def words_of(layer: Layer, scale: float = CLOSE_UP) -> str:
    """Name a layer, and say of paths that they are not drawn from so far off."""
    hidden = layer is Layer.PATHS and not paths_drawn(scale)
    return f"{WORDS[layer]}, from closer up" if hidden else WORDS[layer]


def paint_swatch(
    painter: QPainter, look: Look, layer: Layer, box: QRectF, scale: float = CLOSE_UP
) -> None:
    """Draw a sample of a layer, as the map draws it at a scale."""
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
    elif layer is Layer.RING:
        paint_line(painter, look, line, "map_reach", RING_WIDTH, RING_DASHES, cased=False)
    else:
        for kind, pen in pens_at(look, scale):
            if kind == _CLASSES[layer]:
                painter.setPen(pen)
                painter.drawLine(QLineF(left, right))


class Swatch(QWidget):
    """A sample of a layer beside its name."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self._layer, self._scale = layer, CLOSE_UP
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_scale(self, scale: float) -> None:
        """Draw the sample as a map of another scale does."""
        self._scale = scale
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for a short line."""
        return QSize(theme().px(40), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sample."""
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        paint_swatch(QPainter(self), ScreenLook(), self._layer, box, self._scale)


class Legend(QWidget):
    """A line for each layer that the map holds, to be ticked. ``changed`` tells what is hidden.

    Its samples are drawn as the map draws them at its present scale.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(self, gap=2)
        self.checks: dict[Layer, Check] = {}
        self.hidden = frozenset[Layer]()
        self._samples: dict[Layer, Swatch] = {}
        self._scale = CLOSE_UP

    def show_scale(self, scale: float) -> None:
        """Draw what changes with the scale, streets and paths, as they now look."""
        self._scale = scale
        for layer in _CLASSES.keys() & self.checks.keys():
            self._samples[layer].show_scale(scale)
            if self.checks[layer].text() != words_of(layer, scale):
                self.checks[layer].setText(words_of(layer, scale))

    def show_layers(self, layers: Sequence[Layer]) -> None:
        """List these layers; what was hidden stays so."""
        if list(self.checks) == list(layers):
            return
        clear(self._lines)
        self.checks, self._samples = {}, {}
        for layer in layers:
            self._add(layer)
        self.show_scale(self._scale)

    def _add(self, layer: Layer) -> None:
        check, line, whole = Check(WORDS[layer]), row(gap=8), QWidget()
        check.setChecked(layer not in self.hidden)
        check.toggled.connect(lambda on: self._on_toggled(layer, on))
        whole.setLayout(line)
        self._samples[layer] = Swatch(layer)
        line.addWidget(self._samples[layer])
        line.addWidget(check)
        line.addStretch(1)
        self._lines.addWidget(whole)
        self.checks[layer] = check

    def _on_toggled(self, layer: Layer, on: bool) -> None:
        self.hidden = self.hidden - {layer} if on else self.hidden | {layer}
        self.changed.emit(self.hidden)
