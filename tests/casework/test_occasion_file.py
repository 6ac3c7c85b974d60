"""What gives rise to a letter, read from a case file, and what is said of a slip in it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from casework.files.letter_parts import BadLetterPart
from casework.files.occasion import read_occasion
from records.occasions import OCCASION_OF
from records.offers import BudgetOffer, EvidenceAsked, WantedItem
from records.reviews import Hearing

BUDGET: dict[str, Any] = {
    "rate": "£0.45",
    "daily_distance": "8 miles",
    "days": 190,
    "payment_days": ["2026-10-30"],
    "accepted": True,
}


def test_money_lengths_days_and_lists_are_read_as_people_write_them() -> None:
    read = read_occasion(BudgetOffer, BUDGET, "case.json")
    assert read == BudgetOffer(
        rate=45,
        daily_distance=12_874_752,
        days=190,
        payment_days=(date(2026, 10, 30),),
        accepted=True,
    )


def test_nothing_given_is_nothing_read() -> None:
    assert read_occasion(BudgetOffer, None, "case.json") is None
    assert read_occasion(BudgetOffer, {"rate": None}, "case.json") == BudgetOffer()


def test_each_piece_of_evidence_is_a_record_of_its_own() -> None:
    item = {"what": "A letter", "why": "It shows it.", "test": "Paragraph 2.", "instead": "A note"}
    read = read_occasion(EvidenceAsked, {"items": [item]}, "case.json")
    assert read == EvidenceAsked(items=(WantedItem(**item),))


@pytest.mark.parametrize(
    ("kind", "given", "says"),
    [
        (BudgetOffer, [], "case.json: letter.occasion: expected an object of rate"),
        (BudgetOffer, {"rates": "£1"}, "has no part 'rates'"),
        (BudgetOffer, {"rate": 45}, "letter.occasion.rate: expected a sum written as text"),
        (BudgetOffer, {"rate": "45p"}, "expected a sum such as"),
        (BudgetOffer, {"daily_distance": "no route"}, "expected a length"),
        (BudgetOffer, {"days": True}, "letter.occasion.days: expected a whole number"),
        (BudgetOffer, {"accepted": "yes"}, "expected true or false"),
        (BudgetOffer, {"payment_days": "2026-10-30"}, "payment_days: expected a list"),
        (BudgetOffer, {"payment_days": ["2026-02-30"]}, "payment_days\\[0\\]"),
        (Hearing, {"hearing_on": 20260720}, "expected a day that there is"),
        (Hearing, {"place": 3}, "expected text"),
        (EvidenceAsked, {"items": ["a letter"]}, "items\\[0\\]: expected an object of what"),
        (EvidenceAsked, {"items": [{"who": "me"}]}, "has no part 'who'"),
        (EvidenceAsked, {"items": [{"what": "A"}]}, "items\\[0\\].why: expected text"),
        (EvidenceAsked, {"items": [None]}, "items\\[0\\]: expected an object of what"),
    ],
)
def test_a_slip_is_named_with_file_and_field(kind: type, given: object, says: str) -> None:
    with pytest.raises(BadLetterPart, match=says):
        read_occasion(kind, given, "case.json")


ITEM: dict[str, Any] = {
    "what": "A letter",
    "why": "It shows it",
    "test": "Two",
    "instead": "A note",
}


@pytest.mark.parametrize("name", ITEM)
@pytest.mark.parametrize("given", [None, 3, [], {}, True])
def test_a_piece_of_evidence_lacks_nothing_and_holds_text_alone(name: str, given: object) -> None:
    for item in (ITEM | {name: given}, {k: v for k, v in ITEM.items() if k != name}):
        with pytest.raises(BadLetterPart, match=rf"letter\.occasion\.items\[0\]\.{name}: expected"):
            read_occasion(EvidenceAsked, {"items": [item]}, "case.json")


WRONG = (3, -1, 10**30, "", "x", [], {}, True, [None], [{}], "9999-12-31", 1.5)


@pytest.mark.parametrize("kind", OCCASION_OF.values(), ids=OCCASION_OF)
def test_whatever_stands_in_a_field_is_read_or_told_and_never_a_fault_of_our_own(
    kind: type,
) -> None:
    for one in fields(kind):
        assert read_occasion(kind, {one.name: None}, "case.json") == kind()
        for given in WRONG:
            try:
                assert isinstance(read_occasion(kind, {one.name: given}, "case.json"), kind)
            except BadLetterPart as error:
                assert f"letter.occasion.{one.name}" in str(error)
