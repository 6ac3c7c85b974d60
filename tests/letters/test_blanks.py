"""What the record lacks stands as a named blank, and the letter is a draft on every page."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from letters import LetterContent, Matter, PointAnswered, Sender, Terms, compose, pdf
from letters.blocks import all_texts
from rules.values import Outcome
from tests.letters.case import REFUSED, SENDER, WALK, letter, terms


def words(content: LetterContent) -> str:
    return " ".join(all_texts(content))


@pytest.mark.parametrize(
    ("change", "blank"),
    [
        ({"child_name": None}, "child's name"),
        ({"date_of_birth": None}, "date of birth"),
        ({"addressee": None}, "addressee"),
        ({"address": ()}, "address"),
        ({"school": None}, "name of the school"),
        ({"reference": None}, "our reference"),
        ({"officer": None}, "officer's name"),
        ({"facts": ()}, "facts we used"),
        ({"distances": (replace(WALK, length=None),)}, "measured distance"),
        ({"outcome": None}, "officer's decision"),
        ({"sender": replace(SENDER, council=None)}, "council's name"),
        ({"sender": replace(SENDER, contact_name=None)}, "name of the person to contact"),
        ({"sender": replace(SENDER, contact_hours=None)}, "opening hours"),
        ({"sender": replace(SENDER, measuring=None)}, "how we measure"),
        ({"sender": replace(SENDER, formats=None)}, "line on other formats"),
        ({"sender": replace(SENDER, privacy=None)}, "line on the use of personal data"),
        ({"sender": replace(SENDER, review_how=None)}, "how to ask for a review, and the form"),
        ({"terms": terms(letter_date=None)}, "date of the letter"),
        ({"terms": terms(review_by=None)}, "last day to ask for a review"),
    ],
)
@pytest.mark.parametrize("kind", ["approve", "refuse"])
def test_a_blank_is_named_in_its_place_and_listed(
    kind: str, change: dict[str, Any], blank: str
) -> None:
    content = letter(kind, **change)
    assert content.blanks == (blank,)
    if blank != "officer's decision":
        assert f"[{blank}]" in words(content)
    assert content.is_draft
    assert content.title.startswith("Draft: ")


@pytest.mark.parametrize(
    ("change", "blank"),
    [
        ({"terms": terms(starts_on=None)}, "first day of the travel"),
        ({"distances": ()}, "measured distance"),
        ({"terms": terms(ends_on=None)}, "last day of the travel"),
        ({"terms": terms(mode_how=None)}, "how the kind of travel is chosen"),
        (
            {"terms": terms(mode_told_by=None)},
            "day by which we will say how the child will travel",
        ),
        ({"recommendation": None, "grounds": ()}, "ground of the decision"),
    ],
)
def test_an_approval_leaves_its_own_blanks(change: dict[str, Any], blank: str) -> None:
    assert letter("approve", **change).blanks == (blank,)


@pytest.mark.parametrize(
    ("change", "blanks"),
    [
        (
            {"nearest_suitable": None},
            (
                "nearest suitable school",
                "walking distance to the nearest suitable school",
                "road distance to the nearest suitable school",
            ),
        ),
        (
            {"nearest_suitable": replace(REFUSED.nearest_suitable, road=None)},
            ("road distance to the nearest suitable school",),
        ),
        ({"discretion": None}, ("power of discretion considered", "reasons on discretion")),
        (
            {"discretion": replace(REFUSED.discretion, reasons=" ")},
            ("reasons on discretion",),
        ),
        ({"sender": replace(SENDER, other_help=())}, ("other help with travel",)),
        ({"points": (PointAnswered("It is too far.", None),)}, ("answer to a point",)),
        ({"distances": ()}, ("measured distance", "sheet of the route measured")),
        (
            {"distances": (replace(REFUSED.distances[0], network=None),)},
            ("sheet of the route measured",),
        ),
    ],
)
def test_a_refusal_leaves_its_own_blanks(change: dict[str, Any], blanks: tuple[str, ...]) -> None:
    assert letter("refuse", **change).blanks == blanks


def test_a_letter_of_nothing_is_all_blanks_and_invents_nothing() -> None:
    content = compose(Matter(), "refuse")
    assert "officer's decision" in content.blanks
    assert len(content.blanks) > 25
    told = words(content)
    assert "None" not in told
    assert "Marlhaven" not in told


def test_a_draft_is_marked_on_every_page() -> None:
    data = pdf(compose(Matter(sender=Sender(), terms=Terms()), "refuse"))
    pages = [p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(io.BytesIO(data))]
    assert len(pages) > 1
    for page in pages:
        assert "Draft, not to be sent" in page
        assert "DRAFT" in page


def test_a_finished_letter_bears_no_draft_mark() -> None:
    data = pdf(letter("refuse"))
    for page in pypdfium2.PdfDocument(data):
        assert "draft" not in page.get_textpage().get_text_range().lower()


def test_the_draft_notice_counts_what_is_missing() -> None:
    assert "1 thing is still missing" in words(letter(child_name=None))
    assert "2 things are still missing" in words(letter(child_name=None, school=None))


def test_a_name_of_blanks_alone_counts_as_missing() -> None:
    assert letter(child_name=" \u200b ").blanks == ("child's name",)
    assert letter(outcome=Outcome.ENTITLED).blanks == ()
