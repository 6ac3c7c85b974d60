"""Every proof of one version in one go, with progress; and the traces of a child it names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from casework.policies.floor_of_days import floor_text
from casework.policies.proofs import ALONE, CHARGED, IDLE, LOSING, Trying, held_against
from casework.shelf import Shelf
from rules.decide import decide
from rules.part_values import Contribution
from rules.parts import parts
from rules.policy import PolicyVersion
from rules.prove.charges import charges
from rules.prove.floor import council_alone
from rules.prove.never import never
from rules.prove.results import Charges, Floor, Never, Sanity
from rules.prove.sanity import sanity
from rules.recommendation import Recommendation
from rules.values import Facts
from rules.vocabulary import Vocabulary

Progress = Callable[[int, int, str], None]
"""Told before each proof how many are done, of how many, and what is proved; may raise to stop."""

STEPS = 5


@dataclass(frozen=True, slots=True)
class EveryProof:
    """All that is proved of one version against the statute as in force on its days.

    ``alone`` reads the council's own provisions by themselves; None for the statute's own body.
    What was given up for the size of the text is None too, and named in ``not_proved``.
    """

    version: PolicyVersion
    below: PolicyVersion
    floor: Floor
    alone: Floor | None
    never: Never | None
    sanity: Sanity | None
    charges: Charges | None
    not_proved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Traced:
    """One example decided one way: under which reading, with the whole trace, and what is paid."""

    reading: str
    recommendation: Recommendation
    contribution: Contribution
    vocabulary: Vocabulary


def prove_every(shelf: Shelf, policy: str, progress: Progress | None = None) -> EveryProof:
    """Prove all there is of a version on the shelf, one after another.

    Raises UnknownPolicy, BadPolicy, CannotProve, and whatever ``progress`` raises to stop it.
    """
    version = shelf.read(policy)
    text = floor_text(shelf, version)
    below = text.version
    tell, trying = progress or (lambda done, total, words: None), Trying()
    tell(0, STEPS, "Holding every child against the statute")
    kept = held_against(version, text)
    tell(1, STEPS, "Reading the council's own text alone")
    council = version.body != below.body
    alone = trying(ALONE, lambda: held_against(version, text, alone=True)) if council else None
    tell(2, STEPS, "Looking for rules that do nothing")
    idle = trying(IDLE, lambda: never(version))
    tell(3, STEPS, "Looking for children who lose by distance or income")
    losing = trying(LOSING, lambda: sanity(version))
    tell(4, STEPS, "Looking for gaps and overlaps in charges")
    charged = trying(CHARGED, lambda: charges(version, below))
    tell(STEPS, STEPS, "Proved")
    given_up = tuple(trying.given_up)
    return EveryProof(version, below, kept, alone, idle, losing, charged, given_up)


def trace_refusal(proved: EveryProof, example: Facts, alone: bool) -> tuple[Traced, ...]:
    """A child below the floor, decided under the statute and then under the version as read."""
    version = council_alone(proved.version) if alone else proved.version
    reading = f"{version.id}, its own provisions alone" if alone else version.id
    return traced(proved.below, proved.below.id, example), traced(version, reading, example)


def trace_change(proved: EveryProof, before: Facts, after: Facts) -> tuple[Traced, ...]:
    """A child who loses, decided under the version before the change and after it."""
    name = proved.version.id
    return (
        traced(proved.version, f"{name}, before", before),
        traced(proved.version, f"{name}, after", after),
    )


def trace_child(proved: EveryProof, example: Facts) -> tuple[Traced, ...]:
    """A child decided under the version alone."""
    return (traced(proved.version, proved.version.id, example),)


def traced(policy: PolicyVersion, reading: str, facts: Facts) -> Traced:
    """One example decided under a version, with its trace and what is paid. Raises BadFacts."""
    found = decide(policy, facts)
    paid = parts(policy, facts, found).contribution
    return Traced(reading, found, paid, policy.vocabulary)
