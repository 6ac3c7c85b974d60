"""Letters merged into one file stay tagged, whole and in order, whatever stands in them."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from letters import Format, certificate, given_out, pdf, with_enclosures
from letters.printing.merge import Merger
from letters.printing.pdf_objects import NotOurs, page_count
from tests.letters.case import GOOD, letter
from tests.letters.certificates import RECORD
from tests.letters.pdf_check import check
from tests.letters.pdf_read import elements, nodes

TRAP = "Flat 12 0 R (rear), /StructParents 7 <<12 0 R>> endobj stream"


def merged(*pdfs: bytes) -> bytes:
    out = io.BytesIO()
    merger = Merger(out)
    for number, each in enumerate(pdfs, start=1):
        merger.add(f"Letter {number}, Łuczak", each)
    merger.finish("Letters of a run", "Marlhaven City Council", "en-GB", date(2026, 6, 15))
    return out.getvalue()


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def words(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


@pytest.fixture(scope="module")
def pdfs() -> list[bytes]:
    trapped = letter("approve", address=(TRAP, "Marlhaven", "ZZ1 4QD"))
    easy = given_out(letter("approve"), Format.EASY_READ)
    return [pdf(letter("refuse")), pdf(trapped), *(pdf(letter(kind)) for kind in GOOD), easy]


def test_every_checkpoint_passes_on_the_whole(pdfs: list[bytes]) -> None:
    assert check(opened(merged(*pdfs))) == []


def test_the_whole_holds_each_letters_pages_and_elements_in_order(pdfs: list[bytes]) -> None:
    whole = merged(*pdfs)
    assert words(whole) == [page for each in pdfs for page in words(each)]
    assert elements(opened(whole)) == [one for each in pdfs for one in elements(opened(each))]
    assert len(nodes(opened(whole), "Part")) == len(pdfs)


def test_each_letter_has_its_bookmark_with_its_own_headings_below(pdfs: list[bytes]) -> None:
    with opened(merged(*pdfs)) as whole, whole.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            f"Letter {number}, Łuczak" for number in range(1, len(pdfs) + 1)
        ]
        at = 0
        for item, each in zip(outline.root, pdfs, strict=True):
            assert item.destination[0].objgen == whole.pages[at].obj.objgen
            with opened(each) as alone, alone.open_outline() as own:
                assert [one.title for one in item.children] == [one.title for one in own.root]
            at += page_count(each)


def test_links_lead_where_they_led(pdfs: list[bytes]) -> None:
    def addresses(pdf: pikepdf.Pdf) -> list[str]:
        areas = (area for page in pdf.pages for area in page.obj.get("/Annots", []))
        return [str(area.A.URI) for area in areas]

    assert addresses(opened(merged(*pdfs))) == [
        address for each in pdfs for address in addresses(opened(each))
    ]


def test_the_same_letters_give_the_same_bytes(pdfs: list[bytes]) -> None:
    assert merged(*pdfs[:3]) == merged(*pdfs[:3])


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not on this machine")
def test_qpdf_finds_nothing_wrong(pdfs: list[bytes], tmp_path: Path) -> None:
    file = tmp_path / "merged.pdf"
    file.write_bytes(merged(*pdfs))
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_pdf_of_another_maker_is_refused(pdfs: list[bytes]) -> None:
    other = io.BytesIO()
    opened(pdfs[0]).save(other, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    with pytest.raises(NotOurs):
        merged(other.getvalue())
    for broken in (b"", b"%PDF-1.7", pdfs[0][: len(pdfs[0]) // 2]):
        with pytest.raises(NotOurs):
            merged(broken)


def test_letters_with_a_certificate_enclosed_are_merged_whole() -> None:
    walk = certificate(RECORD, "Marlhaven Council", True)
    whole = pdf(with_enclosures(letter("refuse"), walk))
    found = merged(whole, pdf(letter("approve")), whole)
    assert check(opened(found)) == []
    assert words(found) == [*words(whole), *words(pdf(letter("approve"))), *words(whole)]


def test_a_file_of_no_letters_is_not_made() -> None:
    with pytest.raises(ValueError, match="at least one letter"):
        merged()
