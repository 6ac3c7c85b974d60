"""Who sees the records room, and who changes what in it; the verbs refuse in any case."""

from __future__ import annotations

from typing import Any

from casework.schools.places import KEEPERS
from records.people import Person, Role


def may_see(desk: Any) -> bool:
    """Say whether the room is for the person at a desk: keepers work in it, an auditor reads."""
    return bool(desk.person.holds(*KEEPERS, Role.AUDITOR))


def may_keep(person: Person) -> bool:
    """Say whether a person brings files in, corrects schools and chooses the council."""
    return person.holds(*KEEPERS)


def may_change_people(person: Person) -> bool:
    """Say whether a person adds people and gives roles."""
    return person.holds(Role.ADMINISTRATOR)
