"""What two versions charge differently is told, though every child's outcome is the same."""

from __future__ import annotations

from casework.policies.compare_charges import charges_changed
from rules.policy import PolicyVersion
from tests.rules.prove.drafts import SOURCE, draft, provision

OFFER = provision("help", "offers", "in_area")
CASES = "{cases: [{when: low_income, value: lower}, {otherwise: full}]}"


def charging(
    full: int = 600, lower: int = 300, charge: str = CASES, when: str = "in_area", id: str = "one"
) -> PolicyVersion:
    return draft(
        "parameters:",
        f"  full: {{value: £{full}, {SOURCE}}}",
        f"  lower: {{value: £{lower}, {SOURCE}}}",
        f"  parts: {{value: 3, {SOURCE}}}",
        "provisions:",
        OFFER,
        f"  - {{provision: pay, title: To pay, effect: charges, when: {when}, "
        f"charge: {charge}, {SOURCE}}}",
        id=f"drafts/{id}",
    )


FREE = draft("provisions:", OFFER, id="drafts/free")


def test_a_text_that_charges_the_same_changes_nothing() -> None:
    assert charges_changed(charging(), charging(id="two")) == ()


def test_only_the_sum_that_changes_is_told_with_whom_it_fits() -> None:
    found = charges_changed(charging(), charging(lower=250, id="two"))
    assert found == ("To pay: £300.00 becomes £250.00 where low income (paragraph 14).",)


def test_sums_of_other_cases_are_told_in_full_from_both_texts() -> None:
    found = charges_changed(charging(), charging(charge="{amount: full}", id="two"))
    assert found == (
        "To pay: it was £300.00 where low income (paragraph 14), £600.00 otherwise; now £600.00.",
    )


def test_a_charge_that_comes_or_goes_is_told() -> None:
    assert charges_changed(charging(), FREE) == ("To pay: no longer charged.",)
    (come,) = charges_changed(FREE, charging())
    assert come.startswith("To pay: new; £300.00 where")


def test_a_charge_of_nothing_is_no_change() -> None:
    assert charges_changed(FREE, charging(full=0, lower=0)) == ()


def test_another_number_of_instalments_and_other_payers_are_told() -> None:
    parted = "{amount: full, instalments: parts}"
    whole = charging(charge="{amount: full}")
    (parts,) = charges_changed(whole, charging(charge=parted, id="two"))
    assert parts == "To pay: its shares or its parts of the year are others."
    (whom,) = charges_changed(whole, charging(charge="{amount: full}", when="has_send", id="two"))
    assert whom == "To pay: whom it is asked of is said otherwise."
