"""What would have changed a decision: the smallest changes of its facts, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.assess import Assessment
from casework.change_words import labelled, now_words, then_words
from casework.facts_in_force import values_of
from records.decision import Decision
from rules.bands import limits_of
from rules.policy import PolicyVersion
from rules.reader import read_closure
from rules.recommendation import Recommendation
from rules.say import outcome_words
from rules.values import Facts, KnownHow, NoRoute
from rules.what_if import BANDED, Alternative, Change, what_if

MOST = 6
"""How many changes are told of each sort; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What would change an outcome, a sentence each, the likeliest first.

    ``in_reach`` a family could change or prove; ``beyond`` nobody can, though it matters (age and
    measured distances). ``more`` counts what is not told.
    """

    in_reach: tuple[str, ...]
    beyond: tuple[str, ...]
    more: int


def otherwise_of_decision(decision: Decision) -> Otherwise:
    """What would have changed a decision, under the texts and facts it was made on."""
    policy = read_closure(decision.recommendation.policy, dict(decision.policy_texts))
    return otherwise(policy, values_of(decision.facts), decision.recommendation)


def otherwise_of_case(assessment: Assessment) -> Otherwise | None:
    """What would change what the rules say of a case now; None while its facts contradict."""
    if assessment.recommendation is None:
        return None
    return otherwise(assessment.policy, values_of(assessment.facts), assessment.recommendation)


def otherwise(policy: PolicyVersion, facts: Facts, recommendation: Recommendation) -> Otherwise:
    """The smallest changes of one or two facts that would change the outcome, in words.

    Of what nobody can change, figures are told (a distance, an age), not another place.
    """
    found = what_if(policy, facts, recommendation)
    near = [change_sentence(policy, each) for each in found if each.in_reach]
    far = [
        change_sentence(policy, each)
        for each in found
        if not each.in_reach and all(a.word.type in BANDED for a in each.alternatives)
    ]
    more = max(len(near) - MOST, 0) + max(len(far) - MOST, 0)
    return Otherwise(tuple(near[:MOST]), tuple(far[:MOST]), more)


def change_sentence(policy: PolicyVersion, change: Change) -> str:
    """One change as a sentence: ``If walking distance were more than 3 miles …: entitled …``."""
    facts = " and ".join(alternative_words(policy, each) for each in change.alternatives)
    ground = f" ({policy.provision(change.grounds[0]).source.cites})" if change.grounds else ""
    return f"If {facts}: {outcome_words(change.outcome).lower()}{ground}."


def alternative_words(policy: PolicyVersion, each: Alternative) -> str:
    """One fact with another value: ``walking distance were more than 3 miles (it is 2.81)``.

    What is recorded is never rounded across the limit that lies nearest to it.
    """
    label = each.word.label
    name = label[:1].lower() + label[1:] if label[1:2].islower() else label
    if each.word.type not in BANDED or isinstance(each.then, NoRoute):
        so = "now" if each.word.how is KnownHow.DERIVED else "recorded"
        return f"{then_words(each, f'“{name}”')} ({so}: {labelled(each.word, each.now)})"
    if each.now is None:
        return then_words(each, name)
    limit = _nearest_limit(policy, each.word.name, each.now) if isinstance(each.now, int) else None
    who = "the child" if each.travel is not None and isinstance(each.now, date) else "it"
    return f"{then_words(each, name)} ({who} is {now_words(each, limit)})"


def _nearest_limit(policy: PolicyVersion, name: str, now: int) -> int | None:
    return min(limits_of(policy, name), key=lambda limit: abs(limit - now), default=None)
