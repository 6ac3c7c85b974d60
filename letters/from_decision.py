"""From the record of a decision to all that its letter may say."""

from __future__ import annotations

from collections.abc import Iterable

from letters import trace
from letters.charging import NOTHING_CHARGED, Charging
from letters.facts import fact_label, fact_rows, used_by_parts, value_words
from letters.matter import (
    Distance,
    JudgedRow,
    Matter,
    NearestSchool,
    PointAnswered,
    Terms,
)
from letters.sender import Sender
from records.decision import Decision, NearestSuitable
from records.fact import Judgement
from records.gate_words import gate_words
from records.london import day_in_london
from records.measurement import Measurement, Way
from rules.recommendation import Finding
from rules.say import telling_test
from rules.values import NO_ROUTE, Length, NoRoute
from rules.vocabulary import Vocabulary

LENGTH_OF = {Way.WALKING: "walking_distance", Way.ROAD: "road_distance"}


def matter_of(
    decision: Decision,
    sender: Sender,
    terms: Terms,
    vocabulary: Vocabulary,
    charging: Charging = NOTHING_CHARGED,
) -> Matter:
    """Gather what a letter may say of a decision.

    ``sender`` is the council and its wording, ``terms`` the days and terms that casework sets,
    ``vocabulary`` gives facts their labels, ``charging`` is what the version says of its charges.
    The grounds are those of the recommendation the officer adopted; where the officer's outcome
    differs from it, there are none.
    """
    found = decision.recommendation
    adopted = decision.outcome is found.eligibility.outcome
    return Matter(
        sender=sender,
        terms=terms,
        reference=decision.reference or None,
        child_name=decision.child_name or None,
        date_of_birth=decision.date_of_birth,
        addressee=decision.parent_name or None,
        address=decision.address,
        school=decision.school_name or None,
        phase=_choice(decision, "phase"),
        school_kind=_choice(decision, "school_kind"),
        recommendation=found,
        facts=fact_rows(
            decision.facts, found, vocabulary, charging.facts | used_by_parts(decision.parts)
        ),
        judged=_judged(decision.judgements, vocabulary),
        distances=_distances(decision),
        nearest_suitable=_nearest(decision.nearest_suitable),
        outcome=decision.outcome,
        grounds=found.eligibility.grounds if adopted else (),
        reasons=decision.reasons or None,
        departs_because=decision.departs_because,
        discretion=decision.discretion,
        points=tuple(PointAnswered(point.words, point.answer) for point in decision.points),
        officer=decision.decided_by_name or None,
        policy_title=decision.policy_title or None,
        policy_id=found.policy,
        parts=decision.parts,
        decider=decision.decided_by_name or None,
        decided_on=day_in_london(decision.decided_at),
        charging=charging,
    )


def _judged(judgements: Iterable[Judgement], vocabulary: Vocabulary) -> tuple[JudgedRow, ...]:
    """Give the judgements that letters tell; the latest of each fact counts."""
    latest = {each.fact: each for each in judgements}
    return tuple(
        JudgedRow(
            fact_label(name, vocabulary),
            value_words(name, each.value, None, vocabulary),
            each.reasons,
            name,
            each.by_name,
        )
        for name, each in latest.items()
        if name in trace.NEED | trace.ROUTE | trace.AFTER_16
    )


def _choice(decision: Decision, name: str) -> str | None:
    """Find a named choice among the facts given and worked out."""
    values: dict[str, object] = {each.name: each.value for each in decision.recommendation.derived}
    values |= {fact.name: fact.value for fact in decision.facts}
    value = values.get(name)
    return value if isinstance(value, str) else None


def _distances(decision: Decision) -> tuple[Distance, ...]:
    """Give each length that the decision used, with the measurement it came from."""
    lengths = {fact.name: fact.value for fact in decision.facts}
    told = []
    for way, name in LENGTH_OF.items():
        length = lengths.get(name)
        if isinstance(length, NoRoute) or (isinstance(length, int) and length is not True):
            told.append(_distance(decision, way, length))
    return tuple(told)


def _distance(decision: Decision, way: Way, length: Length) -> Distance:
    """Tell one length; the sheet of its route only where a measurement bears it out."""
    limit = _limit(decision, LENGTH_OF[way])
    measured = _measured(decision.measurements, way, length)
    if measured is None:
        return Distance(way, length, limit)
    return Distance(
        way=way,
        length=length,
        limit=limit,
        network=measured.network,
        home=", ".join(decision.address) or None,
        gate=_gate(measured.gate, decision.school_name),
        home_snap_mm=measured.home_snap_mm,
        gate_snap_mm=measured.gate_snap_mm,
        measured_on=day_in_london(measured.at),
        home_is_approximate=measured.home_is_approximate,
    )


def _gate(name: str, school: str) -> str:
    """Say to which gate of which school a route goes: ``Main gate, Brook Road Primary``."""
    gate = gate_words(name)
    return f"{gate[:1].upper()}{gate[1:]}, {school}" if name else school


def _measured(measurements: Iterable[Measurement], way: Way, length: Length) -> Measurement | None:
    """Find the latest measurement that gave exactly this length, on the grid or on the ground."""
    wanted = None if isinstance(length, NoRoute) else length
    fitting = [m for m in measurements if m.way is way and wanted in (m.grid_mm, m.ground_mm)]
    return fitting[-1] if fitting else None


def deciding_measurements(decision: Decision) -> tuple[Measurement, ...]:
    """Give the measurements whose lengths a telling test of the decision held against a limit."""
    told = [(each.way, each.length) for each in _distances(decision) if each.limit is not None]
    found = [_measured(decision.measurements, way, length) for way, length in told if length]
    return tuple(each for each in found if each is not None)


def _limit(decision: Decision, name: str) -> int | None:
    """Give the one limit that the telling tests held a length against; None where not just one."""
    found = decision.recommendation
    held = {_told_limit(each, name) for each in trace.grounds(found) or trace.failed(found)}
    held.discard(None)
    return held.pop() if len(held) == 1 else None


def _told_limit(finding: Finding, name: str) -> int | None:
    """Give the limit of a finding's telling test, where that is a test of this length."""
    step = telling_test(finding)
    if step is None or step.name != name or not isinstance(step.limit, int):
        return None
    return step.limit


def _nearest(nearest: NearestSuitable | None) -> NearestSchool | None:
    """Take over the nearest suitable school; a distance that is not recorded is not known."""
    if nearest is None:
        return None
    return NearestSchool(nearest.name, _length(nearest.walking_mm), _length(nearest.road_mm))


def _length(millimetres: int | None) -> Length | None:
    """Keep a length, or NO_ROUTE where a caller holds one in its place."""
    return NO_ROUTE if isinstance(millimetres, NoRoute) else millimetres
