"""Every ``when NAME:`` a template may use, and how it is told from the record."""

from __future__ import annotations

from collections.abc import Callable

from letters import trace
from letters.help import CONDITIONS_OF_HELP
from letters.matter import Matter
from letters.money import contribution_of
from letters.occasions import of
from letters.of_phase import CONDITIONS_OF_PHASE
from letters.phrases import eighth_birthday
from rules.part_values import ContributionOutcome
from rules.recommendation import Finding


def _grounds(matter: Matter) -> tuple[Finding, ...]:
    return trace.grounds(matter.recommendation) if matter.recommendation else ()


def _grounds_look_at(matter: Matter, wanted: frozenset[str]) -> bool:
    return any(trace.looks_at(finding, wanted) for finding in _grounds(matter))


def distance_tested(matter: Matter) -> bool:
    """Say whether a distance bears on the decision: on its ground, or on a test that failed."""
    if matter.recommendation is None:
        return True
    findings = _grounds(matter) or trace.failed(matter.recommendation)
    return any(trace.looks_at(finding, trace.LENGTHS) for finding in findings)


def turns_8_before_end(matter: Matter) -> bool:
    """Say whether the child turns 8 while the help lasts, as far as its days are known."""
    if matter.date_of_birth is None:
        return False
    birthday = eighth_birthday(matter.date_of_birth)
    starts, ends = matter.terms.starts_on, matter.terms.ends_on
    return (starts is None or birthday > starts) and (ends is None or birthday <= ends)


def written_late(matter: Matter) -> bool:
    """Say whether the letter is written after the last day on which it was owed to the family."""
    written, owed = matter.terms.letter_date, matter.terms.owed_by
    return bool(written and owed and written > owed)


def longer_than_term(matter: Matter) -> bool:
    """Say whether an outcome is promised for a day later than the recommended term ends."""
    due, ends = of(matter, "outcome_due") or of(matter, "now_due"), matter.terms.outcome_term_ends
    return bool(due and ends and due > ends and of(matter, "taken") is not False)


def accepted(matter: Matter) -> bool:
    """Say whether a budget was accepted; until the parent has answered, it is not."""
    return of(matter, "accepted") is True


def contribution_due(matter: Matter) -> bool:
    """Say whether a contribution is asked for the travel that is arranged."""
    found = contribution_of(matter)
    return found is not None and found.outcome is ContributionOutcome.DUE


def departs(matter: Matter) -> bool:
    """Say whether the officer decided other than recommended."""
    return bool(matter.departs_because)


def not_settled(matter: Matter) -> bool:
    """Say whether a rule that could have given help was left open."""
    return bool(matter.recommendation and trace.open_still(matter.recommendation))


def some_ruled_out(matter: Matter) -> bool:
    """Say whether age, phase or kind of place alone ruled out a rule that could have given help."""
    return bool(matter.recommendation and trace.ruled_out(matter.recommendation))


CONDITIONS: dict[str, Callable[[Matter], bool]] = {
    **CONDITIONS_OF_HELP,
    **CONDITIONS_OF_PHASE,
    "distance_tested": distance_tested,
    "route_measured": lambda m: any(each.network for each in m.distances),
    "low_income_ground": lambda m: _grounds_look_at(m, frozenset({"low_income"})),
    "need_ground": lambda m: _grounds_look_at(m, trace.NEED),
    "route_ground": lambda m: _grounds_look_at(m, trace.ROUTE),
    "turns_8_before_end": turns_8_before_end,
    "points_raised": lambda m: bool(m.points),
    "has_enclosures": lambda m: bool(m.terms.enclosures),
    "has_reasons": lambda m: True,  # without them stands their blank
    "sixth_form": lambda m: m.phase == "sixth_form_age",
    "distance_after_16": lambda m: CONDITIONS_OF_PHASE["after_16"](m) and distance_tested(m),
    "departs": departs,
    "written_late": written_late,
    "longer_than_term": longer_than_term,
    "accepted": accepted,
    "contribution_due": contribution_due,
    "not_settled": not_settled,
    "some_ruled_out": some_ruled_out,
}
