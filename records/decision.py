"""A decision: the recommendation, the facts and their sources, and the named officer's outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from records.application import Point
from records.confirmation import Confirmation
from records.determination import Determination
from records.fact import Fact, Judgement
from records.kept import KeptOn
from records.measurement import Measurement
from rules.part_values import Parts
from rules.recommendation import Recommendation
from rules.values import Outcome


@dataclass(frozen=True, slots=True)
class Discretion:
    """The discretion considered on a case: the power, whether it was used, and the reasons.

    ``power`` fits the phase: s.508C (child at school), s.509A (early years not at school),
    s.509AA statement (sixth-form age), s.508F(8) (adult). Where it is used, ``authorised_by`` is
    a named person other than who considered it; ``limits`` says what the help is limited to, and
    ``review_on`` when it is looked at again. Decisions of before these were kept have none.
    """

    power: str
    used: bool
    reasons: str
    id: str = ""
    application: str = ""
    by: str = ""
    by_name: str = ""
    at: datetime | None = None
    authorised_by: str | None = None
    authorised_by_name: str | None = None
    limits: str = ""
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class NearestSuitable:
    """The nearest suitable school found, with both distances.

    Distances are millimetres; None where there is no route or none was measured.
    """

    name: str
    walking_mm: int | None
    road_mm: int | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a named officer decided, frozen with everything it rests on.

    Added, then superseded by a later one (``supersedes``), never edited. ``outcome`` is the
    officer's: entitled, offered or not_entitled. ``policy_texts`` is the closure: every policy
    text it came from by id, so that the decision replays after the program has changed.
    ``confirmation`` is the policy lead's of those texts, None for the sample and older decisions.
    ``parts`` are what is paid, arranged, kept and ended (None in decisions of before they were),
    ``determinations`` what was judged on travelling alone, ``kept`` a cohort's protection.
    """

    id: str
    application: str
    reference: str
    child_name: str
    date_of_birth: date | None
    parent_name: str
    address: tuple[str, ...]
    school_name: str
    recommendation: Recommendation
    facts: tuple[Fact, ...]
    judgements: tuple[Judgement, ...]
    measurements: tuple[Measurement, ...]
    points: tuple[Point, ...]
    outcome: Outcome
    reasons: str
    discretion: Discretion | None
    departs_because: str | None
    decided_by: str
    decided_by_name: str
    decided_at: datetime
    policy_texts: tuple[tuple[str, str], ...]
    policy_title: str
    nearest_suitable: NearestSuitable | None = None
    supersedes: str | None = None
    confirmation: Confirmation | None = None
    parts: Parts | None = None
    determinations: tuple[Determination, ...] = ()
    kept: KeptOn | None = None


@dataclass(frozen=True, slots=True)
class DecisionHead:
    """The outside of a decision, for lists: what was decided, by whom and when, not on what."""

    id: str
    application: str
    policy: str
    outcome: Outcome
    decided_by: str
    decided_at: datetime
