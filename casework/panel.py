"""What a panel sees: decided cases, read-only, and one case laid out for a lay reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from casework.desk import Desk
from casework.facts_by_day import facts_by_day
from casework.facts_in_force import values_of
from casework.letters.of_case import CaseLetters, case_letters
from casework.measuring.claimed import Compared, claims_compared
from casework.otherwise import Otherwise, otherwise_of_decision
from casework.policies.in_words import WrittenVersion, in_words
from casework.rationale import Rationale, rationale
from records.application import Application, Evidence
from records.decision import Decision
from records.figure import ConfirmedFigure
from records.letter import Letter
from records.london import day_in_london
from rules.arrangement import DUE
from rules.decide import decide
from rules.part_values import Contribution, Parts
from rules.parts import parts
from rules.policy import PolicyVersion
from rules.reader import read_closure
from rules.recommendation import Recommendation
from rules.values import Outcome
from rules.vocabulary import Vocabulary
from store import (
    applications,
    children,
    decisions,
    evidence,
    figures,
    people,
    points,
    schools,
)
from store.encoding import encode


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """One decided case of the list."""

    decision: str
    reference: str
    child: str
    school: str
    outcome: Outcome
    decided_on: date
    decided_by: str
    points: int


@dataclass(frozen=True, slots=True)
class PanelCase:
    """A decided case as its record holds it; nothing is worked out anew.

    ``vocabulary`` is that of the day, from the stored texts; ``replays`` says whether deciding the
    stored facts under the stored texts gives the stored findings again. ``law`` lays the stored
    texts out in words, as they stood that day. ``confirmed`` are the figures near a limit that were
    looked at again by the day of decision, ``claims`` what the family measured, whenever.
    """

    decision: Decision
    application: Application
    rationale: Rationale
    evidence: tuple[Evidence, ...]
    letters: tuple[Letter, ...]
    told: CaseLetters
    earlier: tuple[Decision, ...]
    vocabulary: Vocabulary
    replays: bool
    otherwise: Otherwise
    law: WrittenVersion
    confirmed: tuple[ConfirmedFigure, ...] = ()
    claims: tuple[Compared, ...] = ()


def list_decided(desk: Desk) -> tuple[DecidedLine, ...]:
    """The decisions that stand, the last decided first."""
    store = desk.store
    cases = {each.id: each for each in applications.list_applications(store)}
    names = {each.id: each.name for each in children.list_children(store)}
    places = {each.id: each.name for each in schools.list_schools(store)}
    staff = {each.id: each.name for each in people.list_people(store)}
    raised = points.count_by_case(store)
    lines = [
        DecidedLine(
            decision=head.id,
            reference=cases[head.application].reference,
            child=names[cases[head.application].child],
            school=places[cases[head.application].school],
            outcome=head.outcome,
            decided_on=day_in_london(head.decided_at),
            decided_by=staff.get(head.decided_by, ""),
            points=raised.get(head.application, 0),
        )
        for head in decisions.list_heads(store)
    ]
    return tuple(sorted(lines, key=lambda line: (line.decided_on, line.reference), reverse=True))


def open_for_panel(desk: Desk, decision: str) -> PanelCase:
    """Open a decided case read-only. Raises NotThere for an unknown decision."""
    found = decisions.decision(desk.store, decision)
    policy = read_closure(found.recommendation.policy, dict(found.policy_texts))
    every = decisions.decisions_of(desk.store, found.application)
    told = case_letters(desk, found.application)
    return PanelCase(
        decision=found,
        application=applications.application(desk.store, found.application),
        rationale=rationale(found.recommendation),
        evidence=evidence.evidence_of(desk.store, found.application),
        letters=told.letters,
        told=told,
        earlier=tuple(each for each in every if each.id != found.id),
        vocabulary=policy.vocabulary,
        replays=replays(found),
        otherwise=otherwise_of_decision(found),
        law=in_words(policy),
        confirmed=tuple(
            each
            for each in figures.confirmed_of(desk.store, found.application)
            if each.at <= found.decided_at
        ),
        claims=claims_compared(desk, found.application),
    )


def replays(decision: Decision) -> bool:
    """Whether the stored facts under the stored texts give what is stored again, byte for byte.

    The recommendation and, where they were stored with it, its parts.
    """
    policy = read_closure(decision.recommendation.policy, dict(decision.policy_texts))
    found = decide(policy, values_of(decision.facts))
    stored = encode((decision.recommendation, decision.parts))
    return any(encode((found, each)) == stored for each in _parts_again(decision, policy, found))


def _parts_again(
    decision: Decision, policy: PolicyVersion, found: Recommendation
) -> Iterator[Parts | None]:
    """The parts worked out again, as decisions keep them now, and as they did before.

    Help by discretion was once kept without what it costs and how it runs. The words for why help
    ends have grown since; the days, and the provisions that set them, are compared all the same.
    The figures of a contribution were not kept at first, and its standing was that of its rule.
    """
    if decision.parts is None:
        yield None
        return
    values, by_discretion = values_of(decision.facts), _is_by_discretion(decision)
    by_day = facts_by_day(decision.facts, decision.determinations, decision.judgements)
    again = parts(policy, values, found, by_day, by_discretion)
    same_why = replace(again, period=replace(again.period, why=decision.parts.period.why))
    for each in (again, same_why, parts(policy, values, found)):
        yield each
        yield replace(each, contribution=_without_figures(each.contribution))


def _without_figures(found: Contribution) -> Contribution:
    """A contribution as it was kept before its figures were: with the standing of its rule."""
    return replace(found, standing=found.rule_standing, rule_standing=None, figures=())


def _is_by_discretion(decision: Decision) -> bool:
    found = decision.recommendation.eligibility.outcome
    return decision.outcome is Outcome.OFFERED and found not in DUE
