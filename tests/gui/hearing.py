"""The small office after some cases have been decided: what a panel and a policy lead find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from casework.assess import assess
from casework.decide import decide_case
from casework.desk import Desk
from casework.gate import Intent
from casework.letters.write import write_letter
from casework.measuring.confirm_figure import confirm_figure, near_limits
from casework.receive import choose_council
from casework.record import answer_point, raise_point, record_judgement
from records.application import Evidence
from records.decision import Decision
from records.people import Person, Role
from rules.values import Outcome
from store import evidence, points
from store.identifiers import new_id
from store.people import add_person
from tests.gui.office import (
    OFFICER,
    RECEIVED,
    REVIEWER,
    SEND,
    Office,
    copied,
    folder_to_copy,
    open_office,
)

MEMBER = Person("p-member", "C. Member", frozenset({Role.PANEL_MEMBER}))
LEAD = Person("p-lead", "L. Okafor", frozenset({Role.POLICY_LEAD}))

FAMILY = (
    "Imran", "Sadiq", "Rowan", "Ada", "Thackeray", "Poppy", "Lane", "Teo", "Marsh", "Bea", "Quill",
    "Noor", "Haddad", "Quay Lane",
)  # fmt: skip
"""Every name and address of a family: none of them has a place in the policy lead's room."""

RIVER = "The photographs show standing water on 4 days; the path was walked on 12 June and is safe."


@dataclass
class Hearing:
    """The office with its decisions by the child's given name."""

    office: Office
    decisions: dict[str, Decision] = field(default_factory=dict)

    def desk(self, person: Person = MEMBER) -> Desk:
        """Give the desk of a person, the panel member's if not told."""
        return self.office.desk(person)


def decided_office(folder: Path) -> Hearing:
    """Open the office and decide: a refusal, an entitlement, a judged one, one decided twice.

    As the office itself, it is made once in a run of tests and copied.
    """
    made, cases, decisions = _made()
    return Hearing(copied(made, cases, folder), dict(decisions))


@cache
def _made() -> tuple[Path, tuple[tuple[str, str], ...], tuple[tuple[str, Decision], ...]]:
    folder = folder_to_copy()
    office = open_office(folder)
    for person in (MEMBER, LEAD):
        add_person(office.store, person, OFFICER)
    choose_council(office.desk(LEAD), "marlhaven")
    decisions = dict(_decisions(office))
    for name in ("Imran", "Rowan"):
        write_letter(office.desk(), decisions[name].id)
    office.store.close()
    return folder, tuple(office.cases.items()), tuple(decisions.items())


def _decisions(office: Office) -> Iterator[tuple[str, Decision]]:
    yield "Imran", _refuse_imran(office)
    entitled = Intent(Outcome.ENTITLED, "Rowan Thackeray lives beyond two miles.")
    yield "Rowan", _decide(office, "Rowan", entitled)
    yield "Poppy", _entitle_poppy(office)
    yield "Teo", _decide_teo_twice(office)


def _decide(office: Office, name: str, intent: Intent, person: Person = OFFICER) -> Decision:
    desk, case = office.desk(person), office.cases[name]
    for near in near_limits(assess(desk, case)):
        confirm_figure(desk, case, near.fact, near.limit_mm, near.checks)
    return decide_case(office.desk(person), office.cases[name], intent)


def _safe_route(office: Office, name: str) -> None:
    reasons = "Walked on 12 June at 8:15: pavements throughout, a crossing at Quay Lane."
    record_judgement(office.desk(), office.cases[name], "route_unsafe", False, reasons)


def _refuse_imran(office: Office) -> Decision:
    case = office.cases["Imran"]
    photographs = Evidence(
        new_id(), case, "photographs", "Four photographs of the river path", "P. Sadiq",
        date(2026, 1, 30), RECEIVED, None, ("route_unsafe",),
    )  # fmt: skip
    evidence.add_evidence(office.store, photographs, OFFICER)
    raise_point(office.desk(), case, "I start work at 6:30, so nobody can walk with Imran.")
    first, second = points.points_of(office.store, case)
    answer_point(office.desk(), first.id, RIVER)
    answer_point(office.desk(), second.id, "Another adult of the household was asked about.")
    _safe_route(office, "Imran")
    intent = Intent(
        Outcome.NOT_ENTITLED,
        "Imran Sadiq lives within three miles and the route is safe to walk accompanied.",
        "The family's hours were weighed; the breakfast club opens at 7:30.",
        "Low income was asked about twice and the family did not answer.",
    )
    return _decide(office, "Imran", intent)


def _entitle_poppy(office: Office) -> Decision:
    desk, case = office.desk(SEND), office.cases["Poppy"]
    reasons = "The plan and the therapist's report: she cannot cross roads, even with an adult."
    record_judgement(desk, case, "cannot_walk", True, reasons)
    return decide_case(desk, case, Intent(Outcome.ENTITLED, "Her needs make walking impossible."))


def _decide_teo_twice(office: Office) -> Decision:
    _safe_route(office, "Teo")
    refused = Intent(Outcome.NOT_ENTITLED, "Within three miles.", "No exception was shown.")
    _decide(office, "Teo", refused)
    offered = Intent(
        Outcome.OFFERED, "A bereavement in June.", "Offered until Christmas.",
        "The exceptional ground was shown after the first decision.",
        authorised_by=REVIEWER.id, review_on=date(2026, 12, 18),
    )  # fmt: skip
    return _decide(office, "Teo", offered)
