"""A text too large to be proved is given up with a message, and never said to hold."""

from __future__ import annotations

from pathlib import Path

import pytest

import commands
from casework.policies.every_proof import prove_every
from casework.policies.proof_words import told_proofs
from casework.shelf import Shelf
from rules.prove import logic
from rules.prove.floor import floor
from rules.prove.never import never
from rules.prove.problems import TookTooLong
from tests.rules.prove.drafts import ENGLAND, HEAD, SHELF, SOURCE, provision

VERSION = "marlhaven/2026-27"


def offers(count: int) -> str:
    limits = [f"  limit_{at}: {{value: {at + 1} m, {SOURCE}}}" for at in range(count)]
    each = [
        provision(f"offer-{at}", "offers", "has_send", f"walking_distance > limit_{at}")
        for at in range(count)
    ]
    text = [HEAD.format(id="riverton/2026-27"), "parameters:", *limits, "provisions:", *each]
    return "\n".join(text)


def test_a_proof_of_too_many_steps_is_given_up_and_says_that_nothing_was_proved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(logic, "MOST_WORK", 1_000)
    with pytest.raises(TookTooLong, match="neither that it holds nor that it does not"):
        floor(SHELF.read(VERSION), ENGLAND)


def test_shipped_texts_take_but_a_part_of_the_steps_that_are_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(logic, "MOST_WORK", logic.MOST_WORK // 3)
    assert floor(SHELF.read("southampton/2018-19"), ENGLAND, alone=True).refusals
    assert never(SHELF.read("southampton/2024-25")).version == "southampton/2024-25"


def test_what_could_be_proved_of_a_large_text_is_told_and_what_could_not_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "large.yaml"
    path.write_text(offers(60), encoding="utf-8")
    monkeypatch.setattr(logic, "MOST_WORK", 300_000)
    assert commands.main(["policy", "prove", str(path)]) == 0
    said = capsys.readouterr().out
    assert "no possible child falls below england/1996-act@2026-09-01" in said
    not_proved = said.partition("Not proved, neither way")[2]
    assert "which rules nobody can meet" in not_proved
    assert "changes somebody's outcome" not in said
    assert "Nobody loses" not in said
    assert commands.main(["policy", "prove", str(path), "--alone"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Nothing was proved by it" in told.err


def test_a_lead_is_told_which_proofs_were_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logic, "MOST_WORK", 100_000)
    proved = prove_every(Shelf(), VERSION)
    assert proved.alone is None
    last = told_proofs(proved)[-1]
    assert (last.title, last.holds) == ("Not proved", None)
    assert "Whether the council's own text, read alone, keeps to the statute." in last.lines
