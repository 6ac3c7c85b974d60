"""The difference of two versions: the regions a policy lead reads, in words."""

from __future__ import annotations

from rules.prove.as_json import difference_as_json
from rules.prove.difference import difference, traces
from rules.values import Outcome
from tests.rules.prove.drafts import ENGLAND, MILE, SHELF, SOURCE, by_road, draft, provision

OLD, NEW = SHELF.read("marlhaven/2025-26"), SHELF.read("marlhaven/2026-27")


def test_a_version_does_not_differ_from_itself() -> None:
    assert difference(ENGLAND, ENGLAND).regions == ()


def test_the_end_of_two_miles_to_year_3_is_told_in_a_sentence_of_figures() -> None:
    found = [each for each in difference(OLD, NEW).regions if "aged 8 or over" in each.when]
    sentence = next(each.when for each in found if "not more than 3 miles" in each.when)
    assert sentence.startswith(
        "in Year 3 or below, aged 8 or over, walking distance over 2 miles and not more than "
        "3 miles"
    )
    assert "not on a low income" in sentence


def test_each_region_names_the_grounds_of_both_versions() -> None:
    for region in difference(OLD, NEW).regions:
        assert region.old is Outcome.OFFERED
        assert region.old_grounds == ("marlhaven/2025-26#two-miles-until-year-four",)


def test_the_traces_of_a_region_are_those_of_its_example() -> None:
    region = difference(OLD, NEW).regions[0]
    before, after = traces(OLD, NEW, region)
    assert (before.policy, after.policy) == (OLD.id, NEW.id)
    assert (before.eligibility.outcome, after.eligibility.outcome) == (region.old, region.new)


def test_a_moved_limit_gives_the_band_between_both_limits() -> None:
    moved = draft(
        "parameters:",
        "  walking_limit_from_eight:",
        "    replaces: england/1996-act#walking_limit_from_eight",
        "    value: 2.5 miles",
        f"    {SOURCE}",
    )
    found = difference(ENGLAND, moved)
    bands = {
        (each.above, each.upto)
        for region in found.regions
        for each in region.intervals
        if each.fact == "walking_distance" and region.new is Outcome.ENTITLED
    }
    assert bands == {(5 * MILE // 2, 3 * MILE)}


def test_lengths_are_free_of_each_other_so_both_ways_of_measuring_show() -> None:
    found = {(each.old, each.new) for each in difference(ENGLAND, by_road()).regions}
    assert found == {
        (Outcome.ENTITLED, Outcome.NOT_ENTITLED),
        (Outcome.NOT_ENTITLED, Outcome.ENTITLED),
    }


def test_another_income_limit_shows_though_low_income_may_be_given_outright() -> None:
    moved = draft(
        "parameters:",
        "  earned_in_one_period:",
        "    replaces: england/1996-act#earned_in_one_period",
        "    value: £700",
        f"    {SOURCE}",
    )
    found = difference(ENGLAND, moved)
    assert found.regions
    assert all("earned in the last assessment period over £616.67 and not more than £700.00"
               in each.when for each in found.regions)  # fmt: skip
    assert any("worked out from their parts, in each version" in one for one in found.assumptions)


def test_a_limit_that_changes_in_the_year_shows_for_the_days_it_holds() -> None:
    number = (
        "  limit:\n    values:\n"
        f"      - {{until: 2026-12-31, value: 4 miles, {SOURCE}}}\n"
        f"      - {{from: 2027-01-01, value: 5 miles, {SOURCE}}}"
    )
    help_ = provision("help", "offers", "in_area", "road_distance > limit")
    dated = draft("parameters:", number, "provisions:", help_)
    fixed = draft(
        "parameters:", f"  limit: {{value: 4 miles, {SOURCE}}}", "provisions:", help_,
        id="drafts/two",
    )  # fmt: skip
    found = difference(dated, fixed).regions
    assert found
    assert all(each.old is Outcome.NOT_ENTITLED for each in found)
    assert {each.example["day_of_travel"].year for each in found} == {2027}  # type: ignore[union-attr]


def test_what_nobody_has_read_is_named_and_makes_no_region() -> None:
    unread = draft(
        "provisions:",
        "  - provision: looked-after",
        "    title: Looked after",
        "    effect: offers",
        "    when: looked_after",
        "    source: {document: paper, standing: unread}",
    )
    found = difference(ENGLAND, unread)
    assert found.regions == ()
    assert found.cannot_compare == ("drafts/one#looked-after",)


def test_a_difference_can_be_written_as_json() -> None:
    import json

    plain = difference_as_json(difference(OLD, NEW), OLD.vocabulary)
    assert json.loads(json.dumps(plain)) == plain
    assert set(plain) == {"old", "new", "assumptions", "regions", "cannot_compare"}
    region = plain["regions"][0]  # type: ignore[index]
    assert set(region) == {
        "old", "new", "old_grounds", "new_grounds", "when", "example", "count"
    }  # fmt: skip
    assert region["example"]["walking_distance"].endswith(" m")


def test_who_loses_most_stands_first_and_who_gains_last() -> None:
    old, new = SHELF.read("southampton/2024-25"), SHELF.read("southampton/2024-25-birthday")
    strengths = {"entitled": 3, "offered": 2, "for_an_officer": 1, "not_entitled": 0}
    found = difference(old, new).regions
    gains = [strengths[each.new] > strengths[each.old] for each in found]
    assert {True, False} == set(gains)
    assert gains == sorted(gains)
    lost = [strengths[each.old] for each in found if strengths[each.new] < strengths[each.old]]
    assert lost == sorted(lost, reverse=True)


def test_with_a_caseload_the_kind_with_most_children_stands_first() -> None:
    plain = difference(OLD, NEW).regions
    last = plain[-1].example
    counted = difference(OLD, NEW, caseload=[last, last, plain[0].example]).regions
    assert [each.count for each in counted][:2] == [2, 1]
    assert counted[0].example == last
