"""Provisions without effect: those no child can meet, and those that never change an outcome."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rules.policy import PolicyVersion
from rules.prove.assumptions import assumptions_of
from rules.prove.formula import FALSE, Formula, Pair, sure
from rules.prove.grounding import Grounder
from rules.prove.logic import Truth
from rules.prove.meaning import Reader
from rules.prove.outcomes import Ruled, all_of, any_of, ruled
from rules.prove.results import Never
from rules.prove.space import ELIGIBILITY, Space, open_space
from rules.values import Effect, Outcome

LIKELY = {
    Effect.ENTITLES: Outcome.ENTITLED,
    Effect.EXTENDS: Outcome.ENTITLED,
    Effect.OFFERS: Outcome.OFFERED,
    Effect.WITHHOLDS: Outcome.OFFERED,
    Effect.REFERS: Outcome.FOR_AN_OFFICER,
}
"""The outcome that a provision most likely changes: it is asked about first."""


def never(version: PolicyVersion, days: tuple[date, date] | None = None) -> Never:
    """Which provisions of a version no child can meet, and which never matter to any child.

    A provision matters when some child's outcome would be another without it; one that ``owes``
    when some child's duty would be. One whose text nobody has read is never listed. ``days`` as
    in ``difference``. Raises CannotProve.
    """
    space = open_space((version,), days, effects=(*ELIGIBILITY, Effect.OWES), usual=True)
    provisions = space.versions[0].provisions
    read = [name for name, pair in provisions.items() if pair.settled]
    never_met = [name for name in read if not _possible(space, space.of(provisions[name].may))]
    never_matter = [name for name in read if name not in never_met and not _matters(space, name)]
    return Never(version.id, tuple(never_met), tuple(never_matter), assumptions_of(space))


def _possible(space: Space, truth: Truth) -> bool:
    return space.logic.possible(space.name_of(truth))


def _matters(space: Space, provision: str) -> bool:
    """Whether some child's outcome, or the duty owed to it, hangs on a provision."""
    before = space.versions[0]
    after = ruled(before.policy, _without(space, provision))
    likely = LIKELY.get(before.policy.provision(provision).effect)
    order = sorted(Outcome, key=lambda outcome: outcome is not likely)
    pairs = ((before.outcomes[each], after.outcomes[each]) for each in order)
    return any(_possible(space, _apart(space, *pair)) for pair in pairs) or _possible(
        space, _apart(space, _owed(before), _owed(after))
    )


def _apart(space: Space, one: Formula, two: Formula) -> Truth:
    logic, first, second = space.logic, space.of(one), space.of(two)
    return logic.any_of(
        [logic.all_of([first, logic.no(second)]), logic.all_of([second, logic.no(first)])]
    )


def _without(space: Space, provision: str) -> Mapping[str, Pair]:
    """All conditions as they were if one provision were never met, also where others name it."""
    policy, known = space.versions[0].policy, space.versions[0].provisions
    reader = Reader(policy, space.given)
    grounder = Grounder(reader, space.ground.variables)
    grounder.rule_out(provision)
    after = {**known, provision: sure(FALSE)}
    for each in policy.provisions:
        if each.id in known and provision in reader.provisions_in(each.when):
            after[each.id] = grounder.provision(each)
    return after


def _owed(version: Ruled) -> Formula:
    """When the authority itself must act: a ground is met whose every test of the duty is."""
    policy = version.policy
    tests = [each for each in policy.provisions if each.effect is Effect.OWES]
    entitling = version.grounds[Outcome.ENTITLED]
    return any_of(
        all_of(
            [
                met,
                *(
                    version.provisions[test.id].must
                    for test in tests
                    if not test.touches or ground in test.touches
                ),
            ]
        )
        for ground, met in entitling.items()
    )
