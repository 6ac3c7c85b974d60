"""A letter in another language: its wording, the program's own words, its days, what lacks."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters import KINDS, KNOWN, Format, compose, given_out, read_template
from letters.blocks import LetterContent, Signature, Table, all_texts
from letters.compose import SHARED
from letters.errors import BadWording
from letters.language import ENGLISH, Saying
from letters.language_text import read_language, words_lacking
from letters.template import Template
from tests.letters.case import APPROVED, GOOD, REFUSED
from tests.letters.strange_tongue import HEAD, TAG, strange, strange_text, words


def wording(kind: str, tag: str = TAG) -> Template:
    text = (SHARED / f"{kind}.txt").read_text("utf-8")
    return read_template(text, f"{kind}.{tag}.txt", KNOWN)


def strange_letter(kind: str = "approve", without: str = "") -> LetterContent:
    return compose(GOOD[kind], kind, wording(kind), strange(without))


def problems(text: str) -> str:
    with pytest.raises(BadWording) as bad:
        read_language(text, "words.qaa.txt")
    return str(bad.value)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_whole_language_leaves_nothing_of_the_programs_english(kind: str) -> None:
    content = strange_letter(kind)
    english = compose(GOOD[kind], kind)
    assert content.blanks == english.blanks
    assert content.language == TAG
    said = " ".join(all_texts(content))
    assert "«Date»" in said and "«Yours sincerely»" in said
    assert not re.search(r"\b(January|June|July|September)\b", _program_words(content))


def _program_words(content: LetterContent) -> str:
    """What the program wrote: the tables of the letter, without what the record says itself."""
    tables = [block for block in content.blocks if isinstance(block, Table)]
    own = [block for block in tables if "told us" not in block.summary]
    return " ".join(cell for block in own for row in block.rows for cell in row[:2])


def test_names_and_what_a_family_said_stay_as_they_are() -> None:
    content = strange_letter("refuse")
    said = " ".join(all_texts(content))
    for own in (REFUSED.child_name, REFUSED.addressee, *(point.words for point in REFUSED.points)):
        assert own and own in said
    signed = next(block for block in content.blocks if isinstance(block, Signature))
    assert signed.lines[:2] == ("«Yours sincerely»", "Daniel Okafor")


def test_days_are_written_out_in_the_languages_own_months() -> None:
    said = " ".join(all_texts(strange_letter("approve")))
    assert "15. Ses 2026" in said
    assert "23. Sep 2027" in said
    assert "23 July 2027" not in said


def test_a_distance_keeps_its_figure_and_its_side_of_the_limit() -> None:
    said = " ".join(all_texts(strange_letter("approve")))
    assert "«2.31 miles (3,717.604 m)»" in said


def test_what_the_language_lacks_stands_in_english_and_holds_the_letter_back() -> None:
    content = strange_letter("approve", without="Our reference")
    assert "Our reference" in set(all_texts(content))
    assert content.blanks == ("words in Strange for “Our reference”",)
    assert content.is_draft


def test_a_letter_without_a_wording_in_the_language_is_english_and_held_back() -> None:
    content = compose(APPROVED, "approve", None, strange())
    assert content.language == "en-GB"
    assert content.blanks == ("the wording of this letter in Strange",)
    assert "Date" in set(all_texts(content))


def test_the_pdf_and_the_web_page_name_the_language() -> None:
    content = strange_letter()
    with pikepdf.open(io.BytesIO(given_out(content, Format.STANDARD))) as pdf:
        assert str(pdf.Root.Lang) == TAG
        assert TAG.encode() in pdf.Root.Metadata.read_bytes()
        foot = pypdfium2.PdfDocument(given_out(content, Format.STANDARD))[0]
        assert "«Page 1 of " in foot.get_textpage().get_text_bounded()
    page = given_out(content, Format.HTML).decode()
    assert f'<html lang="{TAG}">' in page
    assert "«Our reference: MTS-2026-00418»" in page


def test_english_letters_are_as_they_were_without_a_language() -> None:
    assert compose(APPROVED, "approve", None, ENGLISH) == compose(APPROVED, "approve")


def test_words_that_nobody_confirmed_hold_the_letter_back() -> None:
    unsure = read_language(
        "// to_confirm: the words on distance\n" + strange_text(), f"words.{TAG}.txt"
    )
    content = compose(APPROVED, "approve", wording("approve"), unsure)
    assert content.blanks == ("confirmation of the words on distance",)


def test_every_text_that_is_lacking_is_named() -> None:
    assert words_lacking(strange(), words()) == ()
    assert words_lacking(strange("Our reference"), words()) == ("Our reference",)
    assert words_lacking(ENGLISH, words()) == tuple(dict.fromkeys(words()))


def test_an_entry_left_empty_is_lacking_not_printed_empty() -> None:
    language = read_language(HEAD + "\nDate\n=\n", "words.qaa.txt")
    saying = Saying(language)
    assert saying.say("Date") == "Date"
    assert saying.lacking == ("Date",)


def test_mistakes_in_a_file_are_named_by_line() -> None:
    told = problems("language: qaa\nname: Strange\n\nDate\n\nSchool\n= S\nSchool\n= T\n= U\n")
    assert "line 4: the line below must begin with “=”" in told
    assert "line 9: “School” stands here twice" in told
    assert "line 10: there is no English line above" in told


def test_a_slot_that_is_left_out_is_told() -> None:
    told = problems(HEAD + "\nThe {way} to {school}.\n= Nur {way}.\n")
    assert "must stand in both lines: {way}, {school}" in told


def test_a_head_without_its_language_and_with_eleven_months_is_refused() -> None:
    told = problems("months: a, b, c, d, e, f, g, h, i, j, k\nday: {day} {month}\n")
    assert "must say “language:”" in told
    assert "must say “name:”" in told
    assert "twelve months" in told
    assert "“day:” must hold {day}, {month}, {year}" in told


@given(st.integers(1, 28), st.sampled_from(["June", "May", "December"]), st.integers(1990, 2100))
def test_every_day_is_put_over_whole(day: int, month: str, year: int) -> None:
    saying = Saying(strange())
    told = saying.say(f"{day} {month} {year}")
    assert told.startswith(f"{day}. ") and told.endswith(str(year))
    assert month not in told
    assert saying.lacking == ()


@given(st.text(alphabet="ab {}().:,£12", min_size=1, max_size=40))
def test_whatever_a_text_is_it_is_put_over_or_named_as_lacking(text: str) -> None:
    saying = Saying(strange())
    told = saying.say(text)
    assert told != text or text in saying.lacking or text.startswith("[")
