"""A panel sees which figure was looked at again, and what the family measured beside ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from casework.assess import assess
from casework.decide import decide_case
from casework.gate import Intent
from casework.measuring.claimed import claim_figure
from casework.measuring.confirm_figure import confirm_figure, near_limits, set_band
from casework.panel import open_for_panel
from gui.panel.case_page import PanelCasePage
from gui.panel.list_page import ALL, DecidedPage
from records.figure import Band
from records.measurement import Way
from records.people import Person, Role
from rules.values import Outcome
from store.people import add_person
from tests.gui.at_work import AtWork, words_on
from tests.gui.hearing import MEMBER
from tests.gui.office import OFFICER, Office, open_office

LEAD = Person(OFFICER.id, OFFICER.name, frozenset({Role.POLICY_LEAD}))


def decided(office: Office) -> str:
    """Decide Rowan's case after its figure was confirmed and the family's was recorded."""
    desk, case = office.desk(), office.cases["Rowan"]
    set_band(office.desk(LEAD), Band(2_000, 5))
    for near in near_limits(assess(desk, case)):
        confirm_figure(desk, case, near.fact, near.limit_mm, near.checks, "Seen on site.")
    claim_figure(desk, case, Way.WALKING, 3_057_754, "a route planner", date(2026, 6, 14),
                 "It follows roads only.")  # fmt: skip
    return decide_case(desk, case, Intent(Outcome.ENTITLED, "Beyond two miles.")).id


def test_a_confirmed_figure_and_a_claimed_one_stand_with_the_measurement(
    qtbot: QtBot, tmp_path: Path
) -> None:
    office = open_office(tmp_path)
    add_person(office.store, MEMBER, OFFICER)
    decision = decided(office)
    at_work = AtWork(qtbot, office, MEMBER)
    page = at_work.page
    assert isinstance(page, DecidedPage)
    page.show_kind(ALL)
    found = open_for_panel(office.desk(MEMBER), decision)
    assert [each.note for each in found.confirmed] == ["Seen on site."] * len(found.confirmed)
    line = next(each for each in page.table.rows_model.rows if each.decision == decision)
    page.open_case(line)
    at_work.settle()
    case = at_work.page
    assert isinstance(case, PanelCasePage)
    said = words_on(case.measured)
    assert "looked at it again on 23 June 2026 and confirmed it" in said
    assert "a route planner gave 3,057.754 m" in said
    assert "It follows roads only." in said
    at_work.close()
