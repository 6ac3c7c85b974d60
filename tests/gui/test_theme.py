"""The palettes read well by computation, the type is ours, and all of it changes while running."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QImage, QPainter, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.fields.layout import column
from gui.fields.words import Words
from gui.shapes import Shape, draw
from gui.theme import PALETTES, Palette, Tone, theme
from gui.theme.contrast import ratio
from gui.theme.controls import controls
from gui.theme.tokens import CONTRAST

GROUNDS = ("ground", "surface", "sunken")
TEXTS = tuple(tone.value for tone in Tone)
ALL = pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@ALL
def test_every_text_reads_on_every_ground(palette: Palette) -> None:
    pairs = product(TEXTS, GROUNDS)
    poor = {
        (text, ground): round(ratio(getattr(palette, text), getattr(palette, ground)), 2)
        for text, ground in pairs
        if ratio(getattr(palette, text), getattr(palette, ground)) < 5.5
    }
    assert not poor


@ALL
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("on_accent", "accent"),
        ("on_selected", "selected"),
        ("ink", "pointed"),
        ("muted", "pointed"),
    ],
)
def test_text_on_a_filled_ground_reads(palette: Palette, text: str, ground: str) -> None:
    assert ratio(getattr(palette, text), getattr(palette, ground)) >= 5.5


@ALL
@pytest.mark.parametrize("outline", ["field_line", "focus"])
def test_outlines_of_what_can_be_operated_stand_out(palette: Palette, outline: str) -> None:
    assert all(ratio(getattr(palette, outline), getattr(palette, one)) >= 3 for one in GROUNDS)


def test_high_contrast_knows_black_white_and_one_yellow_and_a_grey_for_streets_and_examples() -> (
    None
):
    apart = ("name", "title", "map_street", "example")
    colours = {getattr(CONTRAST, name) for name in CONTRAST.__slots__ if name not in apart}
    assert colours == {"#000000", "#FFFFFF", CONTRAST.focus}
    assert ratio(CONTRAST.map_street, CONTRAST.map_ground) >= 3


@ALL
def test_an_example_in_an_empty_field_reads_and_is_no_answer(palette: Palette) -> None:
    assert ratio(palette.example, palette.surface) >= 5.5
    assert palette.example != palette.ink


@ALL
def test_a_field_with_a_problem_still_shows_that_it_has_the_focus(palette: Palette) -> None:
    sheet = controls(palette, int)
    assert sheet.index('QLineEdit[invalid="true"]') < sheet.index("QLineEdit:focus")


def test_words_are_set_in_the_bundled_typeface() -> None:
    assert QFontInfo(theme().font()).family() == "Noto Sans"


def test_figures_are_all_of_one_width() -> None:
    metrics = QFontMetrics(theme().font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_the_typeface_has_the_letters_of_names_in_our_towns() -> None:
    face = QRawFont.fromFont(theme().font())
    assert all(face.supportsCharacter(ord(letter)) for letter in "ŵŷâęłżğşıčéñ£’–")


@pytest.mark.parametrize("size", [80, 100, 200])
def test_text_grows_and_shrinks_with_the_text_size(qapp: QApplication, size: int) -> None:
    theme().show_as(text_size=size)
    label = Words("x")
    label.ensurePolished()
    assert label.font().pixelSize() == round(13 * size / 100)


def test_text_size_stays_between_its_bounds() -> None:
    theme().show_as(text_size=900)
    assert theme().text_size == 200
    theme().show_as(text_size=10)
    assert theme().text_size == 80


def test_gaps_of_a_standing_layout_grow_too(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout: QVBoxLayout = column(window, gap=8, margins=(4, 0, 4, 16))
    theme().show_as(text_size=200)
    margins = layout.contentsMargins()
    assert (layout.spacing(), margins.left(), margins.top(), margins.bottom()) == (16, 8, 0, 32)


def test_changing_the_palette_changes_what_is_painted(qtbot: QtBot) -> None:
    window = QWidget()
    window.setProperty("surface", "ground")
    qtbot.addWidget(window)
    window.resize(50, 50)
    window.show()
    for name, palette in PALETTES.items():
        theme().show_as(palette=name)
        assert window.grab().toImage().pixelColor(25, 25) == QColor(palette.ground)
        assert window.palette().color(QPalette.ColorRole.WindowText) == QColor(palette.ink)


def test_an_unknown_palette_is_the_light_one() -> None:
    theme().show_as(palette="sepia")
    assert theme().palette.name == "light"


def test_a_tone_colours_a_label(qtbot: QtBot) -> None:
    label = Words("Not known", tone=Tone.NOT_KNOWN)
    qtbot.addWidget(label)
    label.show()
    assert isinstance(label, QLabel)
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme().colour(Tone.NOT_KNOWN)


def inked(shape: Shape) -> bytes:
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(painter, shape, image.rect().toRectF(), QColor("black"))
    painter.end()
    return bytes(image.constBits())


def test_no_two_shapes_look_alike_without_colour() -> None:
    pictures = {shape: inked(shape) for shape in Shape}
    assert len(set(pictures.values())) == len(Shape)
    blank = b"\xff" * len(pictures[Shape.MET])
    assert blank not in pictures.values()
