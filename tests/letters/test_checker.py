"""The checker of tagged letters finds what is damaged, each under its own checkpoint."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from letters import pdf
from tests.letters.case import letter
from tests.letters.pdf_check import check
from tests.letters.pdf_read import nodes


@pytest.fixture(scope="module")
def data() -> bytes:
    return pdf(letter("approve"))


@pytest.fixture
def printed(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def content_of(page: pikepdf.Page) -> bytes:
    return page.obj.Contents.read_bytes()


def rewrite(printed: pikepdf.Pdf, old: bytes, new: bytes, page: pikepdf.Page = 0) -> None:
    stream = content_of(printed.pages[page])
    assert old in stream
    printed.pages[page].obj.Contents = printed.make_stream(stream.replace(old, new, 1))


def found(printed: pikepdf.Pdf) -> set[str]:
    return {problem.split(":")[0] for problem in check(printed)}


def test_an_undamaged_letter_passes(printed: pikepdf.Pdf) -> None:
    assert check(printed) == []


def test_a_file_without_structure_is_found(printed: pikepdf.Pdf) -> None:
    del printed.Root.StructTreeRoot
    assert "01-005" in found(printed)


def test_a_file_not_marked_as_tagged_is_found(printed: pikepdf.Pdf) -> None:
    del printed.Root.MarkInfo
    assert "06-001" in found(printed)


def test_a_missing_language_is_found(printed: pikepdf.Pdf) -> None:
    del printed.Root.Lang
    assert "11-006" in found(printed)


def test_a_title_that_is_not_displayed_is_found(printed: pikepdf.Pdf) -> None:
    del printed.Root.ViewerPreferences
    assert "07-001" in found(printed)


def test_an_empty_title_is_found(printed: pikepdf.Pdf) -> None:
    del printed.Root.Metadata
    assert "06-003" in found(printed)


def test_a_claim_of_conformance_is_found(printed: pikepdf.Pdf) -> None:
    raw = printed.Root.Metadata.read_bytes().replace(b"<dc:format>", b"<pdfuaid:part/><dc:format>")
    printed.Root.Metadata = printed.make_stream(raw)
    assert "05-001" in found(printed)


def test_content_outside_tags_is_found(printed: pikepdf.Pdf) -> None:
    stream = content_of(printed.pages[0])
    stray = b"BT /F1 12 Tf 50 50 Td (stray) Tj ET\n"
    printed.pages[0].obj.Contents = printed.make_stream(stream + stray)
    assert "01-003" in found(printed)


def test_an_artifact_inside_content_is_found(printed: pikepdf.Pdf) -> None:
    rewrite(printed, b"/P <</MCID 0>> BDC", b"/P <</MCID 0>> BDC /Artifact BMC EMC")
    assert "01-001" in found(printed)


def test_content_inside_an_artifact_is_found(printed: pikepdf.Pdf) -> None:
    rewrite(printed, b"/P <</MCID 0>> BDC", b"/Artifact BMC /P <</MCID 0>> BDC EMC")
    assert "01-002" in found(printed)


def test_content_that_the_structure_lacks_is_found(printed: pikepdf.Pdf) -> None:
    rewrite(printed, b"/P <</MCID 0>> BDC", b"/P <</MCID 999>> BDC")
    assert "01-006" in found(printed)


def test_content_numbered_twice_is_found(printed: pikepdf.Pdf) -> None:
    rewrite(printed, b"/P <</MCID 1>> BDC", b"/P <</MCID 0>> BDC")
    assert "01-006" in found(printed)


def test_content_tagged_otherwise_than_the_structure_is_found(printed: pikepdf.Pdf) -> None:
    rewrite(printed, b"/P <</MCID 0>> BDC", b"/H1 <</MCID 0>> BDC")
    assert "01-008" in found(printed)


def test_a_wrong_way_back_is_found(printed: pikepdf.Pdf) -> None:
    numbers = printed.Root.StructTreeRoot.ParentTree.Nums
    numbers[1][0], numbers[1][2] = numbers[1][2], numbers[1][0]
    assert "01-007" in found(printed)


def test_content_that_never_ends_is_found(printed: pikepdf.Pdf) -> None:
    stream = content_of(printed.pages[0])
    printed.pages[0].obj.Contents = printed.make_stream(stream + b"/Artifact BMC\n")
    assert "01-000" in found(printed)


def test_an_unknown_tag_is_found(printed: pikepdf.Pdf) -> None:
    nodes(printed, "H1")[0].S = Name("/Title")
    assert "02-001" in found(printed)


def test_a_first_heading_of_the_second_level_is_found(printed: pikepdf.Pdf) -> None:
    nodes(printed, "H1")[0].S = Name("/H2")
    assert "14-002" in found(printed)


def test_a_skipped_heading_level_is_found(printed: pikepdf.Pdf) -> None:
    nodes(printed, "H2")[0].S = Name("/H3")
    assert "14-003" in found(printed)


def test_a_header_cell_without_scope_is_found(printed: pikepdf.Pdf) -> None:
    del nodes(printed, "TH")[0].A
    assert "15-003" in found(printed)


def test_a_cell_outside_a_row_is_found(printed: pikepdf.Pdf) -> None:
    nodes(printed, "TR")[0].S = Name("/Div")
    assert {"09-004", "09-005"} <= found(printed)


def test_a_list_item_that_is_no_item_is_found(printed: pikepdf.Pdf) -> None:
    nodes(printed, "LI")[0].S = Name("/P")
    assert "09-004" in found(printed)


def test_an_element_with_a_wrong_parent_is_found(printed: pikepdf.Pdf) -> None:
    nodes(printed, "TR")[0].P = nodes(printed, "H1")[0]
    assert "09-001" in found(printed)


def test_a_figure_without_alternative_text_is_found(printed: pikepdf.Pdf) -> None:
    nodes(printed, "H2")[0].S = Name("/Figure")
    assert "13-004" in found(printed)


def test_a_font_that_is_not_embedded_is_found(printed: pikepdf.Pdf) -> None:
    font = next(iter(printed.pages[0].Resources.Font.values()))
    del font.FontDescriptor["/FontFile2"]
    assert "31-009" in found(printed)


def test_a_font_without_characters_is_found(printed: pikepdf.Pdf) -> None:
    font = next(iter(printed.pages[0].Resources.Font.values()))
    del font["/ToUnicode"]
    assert "31-027" in found(printed)


def page_with_links(printed: pikepdf.Pdf) -> pikepdf.Page:
    return next(page for page in printed.pages if "/Annots" in page.obj)


def test_a_link_outside_the_structure_is_found(printed: pikepdf.Pdf) -> None:
    page = page_with_links(printed)
    page.obj.Annots.append(
        printed.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
        )
    )
    assert "28-002" in found(printed)


def test_a_link_without_description_is_found(printed: pikepdf.Pdf) -> None:
    del page_with_links(printed).obj.Annots[0].Contents
    assert "28-004" in found(printed)


def test_a_link_without_a_way_back_is_found(printed: pikepdf.Pdf) -> None:
    page_with_links(printed).obj.Annots[0].StructParent = 9999
    assert "28-010" in found(printed)


def test_a_link_element_without_its_area_is_found(printed: pikepdf.Pdf) -> None:
    link = nodes(printed, "Link")[0]
    link.K = Array([part for part in link.K if part.get("/Type") != Name.OBJR])
    assert {"28-011", "28-002"} <= found(printed)


def test_tab_order_that_ignores_the_structure_is_found(printed: pikepdf.Pdf) -> None:
    del printed.pages[0].obj["/Tabs"]
    assert "28-009" in found(printed)
