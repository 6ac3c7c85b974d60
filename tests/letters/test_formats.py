"""Every format is the same letter: same words in the same order, tagged where it is printed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser

import pikepdf
import pytest

from letters import LetterContent
from letters.blocks import (
    Bullets,
    MapLine,
    MapMark,
    Paragraph,
    Pictured,
    RouteMap,
    Table,
    all_texts,
)
from letters.easy_read.lay_out import TOGETHER, easy_read
from letters.easy_read.symbol_calls import NO_PICTURE, symbol_for
from letters.easy_read.symbols import SYMBOLS
from letters.formats import Format, given_out
from letters.maps.route_map import bar_metres, frame_of
from letters.printing.look import EASY, MOST_LARGE, large
from letters.printing.restack import restacked
from tests.letters.case import GOOD, letter
from tests.letters.pdf_check import check
from tests.letters.pdf_read import elements, nodes

KINDS = sorted(GOOD)
PRINTED = (Format.LARGE, Format.EASY_READ)


def printed(content: LetterContent, format: Format) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(given_out(content, format)))


@pytest.mark.parametrize("format", PRINTED)
@pytest.mark.parametrize("kind", KINDS)
def test_every_printed_format_of_every_kind_passes_every_checkpoint(
    kind: str, format: Format
) -> None:
    assert check(printed(letter(kind), format)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_large_print_says_all_that_the_standard_letter_says(kind: str) -> None:
    content = letter(kind)
    read = " ".join(text for tag, text in elements(printed(content, Format.LARGE)) if tag != "Lbl")
    assert read == " ".join(all_texts(restacked(content)))
    assert set(all_texts(content)) == set(all_texts(restacked(content)))


def test_large_print_is_large_and_grows_when_asked() -> None:
    assert large().body.size == 18
    assert large(24).body.size == 24
    smallest = min(getattr(large(), name).size for name in ("footer", "letterhead_lines", "ribbon"))
    assert smallest >= 12
    for points in (15, MOST_LARGE + 1):
        with pytest.raises(ValueError, match="16 to 48 points"):
            large(points)
    assert check(pikepdf.open(io.BytesIO(given_out(letter("refuse"), Format.LARGE, 36)))) == []


def test_large_print_has_no_table_of_many_columns() -> None:
    tables = [b for b in restacked(letter("refuse")).blocks if isinstance(b, Table)]
    assert tables
    assert all(len(row) == 2 for table in tables for row in table.rows)


@pytest.mark.parametrize("kind", KINDS)
def test_easy_read_has_short_lines_with_pictures_and_no_paragraphs(kind: str) -> None:
    content = easy_read(letter(kind))
    pictures = [block for block in content.blocks if isinstance(block, Pictured)]
    assert len([block for block in pictures if block.symbol]) >= 5
    assert not [b for b in content.blocks if isinstance(b, Paragraph | Bullets)]
    assert all(0 < len(block.lines) <= TOGETHER for block in pictures)
    assert EASY.body.size >= 16
    drawn = printed(letter(kind), Format.EASY_READ)
    assert [str(figure.Alt) for figure in nodes(drawn, "Figure")] == [
        block.alt for block in pictures if block.symbol
    ]


def test_a_picture_follows_what_a_line_says() -> None:
    assert symbol_for("Zofia is not entitled to free travel.") == "no"
    assert symbol_for("Zofia is entitled to free travel.") == "yes"
    assert symbol_for("We can pay you £684.00.") == "money"
    assert symbol_for("Ask by 14 July 2026.") == "day"
    assert symbol_for("Anything else.") == NO_PICTURE
    assert all(symbol.shapes and symbol.shows for symbol in SYMBOLS.values())


class Reader(HTMLParser):
    """Reads a page as a screen reader would: its text in order, headings, tables, language."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.title = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "title" in self.open:
            self.title = data
        elif "main" in self.open and "caption" not in self.open:
            self.texts.append(data)
            if self.open[-1] in ("h1", "h2"):
                self.headings.append((self.open[-1], data))


def page(kind: str) -> Reader:
    reader = Reader()
    reader.feed(given_out(letter(kind), Format.HTML).decode())
    assert reader.open == []
    return reader


@pytest.mark.parametrize("kind", KINDS)
def test_the_web_page_holds_the_letters_words_in_order(kind: str) -> None:
    read = page(kind)
    assert _same_words(read.texts, all_texts(letter(kind)))
    assert read.title == letter(kind).title
    assert ("html", {"lang": "en-GB"}) in read.attributes
    assert read.headings[0][0] == "h1"


def _same_words(read: Iterable[str], told: Iterable[str]) -> bool:
    """Whether the characters are the same, wherever links part a text."""
    return re.sub(r"\s", "", "".join(read)) == re.sub(r"\s", "", "".join(told))


def test_the_web_page_fetches_nothing_and_names_its_header_cells() -> None:
    tags = page("refuse").attributes
    assert not {tag for tag, _ in tags} & {"script", "img", "link", "iframe"}
    assert {attrs["scope"] for tag, attrs in tags if tag == "th"} == {"col", "row"}
    targets = {attrs["href"] for tag, attrs in tags if tag == "a"}
    assert "mailto:travel@marlhaven.example" in targets


def test_markup_in_a_name_is_shown_not_obeyed() -> None:
    content = letter("approve", child_name="<script>alert('x')</script>")
    text = given_out(content, Format.HTML).decode()
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_plain_text_holds_every_text_of_the_letter(kind: str) -> None:
    read = given_out(letter(kind), Format.TEXT).decode()
    assert all(text in read for text in all_texts(letter(kind)))
    assert "\r" not in read
    assert read.endswith("\n")


@pytest.mark.parametrize("format", list(Format))
def test_a_draft_and_a_sample_say_so_in_every_format(format: Format) -> None:
    data = given_out(letter("refuse", child_name=None), format)
    if format.suffix == ".pdf":
        read = " ".join(text for _, text in elements(pikepdf.open(io.BytesIO(data))))
    else:
        read = data.decode()
    assert "Do not send" in read
    assert "Fictional sample" in read


@pytest.mark.parametrize("format", list(Format))
def test_every_format_gives_the_same_bytes_twice(format: Format) -> None:
    assert given_out(letter("approve"), format) == given_out(letter("approve"), format)


ROUTE = RouteMap(
    alt="Map of the walking route from home to the main gate, 2.31 miles, north at the top.",
    caption="The walking route we measured.",
    lines=(
        MapLine("way", ((440_000.0, 110_000.0), (446_000.0, 116_000.0))),
        MapLine("route", ((441_000.0, 112_000.0), (441_800.0, 112_400.0), (443_000.0, 113_900.0))),
        MapLine("other", ((441_000.0, 112_000.0), (443_000.0, 113_900.0))),
        MapLine("closed", ((441_500.0, 112_000.0), (441_600.0, 112_100.0))),
    ),
    marks=(
        MapMark("home", "Home", (441_000.0, 112_000.0)),
        MapMark("gate", "Main gate, Brook Road Primary School", (443_000.0, 113_900.0)),
    ),
)


@pytest.mark.parametrize("format", [Format.STANDARD, Format.LARGE])
def test_a_route_map_is_one_figure_with_words_for_it_and_an_area(format: Format) -> None:
    content = letter("approve")
    drawn = printed(replace(content, blocks=(*content.blocks, ROUTE)), format)
    assert check(drawn) == []
    (figure,) = nodes(drawn, "Figure")
    assert str(figure.Alt) == ROUTE.alt
    left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
    assert 0 < left < right < 596
    assert 0 < bottom < top < 842


def test_a_map_shows_routes_and_places_whole_whatever_the_ground() -> None:
    for points in (
        ((0.0, 0.0), (1.0, 1.0)),
        ((441_000.0, 112_000.0), (443_000.0, 113_900.0)),
        ((441_000.0, 112_000.0), (441_000.0, 190_000.0)),
        ((5.0, 5.0),),
    ):
        frame = frame_of(points, 50, 100, 450, 300)
        for x, y in frame.place(points):
            assert 50 <= x <= 500
            assert 100 <= y <= 400


def test_a_scale_bar_has_a_round_length_that_fits() -> None:
    assert bar_metres(0.1, 110) == 1000
    assert bar_metres(0.1, 60) == 500
    assert bar_metres(2.0, 110) == 50
