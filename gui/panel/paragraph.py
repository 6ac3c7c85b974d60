"""The decision in a paragraph: what was decided, by which rule, on which figure, by whom."""

from __future__ import annotations

from typing import Final

from casework.panel import PanelCase
from gui.officer.recommendation_words import WALKING_LIMITS
from gui.panel.judged_ground import judged_words
from gui.panel.names import Names
from gui.panel.tried import help_first, nearest_limit
from records.london import day_in_london
from rules.quantities import day_in_words, limit_in_miles, miles
from rules.recommendation import Finding, Step
from rules.say import finding_sentence, outcome_words, telling_test
from rules.values import NoRoute, Outcome

_OPENINGS: Final = {
    Outcome.ENTITLED: "Help with travel was granted: the law entitles this child.",
    Outcome.OFFERED: "Help with travel was offered.",
    Outcome.NOT_ENTITLED: "Help with travel was refused.",
}

_LEFT_OPEN: Final = {
    Outcome.FOR_AN_OFFICER: "The rules leave this case to an officer",
    Outcome.CANNOT_TELL_YET: "On what was known the rules could not tell, so it fell to an officer",
}


def opening(case: PanelCase) -> str:
    """Say what was decided, in one sentence."""
    decision = case.decision
    by_discretion = decision.outcome is Outcome.OFFERED and (
        decision.recommendation.eligibility.outcome is not Outcome.OFFERED
    )
    if by_discretion:
        return "Help with travel was offered by discretion; no rule requires it."
    return _OPENINGS[decision.outcome]


def ground(case: PanelCase) -> str:
    """Say by which provision and on which figure; of a refusal, how near the nearest rule came."""
    if case.rationale.deciding and case.decision.outcome is not Outcome.NOT_ENTITLED:
        first = case.rationale.deciding[0]
        return f"The ground is: {first.title}. {_what_met(case, first)} The rule is {first.cites}."
    return _why_refused(case)


def _what_met(case: PanelCase, finding: Finding) -> str:
    """Tell what meets a ground: the child's needs or the route where these decide, else a figure.

    On such a ground a walk within the limit is a condition, and not the reason.
    """
    if words := judged_words(finding):
        return f"{words}."
    test = telling_test(finding)
    if test is not None and test.name == "walking_distance":
        return _because(case, finding)
    said = finding_sentence(finding).removeprefix(f"{finding.title}: ")
    return said[:1].upper() + said[1:]


def _why_refused(case: PanelCase) -> str:
    found = help_first(case.rationale)
    failed, still_open = found.failed, found.open
    tried = len(failed) + len(still_open)
    said = [_nearest(case)]
    if tried and not still_open:
        said.append(f"{_rules(tried)} could apply to this child, and none was met.")
    elif tried:
        said.append(
            f"{_rules(tried)} could apply to this child: {len(failed)} not met, "
            f"{len(still_open)} not settled."
        )
    return " ".join(part for part in said if part)


def _rules(count: int) -> str:
    return "One rule" if count == 1 else f"{count} rules"


def _nearest(case: PanelCase) -> str:
    """Tell the walk against its limit where that was tried, else the nearest miss."""
    failed = help_first(case.rationale).failed
    walked = [each for each in failed if _limit_of_walking(each)]
    if walked:
        return _because(case, walked[0])
    return f"Nearest to being met: {finding_sentence(failed[0])}" if failed else ""


def _limit_of_walking(finding: Finding) -> bool:
    test = telling_test(finding)
    return test is not None and test.limit_name in WALKING_LIMITS


def _because(case: PanelCase, finding: Finding) -> str:
    test = telling_test(finding)
    walk = test is not None and test.name == "walking_distance"
    if test is None or not walk or not isinstance(test.limit, int):
        return finding_sentence(finding)
    limit = WALKING_LIMITS.get(test.limit_name or "", "the limit of this rule")
    return f"{_how_far(case, test, test.limit)}; {limit} is {limit_in_miles(test.limit)}."


def _how_far(case: PanelCase, test: Step, limit: int) -> str:
    school = case.decision.school_name
    if isinstance(test.value, NoRoute):
        return f"No walking route to {school} was found"
    if not isinstance(test.value, int):
        return f"The walk to {school} has not been measured"
    every = case.decision.recommendation.findings
    away = miles(test.value, nearest_limit(every, "walking_distance", test.value) or limit)
    return f"{school} is {away} away by the shortest available walking route"


def who_and_when(case: PanelCase) -> str:
    """Say who decided, when, for which day of travel and under which version."""
    decision = case.decision
    day = decision.recommendation.day_of_travel
    travel = f", for travel from {day_in_words(day)}" if day else ""
    decided = day_in_words(day_in_london(decision.decided_at))
    return (
        f"Decided by {decision.decided_by_name} on {decided}{travel}, under "
        f"{decision.policy_title}."
    )


def departure(case: PanelCase, names: Names) -> str:
    """Say where the officer departed from what the rules recommended, and why; else nothing."""
    decision = case.decision
    found = decision.recommendation.eligibility.outcome
    if not decision.departs_because:
        return ""
    said = names.said(decision.departs_because)
    if found is decision.outcome:
        return f"On what was still open the officer wrote: {said}"
    if found in _LEFT_OPEN:
        return f"{_LEFT_OPEN[found]}, who wrote: {said}"
    return f"The rules alone said: {outcome_words(found).lower()}. The officer departed: {said}"
