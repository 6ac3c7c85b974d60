"""What is drawn of a network: all of it close up, less from afar, and no words on other words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from casework.maps.of_store import Passes
from gui.map.camera import Camera, showing
from gui.map.canvas import Canvas
from gui.map.labels import Wanted, place_words
from gui.map.legend import Legend, Swatch, paint_swatch
from gui.map.look import ScreenLook
from gui.map.names import StreetNames
from gui.map.scene import Layer, MapScene, MarkedLine, Reach
from gui.map.streets import CLOSE, GRAINS, Streets, grain_at, pens_at
from gui.map.stretch_words import joined_words, part_between
from gui.map.tiles import Tiles, cut, path_of_segments, thinned
from gui.theme import PALETTES, theme

AREA = QRectF(0, 0, 400, 300)
near = st.floats(-2000, 2000).map(lambda metres: round(metres, 2))
lines = st.lists(st.tuples(near, near, near, near), max_size=30).map(
    lambda rows: np.array(rows, dtype=np.float64).reshape(-1, 4)
)


def plain(segments: np.ndarray) -> np.ndarray:
    return np.zeros(len(segments), dtype=np.int64)


@given(lines, st.floats(-2000, 2000), st.floats(-2000, 2000))
def test_no_segment_in_sight_is_missed(segments: np.ndarray, east: float, north: float) -> None:
    tiles, seen = Tiles(segments, plain(segments), 500.0), QRectF(east, north, 300, 200)
    found = {
        (line.x1(), line.y1(), line.x2(), line.y2())
        for run in tiles.seen(seen, 0)
        for line in tiles.lines(run)
    }
    parts, _ = cut(segments, plain(segments), 500.0)
    for part in parts.tolist():
        if seen.contains(QPointF(part[0], part[1])) or seen.contains(QPointF(part[2], part[3])):
            assert tuple(part) in found


@given(lines)
def test_a_cut_segment_runs_where_it_ran(segments: np.ndarray) -> None:
    parts, _ = cut(segments, plain(segments), 500.0)
    lengths = [
        np.hypot(each[:, 2] - each[:, 0], each[:, 3] - each[:, 1]) for each in (segments, parts)
    ]
    assert lengths[0].sum() == pytest.approx(lengths[1].sum(), abs=1e-6)
    assert (lengths[1] <= 500.0 + 1e-6).all()


@given(lines, st.sampled_from(GRAINS))
def test_from_afar_no_end_moves_farther_than_the_grain(segments: np.ndarray, grain: float) -> None:
    rough, _ = thinned(segments, plain(segments), grain)
    assert len(rough) <= len(segments)
    for row in rough:
        moved = np.abs(np.concatenate([segments, segments[:, [2, 3, 0, 1]]]) - row).max(axis=1)
        assert moved.min() <= grain / 2 + 1e-6


def test_lines_that_fall_together_are_drawn_once_and_the_road_stays() -> None:
    segments = np.array([[0, 0, 100, 0], [101, 1, 1, 1], [0, 0, 2, 1]], dtype=np.float64)
    rough, classes = thinned(segments, np.array([1, 0, 0]), 32.0)
    assert rough.tolist() == [[0, 0, 96, 0]]
    assert classes.tolist() == [0]


def test_a_path_made_at_one_stroke_is_the_path_of_its_segments() -> None:
    path = path_of_segments(np.array([[0, 1, 2, 3], [4, 5, 6, 7]], dtype=np.float64))
    found = [(path.elementAt(at).x, path.elementAt(at).y) for at in range(path.elementCount())]
    assert found == [(0, 1), (2, 3), (4, 5), (6, 7)]
    assert [path.elementAt(at).isMoveTo() for at in range(4)] == [True, False, True, False]


def test_every_segment_is_drawn_as_it_is_from_close_up() -> None:
    assert grain_at(CLOSE) == 0.0
    assert 0 < grain_at(CLOSE / 2) < grain_at(CLOSE / 40)


def test_a_motorway_is_told_from_a_street_without_its_colour() -> None:
    """In high contrast both are grey: the motorway is two lines with a gap between them."""
    theme().show_as("contrast")
    for layer, gap in ((Layer.STREETS, False), (Layer.VEHICLES, True)):
        image = QImage(60, 30, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_swatch(painter, ScreenLook(), layer, QRectF(0, 0, 60, 30))
        painter.end()
        column = [image.pixelColor(30, y).lightness() > 50 for y in range(30)]
        runs = sum(
            now and not before for before, now in zip([False, *column], column, strict=False)
        )
        assert runs == (2 if gap else 1)


@pytest.mark.parametrize("palette", PALETTES)
def test_every_layer_has_a_sample_of_its_own(palette: str) -> None:
    theme().show_as(palette)
    samples = set()
    for layer in Layer:
        image = QImage(40, 24, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_swatch(painter, ScreenLook(), layer, QRectF(0, 0, 40, 24))
        painter.end()
        samples.add(bytes(image.constBits()))
    assert len(samples) == len(Layer)


def sample(layer: Layer, scale: float) -> QImage:
    image = QImage(60, 25, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_swatch(painter, ScreenLook(), layer, QRectF(0, 0, 60, 25), scale)
    painter.end()
    return image


def strength(image: QImage) -> int:
    """Give how far all pixels together lie from the ground."""
    ground = theme().colour("map_ground").lightness()
    return sum(
        abs(image.pixelColor(x, y).lightness() - ground) for x in range(60) for y in range(25)
    )


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("scale", [0.1, 0.2, 0.3, 0.6, 2.0])
def test_a_street_is_stronger_than_a_path_from_near_and_far(palette: str, scale: float) -> None:
    theme().show_as(palette)
    street, path = strength(sample(Layer.STREETS, scale)), strength(sample(Layer.PATHS, scale))
    assert street > path > 0


def test_the_legend_shows_paths_as_the_map_draws_them_at_its_scale(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_layers((Layer.STREETS, Layer.PATHS))
    legend.show_scale(0.2)
    assert legend.checks[Layer.PATHS].text() == "Paths without motor vehicles"
    near, far = (sample(Layer.PATHS, scale) for scale in (0.9, 0.2))
    assert near != far
    swatch = legend.findChildren(Swatch)[1]
    swatch.resize(60, 27)
    assert swatch.grab().toImage().copy(0, 1, 60, 25).pixelColor(20, 12) == far.pixelColor(20, 12)
    legend.show_scale(0.004)  # so far off that paths would hide the roads
    assert legend.checks[Layer.PATHS].text() == "Paths without motor vehicles, from closer up"
    assert strength(sample(Layer.PATHS, 0.004)) == 0


def test_the_ring_around_walking_distance_is_in_the_legend_and_can_be_hidden_alone() -> None:
    ring = ((50.0, 150.0), (350.0, 150.0))
    scene = MapScene(reach=Reach("", Streets.of_lines([((0.0, 0.0), (9.0, 0.0))]), (), (ring,)))
    assert scene.layers()[-2:] == (Layer.REACH, Layer.RING)
    inked = []
    for hidden in (frozenset[Layer](), frozenset({Layer.REACH}), frozenset({Layer.RING})):
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        Canvas(scene).paint(painter, ScreenLook(), Camera(200, 150, 1.0, QSizeF(400, 300)), hidden)
        painter.end()
        colour = theme().colour("map_reach").rgb()
        inked.append(any(image.pixel(x, 150) == colour for x in range(60, 340)))
    assert inked == [True, True, False]


def test_a_hidden_class_of_streets_is_not_drawn() -> None:
    streets = Streets.of_lines([[(0, 0), (500, 0)]], Passes.ON_FOOT)
    canvas = Canvas(MapScene(network=streets))
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    drawn = []
    for hidden in (frozenset(), frozenset({Layer.PATHS})):
        painter = QPainter(image)
        camera = showing(streets.box.adjusted(-50, -50, 50, 50), QSizeF(200, 200))
        drawn.append(canvas.paint(painter, ScreenLook(), camera, hidden))
        painter.end()
    assert drawn[0] > 0 == drawn[1]
    assert len(pens_at(ScreenLook(), 1.0)) == len(pens_at(ScreenLook(), 1.0, frozenset({1}))) + 1


def test_the_straight_way_that_joins_an_added_path_is_drawn_and_told() -> None:
    path, leg = ((100.0, 100.0), (300.0, 100.0)), ((100.0, 200.0), (100.0, 100.0))
    camera, images = Camera(200, 150, 1.0, QSizeF(400, 300)), []
    for legs in ((), (leg,)):
        stretch = MarkedLine(Layer.ADDED, (path,), "", legs)
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        Canvas(MapScene(stretches=(stretch,))).paint(painter, ScreenLook(), camera)
        painter.end()
        images.append(image)
    met = theme().colour("met").rgb()
    column = [[image.pixel(100, y) == met for y in range(110, 190)] for image in images]
    assert not any(column[0]) and 10 < sum(column[1]) < 70  # dotted
    assert joined_words((leg, ((0.0, 0.0), (0.4, 0.0)))) == (
        "Joined to the network by straight ways of 100 m and under 1 m, measured along with it."
    )


def test_street_names_are_written_from_close_up_never_twice_nearby_nor_over_what_stands() -> None:
    ends = np.array([[0, 0, 200, 0], [200, 0, 400, 0], [0, 100, 30, 100], [400, 200, 0, 200]])
    names = StreetNames(("Low Street", "Low Street", "Short Lane", "High Street"), ends * 1.0)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    camera = Camera(200, 100, 0.9, QSizeF(400, 300))
    assert sorted(names.paint(painter, ScreenLook(), camera, [])) == ["High Street", "Low Street"]
    upper = QRectF(0, 0, 400, 100)
    assert names.paint(painter, ScreenLook(), camera, [upper]) == ["Low Street"]
    assert names.paint(painter, ScreenLook(), Camera(200, 100, 0.1, camera.size), []) == []
    painter.end()


def test_words_stand_clear_of_the_buttons_and_of_each_other() -> None:
    buttons = QRectF(360, 0, 40, 110)
    wanted = [Wanted(QPointF(340, y), 10, QSizeF(120, 16)) for y in (40, 46)]
    first, second = place_words(wanted, AREA, [buttons])
    assert first is not None and second is not None
    assert not first.intersects(buttons) and not second.intersects(buttons)
    assert not first.intersects(second)
    assert AREA.contains(first) and AREA.contains(second)


def test_words_that_are_not_needed_give_way_and_those_needed_are_always_there() -> None:
    crowd = [Wanted(QPointF(200, 150), 5, QSizeF(300, 200), needed) for needed in (False, True)]
    lesser, needed = place_words(crowd, AREA, [])
    assert needed is not None
    assert lesser is None
    outside = Wanted(QPointF(-20, 150), 5, QSizeF(30, 16))
    assert place_words([outside], AREA, []) == [None]


@given(st.floats(-5e5, 5e5), st.floats(-5e5, 5e5), st.floats(0.002, 8))
def test_a_pixel_and_its_place_are_each_others(east: float, north: float, scale: float) -> None:
    camera = Camera(445_000, 112_000, scale, QSizeF(1280, 800))
    back = camera.metres(camera.pixel(east, north))
    assert back == pytest.approx((east, north), abs=1e-6)


def test_the_part_of_a_line_between_two_points_follows_its_bends() -> None:
    line = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (20.0, 10.0))
    expected = ((4.0, 0.0), (10.0, 0.0), (10.0, 10.0), (15.0, 10.0))
    assert part_between(line, (4, 3), (15, 12)) == expected
    assert part_between(line, (15, 12), (4, 3)) == expected
