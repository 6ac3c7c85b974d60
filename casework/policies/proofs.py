"""The policy lead's proofs: is the floor kept, what differs, which rules do nothing, who loses.

Each verb takes the shelf and ids of policies, and gives one value; ``…_as_json`` of
``rules.prove.as_json`` writes it out. The solver is brought in when the first is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from casework.policies.floor_of_days import FloorText, floor_text
from casework.shelf import Shelf
from rules.policy import PolicyVersion
from rules.prove.as_json import (
    Json,
    charges_as_json,
    floor_as_json,
    never_as_json,
    sanity_as_json,
)
from rules.prove.charges import charges
from rules.prove.difference import difference
from rules.prove.floor import floor
from rules.prove.never import never
from rules.prove.problems import TookTooLong
from rules.prove.results import Charges, Difference, Floor, Never, Sanity
from rules.prove.sanity import sanity
from rules.values import Facts

Result = TypeVar("Result")
Days = tuple[date, date]
"""The first and the last day of travel asked about."""


def prove_floor(
    shelf: Shelf,
    policy: str,
    below: str | None = None,
    alone: bool = False,
    days: Days | None = None,
) -> Floor:
    """Whether a version leaves every child what the floor entitles it to, or who falls short.

    The floor is ``below``, else the Act as in force on the version's days.
    ``alone`` reads the council's own provisions as a parent reads the printed policy. Raises
    UnknownPolicy, BadPolicy, CannotProve.
    """
    version = shelf.read(policy)
    return held_against(version, floor_text(shelf, version, below), alone, days)


def held_against(
    version: PolicyVersion, below: FloorText, alone: bool = False, days: Days | None = None
) -> Floor:
    """The proof of the floor, with what is to be said of the text that is the floor."""
    found = floor(version, below.version, alone, days)
    return replace(found, assumptions=(*below.says, *found.assumptions))


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


def who_is_charged(
    shelf: Shelf, policy: str, below: str | None = None, days: Days | None = None
) -> Charges:
    """Gaps and overlaps in what a version charges, and who is charged though the floor entitles.

    The floor is as of ``prove_floor``. Raises UnknownPolicy, BadPolicy, CannotProve.
    """
    version = shelf.read(policy)
    return charges(version, floor_text(shelf, version, below).version, days)


@dataclass(frozen=True, slots=True)
class Proved:
    """Every proof of one version; ``never``, ``sanity`` and ``charges`` are None if read alone.

    One that was given up for the size of the text is None too, and named in ``not_proved``.
    ``as_json`` is all of it: the floor, and the others under their names.
    """

    floor: Floor
    never: Never | None
    sanity: Sanity | None
    charges: Charges | None
    as_json: Json
    not_proved: tuple[str, ...] = ()


IDLE = "which rules nobody can meet or never change an outcome"
ALONE = "whether the council's own text, read alone, keeps to the statute"
LOSING = "who loses by living further away or by a lower income"
CHARGED = "whether the charges have gaps"
"""What the further proofs ask, where it is to be said that one was given up."""


@dataclass(frozen=True, slots=True)
class Trying:
    """Proofs that may be given up for the size of the text; ``given_up`` says which were."""

    given_up: list[str] = field(default_factory=list)

    def __call__(self, what: str, work: Callable[[], Result]) -> Result | None:
        """What a proof gives, None where it took too long."""
        try:
            return work()
        except TookTooLong:
            self.given_up.append(what)
            return None


def prove(shelf: Shelf, named: str, below: str | None = None, alone: bool = False) -> Proved:
    """Every proof of a version, by id or file; with ``alone`` the floor of its own text only.

    The floor is as of ``prove_floor``. Raises UnknownPolicy, BadPolicy, CannotProve.
    """
    version = shelf.read_file(Path(named)) if named.endswith(".yaml") else shelf.read(named)
    text = floor_text(shelf, version, below)
    found = held_against(version, text, alone)
    plain = floor_as_json(found, version.vocabulary)
    if alone:
        return Proved(found, None, None, None, plain)
    return _with_others(found, version, text.version)


def _with_others(found: Floor, version: PolicyVersion, statute: PolicyVersion) -> Proved:
    words, trying = version.vocabulary, Trying()
    idle = trying(IDLE, lambda: never(version))
    losing = trying(LOSING, lambda: sanity(version))
    charged = trying(CHARGED, lambda: charges(version, statute))
    plain = floor_as_json(found, words)
    plain |= {"without_effect": never_as_json(idle)} if idle else {}
    plain |= {"losses": sanity_as_json(losing, words)} if losing else {}
    plain |= {"charges": charges_as_json(charged, words)} if charged else {}
    plain |= {"not_proved": trying.given_up} if trying.given_up else {}
    return Proved(found, idle, losing, charged, plain, tuple(trying.given_up))
