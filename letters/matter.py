"""All that a letter may say. Every field is optional: None, or nothing in it, means not known."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from letters.charging import NOTHING_CHARGED, Charging
from letters.sender import Sender
from records.decision import Discretion
from records.measurement import Way
from rules.part_values import Parts
from rules.recommendation import Recommendation
from rules.values import Length, Outcome


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact as the letter tells it: its label, the value in words, and where it came from.

    ``turned`` says whether the tests that decided looked at it, ``name`` is the fact's name in the
    vocabulary (empty: not known).
    """

    label: str
    value: str
    source: str
    turned: bool = True
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Distance:
    """A measured route as the letter tells it. Lengths are millimetres.

    ``length`` is the figure that the decision used (NO_ROUTE: measured, and none found), ``limit``
    the one it was held against. The snaps are from the home and the gate to the network.
    """

    way: Way
    length: Length | None = None
    limit: int | None = None
    network: str | None = None
    home: str | None = None
    gate: str | None = None
    home_snap_mm: int | None = None
    gate_snap_mm: int | None = None
    measured_on: date | None = None
    home_is_approximate: bool = False


@dataclass(frozen=True, slots=True)
class NearestSchool:
    """The nearest suitable school, with both distances in millimetres (NO_ROUTE: none found)."""

    name: str
    walking: Length | None = None
    road: Length | None = None


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """Something a named person judged: what, how, and why.

    ``name`` is the fact's name in the vocabulary and ``by`` who judged it (empty: not known).
    """

    label: str
    value: str
    reasons: str
    name: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class PointAnswered:
    """A point the family made, in its own words, and the council's answer (None: not answered)."""

    words: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class Terms:
    """The days and terms of a letter, which the record of a decision does not itself hold.

    ``review_by`` is the last day to ask for a review. ``mode`` is the kind of travel (None: not
    chosen yet), ``mode_how`` how it is or will be chosen, ``mode_told_by`` the day by which the
    family hears. ``ends_when`` lists what else ends the help early. ``draft_because`` is a sentence
    that says why the letter may not be sent yet, None where only blanks can hold it back.
    ``received_on`` is the day on which the letter is taken to be received, ``hearing_notice`` the
    least working days from then to a hearing, ``hearing_from`` the first day that keeps them;
    ``change_notice`` the least days to a withdrawal or change. ``owed_by`` is the last day on which
    this letter was owed to the family, by which its lateness is told; ``stage_two_owed`` the first
    last day to ask for stage two that gives the family its whole time. ``outcome_term`` is the
    working days in which an outcome is recommended, ``outcome_term_ends`` the day they end on.
    """

    letter_date: date | None = None
    review_by: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    ends_when: tuple[str, ...] = ()
    mode: str | None = None
    mode_how: str | None = None
    mode_told_by: date | None = None
    officer_title: str | None = None
    enclosures: tuple[str, ...] = ()
    fictional: bool = False
    draft_because: str | None = None
    received_on: date | None = None
    hearing_notice: int | None = None
    hearing_from: date | None = None
    change_notice: int | None = None
    owed_by: date | None = None
    stage_two_owed: date | None = None
    outcome_term: int | None = None
    outcome_term_ends: date | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """All that a letter may say of one decision.

    ``outcome`` and ``grounds`` are the officer's; the recommendation's own are in
    ``recommendation``. ``phase`` and ``school_kind`` are choices of the vocabulary. ``officer`` is
    who signs, ``decider`` who decided on ``decided_on``, ``touched_by`` everybody who worked on
    the case. ``occasion`` is what beside the decision gives rise to the letter, one of the records
    of offers, changes and reviews; None for the letter of the decision itself. ``known_apart`` are
    names of reviewers and panel members that the store knows to be other people than those.
    ``charging`` is what the version's text says of its charges.
    """

    sender: Sender = field(default_factory=Sender)
    terms: Terms = field(default_factory=Terms)
    reference: str | None = None
    child_name: str | None = None
    date_of_birth: date | None = None
    addressee: str | None = None
    address: tuple[str, ...] = ()
    school: str | None = None
    phase: str | None = None
    school_kind: str | None = None
    recommendation: Recommendation | None = None
    facts: tuple[FactRow, ...] = ()
    judged: tuple[JudgedRow, ...] = ()
    distances: tuple[Distance, ...] = ()
    nearest_suitable: NearestSchool | None = None
    outcome: Outcome | None = None
    grounds: tuple[str, ...] = ()
    reasons: str | None = None
    departs_because: str | None = None
    discretion: Discretion | None = None
    points: tuple[PointAnswered, ...] = ()
    officer: str | None = None
    policy_title: str | None = None
    policy_id: str | None = None
    parts: Parts | None = None
    decider: str | None = None
    decided_on: date | None = None
    touched_by: tuple[str, ...] = ()
    occasion: object | None = None
    known_apart: tuple[str, ...] = ()
    charging: Charging = NOTHING_CHARGED
