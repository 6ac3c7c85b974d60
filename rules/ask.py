"""The *ask* reading: which facts still unknown can change the outcome, in the best order to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.evaluate import Run, definition_judged
from rules.guards import guarded_order, guards_of
from rules.inputs import is_judged
from rules.policy import PolicyVersion
from rules.recommendation import Finding, Recommendation
from rules.values import Effect, Facts, FactType, KnownHow, Result
from rules.vocabulary import FactWord

_DRAW_OUTCOMES = (Effect.ENTITLES, Effect.OFFERS, Effect.WITHHOLDS, Effect.REFERS)
_DAY = "day_of_travel"


@dataclass(frozen=True, slots=True)
class Question:
    """A fact to ask for: its word, and the provisions that wait for it."""

    word: FactWord
    waiting: tuple[str, ...]


def questions(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation, by_solver: bool = False
) -> tuple[Question, ...]:
    """The questions that keep the outcome open, the best one first.

    What cannot change the outcome, however the rest turns out, is not asked: certain where the
    ways in which the unknown facts can turn out are few enough to go through, or ``by_solver``
    (some tenths of a second; may raise CannotProve). First comes that fact whose answer leaves the
    outcome nearest to settled on average, every answer being as likely as any other; of two alike
    the measured one, for measuring asks nobody. None comes before an unknown fact on whose answer
    it hangs wherever it stands (``rules.guards``), and judged ones come last. A fact judged by its
    parts is asked by its first open part.
    """
    if not recommendation.eligibility.missing:
        return ()
    ordered = _ordered(policy, facts, recommendation, by_solver)
    run = Run(policy, facts)
    parts = {
        name: _part_to_ask(run, name) for each in recommendation.findings for name in each.missing
    }
    asked = dict.fromkeys(parts[name] for name in ordered)
    return tuple(_question(policy, recommendation, parts, name) for name in asked)


def missing_in_order(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation
) -> tuple[Question, ...]:
    """Every fact that keeps the outcome open, in the order of ``questions``, itself.

    What a recommendation names as missing, no fact more or less; those that cannot change the
    outcome stand last.
    """
    missing = recommendation.eligibility.missing
    ordered = _ordered(policy, facts, recommendation, by_solver=False) if missing else []
    itself = {name: name for each in recommendation.findings for name in each.missing}
    every = dict.fromkeys([*ordered, *_judged_last(policy, missing)])
    return tuple(_question(policy, recommendation, itself, name) for name in every)


def narrowed(policy: PolicyVersion, facts: Facts, name: str) -> str:
    """The one fact that still settles a worked-out one, where all its others are known.

    Else the fact itself: a family is not asked for a dozen facts where one answer would do.
    """
    word, definition = policy.vocabulary[name], policy.definitions.get(name)
    if word.how is not KnownHow.DERIVED or not definition or definition.type is not FactType.YES_NO:
        return name
    missing = definition_judged(Run(policy, facts), name)[1]
    return missing[0] if len(missing) == 1 else name


def _ordered(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation, by_solver: bool
) -> list[str]:
    """The missing facts that can change the outcome, the best one to ask first."""
    missing = recommendation.eligibility.missing
    if len(missing) == 1:
        return list(missing)
    if _DAY in missing:
        return [_DAY, *_judged_last(policy, [name for name in missing if name != _DAY])]
    return _in_order(policy, facts, recommendation, by_solver)


def _in_order(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation, by_solver: bool
) -> list[str]:
    # NumPy is loaded with the first question, not by everyone who decides.
    from rules.caseload.completions import completions, tied_to

    missing = recommendation.eligibility.missing
    ways = completions(policy, facts, _wanted(recommendation))
    kept = [name for name in missing if ways.can_change(name, tied_to(policy, facts, name))]
    if by_solver and not ways.complete:
        from rules.prove.matters import matters

        certain = matters(policy, facts, missing)
        kept = [name for name in missing if name in certain]
    # Where nothing matters though decide leaves it open, what it waits for is asked all the same.
    best = sorted(kept or missing, key=lambda name: (ways.left_open(name), _asks(policy, name)))
    return _judged_last(policy, best)


def _asks(policy: PolicyVersion, name: str) -> bool:
    """Whether somebody is asked for a fact; measuring asks nobody."""
    return policy.vocabulary[name].how is not KnownHow.MEASURED


def _judged_last(policy: PolicyVersion, names: Sequence[str]) -> list[str]:
    """Names in their order, each after those it hangs on, and the judged after all others."""
    guards = guards_of(policy)
    plain = [name for name in names if not is_judged(policy, name)]
    judged = [name for name in names if is_judged(policy, name)]
    return [*guarded_order(plain, guards), *guarded_order(judged, guards)]


def _wanted(recommendation: Recommendation) -> tuple[str, ...]:
    """The unknown facts that any provision waits for which may draw the outcome."""
    open_ones = [each for each in recommendation.findings if _is_open(each)]
    return tuple(dict.fromkeys(name for each in open_ones for name in each.missing))


def _is_open(finding: Finding) -> bool:
    return finding.effect in _DRAW_OUTCOMES and finding.result is Result.UNKNOWN


def _part_to_ask(run: Run, name: str) -> str:
    """A fact itself; of one that is judged by its parts, the first that is open."""
    word = run.policy.vocabulary[name]
    if word.how is not KnownHow.DERIVED or not is_judged(run.policy, name):
        return name
    missing = definition_judged(run, name)[1]
    return missing[0] if missing else name


def _question(
    policy: PolicyVersion, recommendation: Recommendation, parts: dict[str, str], name: str
) -> Question:
    waiting = tuple(
        finding.provision
        for finding in recommendation.findings
        if any(parts[each] == name for each in finding.missing)
    )
    return Question(policy.vocabulary[name], waiting)
