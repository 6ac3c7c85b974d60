"""A letter encloses certificates: one file, one structure, one row of page numbers, named in it."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest

from letters import Format, LetterContent, certificate, given_out, pdf, with_enclosures
from letters.blocks import Bullets, Heading, all_texts
from letters.enclosures import TITLE
from letters.errors import GlyphMissing
from tests.letters.case import letter, terms
from tests.letters.certificates import RECORD, record
from tests.letters.pdf_check import check
from tests.letters.pdf_read import as_list, elements, nodes, outline, pages_of

WALK = certificate(RECORD, "Marlhaven Council", True)
NAME = "Certificate of measurement: the walking route"


@pytest.fixture
def enclosing() -> LetterContent:
    return with_enclosures(letter("refuse"), WALK)


def opened(content: LetterContent, format: Format = Format.STANDARD) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(given_out(content, format)))


def listed(content: LetterContent) -> tuple[str, ...]:
    blocks = content.blocks
    at = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.text == TITLE)
    items = blocks[at + 1]
    assert isinstance(items, Bullets)
    return items.items


@pytest.mark.parametrize("format", [Format.STANDARD, Format.LARGE, Format.EASY_READ])
def test_letter_and_enclosure_pass_every_checkpoint(
    enclosing: LetterContent, format: Format
) -> None:
    assert check(opened(enclosing, format)) == []


def test_the_structure_has_the_letter_and_each_enclosure_as_its_parts(
    enclosing: LetterContent,
) -> None:
    printed = opened(with_enclosures(enclosing, WALK))
    parts = nodes(printed, "Part")
    assert len(parts) == 3
    (document,) = as_list(printed.Root.StructTreeRoot.K)
    assert [part.objgen for part in as_list(document.K)] == [part.objgen for part in parts]
    pages = [pages_of(printed, part) for part in parts]
    assert pages[0] == set(range(1, max(pages[0]) + 1))
    assert min(pages[1]) == max(pages[0]) + 1
    assert max(pages[2]) == len(printed.pages)
    assert len(nodes(printed, "Figure")) == 2


def test_the_letter_is_read_first_word_for_word_and_then_the_enclosure(
    enclosing: LetterContent,
) -> None:
    read = [text for tag, text in elements(opened(enclosing)) if tag not in ("Lbl", "Figure")]
    assert " ".join(read) == " ".join(text for text in all_texts(enclosing) if text)


def test_pages_are_numbered_through_to_the_end(enclosing: LetterContent) -> None:
    document = pypdfium2.PdfDocument(pdf(enclosing))
    texts = [page.get_textpage().get_text_range() for page in document]
    assert [re.findall(r"Page (\d+) of (\d+)", text) for text in texts] == [
        [(str(at), str(len(document)))] for at in range(1, len(document) + 1)
    ]


def test_bookmarks_lead_to_the_letter_and_to_the_enclosure(enclosing: LetterContent) -> None:
    printed = opened(enclosing)
    with printed.open_outline() as bookmarks:
        tops = [top.title for top in bookmarks.root]
        below = [each.title for each in bookmarks.root[-1].children]
    assert tops == [text for level, text in outline(printed) if level == 1]
    assert tops[-1] == NAME
    assert "The way, street by street" in below


def test_the_letter_names_what_it_encloses_once(enclosing: LetterContent) -> None:
    assert listed(enclosing) == (NAME,)
    named = with_enclosures(letter("refuse", terms=terms(enclosures=("Review form", NAME))), WALK)
    assert listed(named) == ("Review form", NAME)
    other = with_enclosures(letter("refuse", terms=terms(enclosures=("Review form",))), WALK)
    assert listed(other) == ("Review form", NAME)


def test_a_letter_without_enclosures_keeps_its_bytes() -> None:
    content = letter("refuse")
    assert pdf(with_enclosures(content)) == pdf(content)


def test_web_page_and_text_hold_both(enclosing: LetterContent) -> None:
    page = given_out(enclosing, Format.HTML).decode()
    assert page.index("Yours sincerely") < page.index(f'<section aria-label="{NAME}">')
    assert page.count("<section") == page.count("</section>") == 1
    text = given_out(enclosing, Format.TEXT).decode()
    assert text.index("Yours sincerely") < text.index("*" * 72) < text.index("3,201.280")


def test_a_draft_is_marked_on_the_enclosed_pages_too() -> None:
    content = with_enclosures(letter("refuse", child_name=None), WALK)
    for page in pypdfium2.PdfDocument(pdf(content)):
        assert "Draft, not to be sent" in page.get_textpage().get_text_range()


def test_a_name_that_cannot_be_printed_stops_the_letter_too() -> None:
    content = with_enclosures(letter("refuse"), certificate(record(school_name="学校")))
    with pytest.raises(GlyphMissing):
        pdf(content)
