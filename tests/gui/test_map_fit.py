"""A map begins with every home, school and gate in sight: clear of the glass, words off the way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF
from pytestqt.qtbot import QtBot

from gui.map import MapPanel, MapScene, Mark, Place
from gui.map.camera import Camera, showing
from gui.map.fitting import fitted, hidden
from gui.map.glass import boxes_of
from gui.map.key import MapKey
from gui.map.labels import Wanted, boxes_along, place_words
from gui.map.look import ScreenLook
from gui.map.scene import Layer, MarkedLine, Trace, around
from gui.map.view import EDGE
from gui.theme import theme

metres = st.floats(0, 4000)
spots = st.tuples(metres, metres)


SIZES = [(360, 270, 100), (720, 668, 100), (720, 540, 200), (975, 285, 200)]
SOURCE = "Network 2026, brought in 23 November 2026"


@pytest.mark.parametrize(("wide", "high", "text"), SIZES)
def test_home_and_school_lie_clear_of_scale_bar_north_point_and_source(
    wide: int, high: int, text: int
) -> None:
    theme().show_as(text_size=text)
    look, px = ScreenLook(), theme().px
    buttons = QRectF(wide - px(36), px(8), px(28), px(92))

    def glass(camera: Camera) -> list[QRectF]:
        return [*boxes_of(look, SOURCE, camera), buttons]

    @settings(max_examples=60, deadline=None)
    @given(spots, spots)
    def holds(home: tuple[float, float], school: tuple[float, float]) -> None:
        size = QSizeF(wide, high)
        camera = fitted(around([home, school]), size, [home, school], glass, px(EDGE), px(9))
        assert hidden(camera, [home, school], glass(camera), px(8)) == 0
        seen = QRectF(QPointF(0, 0), size)
        assert seen.contains(camera.pixel(*home)) and seen.contains(camera.pixel(*school))

    holds()


@pytest.mark.parametrize(("wide", "high", "text"), SIZES)
def test_a_map_that_is_resized_begins_anew_with_its_marks_in_sight(
    qtbot: QtBot, wide: int, high: int, text: int
) -> None:
    theme().show_as(text_size=text)
    marks = [(0.0, 0.0), (1800.0, 2600.0), (1800.0, 40.0)]
    home, school, gate = (Place(Mark.HOME, *at, "home") for at in marks)
    panel = MapPanel(MapScene(places=(home, school, gate), source=SOURCE))
    qtbot.addWidget(panel)
    panel.show()
    panel.resize(wide, high)
    view = panel.view
    boxes = [*boxes_of(ScreenLook(), SOURCE, view.camera), *view.taken()]
    assert hidden(view.camera, marks, boxes, theme().px(8)) == 0


def test_the_view_is_as_close_as_the_glass_allows() -> None:
    area, size = QRectF(0, 0, 1000, 1000), QSizeF(500, 500)
    assert fitted(area, size, [(500, 500)], lambda _: [], 48, 9) == showing(area, size)
    corner = QRectF(0, 460, 100, 40)
    found = fitted(area, size, [(20, 20)], lambda _: [corner], 48, 9)
    assert found.scale < showing(area, size).scale
    assert hidden(found, [(20, 20)], [corner], 9) == 0


def test_words_of_places_stand_beside_a_route_and_not_on_it() -> None:
    route = [QPointF(200, 0), QPointF(200, 300)]
    area = QRectF(0, 0, 400, 300)
    kept = boxes_along(route, area, 20, 4)
    wanted = [Wanted(QPointF(150, 150), 10, QSizeF(120, 16), needed=False)]
    (box,) = place_words(wanted, area, kept)
    assert box is not None
    assert box.right() < 196
    assert boxes_along(route, QRectF(300, 0, 50, 300), 20, 4) == []


def test_a_key_names_the_lines_where_there_are_several(qtbot: QtBot) -> None:
    key, line = MapKey(), ((0.0, 0.0), (9.0, 0.0))
    qtbot.addWidget(key)
    key.show_scene(MapScene(route=line), {})
    assert key.isHidden()
    closed = MarkedLine(Layer.CLOSED, (line,), "")
    scene = MapScene(route=line, others=(Trace("by road", line),), stretches=(closed,))
    key.show_scene(scene, {Layer.OTHERS: "Route by road"})
    assert not key.isHidden()
    assert key.words == ("Walking route, as measured", "Route by road", "Closed stretches")


def test_a_mark_under_the_glass_is_counted() -> None:
    camera = Camera(0, 0, 1, QSizeF(100, 100))
    assert hidden(camera, [(0, 0), (40, 0)], [QRectF(45, 45, 10, 10), QRectF()], 2) == 1
