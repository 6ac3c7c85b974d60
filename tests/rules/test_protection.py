"""Which older version a cohort is kept on, and when that cannot be told yet."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.shelf import Shelf
from rules.part_values import Protection, ProtectionOutcome
from rules.policy import PolicyVersion
from rules.protection import protection
from rules.values import Facts
from tests.rules.made_up import policy, provision


def keeps(name: str, version: str, when: str, standing: str = "adopted") -> str:
    """One ``protects`` provision."""
    return provision(name, "protects", when, standing, keeps=version)


def marlhaven(**facts: date | None) -> Protection:
    """What the fictional council's new version protects."""
    return protection(Shelf().read("marlhaven/2026-27"), dict(facts))


BEFORE, AFTER = date(2026, 8, 31), date(2026, 9, 1)


def test_a_child_helped_before_the_change_is_kept_on_the_older_version() -> None:
    told = marlhaven(attends_from=BEFORE, first_helped_on=BEFORE)
    assert told.outcome is ProtectionOutcome.KEPT
    assert told.keeps == "marlhaven/2025-26"
    assert told.provision is not None
    assert told.provision.provision == "marlhaven/2026-27#helped-before-the-change"
    assert told.cites == "Marlhaven travel policy (fictional), paragraph 9.1"
    assert told.missing == ()


@pytest.mark.parametrize(
    ("attends", "helped"), [(AFTER, None), (None, AFTER), (AFTER, BEFORE), (BEFORE, AFTER)]
)
def test_one_day_known_to_be_too_late_settles_that_nothing_is_kept(
    attends: date | None, helped: date | None
) -> None:
    told = marlhaven(attends_from=attends, first_helped_on=helped)
    assert told.outcome is ProtectionOutcome.NONE
    assert told.keeps is None and told.provision is None


def test_a_day_not_known_is_named_with_the_rule_that_waits_for_it() -> None:
    told = marlhaven(attends_from=BEFORE)
    assert told.outcome is ProtectionOutcome.CANNOT_TELL_YET
    assert told.missing == ("first_helped_on",)
    assert told.keeps is None and told.provision is not None


def test_a_version_without_cohorts_keeps_nobody() -> None:
    assert protection(policy(), {}).outcome is ProtectionOutcome.NONE


def test_the_first_rule_that_is_met_says_which_version_is_kept() -> None:
    version = policy(keeps("old", "made-up/zero", "one"), keeps("older", "made-up/past", "two"))
    assert protection(version, {"one": True, "two": True}).keeps == "made-up/zero"
    assert protection(version, {"one": False, "two": True}).keeps == "made-up/past"


def test_an_open_rule_above_leaves_the_version_open_unless_it_keeps_the_same() -> None:
    apart = policy(keeps("old", "made-up/zero", "one"), keeps("older", "made-up/past", "two"))
    told = protection(apart, {"two": True})
    assert told.outcome is ProtectionOutcome.CANNOT_TELL_YET and told.missing == ("one",)
    same = policy(keeps("old", "made-up/zero", "one"), keeps("older", "made-up/zero", "two"))
    assert protection(same, {"two": True}).keeps == "made-up/zero"


def test_a_rule_nobody_has_read_is_named_and_keeps_it_open() -> None:
    version = policy(provision("unread-rule", "protects", "one", "unread"))
    told = protection(version, {"one": True})
    assert told.outcome is ProtectionOutcome.CANNOT_TELL_YET
    assert told.unread == ("made-up/one#unread-rule",) and told.missing == ()
    assert protection(version, {"one": False}).outcome is ProtectionOutcome.NONE


THREE: PolicyVersion = policy(
    keeps("old", "made-up/zero", "{all: [one, two]}"),
    keeps("older", "made-up/past", "{any: [two, three]}"),
    keeps("again", "made-up/zero", "four"),
)
NAMES = ("one", "two", "three", "four")
SOME = st.fixed_dictionaries({name: st.sampled_from([True, False, None]) for name in NAMES})
ALL = st.fixed_dictionaries({name: st.booleans() for name in NAMES})


@given(facts=SOME, rest=ALL)
def test_what_is_told_stays_when_the_rest_is_found_out(facts: Facts, rest: Facts) -> None:
    before = protection(THREE, facts)
    known = {name: rest[name] if each is None else each for name, each in facts.items()}
    after = protection(THREE, known)
    assert after.outcome is not ProtectionOutcome.CANNOT_TELL_YET
    if before.outcome is ProtectionOutcome.CANNOT_TELL_YET:
        assert before.missing and all(facts[name] is None for name in before.missing)
    else:
        assert (after.outcome, after.keeps) == (before.outcome, before.keeps)
