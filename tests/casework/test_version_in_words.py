"""A policy version can be read in English, line by line, with the text as written beside it."""

from __future__ import annotations

import pytest

from casework.policies.condition_words import flattened
from casework.policies.in_words import WrittenProvision, WrittenVersion, in_words
from casework.shelf import Shelf
from rules import tree
from rules.values import FactType, Standing


@pytest.fixture(scope="module")
def southampton() -> WrittenVersion:
    return in_words(Shelf().read("southampton/2019-20"))


def provision(version: WrittenVersion, name: str) -> WrittenProvision:
    return next(each for each in version.provisions if each.id.endswith(f"#{name}"))


def test_a_limit_is_told_by_its_figure_and_stands_beside_its_name(
    southampton: WrittenVersion,
) -> None:
    lines = {line.written: line.words for line in provision(southampton, "post-16-send").lines}
    assert lines["walking_distance > post_16_distance"] == "Walking distance is more than 3 miles"
    named = provision(southampton, "adult-learner").lines
    assert any("31 August before the course" in line.words for line in named)


def test_a_document_is_told_with_which_parts_of_it_were_read() -> None:
    told = in_words(Shelf().read("southampton/2026-27")).documents
    title = "Southampton School Travel Service and Post-16 Travel Service Policy 2024-25"
    assert f"{title}: not read" in told
    assert any(
        each.endswith("on the two documents of 2025-26: read, the decision") for each in told
    )
    assert "Southampton page on mainstream school travel support" in told


def test_a_day_of_knowledge_is_called_what_it_is() -> None:
    heads = {each: in_words(Shelf().read(each)).known_head for each in Shelf().ids()}
    assert heads["southampton/2019-20"] == "Decided"
    assert heads["southampton/2018-draft"] == "Consulted on from"
    assert heads["england/1996-act"] == "Known from"


def test_a_definition_that_stands_elsewhere_is_told_with_its_own_source() -> None:
    england = in_words(Shelf().read("england/1996-act"))
    (road,) = [each for each in england.definitions if each.name == "within six miles by road"]
    assert road.standing is Standing.TO_CONFIRM
    assert road in england.unsure_definitions()
    assert "(DfE)" in road.cites and "not read" in (road.note or "")
    assert [each.standing for each in england.definitions if each.name == "age"] == [None]


def test_choices_are_told_by_their_labels(southampton: WrittenVersion) -> None:
    words = [line.words for line in provision(southampton, "distance").lines]
    assert "Kind of place: mainstream school or resourced unit at a mainstream school" in words


def test_what_must_not_be_so_is_said_so(southampton: WrittenVersion) -> None:
    words = [line.words for line in provision(southampton, "para-6").lines]
    assert any(each.startswith("Not so: suitable arrangements") for each in words)
    assert "Boarding arranged: no" in words


def test_a_text_that_nobody_read_is_said_to_be_unread(southampton: WrittenVersion) -> None:
    found = provision(southampton, "looked-after")
    assert found.standing is Standing.UNREAD
    assert any(line.words.startswith("Not read here: ") for line in found.lines)
    assert found in southampton.unsure()


def test_inherited_provisions_are_told_from_the_versions_own(southampton: WrittenVersion) -> None:
    assert provision(southampton, "para-6").inherited
    assert provision(southampton, "para-6").owner == "england/1996-act"
    assert not provision(southampton, "distance").inherited
    assert provision(southampton, "distance").year_inferred


def test_figures_carry_value_and_source(southampton: WrittenVersion) -> None:
    figures = {each.name: each for each in southampton.parameters}
    (value,) = figures["distance under 8"].values
    assert (value.value, value.standing) == ("2 miles", Standing.PUBLISHED)
    assert "Southampton page on mainstream school travel support" in value.cites
    assert figures["prescribed days"].values[0].value == "31 March, 31 August, 31 December"


@pytest.mark.parametrize("policy", Shelf().ids())
def test_every_text_on_the_shelf_can_be_put_into_words(policy: str) -> None:
    version = in_words(Shelf().read(policy))
    lines = [line for each in version.provisions for line in each.lines]
    lines += [line for each in version.definitions for line in each.lines]
    assert all(line.words.strip() and "_" not in line.words for line in lines)


@pytest.mark.parametrize("policy", Shelf().ids())
def test_no_group_holds_only_a_group_or_a_group_of_its_own_kind(policy: str) -> None:
    for each in in_words(Shelf().read(policy)).provisions:
        heads = [(line.depth, line.words) for line in each.lines]
        for (depth, words), (below, again) in zip(heads, heads[1:], strict=False):
            same = words == again and words in ("All of these", "Any one of these")
            assert not (same and below == depth + 1), each.id


def test_groups_within_each_other_are_said_as_one() -> None:
    one, two, three = (tree.Holds(tree.Fact(n, FactType.YES_NO), False, n) for n in "abc")
    nested = tree.All((tree.All((one,)), tree.AnyOf((tree.AnyOf((two, three)),))))
    assert flattened(nested) == tree.All((one, tree.AnyOf((two, three))))
    assert flattened(tree.All((tree.All((one, two)),))) == tree.All((one, two))
    assert flattened(tree.NoneOf((one,))) == tree.NoneOf((one,))
