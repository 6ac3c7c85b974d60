"""The proof and the engine say the same of every child: outcomes, provisions, regions, edges."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from casework.shelf import Shelf
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.problems import BadFacts
from rules.prove.cubes import whole
from rules.prove.difference import difference, differing
from rules.prove.locate import located
from rules.prove.results import Region
from rules.prove.space import Space, open_space
from rules.prove.variables import Kind
from rules.values import Facts, Outcome, Result
from tests.rules.prove.random_children import children

SHIPPED = ("england/1996-act", "southampton/2018-19", "southampton/2019-20", "marlhaven/2025-26")
PAIRS = (
    ("marlhaven/2025-26", "marlhaven/2026-27"),
    ("england/1996-act", "marlhaven/2025-26"),
    ("southampton/2018-19", "southampton/2019-20"),
)
SAME_COUNCIL = [
    (one, two)
    for one, two in zip(Shelf().ids(), Shelf().ids()[1:], strict=False)
    if one.split("/")[0] == two.split("/")[0] and "/option-" not in two
]
NEIGHBOURS = [*SAME_COUNCIL, *(pair for pair in PAIRS if pair not in SAME_COUNCIL)]
OPEN = Outcome.CANNOT_TELL_YET
CHILDREN = 500
"""Children a version: two thousand over all of them."""


@cache
def version(policy: str) -> PolicyVersion:
    return Shelf().read(policy)


def decided(policy: PolicyVersion, facts: Facts) -> Outcome | None:
    """The outcome; None for facts that contradict each other."""
    try:
        return decide(policy, facts).eligibility.outcome
    except BadFacts:
        return None


@pytest.mark.parametrize("policy", SHIPPED)
def test_a_random_child_has_the_outcome_in_the_proof_that_the_engine_gives(policy: str) -> None:
    space = open_space((version(policy),))
    seen: set[Outcome] = set()
    for facts in children(space, CHILDREN, seed=1):
        found = decided(version(policy), facts)
        pins = located(space, facts)
        assert space.logic.possible(*pins) is (found is not None), facts
        if found is not None:
            agreeing = [
                outcome
                for outcome, formula in space.versions[0].outcomes.items()
                if space.logic.possible(*pins, space.name_of(space.of(formula)))
            ]
            assert agreeing == [found], facts
            seen.add(found)
    assert {Outcome.ENTITLED, Outcome.NOT_ENTITLED} <= seen


def test_each_provision_is_met_in_the_proof_where_the_engine_finds_it_met() -> None:
    policy = version("southampton/2019-20")
    space = open_space((policy,))
    for facts in children(space, 60, seed=2):
        if decided(policy, facts) is None:
            continue
        pins = located(space, facts)
        for finding in decide(policy, facts).findings:
            if finding.provision not in space.versions[0].provisions:
                continue
            pair = space.versions[0].provisions[finding.provision]
            must = space.name_of(space.of(pair.must))
            may = space.name_of(space.of(pair.may))
            assert space.logic.possible(*pins, must) is (finding.result is Result.MET)
            assert space.logic.possible(*pins, may) is (finding.result is not Result.NOT_MET)


@pytest.mark.parametrize("pair", PAIRS)
def test_every_child_who_differs_lies_in_one_region_and_no_other_child_in_any(
    pair: tuple[str, str],
) -> None:
    old, new = version(pair[0]), version(pair[1])
    space = open_space((old, new))
    regions = differing(space)
    differs = 0
    for facts in children(space, CHILDREN, seed=3):
        before, after = decided(old, facts), decided(new, facts)
        if before is None:
            continue
        pins = located(space, facts)
        here = [each.tag for each in regions if space.logic.possible(*pins, *whole(each))]
        if before is after or OPEN in (before, after):
            assert here == [], facts
        else:
            assert [(tag.old, tag.new) for tag in here] == [(before, after)], facts
            differs += 1
    assert differs > 0


@pytest.mark.parametrize("pair", PAIRS)
def test_regions_have_no_child_in_common(pair: tuple[str, str]) -> None:
    space = open_space((version(pair[0]), version(pair[1])))
    regions = differing(space)
    for at, one in enumerate(regions):
        for two in regions[at + 1 :]:
            assert not space.logic.possible(*whole(one), *whole(two)), (one.tag, two.tag)


@pytest.mark.parametrize("pair", NEIGHBOURS, ids=" to ".join)
def test_every_example_and_every_edge_of_a_region_comes_out_in_the_engine_as_in_the_proof(
    pair: tuple[str, str],
) -> None:
    old, new = version(pair[0]), version(pair[1])
    space = open_space((old, new))
    for region in difference(old, new).regions:
        decided_as_said(old, new, region)
        for facts in edges(space, region):
            same_of_both(space, old, new, facts)


def test_regions_have_edges_to_be_tried() -> None:
    """Else the test above would compare little."""
    old, new = version("southampton/2018-19"), version("southampton/2019-20")
    space = open_space((old, new))
    assert sum(1 for each in difference(old, new).regions for _ in edges(space, each)) > 5


def decided_as_said(old: PolicyVersion, new: PolicyVersion, region: Region) -> None:
    """A region's example has the outcomes and first grounds of its region."""
    before, after = (decide(each, region.example).eligibility for each in (old, new))
    assert (before.outcome, after.outcome) == (region.old, region.new)
    assert (before.grounds, after.grounds) == (region.old_grounds, region.new_grounds)


def whole_child(space: Space, shown: Facts) -> Facts:
    """A child shown, with what its region does not need: beyond an edge that may count."""
    plain = {Kind.YES_NO: False, Kind.QUANTITY: 0}
    days = {
        name: shown["day_of_travel"]
        for each in space.ground.variables.by_name.values()
        if each.reader is not None and each.node is not None
        for name in each.reader.facts(each.node)
    }
    words = space.ground.vocabulary
    free = {
        each.name: plain.get(each.kind, (words[each.name].choices or ("",))[0])
        for each in space.facts
    }
    return {**days, **free, **shown}


def edges(space: Space, region: Region) -> Iterator[Facts]:
    """A region's example with each figure at either side of each limit that bounds it."""
    child = whole_child(space, region.example)
    for interval in region.intervals:
        if not isinstance(child.get(interval.fact), int):
            continue
        for limit in (interval.above, interval.upto):
            for value in () if limit is None else (limit, limit + 1):
                if value >= 0:
                    yield {**child, interval.fact: value}


def same_of_both(space: Space, old: PolicyVersion, new: PolicyVersion, facts: Facts) -> None:
    """The outcomes of both versions at an edge, in the proof and in the engine."""
    pins = located(space, facts)
    for ruled, policy in zip(space.versions, (old, new), strict=True):
        found = decided(policy, facts)
        if found is None:
            assert not space.logic.possible(*pins)
            continue
        assert space.logic.possible(*pins, space.name_of(space.of(ruled.outcomes[found])))


def test_the_same_list_comes_out_every_time() -> None:
    old, new = version(PAIRS[0][0]), version(PAIRS[0][1])
    assert difference(old, new) == difference(old, new)
