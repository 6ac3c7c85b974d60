"""Every day that a letter promises is one on which the office is open, and none is years away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from letters import KNOWN, Matter, compose, shared_template
from letters.blocks import all_texts
from letters.errors import LetterRefused
from letters.template import read_template
from tests.letters.case import FACTS, GOOD, letter, terms

SUNDAY, BANK_HOLIDAY, FAR = date(2026, 7, 12), date(2026, 8, 31), date(2030, 1, 8)

PROMISED = [
    ("more-evidence", "evidence_by"),
    ("travel-budget", "answer_by"),
    ("stage-1-acknowledgement", "outcome_due"),
    ("stage-2-acknowledgement", "outcome_due"),
    ("stage-2-acknowledgement", "send_evidence_by"),
    ("stage-1-outcome", "stage_two_by"),
    ("stage-2-invitation", "papers_on"),
    ("stage-2-invitation", "late_evidence_by"),
    ("extension", "now_due"),
    ("late-appeal", "outcome_due"),
]


def with_(kind: str, **changes: Any) -> Matter:
    return replace(GOOD[kind], occasion=replace(GOOD[kind].occasion, **changes))  # type: ignore[type-var]


def told(matter: Matter, kind: str) -> str:
    return " ".join(all_texts(compose(matter, kind)))


@pytest.mark.parametrize(("kind", "name"), PROMISED)
def test_a_due_day_on_which_the_office_is_closed_names_the_next_working_day(
    kind: str, name: str
) -> None:
    later: dict[str, Any] = {}
    if kind == "stage-2-invitation":
        later["hearing_on"] = date(2026, 9, 10)
    if name == "send_evidence_by":
        later["outcome_due"] = date(2026, 9, 10)
    with pytest.raises(LetterRefused, match=r"\(12 July 2026\) is a Sunday.*is 13 July 2026"):
        compose(with_(kind, **{name: SUNDAY}, **later), kind)
    with pytest.raises(LetterRefused, match=r"is a bank holiday.*is 1 September 2026"):
        compose(with_(kind, **{name: BANK_HOLIDAY}, **later), kind)


def test_a_hearing_is_held_on_a_working_day() -> None:
    kind = "stage-2-invitation"
    with pytest.raises(LetterRefused, match=r"hearing \(18 July 2026\) is a Saturday.*20 July"):
        compose(with_(kind, hearing_on=date(2026, 7, 18)), kind)


def test_a_day_by_which_the_travel_is_told_is_a_working_day() -> None:
    with pytest.raises(LetterRefused, match="tell how the child travels .* is a Sunday"):
        letter("approve", terms=terms(mode_told_by=SUNDAY))


@pytest.mark.parametrize(("kind", "name"), [each for each in PROMISED if "send" not in each[1]])
def test_no_day_is_promised_years_ahead(kind: str, name: str) -> None:
    later = {"hearing_on": date(2030, 2, 8)} if kind == "stage-2-invitation" else {}
    with pytest.raises(LetterRefused, match="more than a year after the letter"):
        compose(with_(kind, **{name: FAR}, **later), kind)


def with_term(kind: str, **changes: Any) -> Matter:
    matter = with_(kind, **changes)
    held = replace(matter.terms, outcome_term=20, outcome_term_ends=date(2026, 7, 10))
    return replace(matter, terms=held)


@pytest.mark.parametrize(
    "kind", ["stage-1-acknowledgement", "stage-2-acknowledgement", "late-appeal"]
)
def test_an_outcome_promised_later_than_is_recommended_says_so(kind: str) -> None:
    in_time = told(with_term(kind, outcome_due=date(2026, 7, 10)), kind)
    assert "later than usual" not in in_time
    late = told(with_term(kind, outcome_due=date(2026, 7, 13)), kind)
    assert (
        "That is later than usual. The guidance recommends 20 working days, which end on "
        "10 July 2026."
    ) in late
    without = told(with_(kind, outcome_due=date(2026, 7, 13)), kind)
    assert "later than usual" not in without, "where no term is known nothing is said of one"


def test_much_more_time_says_how_much() -> None:
    late = told(with_term("extension", now_due=date(2026, 7, 13)), "extension")
    assert "The new day is later than 10 July 2026, which is 20 working days after that." in late


@pytest.mark.parametrize("kind", ["stage-1-acknowledgement", "extension"])
def test_a_wording_that_does_not_say_that_it_takes_longer_holds_the_letter_back(kind: str) -> None:
    text = "\n".join(
        line for line in shared_template(kind).text.splitlines() if "longer_than_term" not in line
    )
    own = read_template(text, f"{kind}.txt", KNOWN)
    name = "now_due" if kind == "extension" else "outcome_due"
    late = compose(with_term(kind, **{name: date(2026, 7, 13)}), kind, own)
    assert any("(when longer_than_term:)" in each for each in late.blanks)
    assert compose(with_term(kind), kind, own).blanks == ()


def test_a_request_taken_late_tells_who_decides_it_and_by_when_and_one_not_taken_does_not() -> None:
    kind = "late-appeal"
    taken = told(GOOD[kind], kind)
    assert "decide it: the Head of Travel Support." in taken
    assert "We will write to you with the outcome by 6 July 2026." in taken
    assert "apply for" not in taken
    not_taken = told(with_(kind, taken=False), kind)
    assert "by 6 July 2026" not in not_taken and "decide it" not in not_taken
    assert "at any time" in not_taken
    lacking = compose(with_(kind, outcome_due=None), kind)
    assert lacking.blanks == ("day by which the review is decided",)


def test_short_notice_after_a_mistake_wants_somebody_to_have_recorded_it() -> None:
    kind = "granted-in-error"
    short = with_(kind, notice_until=date(2026, 6, 22))
    (blank,) = compose(short, kind).blanks
    assert blank.startswith("how much notice the policy gives after a mistake")
    row = replace(
        FACTS[0], label="Notice ends on", value="22 June 2026", name="error_notice_ends_on"
    )
    assert compose(replace(short, facts=(*FACTS, row)), kind).blanks == ()


@pytest.mark.parametrize("days", [4_000, 10**12])
def test_notice_that_no_policy_promises_is_refused(days: int) -> None:
    kind = "withdrawal-or-change"
    with pytest.raises(LetterRefused, match="more than any policy promises"):
        compose(with_(kind, notice_days=days), kind)
