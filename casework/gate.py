"""The gate: what still has to be there before a decision can be issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.assess import Assessment
from casework.determining import KIND_WORDS, wanted_determinations
from casework.in_use import InUse
from casework.measuring.confirm_figure import wanted_for_figures
from letters.discretion import SIXTH_FORM, Power, power_for
from rules.recommendation import Step
from rules.values import Determined, Outcome

UNDECIDED = (Outcome.CANNOT_TELL_YET, Outcome.FOR_AN_OFFICER)


@dataclass(frozen=True, slots=True)
class Intent:
    """What the officer means to decide: outcome, reasons, discretion, and why it departs.

    ``outcome`` is entitled, offered or not_entitled. ``discretion`` holds the reasons of the
    discretion considered; ``departs_because`` why the decision differs from the recommendation.
    Help that only discretion gives wants ``authorised_by`` (a person's id) and ``review_on``, the
    day it is looked at again; ``limits`` says what it is limited to.
    """

    outcome: Outcome
    reasons: str
    discretion: str = ""
    departs_because: str = ""
    nearest_suitable: str | None = None
    authorised_by: str | None = None
    limits: str = ""
    review_on: date | None = None


def wanted(assessment: Assessment, intent: Intent) -> tuple[str, ...]:
    """What the gate still wants, each as a sentence; nothing when the decision can be issued."""
    found = assessment.outcome
    if found is None:
        return ("Settle the facts that contradict each other.",)
    return (
        *_against_the_law(intent, found),
        *_against_the_statement(assessment, intent),
        *_reasons(intent),
        *_points(assessment),
        *_departure(assessment, intent, found),
        *_discretion(assessment, intent),
        *_protection(assessment, intent),
        *_determinations(assessment, intent),
        *(words for use in assessment.uses for words in unconfirmed(use)),
        *wanted_for_figures(assessment),
    )


def _against_the_law(intent: Intent, found: Outcome) -> list[str]:
    if intent.outcome in UNDECIDED:
        return ["Choose entitled, offered or not entitled."]
    if found is Outcome.ENTITLED and intent.outcome is not Outcome.ENTITLED:
        return ["The law entitles this child. If a fact is wrong, correct the fact first."]
    if intent.outcome is Outcome.ENTITLED and found is not Outcome.ENTITLED:
        return [
            "No provision of the law is met on these facts. Record the fact or judgement that "
            "meets one, or offer help by discretion."
        ]
    return []


def _against_the_statement(assessment: Assessment, intent: Intent) -> list[str]:
    """After 16 the published statement binds the council for its year (s.509AA)."""
    found = assessment.recommendation.eligibility.outcome if assessment.recommendation else None
    refuses = found is Outcome.OFFERED and intent.outcome is Outcome.NOT_ENTITLED
    if not refuses or fitting_power(assessment) is not SIXTH_FORM:
        return []
    return [
        "The published statement for the year offers this, and it binds the council. "
        "If a fact is wrong, correct the fact first."
    ]


def _reasons(intent: Intent) -> list[str]:
    return [] if intent.reasons.strip() else ["Write the reasons for the decision."]


def _points(assessment: Assessment) -> list[str]:
    count = sum(point.answer is None for point in assessment.case.points)
    if not count:
        return []
    points = "the family's point" if count == 1 else f"the family's {count} points"
    return [f"Answer {points}."]


def _departure(assessment: Assessment, intent: Intent, found: Outcome) -> list[str]:
    if found is intent.outcome or intent.departs_because.strip():
        return []
    if assessment.questions and intent.outcome is not Outcome.ENTITLED:
        return [f"Settle {_names(assessment)}, or say why the case is decided without."]
    if found is Outcome.CANNOT_TELL_YET and intent.outcome is not Outcome.ENTITLED:
        return ["Say why the case is decided though a text of the policy is not held."]
    if Outcome.OFFERED in (intent.outcome, found) and found is not Outcome.FOR_AN_OFFICER:
        return ["Say why the decision differs from the recommendation."]
    return []


def _names(assessment: Assessment) -> str:
    labels = [question.word.label.lower() for question in assessment.questions]
    shown = ", ".join(labels[:3])
    return shown if len(labels) <= 3 else f"{shown} and {len(labels) - 3} more"


def _discretion(assessment: Assessment, intent: Intent) -> list[str]:
    power = fitting_power(assessment)
    section = power.section if power else "the power that fits the child's phase"
    if intent.outcome is Outcome.NOT_ENTITLED and not intent.discretion.strip():
        return [f"Consider discretion under {section} and write down why it is not used."]
    if not by_discretion(assessment, intent):
        return []
    missing = {
        f"the reasons for using discretion under {section}": intent.discretion.strip(),
        "who authorises it": intent.authorised_by,
        "the day it is reviewed": intent.review_on,
    }
    return [f"Give {what}." for what, given in missing.items() if not given]


def by_discretion(assessment: Assessment, intent: Intent) -> bool:
    """Whether help is given that no rule of the policy offers: then by discretion alone."""
    found = assessment.recommendation.eligibility.outcome if assessment.recommendation else None
    return intent.outcome is Outcome.OFFERED and found not in (Outcome.OFFERED, Outcome.ENTITLED)


def _protection(assessment: Assessment, intent: Intent) -> list[str]:
    """Whether an older version holds for the child has to be known, where it could do more."""
    protection = assessment.parts.protection if assessment.parts else None
    if protection is None or not assessment.protection_matters or intent.departs_because.strip():
        return []
    words = assessment.policy.vocabulary
    names = ", ".join(words[name].label.lower() for name in protection.missing)
    names = names or "which older version is meant"
    return [f"Settle {names}: an older version may do more for this child."]


def _determinations(assessment: Assessment, intent: Intent) -> list[str]:
    if intent.outcome is Outcome.NOT_ENTITLED:
        return []
    return [
        f"The SEND officer determines {KIND_WORDS[each.name]}, authorised and with a review."
        if each.name is Determined.SOLO_TRAVEL
        else f"Determine {KIND_WORDS[each.name]}, as the policy asks."
        for each in wanted_determinations(assessment)
    ]


def unconfirmed(use: InUse) -> tuple[str, ...]:
    """What is wanted of the policy lead before decisions are made under a version."""
    if use.may_decide:
        return ()
    draft = ", which is a draft," if use.is_draft else ""
    return (f"The policy lead has to confirm {use.policy}{draft} for use before it is issued.",)


def fitting_power(assessment: Assessment) -> Power | None:
    """The power of discretion that fits the child's phase; None while the phase is not known."""
    recommendation = assessment.recommendation
    derived = {each.name: each.value for each in recommendation.derived} if recommendation else {}
    phase = derived.get("phase")
    return power_for(str(phase) if phase else None, assessment.case.school.kind)


def rests_on_send(assessment: Assessment) -> bool:
    """Whether a ground of the recommendation rests on what the child's needs let them do."""
    recommendation = assessment.recommendation
    if recommendation is None:
        return False
    grounds = [
        f for f in recommendation.findings if f.provision in recommendation.eligibility.grounds
    ]
    return any(_looks_at(finding.because, "cannot_walk") for finding in grounds)


def _looks_at(step: Step, name: str) -> bool:
    return step.name == name or any(_looks_at(part, name) for part in step.parts)
