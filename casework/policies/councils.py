"""The councils whose policies are on the shelf, and which of their versions hold on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.desk import Desk
from casework.policies.overlaps import OverlappingVersions
from casework.receive import council_of
from rules.policy import PolicyVersion
from rules.problems import BadPolicy, NoPolicyInForce

ENGLAND = "england"


@dataclass(frozen=True, slots=True)
class Council:
    """A body with policies: its name, its versions (oldest first), the one in force today.

    ``in_force`` None says that none holds for travel today; ``trouble`` is what a text that
    cannot be read says instead.
    """

    key: str
    name: str
    versions: tuple[PolicyVersion, ...]
    in_force: PolicyVersion | None
    trouble: str | None = None


def list_councils(desk: Desk) -> tuple[Council, ...]:
    """Every council to choose from, England's law alone last; fictional ones in a sample only."""
    keys = {policy.split("/")[0] for policy in desk.shelf.ids()}
    wanted = [key for key in keys if desk.store.fictional or not desk.shelf.is_fictional(key)]
    order = sorted(wanted, key=lambda key: (key == ENGLAND, key))
    return tuple(read_council(desk, key) for key in order)


def chosen_council(desk: Desk) -> Council | None:
    """The council that was chosen here, None before that."""
    key = council_of(desk)
    return None if key is None else read_council(desk, key)


def read_council(desk: Desk, key: str) -> Council:
    """Read one council's versions and find the one in force for travel today."""
    ids = [policy for policy in desk.shelf.ids() if policy.startswith(f"{key}/")]
    try:
        versions = tuple(desk.shelf.read(policy) for policy in ids)
    except BadPolicy as error:
        return Council(key, council_name(key), (), None, str(error))
    order = sorted(versions, key=lambda each: (each.travel_from or date.min, each.id))
    try:
        now = governing(desk, key, desk.today())
    except OverlappingVersions as error:
        return Council(key, council_name(key), tuple(order), None, str(error))
    return Council(key, council_name(key), tuple(order), now)


def governing(desk: Desk, key: str, day_of_travel: date) -> PolicyVersion | None:
    """The council's version for travel on a day, as known today; None where none is.

    Raises OverlappingVersions where two are.
    """
    try:
        return desk.shelf.in_force(key, day_of_travel, desk.today())
    except NoPolicyInForce:
        return None


def council_name(key: str) -> str:
    """A council's name as people read it, from its folder's name."""
    return key.replace("-", " ").replace("_", " ").title()
