"""A policy's printed document: a tagged PDF, an HTML page and a text, each of the same content."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

import commands
from casework.policies.document import document_bytes, policy_document
from casework.shelf import Shelf
from letters.errors import GlyphMissing
from letters.policy_document.content import Outline, PolicyDocument, all_policy_texts, outline
from letters.policy_document.pdf import policy_pdf
from rules.values import Standing
from tests.letters.pdf_check import check
from tests.letters.pdf_read import elements
from tests.letters.pdf_read import outline as bookmarks

SHELF = Shelf()
SOUTHAMPTON = "southampton/2019-20"


@cache
def document(policy: str = SOUTHAMPTON) -> PolicyDocument:
    return policy_document(SHELF, SHELF.read(policy))


@cache
def as_pdf(policy: str = SOUTHAMPTON) -> bytes:
    return document_bytes(document(policy), "pdf")


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


class Structure(HTMLParser):
    """What a page is made of: its elements, the text of its headings and its header cells."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[str] = []
        self.scopes: list[str] = []
        self.fetched: list[str] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        given = dict(attrs)
        self.scopes += [given["scope"] or ""] if tag == "th" else []
        self.fetched += [f"{tag} {each}" for each in given if each == "src"]
        self.headings += [""] if tag in ("h1", "h2", "h3") else []

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("h1", "h2", "h3"):
            self.headings[-1] += data


def test_the_pdf_passes_the_check_of_our_own_letters() -> None:
    with pikepdf.open(BytesIO(as_pdf())) as pdf:
        assert check(pdf) == []


def test_the_same_text_gives_the_same_bytes() -> None:
    assert policy_pdf(policy_document(SHELF, SHELF.read(SOUTHAMPTON))) == as_pdf()


def test_headings_lead_through_the_pdf_as_bookmarks() -> None:
    with pikepdf.open(BytesIO(as_pdf())) as pdf:
        listed = bookmarks(pdf)
    assert listed[0] == (1, document().title)
    sections = [title for level, title in listed if level == 2]
    assert sections[0] == "What is not certain"
    assert "Figures" in sections and "Definitions" in sections
    assert any(each.startswith("What it inherits from Education Act 1996") for each in sections)
    assert len([1 for level, _ in listed if level == 3]) == len(SHELF.read(SOUTHAMPTON).provisions)


def test_conditions_are_lists_within_lists_and_tables_name_their_columns() -> None:
    with pikepdf.open(BytesIO(as_pdf())) as pdf:
        tags = [tag for tag, _ in elements(pdf)]
    assert tags.count("TH") >= 3
    text = words(" ".join(all_policy_texts(document())))
    assert "Walking distance is more than 2 miles" in text


def test_every_provision_stands_in_it_with_its_source_and_its_standing() -> None:
    version = SHELF.read(SOUTHAMPTON)
    text = document_bytes(document(), "text").decode("utf-8")
    for each in version.provisions:
        mark = {Standing.UNREAD: " [not read]", Standing.TO_CONFIRM: " [to be confirmed]"}
        assert f"\n{each.title}{mark.get(each.standing, '')}\n" in text
        assert f"[{each.id}]" in text
        assert each.source.cites in text


def test_what_is_unread_or_to_be_confirmed_is_told_at_the_head() -> None:
    text = document_bytes(document(), "text").decode("utf-8")
    head = text[text.index("What is not certain") : text.index("What this version says")]
    for each in SHELF.read(SOUTHAMPTON).provisions:
        unsure = each.standing in (Standing.UNREAD, Standing.TO_CONFIRM)
        assert (f"- {each.title}: " in head) == unsure


def test_what_of_each_document_was_read_stands_beside_its_title() -> None:
    text = document_bytes(document("southampton/2026-27"), "text").decode("utf-8")
    part = " ".join(
        text[text.index("The documents it rests on, and what of them was read") :].split()
    )
    assert "Policy Statement 2025-2026: not read" in part
    assert "Documents that were read" not in text


def test_a_draft_that_was_consulted_on_is_not_said_to_be_decided() -> None:
    text = document_bytes(document("southampton/2018-draft"), "text").decode("utf-8")
    assert "Consulted on from" in text
    assert "Decided" not in text
    assert "adopted text" not in text


def test_a_definition_that_is_to_be_confirmed_is_told_at_the_head() -> None:
    text = document_bytes(document("england/1996-act"), "text").decode("utf-8")
    head = text[text.index("What is not certain") : text.index("What this version says")]
    assert "- What is meant by “within six miles by road”: to be confirmed" in " ".join(
        head.split()
    )


def test_figures_are_told_with_value_and_source() -> None:
    text = document_bytes(document(), "text").decode("utf-8")
    assert re.search(r"Figure: Post 16 distance; Value: 3 miles; Source and standing: .*page", text)


def test_what_is_replaced_and_dropped_is_told() -> None:
    option = document_bytes(document("southampton/option-permanent-exclusions"), "text").decode()
    part = option[option.index("What it changes in") :]
    assert "- Dropped: " in part[: part.index("What it inherits")]


@pytest.mark.parametrize(
    ("policy", "mark"),
    [
        ("southampton/2018-draft", "Consultation. Not adopted"),
        ("southampton/2026-27", "Draft. Not adopted"),
        ("marlhaven/2026-27", "Fictional sample"),
    ],
)
def test_what_is_not_adopted_or_not_real_says_so_on_every_page(policy: str, mark: str) -> None:
    assert mark in document(policy).marks
    assert document_bytes(document(policy), "text").decode("utf-8").startswith(mark)


def test_an_adopted_text_carries_no_mark() -> None:
    assert document().marks == ()


def test_the_page_for_browsers_has_one_title_headings_in_order_and_header_cells() -> None:
    page = Structure(document_bytes(document(), "html"))
    assert page.headings[0] == document().title
    assert {"col", "row"} == set(page.scopes)
    assert page.fetched == []


def test_what_a_text_says_cannot_become_part_of_the_page() -> None:
    sly = PolicyDocument("<script>", "x", "a/b", "0" * 64, None, ("<b>",), (outline(iter([])),))
    assert b"<script>" not in document_bytes(sly, "html")


def test_an_outline_holds_each_line_below_the_one_it_stands_under() -> None:
    lines = [(0, "all"), (1, "one"), (1, "any"), (2, "two"), (2, "three"), (0, "more")]
    found = outline(iter(lines))
    assert [each.text for each in found.items] == ["all", "more"]
    assert [each.text for each in found.items[0].below] == ["one", "any"]
    assert [each.text for each in found.items[0].below[1].below] == ["two", "three"]


def test_a_character_that_no_font_has_stops_the_pdf() -> None:
    odd = PolicyDocument("\u4e2d", "x", "a/b", "0" * 64, None, (), (Outline(()),))
    with pytest.raises(GlyphMissing):
        policy_pdf(odd)


@pytest.mark.parametrize("policy", SHELF.ids())
def test_every_version_can_be_printed(policy: str) -> None:
    assert document_bytes(document(policy), "pdf").startswith(b"%PDF")
    assert len(document_bytes(document(policy), "html")) > 5_000


def test_the_command_writes_the_kind_that_the_name_tells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, start in (("a.pdf", b"%PDF"), ("a.html", b"<!DOCTYPE"), ("a.txt", b"Home to School")):
        out = tmp_path / name
        assert commands.main(["policy", "say", SOUTHAMPTON, "--out", str(out)]) == 0
        assert out.read_bytes().startswith(start)
    assert commands.main(["policy", "say", SOUTHAMPTON, "--format", "text"]) == 0
    assert "What is not certain" in capsys.readouterr().out
    assert commands.main(["policy", "say", SOUTHAMPTON, "--format", "pdf"]) == 2
    assert "add --out FILE.pdf" in capsys.readouterr().err
