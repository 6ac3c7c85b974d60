"""The last day of help: one answer for the case's page and for the letter of its decision."""

from __future__ import annotations

from datetime import date

from casework.facts_in_force import values_of
from records.decision import Decision
from rules.dates import school_year
from rules.lasting import last_day
from rules.part_values import Parts, PeriodOutcome
from rules.policy import PolicyVersion
from rules.reader import read_closure
from rules.values import Effect, Facts, Outcome

_EFFECT = {Outcome.ENTITLED: Effect.ENTITLES, Outcome.OFFERED: Effect.OFFERS}


def last_day_of_help(parts: Parts) -> date | None:
    """The last day on which help is sure, as the period of a recommendation tells it.

    What ends help by the policy's own words (``ends``) counts, and so does a birthday, the end of
    the version or of the school year. None where no help runs, or its end cannot be told yet.
    """
    found = parts.period
    return found.until if found.outcome is PeriodOutcome.RUNS else None


def last_day_of_decision(decision: Decision) -> date | None:
    """The last day of the help that was decided, as the record holds it.

    A decision of before the parts were kept says how long its provisions are met instead.
    """
    if decision.parts is not None:
        return last_day_of_help(decision.parts)
    policy = read_closure(decision.recommendation.policy, dict(decision.policy_texts))
    return last_day_met(policy, values_of(decision.facts), decision.outcome)


def last_day_met(policy: PolicyVersion, facts: Facts, outcome: Outcome) -> date | None:
    """The last day of the school year on which a provision of an outcome is met."""
    start, effect = facts.get("day_of_travel"), _EFFECT.get(outcome)
    if not isinstance(start, date) or effect is None:
        return None
    return last_day(policy, facts, effect, end_of_school_year(start))


def end_of_school_year(day: date) -> date:
    """The 31 August on or after a day."""
    return date(school_year(day) + 1, 8, 31)
