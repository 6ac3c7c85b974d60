"""A council's wording is read from plain values, and what does not fit is named."""

from dataclasses import replace

import pytest

from letters import LetterContent, Sender, sender_of
from letters.blocks import Paragraph, all_texts
from letters.errors import BadWording
from tests.letters.case import GOOD, SENDER, letter, terms


def test_wording_is_read_and_tidied() -> None:
    read = sender_of(
        {"council": "Marlhaven\n City Council ", "letterhead": ["Harbour House"], "formats": None},
        "policy/marlhaven/wording/letters.yaml",
    )
    assert read == Sender(council="Marlhaven City Council", letterhead=("Harbour House",))


def test_every_mistake_is_named_with_its_file() -> None:
    with pytest.raises(BadWording) as bad:
        sender_of({"counsil": "M", "privacy": 3, "other_help": "a bicycle"}, "letters.yaml")
    first, second, third = (str(problem) for problem in bad.value.problems)
    assert first.startswith("letters.yaml: “counsil” is not known here. Use one of: council,")
    assert second == "letters.yaml: “privacy” must be text."
    assert third == "letters.yaml: “other_help” must be a list of lines of text."


def test_empty_text_counts_as_not_given() -> None:
    assert sender_of({"council": "  "}, "letters.yaml") == Sender()


@pytest.mark.parametrize("days", [10, "10", " 10 "])
def test_the_days_within_which_travel_is_told_are_a_number_or_nothing(days: object) -> None:
    assert sender_of({"mode_told_within": days}, "letterhead.yaml").told_within == 10
    assert Sender().told_within is None


@pytest.mark.parametrize("days", ["ten", 0, -1, 1000, "", True, ["10"]])
def test_days_that_are_no_number_are_refused_by_name(days: object) -> None:
    with pytest.raises(BadWording, match="mode_told_within"):
        sender_of({"mode_told_within": days}, "letterhead.yaml")


def test_what_a_council_does_not_say_of_choosing_travel_is_left_blank_not_made_up() -> None:
    silent = letter("approve", terms=terms(mode_how=None, mode_told_by=None))
    assert set(silent.blanks) == {
        "how the kind of travel is chosen",
        "day by which we will say how the child will travel",
    }
    said = replace(SENDER, mode_how="We ask the school first")
    told = letter("approve", sender=said, terms=terms(mode_how=None))
    assert any("We ask the school first." in text for text in all_texts(told))


def test_paying_back_is_told_only_where_the_record_says_so() -> None:
    said = letter("granted-in-error")
    assert not any("back" in text for text in _body(said))
    nothing = replace(GOOD["granted-in-error"].occasion, pay_back="you pay nothing back")  # type: ignore[type-var]
    told = letter("granted-in-error", occasion=nothing)
    assert any("Paying back: you pay nothing back." in text for text in all_texts(told))


def _body(content: LetterContent) -> list[str]:
    return [block.text for block in content.blocks if isinstance(block, Paragraph)]
