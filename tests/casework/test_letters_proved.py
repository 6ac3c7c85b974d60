"""A letter that was kept is written again from the store, the same, or it says where not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from casework.decide import decide_case
from casework.gate import Intent
from casework.letters.inputs import read_inputs
from casework.letters.rebuilt import OLDER, rebuilt
from casework.letters.wish import LetterWish
from casework.letters.write import issue_letter, preview_letter, write_letter
from letters import Format
from letters.errors import LetterRefused
from letters.template import digest_of
from records.application import Evidence
from records.letter import Letter
from rules.values import Outcome
from store import contents, letters
from store.audit import lines
from store.evidence import add_evidence
from store.identifiers import new_id
from tests.casework.test_letters_and_versions import APPROVE, REFUSE, text_of
from tests.casework.town import Town

ROOT = Path(__file__).resolve().parents[2]
ENCLOSED = LetterWish(enclose=True)


def kept(
    town: Town, miles: float = 1.5, intent: Intent = REFUSE, wish: LetterWish | None = None
) -> Letter:
    """A letter written and kept."""
    decision = decide_case(town.desk, town.child_at(miles), intent)
    return write_letter(town.desk, decision.id, wish=wish or LetterWish())


@pytest.mark.parametrize("format", list(Format))
def test_a_kept_letter_comes_out_again_in_its_own_format(town: Town, format: Format) -> None:
    letter = kept(town, wish=LetterWish(format=format, points=22.0))
    assert letter.format == format.value
    assert letters.letter(town.desk.store, letter.id) == letter
    assert rebuilt(town.desk, letter).same


def test_a_letter_keeps_its_wording_with_its_digest_and_its_inputs(town: Town) -> None:
    letter = kept(town)
    text = contents.content(town.desk.store, letter.wording)
    assert text is not None and digest_of(text.decode()) == letter.wording
    assert letter.template == f"refuse@{letter.wording[:12]}"
    inputs = read_inputs(letter.inputs)
    assert inputs.as_json() == letter.inputs, "they are canonical"
    assert inputs.decision == letter.decision and inputs.sender.council
    body = lines(town.desk.store, letter.application)[-1].body
    assert body["inputs"] == sha256(letter.inputs.encode()).hexdigest()


def test_what_the_council_changes_later_does_not_change_a_letter_that_was_kept(town: Town) -> None:
    letter = kept(town)
    later = replace(
        town.desk,
        today=lambda: date(2027, 2, 1),
        now=lambda: datetime(2027, 2, 1, 9, 0, tzinfo=UTC),
        shelf=replace(town.desk.shelf, folders=town.desk.shelf.folders[:1]),
    )
    assert preview_letter(later, letter.decision or "").pdf != letter.pdf
    assert rebuilt(later, letter).same


def test_bytes_that_were_changed_are_told_with_the_line(town: Town) -> None:
    letter = kept(town, wish=LetterWish(format=Format.TEXT))
    forged = replace(letter, pdf=letter.pdf.replace(b"not entitled", b"entitled", 1))
    found = rebuilt(town.desk, forged)
    assert not found.same
    assert "It went out as" in found.where and "not entitled" in found.where


def test_a_letter_whose_drawing_alone_differs_is_told_so(town: Town) -> None:
    letter = kept(town)
    found = rebuilt(town.desk, replace(letter, pdf=letter.pdf + b"\n"))
    assert not found.same and "words are the same" in found.where


def test_a_letter_laid_out_by_an_earlier_program_says_so(town: Town) -> None:
    letter = kept(town)
    before = replace(read_inputs(letter.inputs), layout=1).as_json()
    found = rebuilt(town.desk, replace(letter, inputs=before, pdf=letter.pdf + b"\n"))
    assert "laid out by an earlier Milepost (layout 1" in found.where
    assert "layout" not in rebuilt(town.desk, replace(letter, pdf=letter.pdf + b"\n")).where


def test_inputs_kept_before_layouts_had_numbers_are_still_read(town: Town) -> None:
    letter = kept(town)
    without = json.loads(letter.inputs)
    del without["layout"]
    assert read_inputs(json.dumps(without)).layout == 1


def test_a_guard_that_came_later_does_not_stand_against_a_letter_that_went_out(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = kept(town)

    def refuses(*_: object) -> None:
        raise LetterRefused("no letter at all", "write none")

    monkeypatch.setattr(sys.modules["letters.compose"], "guard", refuses)
    assert rebuilt(town.desk, letter).same
    with pytest.raises(LetterRefused):
        preview_letter(town.desk, letter.decision or "")


def test_a_letter_of_before_inputs_were_kept_says_so(town: Town) -> None:
    assert rebuilt(town.desk, replace(kept(town), inputs="")).words == OLDER


def test_a_letter_whose_wording_is_gone_says_that_it_cannot_be_written_again(town: Town) -> None:
    found = rebuilt(town.desk, replace(kept(town), wording="0" * 64))
    assert not found.same and "cannot be written again" in found.where


def test_the_certificate_and_the_evidence_are_enclosed_and_come_out_again(town: Town) -> None:
    application = town.child_at(1.5)
    held = Evidence(
        new_id(), application, "statement", "Letter of the landlord", "parent", None,
        date(2026, 11, 3), None,
    )  # fmt: skip
    add_evidence(town.desk.store, held, town.desk.person)
    decision = decide_case(town.desk, application, REFUSE)
    letter = issue_letter(town.desk, decision.id, wish=ENCLOSED)
    text = text_of(letter.pdf)
    assert "Certificate of measurement" in text and "Letter of the landlord" in text
    titles = [each.title for each in read_inputs(letter.inputs).enclosed]
    assert len(titles) == 2 and all(title in text for title in titles)
    assert rebuilt(town.desk, letter).same


def test_an_approval_on_distance_encloses_its_certificate(town: Town) -> None:
    letter = kept(town, 2.3, APPROVE, ENCLOSED)
    assert "Certificate of measurement" in text_of(letter.pdf)
    assert rebuilt(town.desk, letter).same


ELSEWHERE = """
import sys
from pathlib import Path
from casework.desk import Desk
from casework.letters.rebuilt import rebuilt
from casework.shelf import Shelf
from store import letters
from store.file import open_store
from store.people import list_people
store = open_store(Path(sys.argv[1]), "passphrase")
desk = Desk(store, Shelf(), list_people(store)[0])
print(rebuilt(desk, letters.letter(store, sys.argv[2])))
store.close()
"""
"""What is run in a process of its own, with another zone and language."""


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_a_letter_is_the_same_on_a_machine_with_another_zone_and_language(
    town: Town, zone: str
) -> None:
    late = replace(
        town.desk,
        now=lambda: datetime(2026, 6, 9, 23, 30, tzinfo=UTC),
        today=lambda: date(2026, 6, 10),
    )
    decision = decide_case(
        late, town.child_at(1.5), Intent(Outcome.NOT_ENTITLED, "Near.", "Hours.")
    )
    letter = write_letter(late, decision.id)
    assert "10 June 2026" in text_of(letter.pdf)
    path = town.desk.store.path
    town.desk.store.close()
    there = {**os.environ, "TZ": zone, "LC_ALL": "tr_TR.UTF-8", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", ELSEWHERE, str(path), letter.id]
    done = subprocess.run(command, env=there, capture_output=True, text=True, check=False)
    assert "same=True" in done.stdout, done.stdout + done.stderr
