"""A case file's own parts of a letter: points, who decided and when, discretion; and ``--out``."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

import commands
from tests.commands.test_letter import GOOD, PARTS, REFUSED
from tests.letters import occasions

Run = Callable[..., tuple[int, str, str]]

ACKNOWLEDGED = {
    "received_on": "2025-09-30",
    "reviewer_role": "the Head of Travel Support",
    "outcome_due": "2025-10-28",
    "send_evidence_by": "2025-10-14",
    "meanwhile": "you arrange the travel",
}
OUTCOME = {
    "changed": False,
    "what_now": "Zoë is not entitled to free travel",
    "how_conducted": occasions.STAGE_ONE.how_conducted,
    "consulted": ["the school"],
    "factors": ["the walk"],
    "rationale": "The walk is lit",
    "reviewer": "Ngozi Obi",
    "stage_two_by": "2025-10-31",
    "stage_two_how": "Use the form",
}
USED = {
    "power": "s.508C",
    "reasons": "Nobody can walk with Zoë on two days a week",
    "used": True,
    "authorised_by": "M. Head",
    "limits": "A seat on bus 14",
    "review_on": "2026-02-02",
}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Write a letter as plain text, with some parts of the good case changed."""

    def made(kind: str, facts: dict[str, object], **parts: object) -> tuple[int, str, str]:
        case, out = tmp_path / "case.json", tmp_path / "letter.txt"
        case.write_text(json.dumps({"facts": GOOD | facts, "letter": PARTS | parts}), "utf-8")
        code = commands.main(
            ["letter", str(case), "--policy", "marlhaven/2025-26", "--kind", kind]
            + ["--format", "text", "--out", str(out)]
        )
        shown = capsys.readouterr()
        return code, out.read_text("utf-8") if out.exists() else "", shown.err

    return made


def test_the_day_of_the_decision_is_the_one_given_or_a_blank(run: Run) -> None:
    kind = "stage-1-acknowledgement"
    code, text, err = run(kind, REFUSED, occasion=ACKNOWLEDGED)
    assert code == 0 and "not given: day of the decision" in err
    assert "our decision of [day of the decision]" in text
    decided = {"by": "B. Decider", "on": "2025-09-15"}
    _, text, err = run(kind, REFUSED, occasion=ACKNOWLEDGED, decided=decided)
    assert err == "" and "our decision of 15 September 2025" in text
    dates = {"letter": "2025-10-01", "decided": "2025-09-16"}
    _, text, err = run(kind, REFUSED, occasion=ACKNOWLEDGED, dates=dates)
    assert err == "" and "our decision of 16 September 2025" in text


def test_who_decided_is_told_and_does_not_review(run: Run) -> None:
    decided = {"by": "Mr N. Obi", "on": "2025-09-15"}
    code, text, err = run("stage-1-outcome", REFUSED, occasion=OUTCOME, decided=decided)
    assert code == 0 and "Ngozi Obi is not Mr N. Obi" in err
    decided = {"by": "Ms Ngozi Obi", "on": "2025-09-15"}
    code, _, err = run("stage-1-outcome", REFUSED, occasion=OUTCOME, decided=decided)
    assert code == 2 and "somebody else must review" in err


def test_points_are_told_with_their_answers_and_one_without_is_a_blank(run: Run) -> None:
    decided = {"by": "B. Decider", "on": "2025-09-15"}
    told = {"occasion": OUTCOME, "decided": decided}
    points = [
        {"raised": "The path floods.", "answer": "We used the road."},
        {"raised": "It is dark."},
    ]
    _, text, err = run("stage-1-outcome", REFUSED, **told, points=points)
    assert "The path floods." in text and "We used the road." in text
    assert "not given: answer to a point" in err
    _, text, err = run("stage-1-outcome", REFUSED, **told)
    assert err == "" and "You did not raise any points that need an answer." in text


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"points": "it floods"}, 'letter.points: expected a list such as [{"raised"'),
        ({"points": [{"said": "it floods"}]}, "letter.points[0].said: expected one of raised, ans"),
        ({"points": [{"answer": "no"}]}, "letter.points[0].raised: expected what the family said"),
        ({"decided": "yesterday"}, 'letter.decided: expected an object such as {"by"'),
        ({"decided": {"on": "2025-02-30"}}, "letter.decided.on: expected a day that there is"),
        ({"dates": {"letter": "2025-10-01", "decided": "2025-10-02"}}, "the decided"),
        ({"discretion": {"usd": True}}, "letter.discretion.usd: expected one of power, reasons"),
        ({"discretion": {"used": "yes"}}, "letter.discretion.used: expected true or false"),
        ({"dates": {"letter": "2025-10-01", "review_by": "2025-10-30"}}, "lead to 2025-10-31"),
    ],
)
def test_a_part_that_cannot_be_read_is_told_and_nothing_is_written(
    run: Run, parts: dict[str, object], says: str
) -> None:
    code, text, err = run("refuse", REFUSED, **parts)
    assert (code, text) == (2, "") and says in err


def test_a_day_to_ask_for_a_review_is_moved_to_a_working_day(run: Run) -> None:
    dates = {"letter": "2025-10-01", "review_by": "2025-11-02"}
    _, text, _ = run("refuse", REFUSED, dates=dates)
    assert "Ask by 3 November 2025" in text, "2 November 2025 is a Sunday"


def test_help_by_discretion_is_made_from_a_case_file(run: Run) -> None:
    code, text, err = run("approve-by-discretion", REFUSED, discretion=USED)
    assert (code, err) == (0, "")
    for told in ("M. Head", "A seat on bus 14", "2 February 2026", "section 508C"):
        assert told in text
    lacking = {name: USED[name] for name in ("power", "used", "reasons")}
    _, _, err = run("approve-by-discretion", REFUSED, discretion=lacking)
    for blank in ("name of who authorised the help", "what the help is limited to"):
        assert f"not given: {blank}" in err
    code, _, err = run("approve-by-discretion", REFUSED, discretion=USED | {"used": False})
    assert code == 2 and "Choose the kind of letter" in err
    code, _, err = run("refuse", REFUSED, discretion=USED)
    assert code == 2, "a discretion that was used is no refusal"
    own = USED | {"authorised_by": "Mr P. Officer"}
    code, _, err = run("approve-by-discretion", REFUSED, discretion=own)
    assert code == 2 and "somebody else authorises it" in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_letter_is_never_written_over_what_is_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case, pipe, link = (tmp_path / name for name in ("case.json", "pipe", "link"))
    case.write_text(json.dumps({"facts": GOOD, "letter": PARTS}), "utf-8")
    os.mkfifo(pipe)
    link.symlink_to("/dev/full")
    for out in (pipe, link):
        words = ["letter", str(case), "--policy", "marlhaven/2025-26", "--out", str(out)]
        assert commands.main(words) == 2
        assert "it is a device, not a file" in capsys.readouterr().err
    assert stat.S_ISFIFO(pipe.stat().st_mode) and link.is_symlink()
