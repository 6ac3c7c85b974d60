"""What a version's text becomes for a proof: its provisions, their parts, its charges' cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rules.policy import PolicyVersion, Provision
from rules.prove.formula import TRUE, Formula, Pair, sure
from rules.prove.grounding import Grounder
from rules.prove.meaning import Node, Reader
from rules.values import Effect


@dataclass(frozen=True, slots=True)
class Text:
    """One version's conditions by provision; ``parts`` are those it asks for one and all.

    ``cases`` are, for each charge, when the condition of each of its cases is met, whatever stands
    before it; *otherwise* is always met.
    """

    policy: PolicyVersion
    provisions: Mapping[str, Pair]
    parts: Mapping[str, tuple[Formula, ...]]
    cases: Mapping[str, tuple[Pair, ...]]

    @property
    def formulas(self) -> list[Formula]:
        """Every condition, where it is surely met and where it may be."""
        pairs = [*self.provisions.values(), *(one for many in self.cases.values() for one in many)]
        return [*(pair.may for pair in pairs), *(pair.must for pair in pairs)]


def grounded_text(grounder: Grounder, effects: tuple[Effect, ...]) -> Text:
    """Ground a version's provisions of some effects."""
    policy = grounder.reader.policy
    wanted = [each for each in policy.provisions if each.effect in effects]
    return Text(
        policy,
        {each.id: grounder.provision(each) for each in wanted},
        {each.id: _parts(grounder, each) for each in wanted},
        {each.id: _cases(grounder, each) for each in wanted if each.charge is not None},
    )


def _parts(grounder: Grounder, provision: Provision) -> tuple[Formula, ...]:
    return tuple(pair.must for pair in grounder.parts(provision) if pair.settled)


def _cases(grounder: Grounder, provision: Provision) -> tuple[Pair, ...]:
    assert provision.charge is not None
    whens = [case.when for case in provision.charge.cases]
    return tuple(grounder.condition(when) if when else sure(TRUE) for when in whens)


def grounded_truths(
    grounders: list[Grounder],
    usual: bool = False,
) -> tuple[list[Formula], list[tuple[Reader, Node]], tuple[str, ...]]:
    """The domain truths: those for the solver, those for the calendar, and all in words.

    With ``usual`` also those that an odd case may break.
    """
    grounded: list[Formula] = []
    of_days: list[tuple[Reader, Node]] = []
    words: dict[str, str] = {}
    for grounder in grounders:
        policy = grounder.reader.policy
        for truth in (*policy.truths, *(policy.usual if usual else ())):
            meaning = grounder.reader.meaning(truth.holds)
            if meaning in words:
                continue
            words[meaning] = truth.says
            if grounder.reader.of_days(truth.holds):
                of_days.append((grounder.reader, truth.holds))
            else:
                grounded.append(grounder.condition(truth.holds).may)
    return grounded, of_days, tuple(words.values())
