"""Names in every alphabet the fonts have are printed; others stop the letter plainly."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from letters import PointAnswered, Terms, pdf
from letters.errors import FontsMissing, GlyphMissing, LetterRefused
from rules.problems import UserFacingError
from tests.letters.case import SENDER, letter
from tests.letters.pdf_check import check
from tests.letters.pdf_read import elements


@pytest.mark.parametrize(
    "name",
    [
        "Siân Ŵyn Ŷsgol-Ôl",
        "Małgorzata Źdźbłowska",
        "Ayşe Işık Gülçiçek",
        "Đặng Thị Hằng",
        "Ștefania Țîrcă",
        "Zoë Ní Bhriain O’Connor",
        "Ёлка Їжакевич",
        "Ελένη Παπαδοπούλου",
        "Ọládélé Ẹ̀kọ́",
        "Jean-Luc d'Ætheling & Søn",
    ],
)
def test_a_name_is_printed_as_it_is_written(name: str) -> None:
    printed = pikepdf.open(io.BytesIO(pdf(letter(child_name=name))))
    assert ("TD", name) in elements(printed)
    assert check(printed) == []


def test_letters_with_marks_apart_are_printed_composed() -> None:
    apart = "Zoe\u0308"
    printed = pikepdf.open(io.BytesIO(pdf(letter(child_name=apart))))
    assert ("TD", "Zoë") in elements(printed)


@pytest.mark.parametrize(
    ("name", "character"),
    [
        ("陳大文", "陳"),
        ("Amy 🌈 Reed", "🌈"),
        ("محمد", "م"),
        ("नेहा", "न"),
        ("Ann\ufffd", "\ufffd"),
    ],
)
def test_a_name_the_fonts_cannot_set_stops_the_letter_and_says_where(
    name: str, character: str
) -> None:
    with pytest.raises(GlyphMissing) as stopped:
        pdf(letter(child_name=name))
    message = str(stopped.value)
    assert isinstance(stopped.value, UserFacingError)
    assert "the child's name" in message
    assert character in message
    assert f"U+{ord(character):04X}" in message
    assert "Nothing was printed" in message


def test_the_message_names_the_field_and_shows_only_what_stands_near() -> None:
    words = "The bus is late each day. " * 20 + "I feel 😡 about it. " + "Please help. " * 20
    with pytest.raises(GlyphMissing) as stopped:
        pdf(letter("refuse", points=(PointAnswered(words, "We have noted this."),)))
    assert stopped.value.where == "the point made"
    assert "I feel 😡 about it" in str(stopped.value)
    assert len(str(stopped.value)) < 400


def test_a_reference_the_fonts_cannot_set_is_caught_though_it_is_only_in_the_foot() -> None:
    with pytest.raises(GlyphMissing, match="our reference"):
        pdf(letter(reference="MTS-陳"))


def test_blanks_of_no_width_and_line_breaks_in_a_name_are_not_printed() -> None:
    content = letter(child_name=" Ann\u200b\n Lee\ufeff ")
    assert ("TD", "Ann Lee") in elements(pikepdf.open(io.BytesIO(pdf(content))))


@pytest.mark.parametrize("sign", ["\u0007", "\u202e", "\u2066", "\u200f", "\u0000"])
@pytest.mark.parametrize("field", ["child_name", "addressee", "school", "officer", "reference"])
def test_a_sign_in_a_name_that_cannot_be_seen_stops_the_letter_and_is_named(
    field: str, sign: str
) -> None:
    with pytest.raises(LetterRefused, match=f"Ann Lee.*U\\+{ord(sign):04X}.*without it"):
        letter("refuse", **{field: f"Ann{sign} Lee"})
    with pytest.raises(LetterRefused, match="The address"):
        letter(address=(f"1 Sea Road{sign}",))


def test_officers_lines_become_paragraphs() -> None:
    content = letter("refuse", reasons="First.\r\n\r\n  Second.\n")
    texts = [text for tag, text in elements(pikepdf.open(io.BytesIO(pdf(content)))) if tag == "P"]
    assert texts.index("Second.") == texts.index("First.") + 1


def test_missing_fonts_say_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from letters.printing import fonts

    fonts.load.cache_clear()
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    with pytest.raises(FontsMissing, match="Install the program again"):
        pdf(letter())
    monkeypatch.undo()
    fonts.load.cache_clear()
    assert pdf(letter(sender=SENDER, terms=Terms()))
