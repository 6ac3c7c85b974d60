"""A council's wording is read from plain values, and what does not fit is named."""

import pytest

from letters import Sender, sender_of
from letters.errors import BadWording


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
