"""``assess``: the JSON other programs read, key by key; the text; warnings; policies named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import commands
from casework.shelf import Shelf
from rules.decide import decide
from rules.facts import read_facts

GOOD: dict[str, object] = {
    "day_of_travel": "2025-10-15",
    "date_of_birth": "2017-10-16",
    "in_area": True,
    "has_ehcp": False,
    "has_send": False,
    "disabled": False,
    "mobility_problem": False,
    "school_kind": "mainstream",
    "school_governance": "maintained",
    "registered_pupil": True,
    "also_registered_at_pru": False,
    "nearer_suitable_schools": 0,
    "boarding_arranged": False,
    "walking_distance": "2.01 miles",
    "road_distance": 3300,
    "route_unsafe": False,
    "low_income": False,
    "chosen_for_belief": False,
    "looked_after": False,
    "nearest_catchment_school": True,
    "free_travel_by_others": False,
    "others_travel_suitable": None,
}
Assess = Callable[..., tuple[int, str, str]]

EFFECTS = {"entitles", "offers", "withholds", "refers", "extends", "owes"}
STANDINGS = {"enacted", "case_law", "guidance", "adopted", "published", "to_confirm", "unread"}


@pytest.fixture
def assess(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Assess:
    """Assess the good case with some facts changed; give the exit code, stdout and stderr."""

    def run(
        policy: str = "england/1996-act", *more: str, **changed: object
    ) -> tuple[int, str, str]:
        path = tmp_path / "case.json"
        path.write_text(json.dumps({"facts": {**GOOD, **changed}}), encoding="utf-8")
        code = commands.main(["assess", str(path), "--policy", policy, *more])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def test_the_json_has_exactly_the_keys_that_other_programs_read(assess: Assess) -> None:
    code, out, err = assess("england/1996-act", "--json")
    whole = json.loads(out)
    assert (code, err) == (0, "")
    head = ["policy", "day_of_travel", "eligibility", "duty", "provisions"]
    assert list(whole) == [*head, "contribution", "arrangement"]
    assert list(whole["policy"]) == ["id", "digest"]
    assert list(whole["eligibility"]) == ["outcome", "grounds", "missing", "unread"]
    assert list(whole["duty"]) == ["outcome", "missing"]
    assert all(
        list(each) == ["provision", "effect", "result", "applies", "cites", "standing"]
        for each in whole["provisions"]
    )


def test_an_entitled_child_is_reported_with_ground_duty_policy_and_day(assess: Assess) -> None:
    whole = json.loads(assess("england/1996-act", "--json")[1])
    assert whole["policy"] == {
        "id": "england/1996-act",
        "digest": Shelf().read("england/1996-act").digest,
    }
    assert len(whole["policy"]["digest"]) == 64
    assert whole["day_of_travel"] == "2025-10-15"
    assert whole["eligibility"] == {
        "outcome": "entitled",
        "grounds": ["england/1996-act#para-6"],
        "missing": [],
        "unread": [],
    }
    assert whole["duty"] == {"outcome": "owed", "missing": []}


def test_every_provision_is_listed_in_text_order_with_values_of_the_agreed_kinds(
    assess: Assess,
) -> None:
    whole = json.loads(assess("england/1996-act", "--json")[1])
    names = [each["provision"] for each in whole["provisions"]]
    paragraphs = [f"england/1996-act#para-{n}" for n in range(2, 14)]
    rest = [f"england/1996-act#{name}" for name in ("s-508B-2", "s-508F-a", "s-508F-b")]
    assert names == paragraphs + rest
    for each in whole["provisions"]:
        assert each["effect"] in EFFECTS
        assert each["result"] in {"met", "not_met", "unknown"}
        assert each["applies"] in (True, False, None)
        assert each["standing"] in STANDINGS
        assert each["cites"].startswith("Education Act 1996, ")


@pytest.mark.parametrize("policy", Shelf().ids())
def test_inherited_provisions_stand_first_in_the_order_of_their_own_text(
    policy: str, assess: Assess
) -> None:
    given = {name: value for name, value in GOOD.items() if name in Shelf().read(policy).vocabulary}
    read_facts(given, Shelf().read(policy).vocabulary)
    code, out, _ = assess(policy, "--json")
    names = [each["provision"] for each in json.loads(out)["provisions"]]
    assert code == 0
    assert names == [each.id for each in Shelf().read(policy).provisions]
    assert [name for name in names if name.startswith(f"{policy}#")] == list(
        Shelf().read(policy).own
    )


def test_an_unknown_day_of_travel_is_null(assess: Assess) -> None:
    code, out, err = assess("england/1996-act", "--json", day_of_travel=None)
    whole = json.loads(out)
    assert (code, err, whole["day_of_travel"]) == (0, "", None)
    assert whole["eligibility"]["outcome"] == "cannot_tell_yet"
    assert "day_of_travel" in whole["eligibility"]["missing"]


@pytest.mark.parametrize(
    ("changed", "outcome", "missing", "duty"),
    [
        ({"walking_distance": None}, "cannot_tell_yet", ["walking_distance"], "cannot_tell_yet"),
        ({"walking_distance": "2 miles"}, "not_entitled", [], "not_owed"),
        ({"walking_distance": 3218.688}, "not_entitled", [], "not_owed"),
        ({"walking_distance": 3218.6880001}, "entitled", [], "owed"),
        ({"walking_distance": "no route"}, "entitled", [], "owed"),
        (
            {"free_travel_by_others": True, "others_travel_suitable": True},
            "entitled", [], "met_by_others",
        ),
        ({"free_travel_by_others": True}, "entitled", [], "cannot_tell_yet"),
        (
            {"walking_distance": "1 mile", "has_send": True},
            "for_an_officer", ["cannot_walk"], "cannot_tell_yet",
        ),
    ],
)  # fmt: skip
def test_each_outcome_has_its_word(
    changed: dict[str, object],
    outcome: str,
    missing: list[str],
    duty: str,
    assess: Assess,
) -> None:
    whole = json.loads(assess("england/1996-act", "--json", **changed)[1])
    assert whole["eligibility"]["outcome"] == outcome
    assert whole["eligibility"]["missing"] == missing
    assert whole["duty"]["outcome"] == duty


def test_a_local_offer_and_an_unread_text_have_their_words(assess: Assess) -> None:
    child = {
        "day_of_travel": "2019-10-15",
        "date_of_birth": "2011-10-16",
        "nearer_suitable_schools": 1,
    }
    offered = json.loads(assess("southampton/2019-20", "--json", **child)[1])["eligibility"]
    assert offered["outcome"] == "offered"
    assert offered["grounds"] == ["southampton/2019-20#distance"]
    near = {**child, "looked_after": True, "walking_distance": "1 mile"}
    unread = json.loads(assess("southampton/2019-20", "--json", **near)[1])["eligibility"]
    assert unread == {
        "outcome": "cannot_tell_yet",
        "grounds": [],
        "missing": [],
        "unread": ["southampton/2019-20#looked-after"],
    }


def test_what_age_phase_or_kind_of_place_rules_out_does_not_apply(assess: Assess) -> None:
    whole = json.loads(assess("england/1996-act", "--json")[1])
    applies = {each["provision"].split("#")[1]: each["applies"] for each in whole["provisions"]}
    assert applies == {
        "para-2": True, "para-3": False, "para-4": True, "para-5": False, "para-6": True,
        "para-7": False, "para-8": False, "para-9": False, "para-10": False, "para-11": False,
        "para-12": False, "para-13": False, "s-508B-2": True, "s-508F-a": False, "s-508F-b": False,
    }  # fmt: skip


def test_without_a_date_of_birth_it_is_not_known_what_applies(assess: Assess) -> None:
    whole = json.loads(assess("england/1996-act", "--json", date_of_birth=None)[1])
    applies = {each["provision"].split("#")[1]: each["applies"] for each in whole["provisions"]}
    assert (applies["para-6"], applies["para-3"], applies["para-11"]) == (None, False, None)


def test_a_day_outside_the_versions_own_days_is_evaluated_with_a_warning(assess: Assess) -> None:
    code, out, err = assess("southampton/2019-20", "--json")
    assert code == 0
    assert json.loads(out)["day_of_travel"] == "2025-10-15"
    assert err.startswith("Warning: southampton/2019-20 governs travel 2019-09-01 to 2020-08-31")
    assert "2025-10-15" in err


@pytest.mark.parametrize("day", ["2019-09-01", "2020-08-31"])
def test_the_first_and_last_of_a_versions_own_days_have_no_warning(
    day: str, assess: Assess
) -> None:
    assert assess("southampton/2019-20", "--json", day_of_travel=day)[2] == ""


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (
            "england/1996-atc",
            "There is no policy 'england/1996-atc'; did you mean 'england/1996-act'?",
        ),
        ("nowhere/x", "there are "),
        ("../rules/facts", "There is no policy"),
        ("england/1996-act/", "There is no policy"),
        ("nothing-here.yaml", "nothing-here.yaml: cannot be read"),
        ("vocabulary", "policy/vocabulary.yaml"),
    ],
)
def test_a_policy_that_is_not_there_is_told_with_exit_code_2(
    policy: str,
    expected: str,
    assess: Assess,
) -> None:
    code, out, err = assess(policy, "--json")
    assert (code, out) == (2, "")
    assert expected in err


def test_a_policy_file_of_ones_own_is_read_and_its_mistakes_are_told(
    assess: Assess,
    tmp_path: Path,
) -> None:
    own = tmp_path / "draft.yaml"
    text = "format: 1\npolicy: my/draft\ntitle: Mine\nstatus: draft\nbuilds_on: england/1996-act\n"
    own.write_text(text, encoding="utf-8")
    code, out, _ = assess(str(own), "--json")
    assert (code, json.loads(out)["policy"]["id"]) == (0, "my/draft")
    own.write_text(text + "drops: [england/1996-act#para-66]\n", encoding="utf-8")
    code, _, err = assess(str(own), "--json")
    assert code == 2
    assert "draft.yaml, line 6, column 9: drops:" in err
    assert "did you mean 'england/1996-act#para-6'?" in err


def test_every_mistake_in_facts_and_in_changes_is_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.json"
    wrong = {
        "facts": {**GOOD, "in_aera": True},
        "changes": [
            {"from": "2027-13-05", "facts": {}},
            {"from": "2027-01-05", "facts": {"walking_distanse": "1 mile", "in_area": "no"}},
            {"facts": {}},
        ],
    }
    path.write_text(json.dumps(wrong), encoding="utf-8")
    assert commands.main(["assess", str(path), "--policy", "england/1996-act"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 5
    for words in ("in_aera", '"from"', "walking_distanse", "in_area", "takes {"):
        assert any(words in each for each in told), words


def test_the_text_says_outcome_duty_and_every_provision_with_its_source(assess: Assess) -> None:
    code, out, _ = assess()
    assert code == 0
    assert (
        "Entitled: beyond walking distance; walking distance is 2.01 miles, more than 2 miles"
        in out
    )
    assert "Duty, section 508B(2): the council must act itself." in out
    assert "[met]     Beyond walking distance" in out
    assert "Education Act 1996, Schedule 35B, paragraph 6; statute" in out
    assert "Ruled out by age, phase or kind of place: para-3, para-5, para-7" in out


def test_the_text_asks_for_what_is_missing_in_plain_words(assess: Assess) -> None:
    out = assess(walking_distance=None)[1]
    assert "Still to be found out:" in out
    assert "How far is it from home by the nearest available walking route?" in out


def test_the_same_case_gives_the_same_bytes(assess: Assess) -> None:
    assert assess("england/1996-act", "--json") == assess("england/1996-act", "--json")


def test_the_questions_stand_in_the_best_order_with_what_waits_and_what_is_judged_last(
    assess: Assess,
) -> None:
    unknown = dict.fromkeys(["walking_distance", "has_send", "route_unsafe"])
    missing = json.loads(assess("england/1996-act", "--json", **unknown)[1])["eligibility"]
    assert missing["missing"] == ["walking_distance", "has_send", "route_unsafe", "cannot_walk"]
    out = assess("england/1996-act", **unknown)[1]
    told = out[out.index("Still to be found out") : out.index("Every provision")].splitlines()
    assert told[1].endswith("walking route? (para-2, para-4, para-6)")
    assert told[4].endswith("accompanied? (para-2)")


def test_what_is_missing_is_the_same_as_the_recommendation_names_in_another_order(
    assess: Assess, tmp_path: Path
) -> None:
    unknown = {name: None for name in GOOD if name not in ("day_of_travel", "date_of_birth")}
    found = json.loads(assess("southampton/2025-26", "--json", **unknown)[1])["eligibility"]
    policy = Shelf().read("southampton/2025-26")
    again = decide(policy, read_facts({**GOOD, **unknown}, policy.vocabulary))
    assert sorted(found["missing"]) == sorted(again.eligibility.missing)


def test_one_fact_that_is_not_known_is_counted_as_one(assess: Assess) -> None:
    assert "1 of the facts that matter is not known." in assess(walking_distance=None)[1]


@pytest.mark.parametrize("policy", ["southampton/2025-26", "marlhaven/2026-27"])
def test_no_sentence_ends_twice(policy: str, assess: Assess) -> None:
    unknown = {name: None for name in GOOD if name not in ("day_of_travel", "date_of_birth")}
    assert ".:" not in assess(policy, "--parts", **unknown)[1]
