"""Letters before and after a decision: what stands against them, and what they work out."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters import KINDS, KNOWN, Format, compose, given_out, shared_template
from letters.blocks import Table, all_texts
from letters.errors import LetterRefused
from letters.money import budget_pence
from letters.occasions import OCCASIONS
from letters.printing.flow import lay_out
from letters.printing.fonts import load
from letters.printing.look import STANDARD
from letters.template import read_template
from records.occasion import OPTIONAL, label_of
from records.offers import BudgetOffer
from tests.letters.case import GOOD, MILE, OFFERED, REFUSED, letter
from tests.letters.occasions import BUDGET

WHERE_TAKEN = {("late-appeal", "reviewer_role"), ("late-appeal", "outcome_due")}
"""What must be known only of a late request that is taken, as the good one is."""

OF_OCCASION = sorted(kind for kind in GOOD if GOOD[kind].occasion is not None)


def told(kind: str, **changes: Any) -> str:
    matter = GOOD[kind]
    return " ".join(all_texts(compose(replace(matter, occasion=changed(kind, **changes)), kind)))


def changed(kind: str, **changes: Any) -> object:
    return replace(GOOD[kind].occasion, **changes)  # type: ignore[type-var]


def test_every_kind_has_a_good_case_that_leaves_no_blank() -> None:
    assert set(GOOD) == set(KINDS)
    for kind, matter in GOOD.items():
        assert compose(matter, kind).blanks == (), kind


@pytest.mark.parametrize("kind", OF_OCCASION)
def test_a_letter_is_a_draft_while_its_record_lacks_anything(kind: str) -> None:
    for one in fields(GOOD[kind].occasion):  # type: ignore[arg-type]
        empty: object = () if isinstance(getattr(GOOD[kind].occasion, one.name), tuple) else None
        matter = replace(GOOD[kind], occasion=changed(kind, **{one.name: empty}))
        blanks = compose(matter, kind).blanks
        told = not one.metadata[OPTIONAL] or (kind, one.name) in WHERE_TAKEN
        assert (label_of(one) in blanks) is told, one.name


@pytest.mark.parametrize("kind", OF_OCCASION)
def test_a_letter_of_nothing_recorded_names_all_that_is_lacking(kind: str) -> None:
    content = compose(replace(GOOD[kind], occasion=None), kind)
    assert content.is_draft
    wanted = {label_of(o) for o in fields(GOOD[kind].occasion) if not o.metadata[OPTIONAL]}  # type: ignore[arg-type]
    assert wanted <= set(content.blanks)


def test_one_name_means_one_thing_in_every_record() -> None:
    labels: dict[str, set[str]] = {}
    for occasion in OCCASIONS:
        for one in fields(occasion):
            labels.setdefault(one.name, set()).add(label_of(one))
    assert [name for name, said in labels.items() if len(said) > 1] == []


def test_a_letter_of_one_kind_does_not_tell_of_another_record() -> None:
    with pytest.raises(LetterRefused, match="does not tell of what was recorded"):
        compose(replace(GOOD["extension"], occasion=GOOD["late-appeal"].occasion), "extension")


@pytest.mark.parametrize(
    ("kind", "changes", "says"),
    [
        ("more-evidence", {"evidence_by": date(2026, 6, 15)}, "not after the day of the letter"),
        ("travel-budget", {"accepted": False}, "may not take the place"),
        ("travel-budget", {"answer_by": date(2026, 6, 1)}, "day for an answer"),
        ("withdrawal-or-change", {"takes_effect_on": date(2026, 7, 12)}, "28 days of notice"),
        ("granted-in-error", {"notice_until": date(2026, 6, 1)}, "last day of the help"),
        ("refused-in-error", {"refund_until": date(2025, 8, 1)}, "last day paid back"),
        ("stage-1-acknowledgement", {"outcome_due": date(2026, 6, 12)}, "review is decided"),
        ("stage-2-acknowledgement", {"outcome_due": date(2026, 6, 12)}, "review is decided"),
        ("stage-1-outcome", {"reviewer": "daniel okafor"}, "somebody else must review"),
        ("stage-1-outcome", {"stage_two_by": date(2026, 6, 15)}, "ask for stage two"),
        ("stage-2-invitation", {"hearing_on": date(2026, 7, 12)}, "28 days of notice"),
        ("stage-2-invitation", {"papers_on": date(2026, 7, 21)}, "day of the hearing"),
        ("stage-2-invitation", {"panel_names": ("Ngozi Obi",)}, "may not sit on its panel"),
        ("stage-2-outcome", {"panel_names": ("Daniel Okafor",)}, "may not sit on its panel"),
        ("late-appeal", {"received_on": date(2026, 5, 1)}, "request came"),
        ("extension", {"now_due": date(2026, 6, 19)}, "new day"),
    ],
)
def test_a_letter_against_its_own_days_or_people_is_refused(
    kind: str, changes: dict[str, Any], says: str
) -> None:
    with pytest.raises(LetterRefused, match=says):
        told(kind, **changes)


def test_notice_that_is_just_long_enough_will_do() -> None:
    assert "13 July 2026" in told("withdrawal-or-change", takes_effect_on=date(2026, 7, 13))
    assert "13 July 2026" in told("stage-2-invitation", hearing_on=date(2026, 7, 13))


def test_help_that_the_law_gives_is_neither_withdrawn_nor_an_exception() -> None:
    entitled = GOOD["approve"].recommendation
    with pytest.raises(LetterRefused, match="may not be withdrawn"):
        compose(
            replace(GOOD["withdrawal-or-change"], recommendation=entitled), "withdrawal-or-change"
        )
    with pytest.raises(LetterRefused, match="an exception"):
        compose(
            replace(GOOD["approve-by-discretion"], recommendation=entitled), "approve-by-discretion"
        )


def test_evidence_that_is_held_is_not_asked_for() -> None:
    held = replace(GOOD["more-evidence"].occasion.items[0], what="date of birth")  # type: ignore[union-attr]
    with pytest.raises(LetterRefused, match="already held"):
        told("more-evidence", items=(held,))


@pytest.mark.parametrize("phase", ["school_age", "adult_learner", "early_years"])
def test_only_sixth_form_age_may_be_asked_for_a_contribution(phase: str) -> None:
    with pytest.raises(LetterRefused, match="is free"):
        compose(replace(GOOD["post-16-contribution"], phase=phase), "post-16-contribution")


def test_an_offer_with_a_contribution_is_not_told_as_free() -> None:
    with pytest.raises(LetterRefused, match="contribution belongs to this offer"):
        compose(replace(GOOD["offer"], parts=GOOD["post-16-contribution"].parts), "offer")


def test_an_offer_is_told_only_on_the_ground_of_the_trace() -> None:
    with pytest.raises(LetterRefused, match="may not say that the policy offers"):
        compose(replace(GOOD["offer"], grounds=()), "offer")
    refused = replace(GOOD["offer"], recommendation=REFUSED.recommendation)
    with pytest.raises(LetterRefused, match="may not say that the policy offers"):
        compose(refused, "offer")
    assert OFFERED.eligibility.grounds == GOOD["offer"].grounds


def test_where_to_turn_next_waits_for_the_lawyer_and_follows_the_phase() -> None:
    matter = GOOD["signposting"]
    unconfirmed = replace(matter, sender=replace(matter.sender, onwards_confirmed_by=None))
    assert compose(unconfirmed, "signposting").is_draft
    for phase, said in (("school_age", "within 12 months"), ("sixth_form_age", "the minister")):
        text = " ".join(all_texts(compose(replace(matter, phase=phase), "signposting")))
        assert said in text
    assert compose(replace(matter, phase=None), "signposting").is_draft


def test_an_outcome_that_is_not_known_is_told_neither_way() -> None:
    text = told("stage-1-outcome", changed=None)
    assert "We have changed" not in text
    assert "We have not changed" not in text


def test_a_budget_shows_its_working() -> None:
    text = told("travel-budget")
    assert "We can pay you £684.00" in text
    assert "£0.45 a mile × 8.00 miles a day × 190 days" in text


@given(rate=st.integers(0, 1000), daily=st.integers(0, 200 * MILE), days=st.integers(0, 400))
def test_a_budget_is_exact_to_the_penny(rate: int, daily: int, days: int) -> None:
    pence = budget_pence(replace(BUDGET, rate=rate, daily_distance=daily, days=days))
    exact = Fraction(rate * daily * days, MILE)
    assert pence is not None
    assert abs(pence - exact) <= Fraction(1, 2)
    assert pence >= exact - Fraction(1, 2)


def test_a_budget_that_was_accepted_is_not_offered_again() -> None:
    offered, accepted = told("travel-budget"), told("travel-budget", accepted=True)
    for words in ("We can pay you", "You do not have to accept", "To decline:", "Tell us by"):
        assert words in offered and words not in accepted
    assert "We will pay you £684.00" in accepted and "you told us that you accept" in accepted
    assert "sign the agreement, and send it back by 3 July 2026" in accepted


def test_a_budget_tells_what_is_asked_for_travel_that_is_arranged() -> None:
    kind, parts = "travel-budget", GOOD["post-16-contribution"].parts
    said = " ".join(all_texts(letter(kind, parts=parts)))
    assert "For travel that we arrange, we ask you to pay £600.00 for the year." in said
    assert "we ask you to pay" not in told(kind)
    text = shared_template(kind).text.replace("when contribution_due:", "// ")
    own = read_template(text, f"{kind}.txt", KNOWN)
    held = compose(replace(GOOD[kind], parts=parts), kind, own)
    assert any("(when contribution_due:)" in each for each in held.blanks)


@pytest.mark.parametrize(
    ("why", "test", "reads"),
    [
        ("It shows the walk", "Paragraph 2", "It shows the walk. Paragraph 2."),
        ("It shows the walk.", "Paragraph 2", "It shows the walk. Paragraph 2."),
        ("Does it show it?", "Paragraph 2 asks", "Does it show it? Paragraph 2 asks."),
        ("It shows the walk", "", "It shows the walk"),
    ],
)
def test_why_evidence_is_wanted_and_for_which_test_are_two_sentences(
    why: str, test: str, reads: str
) -> None:
    item = replace(GOOD["more-evidence"].occasion.items[0], why=why, test=test)  # type: ignore[union-attr]
    content = letter("more-evidence", occasion=changed("more-evidence", items=(item,)))
    assert reads in list(all_texts(content))


def test_a_budget_with_a_part_unknown_has_no_sum() -> None:
    assert budget_pence(BudgetOffer()) is None
    assert budget_pence(replace(BUDGET, days=None)) is None


def test_the_agreement_restates_what_is_signed_for() -> None:
    terms_signed, form = _forms()
    signed = dict(terms_signed.rows)
    assert signed["The sum"] == "£684.00"
    assert signed["How it is worked out"].startswith("£0.45 a mile × 8.00 miles a day")
    assert (signed["First day"], signed["Last day"]) == ("7 September 2026", "23 July 2027")
    assert signed["Paid on"] == "30 October 2026; 12 February 2027"
    assert signed["If too much is paid"] == "We take it off the next payment"
    assert [row[0] for row in form.rows] == ["I accept this offer", "Name", "Signed", "Date"]


def test_the_form_has_room_to_write_and_no_words_in_it() -> None:
    _, form = _forms()
    assert form.to_fill and [row[1] for row in form.rows[1:]] == ["", "", ""]
    plain_form = replace(form, to_fill=False)
    assert _height(form) - _height(plain_form) == pytest.approx(3 * 2 * STANDARD.body.leading)
    said = given_out(letter("travel-budget"), Format.TEXT, 18).decode()
    assert "Signed: ____" in said and "(write here)" not in said


def _forms() -> tuple[Table, Table]:
    tables = [block for block in letter("travel-budget").blocks if isinstance(block, Table)]
    signed, form = (each for each in tables if each.summary in AGREED)
    return signed, form


AGREED = ("What the agreement is about", "Your answer")


def _height(form: Table) -> float:
    load()
    sheet = lay_out((form,), STANDARD)
    return STANDARD.height - sheet.room
