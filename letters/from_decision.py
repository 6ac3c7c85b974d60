"""From the record of a decision to all that its letter may say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from letters import trace
from letters.matter import (
    Distance,
    FactRow,
    JudgedRow,
    Matter,
    NearestSchool,
    PointAnswered,
    Terms,
)
from letters.sender import Sender
from records.decision import Decision, NearestSuitable
from records.fact import Fact, Judgement
from records.measurement import Measurement, Way
from rules.quantities import day_in_words, miles_and_metres, pounds
from rules.recommendation import Finding, Recommendation
from rules.values import NO_ROUTE, FactType, FactValue, Length, NoRoute, Result
from rules.vocabulary import FactWord, Vocabulary

LENGTH_OF = {Way.WALKING: "walking_distance", Way.ROAD: "road_distance"}


def matter_of(decision: Decision, sender: Sender, terms: Terms, vocabulary: Vocabulary) -> Matter:
    """Gather what a letter may say of a decision.

    ``sender`` is the council and its wording, ``terms`` the days and terms that casework sets,
    ``vocabulary`` gives facts their labels. The grounds are those of the recommendation the
    officer adopted; where the officer's outcome differs from it, there are none.
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
        facts=fact_rows(decision.facts, found, vocabulary),
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
    )


def fact_rows(
    facts: Iterable[Fact], recommendation: Recommendation | None, vocabulary: Vocabulary
) -> tuple[FactRow, ...]:
    """Put facts into words: those given, then those worked out from them that the tests looked at.

    A length is written so that it reads on its own side of every limit it was held against.
    """
    given = tuple(facts)
    rows = [
        FactRow(
            _label(fact.name, vocabulary),
            value_words(fact.name, fact.value, recommendation, vocabulary),
            f"{fact.source}, {day_in_words(fact.on)}",
        )
        for fact in given
    ]
    return (*rows, *_derived_rows(frozenset(f.name for f in given), recommendation, vocabulary))


def value_words(
    name: str,
    value: FactValue | None,
    recommendation: Recommendation | None,
    vocabulary: Vocabulary,
) -> str:
    """Put a fact's value into words: "Yes", "14 March 2027", "2.31 miles (3,717.604 m)"."""
    word = vocabulary.get(name)
    match value:
        case None:
            return "Not known"
        case bool():
            return "Yes" if value else "No"
        case date():
            return day_in_words(value)
        case str():
            return _choice_words(value, word)
        case NoRoute():
            return "No route"
    return _number_words(name, value, word.type if word else None, recommendation)


def _number_words(
    name: str, value: int, kind: FactType | None, recommendation: Recommendation | None
) -> str:
    """Put a whole number into the words of its unit."""
    if kind is FactType.LENGTH or name in trace.LENGTHS:
        held = trace.limits(recommendation.findings, name) if recommendation else frozenset()
        return miles_and_metres(value, trace.closest(value, held))
    if kind is FactType.MONEY:
        return pounds(value)
    return f"{value} days" if kind is FactType.DAYS else str(value)


def _choice_words(value: str, word: FactWord | None) -> str:
    """Give a choice's label."""
    if word and value in word.choices and len(word.choice_labels) == len(word.choices):
        return word.choice_labels[word.choices.index(value)]
    return value.replace("_", " ")


def _label(name: str, vocabulary: Vocabulary) -> str:
    """Give a fact's label, or its name in plain words."""
    return vocabulary[name].label if name in vocabulary else name.replace("_", " ").capitalize()


def _derived_rows(
    given: frozenset[str], recommendation: Recommendation | None, vocabulary: Vocabulary
) -> tuple[FactRow, ...]:
    """Give the facts that were worked out and that the deciding or failed tests looked at."""
    if recommendation is None:
        return ()
    findings = trace.grounds(recommendation) or trace.failed(recommendation)
    used = frozenset[str]().union(*(trace.names(finding) for finding in findings))
    return tuple(
        FactRow(
            _label(each.name, vocabulary),
            value_words(each.name, each.value, recommendation, vocabulary),
            f"worked out: {each.working}" if each.working else "worked out from other facts",
        )
        for each in recommendation.derived
        if each.name in used and each.name not in given and each.value is not None
    )


def _judged(judgements: Iterable[Judgement], vocabulary: Vocabulary) -> tuple[JudgedRow, ...]:
    """Give the judgements on walking, accompaniment and route; the latest of each fact counts."""
    latest = {each.fact: each for each in judgements}
    return tuple(
        JudgedRow(
            _label(name, vocabulary), value_words(name, each.value, None, vocabulary), each.reasons
        )
        for name, each in latest.items()
        if name in trace.NEED | trace.ROUTE
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
        gate=f"{measured.gate}, {decision.school_name}" if measured.gate else decision.school_name,
        home_snap_mm=measured.home_snap_mm,
        gate_snap_mm=measured.gate_snap_mm,
        measured_on=measured.at.date(),
        home_is_approximate=measured.home_is_approximate,
    )


def _measured(measurements: Iterable[Measurement], way: Way, length: Length) -> Measurement | None:
    """Find the latest measurement that gave exactly this length, on the grid or on the ground."""
    wanted = None if isinstance(length, NoRoute) else length
    fitting = [m for m in measurements if m.way is way and wanted in (m.grid_mm, m.ground_mm)]
    return fitting[-1] if fitting else None


def _limit(decision: Decision, name: str) -> int | None:
    """Give the one limit that the deciding tests held a length against; None where not just one."""
    found = decision.recommendation
    findings: tuple[Finding, ...] = trace.grounds(found)
    if not findings:
        findings = tuple(f for f in trace.failed(found) if f.result is Result.NOT_MET)
    held = trace.limits(findings, name)
    return next(iter(held)) if len(held) == 1 else None


def _nearest(nearest: NearestSuitable | None) -> NearestSchool | None:
    """Take over the nearest suitable school; a distance that is not recorded is not known."""
    if nearest is None:
        return None
    return NearestSchool(nearest.name, _length(nearest.walking_mm), _length(nearest.road_mm))


def _length(millimetres: int | None) -> Length | None:
    """Keep a length, or NO_ROUTE where a caller holds one in its place."""
    return NO_ROUTE if isinstance(millimetres, NoRoute) else millimetres
