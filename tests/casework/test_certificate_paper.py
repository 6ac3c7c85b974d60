"""The paper of a measurement comes from its record, the same anywhere, or is refused in words."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casework.certificates.make import NotTheSame
from casework.certificates.paper import certificate_content, certificate_paper, enclosing
from casework.measure import CannotMeasure, measure_case
from casework.measuring.stretches import NewStretch, end_stretch, mark_stretch
from casework.rights import NotAllowed
from letters import Format, LetterContent
from letters.blocks import MapLine, Paragraph, RouteMap
from records.measurement import Way
from records.people import Role
from records.stretch import StretchKind
from store import measurements
from store.identifiers import new_id
from tests.casework.desks import as_person
from tests.casework.test_certificate import PATH, measured
from tests.casework.town import Town, town_in

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import hashlib, sys
from pathlib import Path
from casework.certificates.paper import certificate_paper
from casework.desk import Desk
from casework.shelf import Shelf
from letters import Format
from records.people import Person, Role
from store.file import open_store
store = open_store(Path(sys.argv[1]), "passphrase")
desk = Desk(store, Shelf(), Person("p", "P", frozenset({Role.PANEL_MEMBER})))
for format in Format:
    paper = certificate_paper(desk, sys.argv[2], format)
    print(hashlib.sha256(paper.content).hexdigest())
store.close()
"""


def marked_town(folder: Path) -> tuple[Town, str]:
    """A town whose route goes round an unsafe stretch by a path that was added."""
    town = town_in(folder)
    case = town.child_at(1.5)
    unsafe = NewStretch(StretchKind.UNSAFE, "No footway", "site visit", ("3",))
    mark_stretch(town.desk, unsafe)
    mark_stretch(
        town.desk, NewStretch(StretchKind.ADDED, "Farm path", "walked", path=PATH, name="Path")
    )
    return town, measure_case(town.desk, case)[0].id


def test_another_process_zone_and_language_draw_the_same_bytes_from_the_record(
    tmp_path: Path,
) -> None:
    town, kept = marked_town(tmp_path)
    papers = [certificate_paper(town.desk, kept, format).content for format in Format]
    town.desk.store.close()
    elsewhere = {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "test.milepost"), kept],
        cwd=ROOT, env={**os.environ, **elsewhere}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == [hashlib.sha256(each).hexdigest() for each in papers]


def test_what_happens_afterwards_does_not_change_the_paper(tmp_path: Path) -> None:
    town, kept = marked_town(tmp_path)
    first = certificate_paper(town.desk, kept).content
    closed = mark_stretch(town.desk, NewStretch(StretchKind.CLOSED, "Shut", "order", ("1",)))
    measure_case(town.desk, measurements.measurement(town.desk.store, kept).application)
    end_stretch(town.desk, closed.id, date(2026, 12, 1), "Open again.")
    assert certificate_paper(town.desk, kept).content == first
    town.desk.store.close()


def test_the_paper_bears_the_council_and_is_named_by_its_reference(town: Town) -> None:
    kept = measured(town, town.child_at(1.5))
    paper = certificate_paper(town.desk, kept.id)
    assert paper.content.startswith(b"%PDF")
    assert paper.title == "Certificate of measurement: the walking route"
    assert paper.file_name == f"{paper.reference}-certificate-walking.pdf"
    assert "Rowan" not in paper.file_name
    text = certificate_paper(town.desk, kept.id, Format.TEXT)
    assert text.content.decode().startswith("Marlhaven Council (fictional)")
    assert text.file_name.endswith("-walking-text.txt")
    assert paper.way is Way.WALKING


def test_the_network_reaches_as_far_as_the_paper_of_a_short_route(town: Town) -> None:
    kept = measured(town, town.child_at(0.1))
    content = certificate_content(town.desk, kept.id)
    (drawn,) = [block for block in content.blocks if isinstance(block, RouteMap)]
    around = [at[0] for line in ways(drawn) for at in line.points]
    assert max(around) >= kept.home[0] + 500


def ways(drawn: RouteMap) -> list[MapLine]:
    return [line for line in drawn.lines if line.kind == "way"]


def test_a_measurement_that_does_not_come_out_again_has_no_paper_and_says_why(town: Town) -> None:
    kept = measured(town, town.child_at(1.5))
    forged = replace(kept, id=new_id(), ground_mm=(kept.ground_mm or 0) + 1)
    measurements.add_measurement(town.desk.store, forged, town.desk.person)
    with pytest.raises(NotTheSame, match="there is no certificate. Nothing was changed"):
        certificate_paper(town.desk, forged.id)
    lost = replace(kept, id=new_id(), digest="ab" * 32)
    measurements.add_measurement(town.desk.store, lost, town.desk.person)
    with pytest.raises(CannotMeasure, match="Import the same file"):
        certificate_paper(town.desk, lost.id)


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.SENIOR_REVIEWER, Role.AUDITOR])
def test_those_who_read_cases_read_certificates(town: Town, role: Role) -> None:
    kept = measured(town, town.child_at(1.5))
    reader = as_person(town.desk, "R. Reader", role)
    mine = certificate_paper(town.desk, kept.id).content
    assert certificate_paper(reader, kept.id).content == mine


def test_a_policy_lead_who_sees_no_names_gets_none(town: Town) -> None:
    kept = measured(town, town.child_at(1.5))
    with pytest.raises(NotAllowed, match="Reading a certificate"):
        certificate_paper(as_person(town.desk, "L. Lead", Role.POLICY_LEAD), kept.id)


def test_a_letter_is_given_its_certificates_in_the_order_asked(town: Town) -> None:
    case = town.child_at(1.5)
    walk, road = measurements.measurements_of(town.desk.store, case)
    letter = LetterContent(
        "refuse", "A letter", "", "MA-1", None, "refuse/1", (Paragraph("Words."),), (), (), False
    )
    found = enclosing(town.desk, letter, road.id, walk.id)
    assert [each.title for each in found.enclosures] == [
        "Certificate of measurement: the road route",
        "Certificate of measurement: the walking route",
    ]
