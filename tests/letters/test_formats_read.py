"""What people who need another format would stumble over, looked for on the page itself."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from letters import given_out
from letters.blocks import LetterContent, MapLine, MapMark, RouteMap, Table, all_texts
from letters.formats import Format
from letters.printing import fonts
from letters.printing.lines import break_lines, line_text
from letters.printing.look import STANDARD
from letters.printing.restack import restacked
from tests.letters.case import letter
from tests.letters.pdf_check import check

SIZES = (16, 24, 30, 36, 48)
MAP = RouteMap(
    "A map of the route <home to school>.",
    "The route.",
    (
        MapLine("way", ((0.0, 0.0), (500.0, 0.0))),
        MapLine("route", ((0.0, 0.0), (300.0, 400.0))),
        MapLine("closed", ((0.0, 400.0), (300.0, 400.0))),
    ),
    (MapMark("home", "home", (0.0, 0.0)), MapMark("school", "St Ann’s & Co", (300.0, 400.0))),
)


def with_map(content: LetterContent) -> LetterContent:
    return replace(content, blocks=(*content.blocks, MAP))


def test_a_day_that_no_line_holds_is_broken_between_its_words_and_never_within() -> None:
    fonts.load()
    lines = [line_text(line) for line in break_lines("23 April 2026", STANDARD.body, 40)]
    assert [line.strip() for line in lines] == ["23", "April", "2026"]


@pytest.mark.parametrize("points", SIZES)
def test_the_foot_is_whole_and_nothing_runs_into_it_in_any_large_print(points: int) -> None:
    content = replace(letter("refuse"), reference="MTS-2026-00418-AND-A-LONG-ONE")
    document = pypdfium2.PdfDocument(given_out(content, Format.LARGE, points))
    for number, page in enumerate(document, start=1):
        text = page.get_textpage().get_text_range()
        assert f"Our reference: {content.reference}" in text
        assert f"Page {number} of {len(document)}" in text
        foot = [box for box in boxes(page) if box[1] < 20]
        assert not foot, "the foot stands clear of the paper's edge"


def boxes(page: pypdfium2.PdfPage) -> list[tuple[float, ...]]:
    text = page.get_textpage()
    return [text.get_rect(n) for n in range(text.count_rects())]


@pytest.mark.parametrize("points", SIZES)
def test_no_word_of_large_print_leaves_the_paper(points: int) -> None:
    document = pypdfium2.PdfDocument(given_out(letter("refuse"), Format.LARGE, points))
    for page in document:
        wide, high = page.get_size()
        for left, bottom, right, top in boxes(page):
            assert left >= 20 and bottom >= 20 and right <= wide - 20 and top <= high


def test_very_large_print_has_labels_before_values_and_no_columns() -> None:
    content = letter("refuse")
    stacked = restacked(content, in_lines=True)
    assert not [block for block in stacked.blocks if isinstance(block, Table)]
    words = " ".join(all_texts(stacked))
    assert f"Our reference: {content.reference}" in words
    assert check(pikepdf.open(io.BytesIO(given_out(content, Format.LARGE, 24)))) == []


def test_a_web_page_draws_the_route_map_and_says_it_to_who_does_not_see_it() -> None:
    page = given_out(with_map(letter("refuse")), Format.HTML).decode("utf-8")
    (drawing,) = re.findall(r"<svg viewBox.*?</figure>", page, re.DOTALL)
    assert 'role="img" aria-label="A map of the route &lt;home to school&gt;."' in drawing
    assert "St Ann’s &amp; Co</text>" in drawing
    assert drawing.count("<path") > 5
    assert "http" not in drawing, "nothing is fetched"


def test_a_web_page_has_no_empty_paragraph() -> None:
    sheet = replace(letter("approve"), enclosures=(letter("refuse"),))
    page = given_out(sheet, Format.HTML).decode("utf-8")
    assert "<p></p>" not in page
