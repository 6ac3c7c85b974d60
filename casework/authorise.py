"""Who may authorise what another person judged: named, another person, and with the role."""

from __future__ import annotations

from casework.desk import Desk
from casework.rights import OFFICERS, ROLE_NAMES
from records.people import Person, Role
from rules.problems import UserFacingError
from store import people

OF_DISCRETION = (*OFFICERS, Role.SENIOR_REVIEWER)
"""Who may authorise help that only discretion gives."""

OF_SOLO_TRAVEL = (Role.SEND_OFFICER,)
"""Who may authorise travel alone."""


class CannotAuthorise(UserFacingError):
    """Somebody named as authoriser who cannot authorise this."""


def authorisers(desk: Desk, roles: tuple[Role, ...] = OF_DISCRETION) -> tuple[Person, ...]:
    """Everybody but the person at the desk who holds one of the roles."""
    everybody = people.list_people(desk.store)
    return tuple(each for each in everybody if each.id != desk.person.id and each.holds(*roles))


def authoriser(desk: Desk, person: str | None, roles: tuple[Role, ...], what: str) -> Person:
    """The person named to authorise ``what``. Raises CannotAuthorise; nothing was recorded."""
    named = " or ".join(ROLE_NAMES[role] for role in roles)
    found = next((each for each in authorisers(desk, roles) if each.id == person), None)
    if found is None:
        raise CannotAuthorise(
            f"{what} is authorised by somebody else than {desk.person.name}, who is {named}. "
            "Nothing was recorded. Name that person, or ask the administrator to add them."
        )
    return found
