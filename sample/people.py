"""The made-up people who work for Marlhaven, one or two in each role."""

from __future__ import annotations

from functools import cache

from records.people import Person, Role
from sample.identifiers import identifier

STAFF: tuple[tuple[str, tuple[Role, ...]], ...] = (
    ("Bronagh Tideswell", (Role.ELIGIBILITY_OFFICER,)),
    ("Kwame Saltmarsh", (Role.ELIGIBILITY_OFFICER,)),
    ("Meera Lanternby", (Role.SEND_OFFICER,)),
    ("Tomasz Wherryman", (Role.SEND_OFFICER, Role.ELIGIBILITY_OFFICER)),
    ("Gwen Ropewalker", (Role.SENIOR_REVIEWER,)),
    ("Idris Kelpwood", (Role.PANEL_CLERK,)),
    ("Rosalind Fathomley", (Role.PANEL_MEMBER,)),
    ("Desmond Brackwater", (Role.PANEL_MEMBER,)),
    ("Saoirse Gullimore", (Role.POLICY_LEAD,)),
    ("Hamid Breakwater", (Role.ADMINISTRATOR,)),
    ("Ottilie Plumbline", (Role.AUDITOR,)),
)


@cache
def people() -> tuple[Person, ...]:
    """Give everybody who may sign in."""
    return tuple(
        Person(identifier("person", number), name, frozenset(roles))
        for number, (name, roles) in enumerate(STAFF, start=1)
    )


@cache
def holding(role: Role) -> tuple[Person, ...]:
    """Give those whose first role it is, or who hold it besides."""
    return tuple(person for person in people() if person.holds(role))
