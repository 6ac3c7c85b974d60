"""Days as people type them are read, or it is said why they cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from gui.fields.reading import Unreadable
from gui.intake.days import read_day


@pytest.mark.parametrize(
    "text",
    ["14 March 2027", "14/3/27", "14.03.2027", "14 mar 2027", "14032027", "2027-03-14",
     "14th March 2027", " 14-3-2027 ", "14 3 27"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_punctuated(text: str) -> None:
    assert read_day(text) == date(2027, 3, 14)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30/2/2027", "February 2027 has 28 days"),
        ("3/14/2027", "There is no month 14"),
        ("14 3", "a day, a month and a year"),
        ("soon", "a day, a month and a year"),
        ("14 Brumaire 2027", "a day, a month and a year"),
        ("1/1/0999", "four digits"),
        ("", "a day, a month and a year"),
    ],
)
def test_a_day_that_cannot_be_says_why(text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_day(text)
