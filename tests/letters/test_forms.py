"""A form to be signed: whole on one page, and on a sheet that can be sent back by itself."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from letters import given_out
from letters.formats import Format
from tests.letters.case import GOOD, letter

FORM = ("I accept this offer", "Name", "Signed", "Date")


def pages(format: Format, **changes: object) -> list[list[str]]:
    """The lines of each page of an offer with an agreement."""
    offered = GOOD["travel-budget"].occasion
    content = letter("travel-budget", occasion=replace(offered, **changes))  # type: ignore[type-var]
    document = pypdfium2.PdfDocument(given_out(content, format))
    return [page.get_textpage().get_text_range().splitlines() for page in document]


def of_the_form(told: list[list[str]]) -> list[int]:
    return [at for at, page in enumerate(told) if any(line.startswith(FORM[2]) for line in page)]


@pytest.mark.parametrize("format", [Format.STANDARD, Format.LARGE, Format.EASY_READ])
@pytest.mark.parametrize("much", [1, 9])
def test_a_form_is_whole_on_one_page(format: Format, much: int) -> None:
    terms = " ".join(["We take it off the next payment."] * much)
    told = pages(format, overpayment=terms, siblings=terms)
    (at,) = of_the_form(told)
    begins = [line for line in told[at] if line.startswith(FORM)]
    assert [next(f for f in FORM if line.startswith(f)) for line in begins] == list(FORM)


@pytest.mark.parametrize("format", [Format.STANDARD, Format.LARGE, Format.EASY_READ])
def test_the_agreement_shares_its_pages_with_nothing_else(format: Format) -> None:
    told = pages(format)
    first = next(at for at, page in enumerate(told) if "The agreement" in page)
    (last,) = of_the_form(told)
    assert "How to answer" not in told[first] and "Contact us" not in told[last]
    assert told[last + 1][0] == "Contact us" or "Contact us" in told[last + 1][:3]


def test_an_agreement_of_few_words_is_one_page() -> None:
    for format in (Format.STANDARD, Format.EASY_READ):
        told = pages(format)
        (at,) = of_the_form(told)
        assert "The agreement" in told[at]
