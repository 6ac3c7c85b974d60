"""Who may do what in the officer's room, said before anybody tries; the verbs refuse anyway."""

from __future__ import annotations

from casework.rights import OFFICERS, SEND_JUDGEMENTS
from records.application import Application, Directorate
from records.people import Person, Role
from rules.values import Determined

READERS = (*OFFICERS, Role.SENIOR_REVIEWER)


def may_see_cases(person: Person) -> bool:
    """Say whether the room is for a person: officers work in it, a senior reviewer reads."""
    return person.holds(*READERS)


def may_work(person: Person) -> bool:
    """Say whether a person records, measures and decides here."""
    return person.holds(*OFFICERS)


def who_answers(fact: str, person: Person) -> str:
    """Say who may answer, where the person may not; empty where they may."""
    if not may_work(person):
        return "You may read this case; an officer answers."
    if fact in SEND_JUDGEMENTS and not person.holds(Role.SEND_OFFICER):
        return "For the SEND officer to judge: it is SEN eligibility."
    return ""


def who_decides(application: Application, person: Person, solo: bool = False) -> str:
    """Say who decides a case, where the person may not; empty where they may."""
    if not may_work(person):
        return "You may read this case; an officer decides it."
    if person.holds(Role.SEND_OFFICER):
        return ""
    if application.solo_travel_asked or solo:
        return "Solo travel is for the SEND officer to decide."
    if application.directorate is Directorate.SEND:
        return "SEN eligibility is for the SEND officer to decide."
    return ""


def may_determine(kind: Determined, person: Person) -> bool:
    """Say whether a person determines: travel alone is for the SEND officer and nobody else."""
    if kind is Determined.SOLO_TRAVEL:
        return person.holds(Role.SEND_OFFICER)
    return may_work(person)
