"""A printed letter is tagged, reads in order, and holds just the words it was given."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest

from letters import LetterContent, pdf
from letters.blocks import Bullets, Heading, Paragraph, Table, all_texts
from tests.letters.case import GOOD, letter
from tests.letters.pdf_check import check
from tests.letters.pdf_read import elements, nodes, outline

KINDS = sorted(GOOD)


def opened(content: LetterContent) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf(content)))


@pytest.fixture(params=KINDS)
def content(request: pytest.FixtureRequest) -> LetterContent:
    return letter(request.param)


@pytest.fixture
def printed(content: LetterContent) -> pikepdf.Pdf:
    return opened(content)


def test_every_checkpoint_passes(printed: pikepdf.Pdf) -> None:
    assert check(printed) == []


def test_every_checkpoint_passes_on_a_draft_full_of_blanks() -> None:
    assert check(opened(letter("refuse", child_name=None, facts=(), distances=()))) == []


def test_structure_holds_the_letters_texts_in_their_order(
    content: LetterContent, printed: pikepdf.Pdf
) -> None:
    read = " ".join(text for tag, text in elements(printed) if tag != "Lbl")
    assert read == " ".join(all_texts(content))


def test_extracted_text_runs_in_the_letters_order(content: LetterContent) -> None:
    document = pypdfium2.PdfDocument(pdf(content))
    pages = (page.get_textpage().get_text_range() for page in document)
    extracted = " ".join(" ".join(pages).replace("•", " ").split())
    at = 0
    for text in all_texts(content):
        for word in text.split():
            at = extracted.index(word, at) + len(word)


def test_headings_lists_and_tables_are_told_as_such(
    content: LetterContent, printed: pikepdf.Pdf
) -> None:
    blocks = content.blocks
    assert outline(printed) == [(b.level, b.text) for b in blocks if isinstance(b, Heading)]
    assert len(nodes(printed, "L")) == sum(isinstance(b, Bullets) for b in blocks)
    items = sum(len(b.items) for b in blocks if isinstance(b, Bullets))
    assert len(nodes(printed, "LI")) == items
    tables = [b for b in blocks if isinstance(b, Table)]
    assert len(nodes(printed, "Table")) == len(tables)
    assert len(nodes(printed, "TR")) == sum(len(t.rows) + bool(t.header) for t in tables)


def test_header_cells_say_whether_they_head_a_column_or_a_row(printed: pikepdf.Pdf) -> None:
    scopes = [(str(th.A.Scope)) for th in nodes(printed, "TH")]
    facts = ["/Column"] * 3
    assert set(scopes) == {"/Row", "/Column"}
    assert "".join(facts) in "".join(scopes)


def test_a_link_is_an_element_that_leads_where_it_reads(printed: pikepdf.Pdf) -> None:
    links = nodes(printed, "Link")
    assert links
    areas = [area for page in printed.pages for area in page.obj.get("/Annots", [])]
    targets = {str(area.A.URI) for area in areas}
    assert "mailto:travel@marlhaven.example" in targets
    assert "https://www.marlhaven.example/privacy" in targets


def test_the_stop_after_an_address_is_not_part_of_the_link(printed: pikepdf.Pdf) -> None:
    areas = [area for page in printed.pages for area in page.obj.get("/Annots", [])]
    assert not [area for area in areas if str(area.A.URI).endswith(".")]


def test_bookmarks_list_the_headings(content: LetterContent, printed: pikepdf.Pdf) -> None:
    with printed.open_outline() as bookmarks:
        titles = [(1, top.title) for top in bookmarks.root]
        titles += [(2, below.title) for top in bookmarks.root for below in top.children]
    assert titles == [(b.level, b.text) for b in content.blocks if isinstance(b, Heading)]


def test_page_numbers_and_ribbon_are_artifacts_on_every_page(
    content: LetterContent, printed: pikepdf.Pdf
) -> None:
    said = " ".join(text for _, text in elements(printed))
    document = pypdfium2.PdfDocument(pdf(content))
    for number, page in enumerate(document, start=1):
        text = page.get_textpage().get_text_range()
        assert f"Page {number} of {len(document)}" in text
        assert text.count("Fictional sample") >= 1
    assert "Page 1 of" not in said


def test_metadata_name_the_letter_and_claim_no_conformance(
    content: LetterContent, printed: pikepdf.Pdf
) -> None:
    with printed.open_metadata() as metadata:
        assert metadata["dc:title"] == content.title
        assert metadata["dc:language"] == {"en-GB"} or "en-GB" in metadata["dc:language"]
    raw = printed.Root.Metadata.read_bytes()
    assert b"pdfuaid" not in raw
    assert b"pdfaid" not in raw
    assert str(printed.Root.Lang) == "en-GB"
    assert str(printed.docinfo["/Title"]) == content.title


def test_a_title_with_marks_of_markup_is_written_safely() -> None:
    printed = opened(letter(child_name="Ann <b>&</b> Lee"))
    with printed.open_metadata() as metadata:
        assert "Ann <b>&</b> Lee" in metadata["dc:title"]
    assert check(printed) == []


def test_fonts_are_embedded_subsets_of_the_bundled_family(printed: pikepdf.Pdf) -> None:
    names = {str(font.BaseFont) for page in printed.pages for font in page.Resources.Font.values()}
    assert names
    assert all(re.fullmatch(r"/[A-Z0-9]{6}\+NotoSans-(Regular|Bold)", name) for name in names)


def test_no_line_runs_two_words_together(content: LetterContent) -> None:
    blocks = [b.text for b in content.blocks if isinstance(b, Paragraph)]
    read = [text for tag, text in elements(opened(content)) if tag == "P"]
    assert set(blocks) <= set(read)


def test_the_page_is_a4(printed: pikepdf.Pdf) -> None:
    for page in printed.pages:
        wide, high = (float(edge) for edge in list(page.MediaBox)[2:])
        assert (round(wide, 1), round(high, 1)) == (595.3, 841.9)
