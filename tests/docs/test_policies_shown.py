"""Every policy text that a paper shows is read, every example in one comes out as it says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from casework.shelf import POLICY_FOLDER, Shelf
from letters import sender_of
from rules.contribution import contribution
from rules.decide import decide
from rules.examples import differences, read_examples
from rules.keys import PARTS
from rules.part_values import DeterminationOutcome
from rules.parts import parts
from rules.policy import PolicyVersion
from rules.policy_schema import policy_schema
from rules.problems import BadPolicy
from rules.reader import read
from rules.values import Effect, Facts, FactType, Standing
from rules.yaml_text import Listing, Mapping, Text, read_yaml
from tests.docs.papers import PAPERS, ROOT, Block, blocks, name_of

SHELF = Shelf((POLICY_FOLDER,))
AUTHOR = ROOT / "docs" / "policy-author.md"
SHOWN = [(paper, block) for paper in PAPERS for block in blocks(paper) if block.language == "yaml"]
MISTAKEN = "mistaken.yaml"


def called(shown: tuple[Path, Block] | object) -> str:
    return f"{name_of(shown[0])}:{shown[1].line}" if isinstance(shown, tuple) else ""


def kind_of(block: Block) -> str:
    """Say what a block is: a quotation, a policy, examples, other wording, or a part of a text."""
    if "/" in block.file:
        return "quotation"
    if not block.file:
        return "part"
    tops = read_yaml(block.text, block.file).entries
    return "examples" if "examples" in tops else "policy" if "policy" in tops else "wording"


def of_kind(*kinds: str) -> list[tuple[Path, Block]]:
    return [shown for shown in SHOWN if kind_of(shown[1]) in kinds]


def whole_of(paper: Path) -> str:
    """Join the parts that a paper shows into one text, its keys in the order they come."""
    parts: dict[str, list[str]] = {}
    for _, block in of_kind("part"):
        key = ""
        for line in block.text.splitlines() if block in blocks(paper) else []:
            if found := re.match(r"(\w+):(.*)", line):
                key = found[1]
                parts.setdefault(key, [line] if key not in parts else [])
            else:
                parts[key].append(line)
    return "\n".join(line for lines in parts.values() for line in lines) + "\n"


def texts_shown(paper: Path) -> dict[str, str]:
    """Give the whole policy texts of a paper by their ids, but for the mistaken one."""
    found = [block for one, block in of_kind("policy") if one == paper and block.file != MISTAKEN]
    return {str(text_at(block, "policy")): block.text for block in found}


def text_at(block: Block, key: str) -> str:
    node = read_yaml(block.text, block.file).entries[key]
    assert isinstance(node, Text)
    return node.value


def read_shown(paper: Path, text: str, place: str) -> PolicyVersion:
    """Read a text; what it builds on is on the shelf or shown in the same paper."""
    shown = texts_shown(paper)
    return read(text, lambda policy: shown.get(policy) or SHELF.text(policy), place)


@pytest.mark.parametrize("shown", of_kind("policy"), ids=called)
def test_every_policy_shown_is_read(shown: tuple[Path, Block]) -> None:
    paper, block = shown
    if block.file == MISTAKEN:
        with pytest.raises(BadPolicy):
            read_shown(paper, block.text, block.file)
    else:
        assert read_shown(paper, block.text, block.file).own or "parameters" in block.text


@pytest.mark.parametrize("shown", of_kind("examples"), ids=called)
def test_every_example_shown_comes_out_as_it_says(shown: tuple[Path, Block]) -> None:
    paper, block = shown
    texts = texts_shown(paper)

    def version_of(policy: str) -> PolicyVersion:
        return read_shown(paper, texts[policy], policy)

    found = read_examples(block.text, block.file, version_of)
    version = version_of(found.policy)
    wrong = [
        f"{each.sentence} {difference}"
        for each in found.examples
        for difference in differences(each.expect, decide(version, each.facts))
    ]
    assert not wrong


@pytest.mark.parametrize("shown", of_kind("quotation"), ids=called)
def test_quotations_stand_in_the_file_they_name(shown: tuple[Path, Block]) -> None:
    block = shown[1]
    assert block.text in (ROOT / block.file).read_text(encoding="utf-8")


@pytest.mark.parametrize("shown", of_kind("wording"), ids=called)
def test_wording_shown_is_what_letters_read(shown: tuple[Path, Block]) -> None:
    top = read_yaml(shown[1].text, shown[1].file)
    assert sender_of({name: plain(node) for name, node in top.entries.items()}, "shown").council


def plain(node: Text | Listing | Mapping) -> object:
    if isinstance(node, Listing):
        return [item.value for item in node.items if isinstance(item, Text)]
    return node.value if isinstance(node, Text) else None


@pytest.fixture(scope="module")
def authors() -> PolicyVersion:
    return read_shown(AUTHOR, whole_of(AUTHOR), "policy-author.md")


def test_the_authors_guide_makes_one_policy_that_is_read(authors: PolicyVersion) -> None:
    assert authors.id == "riverton/2027-28"
    assert len(authors.own) == 17


def test_the_authors_guide_shows_every_effect_and_every_standing(authors: PolicyVersion) -> None:
    text = AUTHOR.read_text(encoding="utf-8")
    assert {each.effect for each in authors.provisions} == set(Effect)
    assert all(f"**`{effect}`**" in text for effect in Effect)
    assert all(f"| `{standing}` |" in text for standing in Standing)


SEAT: Facts = {
    "date_of_birth": date(2018, 3, 1), "year_group": 5, "in_area": True, "registered_pupil": True,
    "has_ehcp": False, "has_send": False, "disabled": False, "mobility_problem": False,
    "looked_after": False, "school_kind": "mainstream", "school_governance": "academy",
    "also_registered_at_pru": False, "boarding_arranged": False, "nearer_suitable_place": False,
    "walking_distance": 1_609_344, "road_distance": 1_609_344, "route_unsafe": False,
    "low_income": False, "exclusion": "none", "pick_up_distance": 6 * 1_609_344,
}  # fmt: skip


@pytest.mark.parametrize(
    ("day", "pence", "due"),
    [
        (date(2027, 9, 2), 112_488, (37_496, 37_496, 37_496)),
        (date(2028, 1, 4), 74_992, (37_496, 37_496)),
    ],
)
def test_the_authors_guide_tells_what_a_seat_costs(
    authors: PolicyVersion, day: date, pence: int, due: tuple[int, ...]
) -> None:
    facts = {**SEAT, "day_of_travel": day}
    found = contribution(authors, facts, decide(authors, facts))
    assert (found.annual_pence, found.instalments) == (pence, due)
    assert found.sum_name == "seat_far"


def test_the_authors_guide_keeps_ends_and_determines_as_it_says(authors: PolicyVersion) -> None:
    facts: Facts = {
        **SEAT, "day_of_travel": date(2027, 9, 2), "has_send": True, "risk_when_sharing": True,
        "cannot_walk": False, "attends_from": date(2026, 9, 1), "first_helped_on": date(2026, 9, 1),
        "can_use_public_transport": False, "fit_for_travel_training": True,
        "consents_to_budget": False,
    }  # fmt: skip
    found = parts(authors, facts, decide(authors, facts))
    assert found.protection.keeps == "riverton/2026-27"
    assert (found.period.until, found.period.review_on) == (date(2028, 7, 21), date(2028, 1, 31))
    assert found.determinations[0].outcome is DeterminationOutcome.NEEDED
    assert found.arrangement and found.arrangement.suggested and found.arrangement.meanwhile
    assert found.arrangement.suggested.provision.endswith("#training")
    assert found.arrangement.meanwhile.provision.endswith("#taxi-alone")


def test_the_authors_guide_shows_every_kind_of_number(authors: PolicyVersion) -> None:
    own = [each for each in authors.parameters.values() if each.owner == authors.id]
    assert {each.type for each in own} == set(FactType) - {FactType.YES_NO, FactType.CHOICE}
    assert any(len(each.values) > 1 for each in own)


def test_the_authors_guide_replaces_and_drops(authors: PolicyVersion) -> None:
    ids = {each.id for each in authors.provisions}
    assert "riverton/2027-28#unsafe-routes" in ids
    assert not {"england/1996-act#para-4", "england/1996-act#para-10"} & ids


def test_the_year_and_the_amendment_change_what_they_say() -> None:
    paper = ROOT / "docs" / "add-a-council-or-a-year.md"
    texts = texts_shown(paper)
    limits = {
        policy: read_shown(paper, text, policy).parameters["reception_distance"].values[0].value
        for policy, text in texts.items()
    }
    assert limits == {
        "riverton/2027-28": 2_414_016,
        "riverton/2028-29": 3_218_688,
        "riverton/2027-28@2027-11-02": 1_609_344,
    }


def test_the_authors_guide_tells_of_every_key_of_the_format() -> None:
    text = AUTHOR.read_text(encoding="utf-8")
    keys = {key.name for keys in PARTS.values() for key in keys}
    assert {each for each in keys if not re.search(rf"`{each}`|\b{each}:", text)} == set()


def test_the_schema_for_editors_takes_the_authors_guide() -> None:
    version = plainly(read_yaml(whole_of(AUTHOR), "policy-author.md"))
    assert [error.message for error in Draft7Validator(policy_schema()).iter_errors(version)] == []


def plainly(node: Text | Listing | Mapping) -> object:
    """A node as an editor reads it: whole numbers, or text."""
    if isinstance(node, Mapping):
        return {name: plainly(each) for name, each in node.entries.items()}
    if isinstance(node, Listing):
        return [plainly(each) for each in node.items]
    return int(node.value) if node.value.isdecimal() else node.value
