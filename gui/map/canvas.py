"""One map painted whole, on the screen as on paper: land first, then what lies on it, the glass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from casework.maps.of_store import Passes
from gui.map.camera import Camera
from gui.map.glass import boxes_of, paint_north, paint_scale, paint_source
from gui.map.labels import boxes_along
from gui.map.look import Look, fast_pen, pen
from gui.map.painting import (
    RING_DASHES,
    RING_WIDTH,
    paint_leg,
    paint_line,
    paint_other,
    paint_places,
    paint_route,
    paint_stretch,
    polygon,
)
from gui.map.scene import Layer, Line, MapScene, Mark, Place, Point
from gui.map.streets import Streets, pens_at

_CLASS_LAYERS = {
    Layer.STREETS: (Passes.ALL,),
    Layer.PATHS: (Passes.ON_FOOT, Passes.NOBODY),
    Layer.VEHICLES: (Passes.VEHICLES,),
}


@dataclass(frozen=True, slots=True)
class Pointing:
    """What somebody is at with the map: a line picked, points of a path or part, a place found."""

    picked: Sequence[Line] = ()
    drawn: Sequence[Point] = ()
    found: Sequence[Line] = ()
    found_at: Point | None = None
    lit: bool = False


class Canvas:
    """A scene made ready to be painted again and again."""

    def __init__(self, scene: MapScene) -> None:
        self.scene = scene
        self._streets = [scene.network] if scene.network else []
        if not self._streets:
            self._streets = [
                Streets.of_lines(scene.streets),
                Streets.of_lines(scene.no_foot, Passes.VEHICLES),
            ]

    def paint(
        self,
        painter: QPainter,
        look: Look,
        camera: Camera,
        hidden: frozenset[Layer] = frozenset(),
        pointing: Pointing | None = None,
        taken: Sequence[QRectF] = (),
    ) -> int:
        """Paint everything but the hidden layers; give how many runs of segments were drawn.

        ``taken`` are boxes, in pixels, that words stay clear of: the buttons over the map.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(QPointF(0, 0), camera.size), look.colour("map_ground"))
        drawn = self._paint_land(painter, look, camera, hidden)
        self._paint_on_land(painter, look, camera, hidden)
        if pointing is not None:
            paint_pointing(painter, look, camera, pointing)
        glass = boxes_of(look, self.scene.source, camera, painter.device())
        places = [one for one in self.scene.places if layer_of(one) not in hidden]
        full = [*glass, *taken]
        lines = [self.scene.route] if Layer.ROUTE not in hidden else []
        keep = [box for line in lines for box in self._along(look, camera, line)]
        full += filter(None, paint_places(painter, look, camera, places, [*full, *keep]))
        if self.scene.names is not None and Layer.NAMES not in hidden:
            self.scene.names.paint(painter, look, camera, full)
        paint_north(painter, look, camera.size)
        paint_scale(painter, look, camera.scale, camera.size)
        paint_source(painter, look, self.scene.source, glass[-1])
        return drawn

    @staticmethod
    def _along(look: Look, camera: Camera, line: Line) -> list[QRectF]:
        """Give boxes along a route, which the words of places stand beside."""
        area = QRectF(QPointF(0, 0), camera.size)
        return boxes_along(list(polygon(camera, line)), area, look.px(20), look.px(4))

    def _paint_land(
        self, painter: QPainter, look: Look, camera: Camera, hidden: frozenset[Layer]
    ) -> int:
        plain = look.colour("map_ground") == Qt.GlobalColor.black
        style = Qt.PenStyle.DotLine if plain else Qt.PenStyle.SolidLine
        painter.setPen(pen(look, "map_water", look.px(3 if plain else 12), style))
        for line in self.scene.water:
            painter.drawPolyline(polygon(camera, line))
        off = frozenset(
            kind for layer in hidden for kind in _CLASS_LAYERS.get(layer, ())
        )  # fmt: skip
        pens = pens_at(look, camera.scale, off)
        return sum(paint_streets(painter, camera, one, pens) for one in self._streets)

    def _paint_on_land(
        self, painter: QPainter, look: Look, camera: Camera, hidden: frozenset[Layer]
    ) -> None:
        scene = self.scene
        if scene.reach is not None:
            self._paint_reach(painter, look, camera, hidden)
        for other in scene.others if Layer.OTHERS not in hidden else ():
            paint_other(painter, look, polygon(camera, other.line))
        if Layer.ROUTE not in hidden and scene.route:
            paint_route(painter, look, polygon(camera, scene.route))
        for stretch in scene.stretches:
            if stretch.layer in hidden:
                continue
            for leg in stretch.legs:
                paint_leg(painter, look, polygon(camera, leg), stretch.layer)
            for line in stretch.lines:
                paint_stretch(painter, look, polygon(camera, line), stretch.layer)

    def _paint_reach(
        self, painter: QPainter, look: Look, camera: Camera, hidden: frozenset[Layer]
    ) -> None:
        reach = self.scene.reach
        assert reach is not None
        if Layer.REACH not in hidden:
            pens = [(int(Passes.ALL), fast_pen(look, "map_reach", look.px(2)))]
            paint_streets(painter, camera, reach.streets, pens)
        for ring in reach.outline if Layer.RING not in hidden else ():
            line = polygon(camera, ring)
            paint_line(painter, look, line, "map_reach", RING_WIDTH, RING_DASHES, cased=False)


def paint_streets(
    painter: QPainter, camera: Camera, streets: Streets, pens: Sequence[tuple[int, QPen]]
) -> int:
    """Draw streets where the camera sees them."""
    painter.save()
    painter.setTransform(camera.transform(streets.origin), combine=True)
    drawn = streets.paint(painter, camera.seen(streets.origin), camera.scale, pens)
    painter.restore()
    return drawn


def paint_pointing(painter: QPainter, look: Look, camera: Camera, at: Pointing) -> None:
    """Draw what is picked, drawn and found."""
    for line in (*(at.found if at.lit else ()), *at.picked):
        paint_pointed(painter, look, polygon(camera, line))
    if at.drawn:
        paint_line(painter, look, polygon(camera, at.drawn), "ink", 3, (1.5, 1.5))
        painter.setPen(QPen(look.colour("ink"), look.px(2)))
        painter.setBrush(look.colour("pointed"))
        for east, north in at.drawn:
            painter.drawEllipse(camera.pixel(east, north), look.px(5), look.px(5))
    if at.lit and at.found_at is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token, width in (("ink", 8), ("pointed", 4)):
            painter.setPen(QPen(look.colour(token), look.px(width)))
            painter.drawEllipse(camera.pixel(*at.found_at), look.px(20), look.px(20))


def paint_pointed(painter: QPainter, look: Look, line: QPolygonF) -> None:
    """Draw a line as a light band between two dark ones: like nothing else on the map."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for token, width in (("ink", 10), ("pointed", 6)):
        painter.setPen(pen(look, token, look.px(width)))
        painter.drawPolyline(line)


def layer_of(place: Place) -> Layer:
    """Give the layer that a place belongs to."""
    if place.mark is Mark.SCHOOL:
        return Layer.SCHOOL if place.needed else Layer.SCHOOLS
    return Layer.GATES if place.mark is Mark.GATE else Layer.HOME
