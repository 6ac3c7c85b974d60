"""The parts of a recommendation as plain JSON: pence as whole numbers, days as ISO text.

For the command line and for other programs. What the store keeps is the values themselves.
"""

from __future__ import annotations

from datetime import date

from rules.part_values import (
    Arrangement,
    Contribution,
    Criterion,
    Determination,
    Figure,
    Parts,
    Period,
    Protection,
)
from rules.recommendation import Finding, Step
from rules.why_not import why_not

Json = dict[str, object]


def as_json(parts: Parts) -> Json:
    """Parts as plain values: ``contribution``, ``arrangement`` (or None), ``period``,
    ``protection`` and ``determinations``.
    """
    return {
        "contribution": _contribution(parts.contribution),
        "arrangement": None if parts.arrangement is None else _arrangement(parts.arrangement),
        "period": _period(parts.period),
        "protection": _protection(parts.protection),
        "determinations": [_determination(each) for each in parts.determinations],
    }


def _contribution(found: Contribution) -> Json:
    return {
        "outcome": found.outcome.value,
        "annual_pence": found.annual_pence,
        "instalments_pence": list(found.instalments),
        "provision": found.provision,
        "cites": found.cites,
        "standing": found.standing.value if found.standing else None,
        "rule_standing": found.rule_standing.value if found.rule_standing else None,
        "sum": found.sum_name,
        "figures": [_figure(each) for each in found.figures],
        "because": found.because.text if found.because else None,
        "missing": list(found.missing),
        "unread": list(found.unread),
    }


def _figure(found: Figure) -> Json:
    return {
        "name": found.name,
        "cites": found.cites,
        "standing": found.standing.value,
        "note": found.note,
    }


def _arrangement(found: Arrangement) -> Json:
    return {
        "outcome": found.outcome.value,
        "suggested": _finding(found.suggested),
        "with_consent": found.with_consent,
        "meanwhile": _finding(found.meanwhile),
        "excluded": [_excluded(each) for each in found.excluded],
        "open": _finding(found.open),
        "missing": list(found.missing),
    }


def _excluded(found: Finding) -> Json:
    """A lesser kind with the tests that exclude it, in words."""
    return (_finding(found) or {}) | {"not_met": list(why_not(found))}


def _period(found: Period) -> Json:
    return {
        "outcome": found.outcome.value,
        "from": _day(found.from_day),
        "until": _day(found.until),
        "why": found.why,
        "ended_by": _finding(found.ended_by),
        "review_on": _day(found.review_on),
        "reviewed_by": _finding(found.reviewed_by),
        "missing": list(found.missing),
        "unread": list(found.unread),
    }


def _protection(found: Protection) -> Json:
    return {
        "outcome": found.outcome.value,
        "keeps": found.keeps,
        "provision": _finding(found.provision),
        "cites": found.cites,
        "missing": list(found.missing),
        "unread": list(found.unread),
    }


def _determination(found: Determination) -> Json:
    return {
        "name": found.name.value,
        "outcome": found.outcome.value,
        "provision": _finding(found.provision),
        "criteria": [_criterion(each) for each in found.criteria],
        "missing": list(found.missing),
        "cites": found.cites,
        "standing": found.standing.value,
        "authoriser": found.authoriser.value if found.authoriser else None,
        "needs_authoriser": found.needs_authoriser,
        "needs_review_date": found.needs_review_date,
    }


def _criterion(found: Criterion) -> Json:
    return {
        "name": found.step.name,
        "text": found.step.text,
        "says": _says(found.step),
        "result": found.result.value,
        "missing": list(found.missing),
    }


def _says(step: Step) -> str:
    return step.says or step.text.replace("_", " ")


def _finding(found: Finding | None) -> Json | None:
    if found is None:
        return None
    return {
        "provision": found.provision,
        "title": found.title,
        "result": found.result.value,
        "cites": found.cites,
        "standing": found.standing.value,
        "missing": list(found.missing),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
