"""The policy lead's proofs: is the floor kept, what differs, which rules do nothing, who loses.

Each verb takes the shelf and ids of policies, and gives one value; ``…_as_json`` of
``rules.prove.as_json`` writes it out. The solver is brought in when the first is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casework.shelf import Shelf
from rules.prove.difference import difference
from rules.prove.floor import floor
from rules.prove.never import never
from rules.prove.results import Difference, Floor, Never, Sanity
from rules.prove.sanity import sanity
from rules.values import Facts

STATUTE = "england/1996-act"
Days = tuple[date, date]
"""The first and the last day of travel asked about."""


def prove_floor(
    shelf: Shelf, policy: str, below: str = STATUTE, alone: bool = False, days: Days | None = None
) -> Floor:
    """Whether a version leaves every child what the floor entitles it to, or who falls short.

    ``alone`` reads the council's own provisions as a parent reads the printed policy. Raises
    UnknownPolicy, BadPolicy, CannotProve.
    """
    return floor(shelf.read(policy), shelf.read(below), alone, days)


def differ(
    shelf: Shelf,
    old: str,
    new: str,
    days: Days | None = None,
    caseload: Sequence[Facts] | None = None,
) -> Difference:
    """Every kind of child whom two versions treat differently, with counts where cases are given.

    Raises UnknownPolicy, BadPolicy, CannotProve.
    """
    return difference(shelf.read(old), shelf.read(new), days, caseload)


def without_effect(shelf: Shelf, policy: str, days: Days | None = None) -> Never:
    """The provisions that no child can meet, or that never change an outcome.

    Raises UnknownPolicy, BadPolicy, CannotProve.
    """
    return never(shelf.read(policy), days)


def who_loses(shelf: Shelf, policy: str, days: Days | None = None) -> Sanity:
    """Who loses by living further away or by a lower income. Raises as ``without_effect``."""
    return sanity(shelf.read(policy), days)
