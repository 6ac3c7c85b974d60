"""Who may do what. Checked in the verbs, so that no screen can forget it."""

from __future__ import annotations

from casework.desk import Desk
from records.application import Application, Directorate
from records.people import Role
from rules.problems import UserFacingError

OFFICERS = (Role.ELIGIBILITY_OFFICER, Role.SEND_OFFICER)
ROLE_NAMES = {
    Role.ELIGIBILITY_OFFICER: "eligibility officer",
    Role.SEND_OFFICER: "SEND officer",
    Role.SENIOR_REVIEWER: "senior reviewer",
    Role.PANEL_CLERK: "panel clerk",
    Role.PANEL_MEMBER: "panel member",
    Role.POLICY_LEAD: "policy lead",
    Role.ADMINISTRATOR: "administrator",
    Role.AUDITOR: "auditor",
}

SEND_JUDGEMENTS = frozenset({"can_walk_alone", "can_walk_accompanied", "cannot_walk"})
"""What a child's needs let them do is judged by the SEND directorate (SEN eligibility)."""


class NotAllowed(UserFacingError):
    """The person at the desk does not hold the role this work is for."""


def require(desk: Desk, what: str, *roles: Role) -> None:
    """Refuse the work to anyone who holds none of the roles."""
    if not desk.person.holds(*roles):
        names = " or ".join(ROLE_NAMES[role] for role in roles)
        raise NotAllowed(
            f"{what} is for the {names}. Nothing was changed. "
            f"Ask a colleague with that role; {desk.person.name} may read the case."
        )


def require_for_judgement(desk: Desk, fact: str) -> None:
    """Ability to walk because of need is SEN eligibility: for the SEND officer alone."""
    if fact in SEND_JUDGEMENTS:
        require(desk, "Judging whether a child's needs let them walk", Role.SEND_OFFICER)
    else:
        require(desk, "Recording a judgement", *OFFICERS)


def require_for_decision(
    desk: Desk, application: Application, rests_on_send: bool, solo: bool = False
) -> None:
    """SEN eligibility and solo travel are decided by the SEND officer, the rest by any officer."""
    if application.solo_travel_asked or solo:
        require(desk, "Deciding on solo travel", Role.SEND_OFFICER)
    if rests_on_send or application.directorate is Directorate.SEND:
        require(desk, "Deciding SEN eligibility", Role.SEND_OFFICER)
    require(desk, "Deciding a case", *OFFICERS)
