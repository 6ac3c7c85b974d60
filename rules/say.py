"""Puts findings and tests into plain English, from the trace alone."""

from __future__ import annotations

from datetime import date

from rules.decisive import decisive
from rules.quantities import day_in_words, limit_in_miles, miles, pounds
from rules.recommendation import Finding, Recommendation, Step
from rules.values import (
    Authoriser,
    Determined,
    Effect,
    FactType,
    FactValue,
    NoRoute,
    Outcome,
    Result,
    Standing,
)

OUTCOMES = {
    Outcome.ENTITLED: "Entitled",
    Outcome.OFFERED: "Offered",
    Outcome.NOT_ENTITLED: "Not entitled",
    Outcome.CANNOT_TELL_YET: "Cannot tell yet",
    Outcome.FOR_AN_OFFICER: "For an officer",
}
RESULTS = {Result.MET: "met", Result.NOT_MET: "not met", Result.UNKNOWN: "not known"}
_YES_NO = {Result.MET: "yes", Result.NOT_MET: "no", Result.UNKNOWN: "not known"}
STANDINGS = {
    Standing.ENACTED: "statute",
    Standing.CASE_LAW: "case law",
    Standing.GUIDANCE: "national guidance",
    Standing.ADOPTED: "read in the policy or in the papers on its decision",
    Standing.PUBLISHED: "read on a council page",
    Standing.TO_CONFIRM: "to be confirmed by the policy lead",
    Standing.UNREAD: "not read: its text is not held",
}
DETERMINED = {
    Determined.SOLO_TRAVEL: "travelling alone",
    Determined.PASSENGER_ASSISTANT: "a passenger assistant",
}
AUTHORISERS = {
    Authoriser.SEND: "the SEND team",
    Authoriser.TRANSPORT: "the transport team",
    Authoriser.SENIOR_REVIEWER: "a senior reviewer",
}
EFFECTS = {
    Effect.ENTITLES: "A duty in law: whoever meets it is entitled.",
    Effect.OFFERS: "An offer of this policy.",
    Effect.WITHHOLDS: "It takes an offer away, and never what the law gives.",
    Effect.REFERS: "A named person must decide.",
    Effect.EXTENDS: "It widens another provision.",
    Effect.OWES: "It says whether the council must act itself.",
    Effect.CHARGES: "It says what a family pays.",
    Effect.ARRANGES: "A kind of travel.",
    Effect.PROTECTS: "It keeps a child on an older policy.",
    Effect.ENDS: "It says when help ends, or is looked at again.",
    Effect.DETERMINES: "It is judged on its own, by a named person.",
}
_COMPARISONS = {
    FactType.DATE: {">": "after", "<": "before", ">=": "on or after", "<=": "on or before"},
    FactType.NUMBER: {">": "over", "<": "under", ">=": "at least", "<=": "at most", "=": "exactly"},
}
_FIGURES = (FactType.LENGTH, FactType.MONEY, FactType.NUMBER)
_PLAIN = {">": "more than", "<": "less than", ">=": "at least", "<=": "not more than", "=": "just"}
_OPPOSITE = {">": "<=", "<": ">=", ">=": "<", "<=": ">"}


def outcome_words(outcome: Outcome) -> str:
    """The outcome as screens and letters write it: ``Not entitled``."""
    return OUTCOMES[outcome]


def effect_words(effect: Effect) -> str:
    """What a provision does, as a sentence."""
    return EFFECTS[effect]


def standing_words(standing: Standing) -> str:
    """How sure we are of a rule, in words."""
    return STANDINGS[standing]


def cites_words(cites: str) -> str:
    """A citation as letters print it."""
    return cites


def value_words(value: FactValue | None, kind: FactType, limit: FactValue | None = None) -> str:
    """A fact's value in words; a length never reads as on the other side of ``limit`` (mm)."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, NoRoute):
        return "no route"
    if isinstance(value, int) and kind is FactType.LENGTH:
        return miles(value, limit if isinstance(limit, int) else None)
    if isinstance(value, int) and kind is FactType.MONEY:
        return pounds(value)
    return str(value).replace("_", " ")


def limit_words(limit: FactValue, kind: FactType) -> str:
    """A limit in words: ``2 miles``, ``£616.67``, ``8``."""
    if kind is FactType.LENGTH and isinstance(limit, int):
        return limit_in_miles(limit)
    return value_words(limit, kind)


def test_words(step: Step) -> str:
    """One test in words: ``walking distance is 2.31 miles, more than 2 miles``."""
    name = (step.says or step.name or _left_of(step)).replace("_", " ")
    name = name[:1].lower() + name[1:] if name[1:2].islower() else name
    if step.kind == "unread":
        return f"{step.text.removesuffix(': not read')}: its text has not been read"
    if step.type is None:
        return f"{name.rstrip('.')}: {_YES_NO[step.result]}"
    name = name.rstrip(".")
    limit = step.limit if not isinstance(step.limit, tuple) else None
    found = value_words(step.value, step.type, limit)
    if step.result is Result.UNKNOWN or step.type in (FactType.YES_NO, FactType.CHOICE):
        return f"{name}: {found}"
    return f"{name} is {found}, {held_against(step)}"


def _left_of(step: Step) -> str:
    """What a line without a name speaks of: of a comparison, what was held against the limit."""
    return step.text.partition(f" {step.operator} ")[0]


def held_against(step: Step) -> str:
    """How a value stands to its limit, as it fell out: ``not more than 2 miles``."""
    operator = step.operator or "="
    if step.result is Result.NOT_MET:
        operator = _OPPOSITE.get(operator, operator)
    kind = step.type or FactType.NUMBER
    words = _COMPARISONS.get(kind, _PLAIN).get(operator, _PLAIN[operator])
    if operator == "=" and step.result is Result.NOT_MET:
        words = "not"
    limit = step.limit if not isinstance(step.limit, tuple) else None
    return f"{words} {limit_words(limit, kind)}" if limit is not None else words


def telling_steps(finding: Finding) -> tuple[Step, ...]:
    """The tests that settled a provision, worth telling: of one that is met, its figures if any.

    Of one that is not met, or not known, the first three.
    """
    steps = decisive(finding.because)
    if finding.result is not Result.MET:
        return _apart(steps)[:3]
    return _apart(tuple(step for step in steps if step.type in _FIGURES) or steps)


def _apart(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Each test once: what is not known is the same words for every limit."""
    found: dict[str, Step] = {}
    for step in steps:
        found.setdefault(test_words(step), step)
    return tuple(found.values())


def finding_sentence(finding: Finding) -> str:
    """One plain sentence: the provision's title, and the tests that settled it."""
    return f"{finding.title}: {'; '.join(map(test_words, telling_steps(finding)))}."


def telling_test(finding: Finding) -> Step | None:
    """The measured test to show beside a finding's title: value, limit and margin; or None."""
    tests = [step for step in decisive(finding.because) if step.limit is not None]
    lengths = [step for step in tests if step.type is FactType.LENGTH]
    others = [step for step in tests if step.type in (FactType.NUMBER, FactType.MONEY)]
    return next(iter(lengths or others), None)


def summary(recommendation: Recommendation) -> str:
    """The recommendation in one sentence with its first ground and figure."""
    eligibility = recommendation.eligibility
    outcome = outcome_words(eligibility.outcome)
    by_id = {finding.provision: finding for finding in recommendation.findings}
    if eligibility.grounds:
        first = by_id[eligibility.grounds[0]]
        figure = telling_test(first)
        words = f"; {test_words(figure)}" if figure else ""
        return f"{outcome}: {first.title[:1].lower()}{first.title[1:]}{words} ({first.cites})."
    if eligibility.missing:
        count = len(eligibility.missing)
        are = "is" if count == 1 else "are"
        return f"{outcome}: {count} of the facts that matter {are} not known."
    if eligibility.unread:
        return f"{outcome}: the policy speaks of this case in a text that is not held here."
    return f"{outcome}: no provision of the policy is met."
