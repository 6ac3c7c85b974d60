"""People who may sign in: added, given roles. For the administrator, and whoever made the store."""

from __future__ import annotations

from casework.desk import Desk
from casework.rights import require
from records.people import Person, Role
from rules.problems import UserFacingError
from store import people
from store.identifiers import new_id


class CannotChangePeople(UserFacingError):
    """A change of people or roles that cannot stand."""


def list_staff(desk: Desk) -> tuple[Person, ...]:
    """Everyone who may sign in."""
    return people.list_people(desk.store)


def add_person(desk: Desk, name: str, roles: frozenset[Role]) -> Person:
    """Add somebody. Raises NotAllowed, or CannotChangePeople without a name or role."""
    require(desk, "Adding people", Role.ADMINISTRATOR)
    _sensible(name, roles)
    person = Person(new_id(), name.strip(), roles)
    people.add_person(desk.store, person, desk.person)
    return person


def give_roles(desk: Desk, person: str, roles: frozenset[Role]) -> Person:
    """Give somebody other roles; the earlier ones are kept in the history.

    Raises NotAllowed, or CannotChangePeople when nobody would be left to administer the store.
    """
    require(desk, "Changing roles", Role.ADMINISTRATOR)
    found = people.person(desk.store, person)
    _sensible(found.name, roles)
    others = [each for each in list_staff(desk) if each.id != person]
    left = Role.ADMINISTRATOR in roles or any(each.holds(Role.ADMINISTRATOR) for each in others)
    if not left:
        raise CannotChangePeople(
            "Nobody would be left to administer the store, so nothing was changed. "
            "Give the role of administrator to somebody else first."
        )
    return people.give_roles(desk.store, person, roles, desk.person)


def _sensible(name: str, roles: frozenset[Role]) -> None:
    if not name.strip():
        raise CannotChangePeople("A person needs a name. Nothing was changed.")
    if not roles:
        raise CannotChangePeople("Choose at least one role. Nothing was changed.")
