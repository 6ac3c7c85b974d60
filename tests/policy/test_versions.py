"""Which version governs which day, how versions part, and that nothing is invented."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from casework.policies.document import printed
from casework.policies.in_words import DAY_NOT_READ, in_words
from casework.shelf import IN_FORCE, POLICY_FOLDER
from rules.decide import decide
from rules.example_parts import short
from rules.policy import PolicyVersion
from rules.problems import NoPolicyInForce
from rules.values import FactType, Outcome, Standing
from tests.policy.shipped import SHELF, examples_under, version_of

TODAY = date(2026, 11, 22)

GOVERNING = {
    ("southampton", date(2011, 9, 1)): "southampton/2011-12",
    ("southampton", date(2013, 8, 31)): "southampton/2011-12",
    ("southampton", date(2018, 9, 1)): "southampton/2018-19@2018-07-13",
    ("southampton", date(2019, 9, 1)): "southampton/2019-20",
    ("southampton", date(2020, 8, 31)): "southampton/2019-20",
    ("southampton", date(2020, 9, 1)): "southampton/2020-22",
    ("southampton", date(2022, 8, 31)): "southampton/2020-22",
    ("southampton", date(2024, 9, 1)): "southampton/2024-25",
    ("southampton", date(2026, 8, 31)): "southampton/2025-26",
    ("hampshire", date(2018, 8, 31)): "hampshire/2017-18",
    ("hampshire", date(2019, 9, 1)): "hampshire/2019-20",
    ("hampshire", date(2023, 9, 1)): "hampshire/2023-24",
    ("hampshire", date(2025, 8, 31)): "hampshire/2024-25",
    ("england", date(2014, 8, 31)): "england/1996-act@2011-09-01",
    ("england", date(2014, 9, 1)): "england/1996-act@2014-09-01",
    ("england", date(2025, 4, 5)): "england/1996-act@2014-09-01",
    ("england", date(2025, 4, 6)): "england/1996-act",
    ("england", date(2026, 8, 31)): "england/1996-act",
    ("england", date(2026, 9, 1)): "england/1996-act@2026-09-01",
}
UNGOVERNED = [
    ("southampton", date(2013, 9, 1)),
    ("southampton", date(2023, 10, 1)),
    ("southampton", date(2026, 9, 1)),
    ("hampshire", date(2018, 9, 1)),
    ("hampshire", date(2025, 9, 1)),
]


@pytest.mark.parametrize(("body", "day"), GOVERNING, ids=str)
def test_one_version_governs_a_council_on_a_day(body: str, day: date) -> None:
    assert SHELF.in_force(body, day, TODAY).id == GOVERNING[body, day]


@pytest.mark.parametrize(("body", "day"), UNGOVERNED, ids=str)
def test_a_year_that_was_not_found_or_is_a_draft_is_not_in_force(body: str, day: date) -> None:
    with pytest.raises(NoPolicyInForce):
        SHELF.in_force(body, day, TODAY)


def test_the_law_of_september_2026_was_not_known_before_royal_assent() -> None:
    before = SHELF.in_force("england", date(2026, 9, 1), date(2026, 4, 28))
    assert before.id == "england/1996-act"


def test_adopted_years_of_a_council_do_not_overlap() -> None:
    for body in ("hampshire", "southampton"):
        adopted = [each for each in versions_of(body) if each.status in IN_FORCE]
        years = sorted((travel_of(each), each.id) for each in adopted if "@" not in each.id)
        for ((_, end), first), ((start, _), second) in zip(years, years[1:], strict=False):
            assert end < start, f"{first} and {second}"


def test_the_two_readings_of_the_switch_part_in_one_definition() -> None:
    year, birthday = version_of("southampton/2024-25"), version_of("southampton/2024-25-birthday")
    assert birthday.own == ()
    parted = {
        name
        for name, each in birthday.definitions.items()
        if each.owner != year.definitions[name].owner
    }
    assert parted == {"still_at_the_lower_distance"}
    assert amount(year, "lower_distance_until_year") == 4
    assert amount(birthday, "lower_distance_until_age") == 8


def test_the_two_readings_part_for_a_child_of_eight_in_year_3() -> None:
    sentence = "A child of 8 in Year 3 is offered help beyond two miles."
    found = {each.sentence: each for each in examples_under("southampton/2024-25")}
    facts = found[sentence].facts
    outcomes = [
        decide(version_of(policy), facts).eligibility.outcome
        for policy in ("southampton/2024-25", "southampton/2024-25-birthday")
    ]
    assert outcomes == [Outcome.OFFERED, Outcome.NOT_ENTITLED]


def test_every_child_of_2019_20_comes_out_the_same_when_carried_over() -> None:
    for policy in ("southampton/2020-22", "southampton/2022-24"):
        for each in examples_under("southampton/2019-20"):
            old = decide(version_of("southampton/2019-20"), each.facts).eligibility
            assert decide(version_of(policy), each.facts).eligibility == old, each.sentence


def test_the_option_on_exclusion_drops_what_follows_a_suspended_child() -> None:
    carried = {each.id for each in version_of("southampton/2026-27").provisions}
    option = {each.id for each in version_of("southampton/option-permanent-exclusions").provisions}
    assert carried - option == {
        "england/1996-act#para-8",
        "southampton/2024-25#suspension",
        "southampton/2024-25#suspension-ends",
    }
    assert {short(each) for each in option - carried} == {"permanent-exclusion"}


def test_charges_are_exact_pence() -> None:
    bands = (
        "up_to_five_miles",
        "up_to_seven_and_a_half_miles",
        "up_to_ten_miles",
        "over_ten_miles",
    )
    expected = {
        "hampshire/2019-20": [60_000, 83_100, 116_400, 133_000],
        "hampshire/2023-24": [78_319, 108_472, 151_939, 173_607],
        "hampshire/2024-25": [80_825, 111_943, 156_801, 179_162],
    }
    found = {
        policy: [amount(version_of(policy), f"charge_{band}") for band in bands]
        for policy in expected
    }
    assert found == expected
    assert amount(version_of("hampshire/2017-18"), "post_16_charge") == 57_000
    draft = version_of("southampton/2018-draft")
    assert amount(draft, "post_16_contribution") == 60_000
    assert amount(draft, "post_16_contribution_low_income") == 49_500
    assert amount(version_of("southampton/2020-22"), "post_16_contribution") == 0


@pytest.mark.parametrize("path", sorted(POLICY_FOLDER.glob("*/*.yaml")), ids=lambda p: p.stem)
def test_no_rule_is_said_to_be_read_in_a_document_that_was_not_read(path: Path) -> None:
    whole = yaml.safe_load(path.read_text(encoding="utf-8"))
    unseen = {
        name
        for name, each in (whole.get("documents") or {}).items()
        if str(each.get("seen")).startswith("not read")
    }
    sources = [each["source"] for each in whole.get("provisions") or []]
    sources += [each["source"] for each in (whole.get("parameters") or {}).values()]
    for each in sources:
        careful = each["standing"] in (Standing.UNREAD, Standing.TO_CONFIRM)
        assert careful or each["document"] not in unseen, each


@pytest.mark.parametrize("policy", SHELF.ids())
def test_a_day_of_knowledge_is_told_with_who_decided_or_with_what_is_to_be_confirmed(
    policy: str,
) -> None:
    whole = yaml.safe_load(SHELF.text(policy))
    if whole["status"] in IN_FORCE:
        known = whole["known"]
        assert known["from"]
        assert known.get("by") or "to be confirmed" in whole.get("note", "") or "@" in policy
    else:
        assert "known" not in whole or whole["status"] == "consultation"


@pytest.mark.parametrize(
    "policy", [each for each in SHELF.ids() if not each.startswith("england/")]
)
def test_every_version_stands_on_the_law_of_its_days(policy: str) -> None:
    """What it takes over of the Act is what the Act is on its first day; and on its last, unless
    the law changed between: then the Act's own dates part the days within the version.
    """
    version = version_of(policy)
    first, last = (SHELF.in_force("england", day, TODAY) for day in travel_of(version))
    assert said_of_the_law(version, first) == said_of_the_law(first, first)
    if last is not first and last.id != first.id:
        assert last.id == "england/1996-act"
        assert {"day_of_travel <= tax_credits_end_on"} <= set(dated_limbs(version))


REWORDED = {"child_tax_credit_income"}
"""Figures of the law that a council's page gives too, and its text therefore cites from there."""


def said_of_the_law(version: PolicyVersion, law: PolicyVersion) -> dict[str, object]:
    """What a version holds under each name of a text of the Act: how it reads, and how surely."""
    figures: dict[str, object] = {
        name: [(each.value, each.source and each.source.standing) for each in found.values]
        for name, found in version.parameters.items()
        if name in law.parameters and name not in REWORDED
    }
    bodies = {name: version.definitions[name].body for name in law.definitions}
    return figures | bodies


def dated_limbs(version: PolicyVersion) -> list[str]:
    return re.findall(r"text='(day_of_travel <= [a-z_]+)'", repr(version.definitions))


NOT_STATUTE = (
    "prescribed_days",
    "tenth_of_september",
    "thirty_first_august",
    "universal_credit_counts_from",
    "earned_in_one_period",
    "earned_in_two_periods",
    "earned_in_three_periods",
    "tax_credits_end_on",
)
"""What the Act itself, as it was read, does not say."""


@pytest.mark.parametrize("policy", [each for each in SHELF.ids() if each.startswith("england/")])
def test_what_was_not_read_in_the_act_is_not_told_as_statute(policy: str) -> None:
    version = version_of(policy)
    for name in NOT_STATUTE:
        for each in version.parameters[name].values:
            assert each.source and each.source.standing == Standing.TO_CONFIRM, name
            assert each.source.note, name
    for name in ("within_six_miles_by_road", "within_fifteen_miles_by_road"):
        source = version.definitions[name].source
        assert source and source.standing == Standing.TO_CONFIRM
    found = version.definitions["found_this_school_year"].source
    assert found and found.standing == Standing.TO_CONFIRM


def test_what_2019_20_has_of_low_incomes_is_told_and_what_it_may_have_is_unread() -> None:
    for policy in ("southampton/2019-20", "southampton/2020-22", "southampton/2022-24"):
        found = {short(each.id): each.standing for each in version_of(policy).provisions}
        assert found["low-income-three-nearest"] is Standing.TO_CONFIRM
        assert found["low-income-faith"] is Standing.TO_CONFIRM
        assert found["low-income-8-to-10"] is Standing.UNREAD


DAYS_NOT_READ = {
    "hampshire/2017-18",
    "hampshire/2023-24",
    "hampshire/2024-25",
    "southampton/2011-12",
    "southampton/2018-19",
    "southampton/2024-25",
    "southampton/2025-26",
}


def test_a_day_of_decision_that_nobody_read_says_so_wherever_it_is_told() -> None:
    unsure = {each for each in SHELF.ids() if version_of(each).known_standing}
    assert unsure == DAYS_NOT_READ
    for policy in DAYS_NOT_READ:
        version = version_of(policy)
        assert version.known_standing is Standing.TO_CONFIRM
        assert in_words(version).known.endswith(f"({DAY_NOT_READ})")
        shown = printed(SHELF, policy, "text").decode()
        assert DAY_NOT_READ in shown
        assert version.note and " ".join(version.note.split()) in " ".join(shown.split())


def test_what_is_noted_of_a_rule_and_of_its_source_are_both_told() -> None:
    told = in_words(version_of("southampton/2024-25")).provisions
    note = next(each.note or "" for each in told if each.id == "southampton/2024-25#primary")
    assert "child tax credit counts only to 5 April 2025" in note
    assert "see southampton/2024-25-birthday" in note


def versions_of(body: str) -> list[PolicyVersion]:
    return [version_of(each) for each in SHELF.ids() if each.startswith(f"{body}/")]


def travel_of(version: PolicyVersion) -> tuple[date, date]:
    assert version.travel_from and version.travel_until
    return version.travel_from, version.travel_until


def amount(version: PolicyVersion, name: str) -> object:
    parameter = version.parameters[name]
    assert parameter.type in (FactType.MONEY, FactType.NUMBER)
    return parameter.values[0].value
