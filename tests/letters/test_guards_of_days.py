"""Days, notices and sums of an occasion are held to the record, whatever was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters import PointAnswered, compose
from letters.blocks import all_texts
from letters.errors import LetterRefused
from letters.guards.mistakes import full_term_after
from letters.matter import FactRow
from letters.money import budget_pence, budget_working, miles_paid
from rules.amounts import read_length
from rules.values import Outcome, Result
from tests.letters.case import GOOD, beyond, finding, letter, recommendation, terms, yes_no
from tests.letters.occasions import BUDGET


def told(kind: str, **changes: Any) -> str:
    occasion = replace(GOOD[kind].occasion, **changes)  # type: ignore[type-var]
    return " ".join(all_texts(letter(kind, occasion=occasion)))


@pytest.mark.parametrize(
    ("kind", "changes", "says"),
    [
        ("stage-1-acknowledgement", {"received_on": date(2026, 6, 16)}, "after the day of the l"),
        ("stage-1-acknowledgement", {"received_on": date(2026, 4, 30)}, "before the decision"),
        ("stage-2-acknowledgement", {"send_evidence_by": date(2026, 6, 1)}, "further evidence"),
        ("stage-1-acknowledgement", {"send_evidence_by": date(2026, 7, 13)}, "day of the outcome"),
        ("stage-2-invitation", {"hearing_on": date(2026, 6, 30), "hearing_notice_days": None},
         "less than 10 working days from the receipt"),
        ("stage-2-invitation", {"hearing_notice_days": 0}, "must be 1 or more"),
        ("stage-2-invitation", {"papers_on": date(2026, 6, 10)}, "papers are sent"),
        ("stage-2-invitation", {"late_evidence_by": date(2026, 6, 10)}, "further evidence"),
        ("stage-2-outcome", {"heard_on": date(2026, 6, 16)}, "after the day of the letter"),
        ("stage-2-outcome", {"help_until": date(2026, 9, 6)}, "is before 7 September 2026"),
        ("extension", {"first_due": date(2026, 5, 1), "now_due": date(2026, 6, 1)}, "The new day"),
        ("withdrawal-or-change", {"notice_days": 0}, "must be 1 or more"),
        ("withdrawal-or-change", {"notice_days": -5}, "must be 1 or more"),
        ("refused-in-error", {"refund_until": date(2027, 1, 1)}, "first day of the help"),
        ("signposting", {"ended_on": date(2027, 6, 1)}, "own reviews ended"),
        ("late-appeal", {"received_on": date(2026, 7, 1)}, "after the day of the letter"),
        ("travel-budget", {"rate": -45}, "must be 1 or more"),
        ("travel-budget", {"days": 0}, "must be 1 or more"),
        ("travel-budget", {"days": 224}, "only 223 are weekdays and no bank holiday"),
        ("travel-budget", {"payment_days": (date(2020, 1, 1),)}, "out of order"),
        ("travel-budget", {"payment_days": (date(2027, 2, 1), date(2027, 1, 1))}, "out of order"),
        ("post-16-contribution", {"days_of_travel": -1}, "must be 1 or more"),
        ("post-16-contribution", {"due_days": (date(2026, 9, 30),)}, "3 parts, and 1 days"),
        ("post-16-contribution",
         {"due_days": (date(2026, 9, 30), date(2027, 1, 4), date(2027, 8, 4))}, "out of order"),
    ],
)  # fmt: skip
def test_a_day_or_number_that_cannot_be_is_refused(
    kind: str, changes: dict[str, Any], says: str
) -> None:
    with pytest.raises(LetterRefused, match=says):
        told(kind, **changes)


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (date(2026, 9, 7), date(2026, 9, 6)),
        (date(2026, 9, 7), date(2027, 9, 1)),
        (date(2020, 9, 7), date(2021, 7, 1)),
    ],
)
@pytest.mark.parametrize("kind", ["approve", "approve-by-discretion", "offer"])
def test_help_runs_forward_within_the_school_year_that_was_assessed(
    kind: str, starts: date, ends: date
) -> None:
    with pytest.raises(LetterRefused, match="school year"):
        letter(kind, terms=terms(starts_on=starts, ends_on=ends))


def test_help_that_the_rules_give_was_not_given_in_error() -> None:
    for kind in ("approve", "offer"):
        with pytest.raises(LetterRefused, match="they find"):
            letter("granted-in-error", recommendation=GOOD[kind].recommendation)


NOTICE = finding(
    "southampton/2024-25#notice-after-a-mistake",
    "A full term's notice",
    Result.UNKNOWN,
    yes_no("help_granted_in_error", None, Result.UNKNOWN),
)


def test_a_policy_that_promises_notice_after_a_mistake_gives_a_full_term() -> None:
    promised = recommendation(Outcome.NOT_ENTITLED, (beyond(1, Result.NOT_MET), NOTICE))
    occasion = replace(GOOD["granted-in-error"].occasion, notice_until=date(2026, 7, 17))  # type: ignore[type-var]
    assert letter("granted-in-error", occasion=occasion), "without such a rule nothing is promised"
    with pytest.raises(LetterRefused, match=r"full term.*not before 14 December 2026"):
        letter("granted-in-error", occasion=occasion, recommendation=promised)
    assert letter("granted-in-error", recommendation=promised)


def test_notice_recorded_on_the_case_is_kept() -> None:
    row = FactRow("Notice ends on", "22 January 2027", "officer", name="error_notice_ends_on")
    with pytest.raises(LetterRefused, match="runs until 22 January 2027"):
        letter("granted-in-error", facts=(row,))


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_full_term_takes_at_least_nine_weeks_and_is_over_within_eight_months(day: date) -> None:
    assert 63 <= (full_term_after(day) - day).days <= 240


def test_a_family_is_not_told_that_nothing_can_be_decided_where_the_rules_settle_it() -> None:
    settled = GOOD["refuse"].recommendation
    with pytest.raises(LetterRefused, match="the rules settle this case"):
        letter("more-evidence", recommendation=settled)
    decided = {"recommendation": settled, "decided_on": date(2026, 5, 1)}
    assert letter("more-evidence", **decided), "a review may want more"


@pytest.mark.parametrize(
    ("what", "fact", "held"),
    [
        ("Zofia's date of birth", None, True),
        ("A copy of the birth certificate", None, True),
        ("Proof of the walking distance", None, True),
        ("Anything at all", "walking_distance", True),
        ("Proof of special educational needs", None, True),
        ("A letter about special educational needs from the consultant", None, False),
        ("Your benefits letter", "low_income", False),
    ],
)
def test_what_is_held_is_not_asked_for_under_another_name(
    what: str, fact: str | None, held: bool
) -> None:
    kind = "more-evidence"
    item = replace(GOOD[kind].occasion.items[0], what=what, fact=fact)  # type: ignore[union-attr]
    named = replace(GOOD[kind].facts[1], name="walking_distance")
    changes = {
        "occasion": replace(GOOD[kind].occasion, items=(item,)),  # type: ignore[type-var]
        "facts": (GOOD[kind].facts[0], named, *GOOD[kind].facts[2:]),
    }
    if held:
        with pytest.raises(LetterRefused, match="already held"):
            letter(kind, **changes)
    else:
        assert letter(kind, **changes).blanks == ()


def test_a_letter_after_its_time_says_so_and_a_wording_that_does_not_holds_it_back() -> None:
    for kind in ("stage-1-acknowledgement", "stage-2-acknowledgement", "stage-2-outcome"):
        late = replace(GOOD[kind].terms, owed_by=date(2026, 6, 12))
        text = " ".join(all_texts(letter(kind, terms=late)))
        assert "We are sorry that this letter is late. It was due by 12 June 2026." in text
        in_time = replace(late, owed_by=date(2026, 6, 15))
        assert "sorry" not in " ".join(all_texts(letter(kind, terms=in_time)))
    unsaid = letter("extension", terms=replace(late, owed_by=date(2026, 6, 12)))
    assert any("says the letter is late" in each for each in unsaid.blanks)


@pytest.mark.parametrize("kind", ["stage-1-outcome", "stage-2-outcome"])
def test_an_outcome_says_that_no_points_were_raised_or_leaves_a_blank_for_an_answer(
    kind: str,
) -> None:
    none = " ".join(all_texts(letter(kind, points=())))
    assert "You did not raise any points that need an answer." in none
    open_still = letter(kind, points=(PointAnswered("The path floods.", " \u200b"),))
    assert open_still.blanks == ("answer to a point",)


@pytest.mark.parametrize("reasons", [None, "", "  ", "\u200b \u2060"])
@pytest.mark.parametrize("kind", ["approve", "refuse", "offer", "approve-by-discretion"])
def test_a_decision_without_reasons_is_held_back(kind: str, reasons: str | None) -> None:
    content = letter(kind, reasons=reasons)
    assert "officer's reasons" in content.blanks
    if "The officer who decided adds:" in all_texts(content):
        assert "[officer's reasons]" in all_texts(content)


def test_the_working_of_a_budget_gives_its_sum() -> None:
    length = read_length("12.345 miles")
    assert isinstance(length, int)
    offer = replace(BUDGET, daily_distance=length, days=189)
    assert "£0.45 a mile × 12.345 miles a day × 189 days" in str(
        budget_working(replace(GOOD["travel-budget"], occasion=offer))
    )
    assert budget_pence(offer) == 104_994


@given(st.integers(1, 400_000_000))
def test_printed_miles_name_the_very_millimetre(millimetres: int) -> None:
    told = miles_paid(millimetres)
    assert abs(told * 1_609_344 - millimetres) <= Decimal("0.5")
    assert -told.as_tuple().exponent >= 2


def test_every_good_case_stands_and_tells_its_days() -> None:
    for kind, matter in GOOD.items():
        assert compose(matter, kind).blanks == (), kind
