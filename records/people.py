"""People who use Milepost, and what their roles let them do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A role a person holds. The two directorates of a council hold different rights."""

    ELIGIBILITY_OFFICER = "eligibility_officer"
    SEND_OFFICER = "send_officer"
    SENIOR_REVIEWER = "senior_reviewer"
    PANEL_CLERK = "panel_clerk"
    PANEL_MEMBER = "panel_member"
    POLICY_LEAD = "policy_lead"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs in: their name as it stands under decisions, and their roles."""

    id: str
    name: str
    roles: frozenset[Role]

    def holds(self, *roles: Role) -> bool:
        """Say whether the person holds any of these roles."""
        return not self.roles.isdisjoint(roles)
