"""Versions that build on others: what they inherit, replace and drop, and what that does to ids."""

from __future__ import annotations

import pytest

from rules.decide import decide
from rules.policy import PolicyVersion
from rules.problems import BadPolicy
from rules.values import Facts, Outcome, Result
from tests.rules.made_up import HEAD, policy, provision, read_text, text_of

LAW = provision("law", "entitles", "one")
OFFER = provision("offer", "offers", "{all: [two, far > limit]}")
OWES = provision("owes", "owes", "not three", touches="[law]")
BASE = text_of(LAW, OFFER, OWES)


def built_on(base: str, rest: str, id: str = "made-up/two") -> str:
    return HEAD.format(id=id) + f"builds_on: made-up/{base}\n" + rest


def child(rest: str, base: str = BASE) -> PolicyVersion:
    return read_text(built_on("one", rest), one=base)


def names(version: PolicyVersion) -> list[str]:
    return [each.id for each in version.provisions]


def problems(text: str, **others: str) -> str:
    with pytest.raises(BadPolicy) as raised:
        read_text(text, **others)
    return str(raised.value)


def test_everything_is_inherited_under_its_own_id() -> None:
    version = child("")
    assert names(version) == ["made-up/one#law", "made-up/one#offer", "made-up/one#owes"]
    assert decide(version, {"one": True}).eligibility.grounds == ("made-up/one#law",)


def test_inherited_provisions_come_first_and_own_ones_after_in_text_order() -> None:
    version = child("provisions:\n" + provision("more", "offers", "four"))
    assert names(version)[-1] == "made-up/two#more"
    assert version.own == ("made-up/two#more",)


def test_a_replaced_provision_takes_the_new_versions_id_and_keeps_its_place() -> None:
    new = provision("law", "entitles", "four", replaces="made-up/one#law")
    version = child("provisions:\n" + new)
    assert names(version) == ["made-up/two#law", "made-up/one#offer", "made-up/one#owes"]
    assert decide(version, {"one": True, "four": False, "two": False}).eligibility.grounds == ()
    assert decide(version, {"four": True}).eligibility.grounds == ("made-up/two#law",)


def test_what_touched_a_replaced_provision_touches_the_new_one() -> None:
    new = provision("law", "entitles", "four", replaces="made-up/one#law")
    version = child("provisions:\n" + new)
    assert version.provision("made-up/one#owes").touches == ("made-up/two#law",)
    facts: Facts = {"four": True, "three": True}
    assert decide(version, facts).duty.outcome == "met_by_others"


def test_a_provision_replaced_twice_is_found_by_all_who_name_it() -> None:
    base = text_of(LAW, OWES, provision("wider", "entitles", "{all: [law, four]}"))
    second = built_on(
        "one", "provisions:\n" + provision("law", "entitles", "two", replaces="made-up/one#law")
    )
    third = built_on(
        "two",
        "provisions:\n" + provision("law-now", "entitles", "three", replaces="made-up/two#law"),
        id="made-up/three",
    )
    version = read_text(third, one=base, two=second)
    assert names(version)[0] == "made-up/three#law-now"
    assert version.provision("made-up/one#owes").touches == ("made-up/three#law-now",)
    found = decide(version, {"three": True, "four": True}).eligibility.grounds
    assert found == ("made-up/three#law-now", "made-up/one#wider")


@pytest.mark.parametrize("dropped", ["made-up/one#law", "made-up/one#offer"])
def test_a_dropped_provision_is_gone_statutory_ones_too(dropped: str) -> None:
    version = child(f"drops: [{dropped}]")
    assert dropped not in names(version)
    facts: Facts = {"one": True, "two": True, "far": 9_000_000}
    assert dropped not in decide(version, facts).eligibility.grounds


def test_a_provision_that_named_a_dropped_one_stands_as_if_nobody_met_it() -> None:
    wider = provision("wider", "extends", "one")
    law = provision("law", "entitles", "{any: [wider, two]}")
    without = provision("without", "offers", "{all: [not wider, three]}")
    version = child("drops: [made-up/one#wider]", text_of(wider, law, without))
    found = decide(version, {"one": True, "two": False, "three": True})
    assert [each.result for each in found.findings] == [Result.NOT_MET, Result.MET]


def test_what_touched_only_a_dropped_offer_does_not_now_touch_every_offer() -> None:
    base = text_of(
        provision("offer", "offers", "two"),
        provision("other", "offers", "four"),
        provision("withhold", "withholds", "three", touches="[offer]"),
    )
    version = child("drops: [made-up/one#offer]", base)
    found = decide(version, {"four": True, "three": True}).eligibility
    assert (found.outcome, found.grounds) == (Outcome.OFFERED, ("made-up/one#other",))


def test_a_replaced_parameter_holds_in_inherited_provisions_too() -> None:
    rest = (
        "parameters:\n  limit: {value: 1 mile, replaces: made-up/one#limit,"
        " source: {document: paper, standing: adopted}}"
    )
    facts: Facts = {"one": False, "two": True, "far": 2_000_000}
    assert decide(child(""), facts).eligibility.outcome is Outcome.NOT_ENTITLED
    assert decide(child(rest), facts).eligibility.outcome is Outcome.OFFERED


def test_a_replaced_definition_holds_in_inherited_provisions_too() -> None:
    base = text_of(provision("law", "entitles", "worked_out"))
    rest = "definitions:\n  worked_out: {any: [one, two], replaces: made-up/one#worked_out}"
    facts: Facts = {"one": True, "two": False}
    assert decide(child("", base), facts).eligibility.outcome is Outcome.NOT_ENTITLED
    assert decide(child(rest, base), facts).eligibility.outcome is Outcome.ENTITLED


def test_the_closure_holds_every_text_it_came_from_and_the_vocabulary() -> None:
    assert set(child("").texts) == {"vocabulary", "made-up/one", "made-up/two"}


# What is refused, with its place and the nearest name


def test_replacing_silently_is_refused() -> None:
    rest = "parameters:\n  limit: {value: 1 mile, source: {document: paper, standing: adopted}}"
    told = problems(built_on("one", rest), one=BASE)
    assert "line 9" in told
    assert "say 'replaces: made-up/one#limit'" in told


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("drops: [made-up/one#lwa]", "there is no provision 'made-up/one#lwa'; did you mean"),
        (
            "provisions:\n" + provision("a", "offers", "one", replaces="made-up/one#ofer"),
            "there is no provision 'made-up/one#ofer'; did you mean 'made-up/one#offer'?",
        ),
        (
            "parameters:\n  new: {value: 1 mile, replaces: made-up/one#new,"
            " source: {document: paper, standing: adopted}}",
            "there is no 'made-up/one#new' to replace",
        ),
        ("provisions:\n" + provision("two", "offers", "one"), "'two' is a fact or a definition"),
    ],
)
def test_names_that_are_not_there_or_taken_are_told(rest: str, expected: str) -> None:
    assert expected in problems(built_on("one", rest), one=BASE)


def test_a_base_that_is_not_there_is_told() -> None:
    assert "there is no policy 'made-up/nowhere'" in problems(built_on("nowhere", ""))


def test_a_loop_of_versions_is_told_with_its_way() -> None:
    first = built_on("three", "", id="made-up/two")
    second = built_on("two", "", id="made-up/three")
    told = problems(first, three=second, two=first)
    assert "made-up/two -> made-up/three -> made-up/two" in told


def test_a_version_that_builds_on_itself_is_told() -> None:
    text = built_on("two", "")
    assert "runs in a loop" in problems(text, two=text)


def test_too_long_a_chain_of_versions_is_told() -> None:
    texts = {f"v{n}": built_on(f"v{n + 1}", "", id=f"made-up/v{n}") for n in range(40)}
    assert "in a chain" in problems(texts["v0"], **texts)


def test_a_base_whose_text_says_another_name_is_told() -> None:
    told = problems(built_on("one", ""), one=text_of(LAW, id="made-up/other"))
    assert "says made-up/other, expected made-up/one" in told


def test_a_problem_in_an_inherited_text_names_that_text() -> None:
    told = problems(built_on("one", ""), one=text_of(provision("law", "entitles", "oen")))
    assert told.startswith("policy/made-up/one.yaml, line")


def test_a_policy_alone_is_its_own_base() -> None:
    assert policy(LAW).builds_on is None
