"""Letters over many pages: what is one thing in words stays one element in the structure."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from letters import FactRow, PointAnswered, pdf
from letters.blocks import (
    Block,
    Bullets,
    Heading,
    LetterContent,
    Paragraph,
    Signature,
    Table,
    all_texts,
)
from letters.printing.sheet import fitting
from tests.letters.case import FACTS, letter
from tests.letters.pdf_check import check
from tests.letters.pdf_read import elements, nodes, pages_of

LONG = "We looked at the route, the crossings and the footways on both sides of the road. " * 90


def opened(content: LetterContent) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf(content)))


def of(*blocks: Block) -> LetterContent:
    plain = letter("approve")
    return replace(plain, blocks=(Heading(1, "A letter"), *blocks))


def test_a_table_over_pages_is_one_table_with_one_header_row() -> None:
    rows = tuple(FactRow(f"Fact {n}", f"value {n}", "application form") for n in range(120))
    printed = opened(letter("approve", facts=(*FACTS, *rows)))
    facts = next(t for t in nodes(printed, "Table") if len(t.K) > 100)
    assert len(pages_of(printed, facts)) >= 3
    assert len(facts.K) == 120 + 1
    assert check(printed) == []


def test_column_headers_show_again_on_each_page_and_are_told_once() -> None:
    rows = tuple((f"Row {n}", "x") for n in range(100))
    content = of(Table("Rows", ("Zeroth column", "Other"), rows, (1, 1)))
    data = pdf(content)
    pages = [p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(data)]
    assert len(pages) >= 3
    assert all("Zeroth column" in page for page in pages)
    told = [text for _, text in elements(pikepdf.open(io.BytesIO(data)))]
    assert told.count("Zeroth column") == 1


def test_a_paragraph_over_pages_is_one_element_with_every_word() -> None:
    printed = opened(of(Paragraph(LONG.strip())))
    paragraphs = nodes(printed, "P")
    assert len(paragraphs) == 1
    assert len(pages_of(printed, paragraphs[0])) >= 3
    assert ("P", LONG.strip()) in elements(printed)
    assert check(printed) == []


def test_a_list_item_over_pages_is_one_item() -> None:
    printed = opened(of(Bullets((LONG.strip(), "short"))))
    assert len(nodes(printed, "LI")) == 2
    assert ("LBody", LONG.strip()) in elements(printed)
    assert check(printed) == []


def test_a_row_taller_than_a_page_is_one_row() -> None:
    point = PointAnswered(LONG.strip(), "We have answered this.")
    printed = opened(letter("refuse", points=(point,)))
    cells = [cell for cell in nodes(printed, "TD") if len(pages_of(printed, cell)) > 1]
    assert len(cells) == 1
    assert ("TD", LONG.strip()) in elements(printed)
    assert check(printed) == []


def test_a_row_is_not_cut_where_it_fits_the_next_page() -> None:
    rows = tuple((f"Row {n}", "two words " * 25) for n in range(40))
    printed = opened(of(Table("Rows", ("Name", "Text"), rows, (1, 1))))
    assert all(len(pages_of(printed, row)) == 1 for row in nodes(printed, "TR"))


def test_a_link_over_two_lines_is_one_link_with_an_area_on_each() -> None:
    address = "https://www.marlhaven.example/" + "travel-and-school-" * 8 + "end"
    printed = opened(of(Paragraph(f"See {address} for more.")))
    assert len(nodes(printed, "Link")) == 1
    assert len(printed.pages[0].obj.Annots) >= 2
    assert {str(area.A.URI) for area in printed.pages[0].obj.Annots} == {address}
    assert check(printed) == []


def test_a_word_wider_than_the_page_is_cut_and_loses_nothing() -> None:
    word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 4
    assert ("P", word) in elements(opened(of(Paragraph(word))))


@pytest.mark.parametrize("before", range(20, 60))
def test_a_heading_stays_with_what_it_heads(before: int) -> None:
    lines = tuple(Paragraph("One line.") for _ in range(before))
    printed = opened(of(*lines, Heading(2, "Heading"), Paragraph("Headed.")))
    headed = nodes(printed, "P")[-1]
    assert pages_of(printed, nodes(printed, "H2")[0]) == pages_of(printed, headed)


@pytest.mark.parametrize("before", range(20, 32))
def test_the_close_does_not_stand_alone_on_a_page(before: int) -> None:
    lines = tuple(Paragraph("One line.") for _ in range(before))
    close = Signature(("Yours sincerely", "Daniel Okafor", "Officer"))
    printed = opened(of(*lines, Paragraph("Last words."), close))
    *_, last, _courtesy, name = nodes(printed, "P")
    assert pages_of(printed, last) == pages_of(printed, name)


@pytest.mark.parametrize(
    ("lines", "room", "fresh", "kept"),
    [
        (5, 5, False, 5),
        (5, 4, False, 3),  # two go over the leaf
        (5, 1, False, 0),  # none alone at the foot
        (3, 2, False, 0),  # neither part may be one line
        (80, 40, True, 40),
    ],
)
def test_no_line_stands_alone_at_the_foot_or_the_head(
    lines: int, room: int, fresh: bool, kept: int
) -> None:
    assert fitting(lines, room, fresh) == kept


def test_text_never_runs_into_the_foot_or_past_the_edge() -> None:
    rows = tuple(FactRow(f"Fact {n}", LONG[:200], "form") for n in range(30))
    data = pdf(letter("refuse", facts=rows, reasons=LONG))
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        boxes = [text.get_charbox(i) for i in range(text.count_chars())]
        assert min(left for left, *_ in boxes) >= 60
        assert max(right for _, _, right, _ in boxes) <= 595 - 60


def test_an_empty_letter_is_one_page() -> None:
    content: LetterContent = replace(letter("approve"), blocks=())
    assert len(opened(content).pages) == 1
    assert list(all_texts(content)) == []


@pytest.mark.parametrize("before", range(20, 40))
def test_the_mark_of_a_list_item_stands_on_the_page_where_its_text_begins(before: int) -> None:
    lines = tuple(Paragraph("One line.") for _ in range(before))
    item = "We looked at the route, the crossings and the footways of the road. " * 3
    printed = opened(of(*lines, Bullets((item.strip(),))))
    mark, body = nodes(printed, "Lbl")[0], nodes(printed, "LBody")[0]
    assert min(pages_of(printed, mark)) == min(pages_of(printed, body))


@pytest.mark.parametrize("before", range(16, 30))
def test_a_heading_its_sentence_and_the_table_they_lead_to_stay_together(before: int) -> None:
    lines = tuple(Paragraph("One line.") for _ in range(before))
    rows = (("A fact", "Yes"),) * 3
    led = (Heading(2, "Facts"), Paragraph("Tell us."), Table("Facts", ("Fact", "It"), rows, (1, 1)))
    printed = opened(of(*lines, *led))
    first = nodes(printed, "TR")[1]
    assert pages_of(printed, nodes(printed, "H2")[0]) == pages_of(printed, first)
