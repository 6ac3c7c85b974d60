"""Which of the facts still wanted to ask for first, and how to ask it."""

from __future__ import annotations

from dataclasses import dataclass

from rules.decide import decide
from rules.evaluate import Run, definition_judged
from rules.inputs import is_judged
from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from rules.recommendation import Recommendation
from rules.values import Facts, FactType, FactValue, KnownHow, Outcome
from rules.vocabulary import FactWord

_OPEN = (Outcome.CANNOT_TELL_YET, Outcome.FOR_AN_OFFICER)


@dataclass(frozen=True, slots=True)
class Question:
    """A fact to ask for: its word, the provisions that wait for it, and how much it can settle.

    ``settles`` is how many of its ``answers`` (yes, no, each choice) would decide the outcome.
    """

    word: FactWord
    waiting: tuple[str, ...]
    settles: int
    answers: int


def questions(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation
) -> tuple[Question, ...]:
    """The questions that keep the outcome open, the one that matters most first.

    Measured facts come first (they only need measuring), judged ones last; between, those whose
    answers settle most. A fact judged by its parts is asked by its first open part.
    """
    wanted = [_part_to_ask(policy, facts, name) for name in recommendation.eligibility.missing]
    asked = [_question(policy, facts, recommendation, name) for name in dict.fromkeys(wanted)]
    return tuple(sorted(asked, key=lambda question: _order(policy, question)))


def _order(policy: PolicyVersion, question: Question) -> tuple[int, float, int]:
    judged = is_judged(policy, question.word.name)
    kind = 0 if question.word.how is KnownHow.MEASURED else 2 if judged else 1
    share = question.settles / question.answers if question.answers else 0.0
    return kind, -share, -len(question.waiting)


def _part_to_ask(policy: PolicyVersion, facts: Facts, name: str) -> str:
    word = policy.vocabulary[name]
    if word.how is not KnownHow.DERIVED or not is_judged(policy, name):
        return name
    missing = definition_judged(Run(policy, facts), name)[1]
    return missing[0] if missing else name


def _question(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation, name: str
) -> Question:
    word = policy.vocabulary[name]
    waiting = tuple(
        finding.provision
        for finding in recommendation.findings
        if name in (_part_to_ask(policy, facts, each) for each in finding.missing)
    )
    answers = _answers(word)
    settled = sum(_settles(policy, {**facts, name: answer}) for answer in answers)
    return Question(word, waiting, settled, len(answers))


def _answers(word: FactWord) -> tuple[FactValue, ...]:
    if word.type is FactType.YES_NO:
        return (True, False)
    return word.choices if word.type is FactType.CHOICE else ()


def _settles(policy: PolicyVersion, facts: Facts) -> bool:
    try:
        return decide(policy, facts).eligibility.outcome not in _OPEN
    except UserFacingError:
        return False
