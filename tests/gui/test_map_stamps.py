"""Names on the map are written once and set down again as pictures; on paper they stay lines."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from gui.map.stamps import MOST, Stamps

SIZE = QSizeF(40, 10)


class Writer:
    """Writes a black bar as long as SIZE, and counts how often it was asked to."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, painter: QPainter, middle: QPointF, angle: float) -> None:
        self.times += 1
        painter.save()
        painter.translate(middle)
        painter.rotate(angle)
        painter.fillRect(-20, -5, 40, 10, QColor("black"))
        painter.restore()


def page(density: float = 1.0) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(density)
    image.fill(QColor("white"))
    return image


def test_a_name_is_written_once_however_often_it_is_set_down() -> None:
    stamps, writer, image = Stamps(), Writer(), page()
    painter = QPainter(image)
    for at in (50, 100, 150):
        stamps.set_down(painter, "High Street", SIZE, QPointF(100, at), 0.0, writer)
    painter.end()
    assert writer.times == 1
    for at in (50, 100, 150):
        assert image.pixelColor(82, at) == image.pixelColor(118, at) == QColor("black")
        assert image.pixelColor(76, at) == QColor("white")


def test_another_look_angle_or_density_is_another_picture() -> None:
    stamps, writer = Stamps(), Writer()
    for look, angle, density in (
        ("a", 0.0, 1.0),
        ("b", 0.0, 1.0),
        ("a", 30.0, 1.0),
        ("a", 0.0, 2.0),
    ):
        image = page(density)
        painter = QPainter(image)
        stamps.set_down(painter, look, SIZE, QPointF(50, 50), angle, writer)
        painter.end()
    assert writer.times == 4


def test_a_name_turned_upright_stands_upright() -> None:
    image = page()
    painter = QPainter(image)
    Stamps().set_down(painter, "a", SIZE, QPointF(100, 100), 90.0, Writer())
    painter.end()
    assert image.pixelColor(100, 82) == image.pixelColor(100, 118) == QColor("black")
    assert image.pixelColor(82, 100) == QColor("white")


def test_on_paper_and_where_a_painter_enlarges_names_are_written_each_time(tmp_path: Path) -> None:
    stamps, writer = Stamps(), Writer()
    paper = QPdfWriter(str(tmp_path / "map.pdf"))
    painter = QPainter(paper)
    for _ in range(2):
        stamps.set_down(painter, "a", SIZE, QPointF(50, 50), 0.0, writer)
    painter.end()
    image = page()
    painter = QPainter(image)
    painter.scale(2, 2)
    stamps.set_down(painter, "a", SIZE, QPointF(50, 50), 0.0, writer)
    painter.end()
    assert writer.times == 3


def test_no_more_pictures_are_kept_than_some_views_need() -> None:
    stamps, writer, image = Stamps(), Writer(), page()
    painter = QPainter(image)
    for at in range(MOST + 1):
        stamps.set_down(painter, at, SIZE, QPointF(50, 50), 0.0, writer)
    stamps.set_down(painter, 1, SIZE, QPointF(50, 50), 0.0, writer)
    assert writer.times == MOST + 1
    stamps.set_down(painter, 0, SIZE, QPointF(50, 50), 0.0, writer)
    painter.end()
    assert writer.times == MOST + 2
