"""What follows when a provision is met, in plain English: sums, days, who must agree."""

from __future__ import annotations

from casework.policies.condition_words import Speech
from casework.policies.effect_words import effect_lines
from casework.shelf import Shelf
from tests.rules.made_up import policy, provision


def then(name: str) -> list[str]:
    """What follows when a provision of the fictional council is met, line by line."""
    version = Shelf().read("marlhaven/2026-27")
    found = version.provision(f"marlhaven/2026-27#{name}")
    return [f"{'  ' * each.depth}{each.words}" for each in effect_lines(Speech(version), found)]


def test_a_policy_says_what_follows_when_a_provision_is_met() -> None:
    help_ = "Young people of sixth-form age with special needs or a disability"
    assert then("post-16-contribution") == [
        f"Only for: {help_}",
        "To pay for a year:",
        "  £300.00, where",
        "    Low income for the contribution",
        "  Otherwise £600.00",
        "Paid in equal parts: 3",
    ]
    assert then("travel-budget") == ["The parent has to agree: Education Act 1996, section 508B(4)"]
    assert then("travel-training") == ["Until it is ready, what is suitable meanwhile is arranged"]
    assert then("helped-before-the-change") == ["The child is kept on marlhaven/2025-26"]
    assert then("course-year-ends") == [
        "Help ends on this day: the first 17 July on or after the day of travel"
    ]
    assert then("needs-reviewed")[0].startswith("Looked at again by: ")
    assert then("solo-travel") == [
        "Judged on its own, each line by a named person: travelling alone",
        "Authorised by the SEND team before it counts",
        "A day by which it is looked at again has to be set",
    ]
    assert then("reception") == []


def test_shares_of_a_sum_are_told_in_the_order_they_are_taken() -> None:
    charge = "{amount: sum, times: [{by: several, out_of: several, round: down_to_pound}]}"
    version = policy(
        provision("help", "offers", "one"), provision("bill", "charges", "one", charge=charge)
    )
    lines = effect_lines(Speech(version), version.provision("made-up/one#bill"))
    assert [each.words for each in lines] == [
        "To pay for a year: £100.00", "Of that 3 parts in 3, down to the pound",
    ]  # fmt: skip
