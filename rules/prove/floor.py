"""The statutory floor: does a version leave every child what another text entitles it to?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from rules.policy import PolicyVersion, Provision
from rules.prove.assumptions import assumptions_of
from rules.prove.children import decided, facts_of, plainest
from rules.prove.cubes import Cube, Wanted, cubes, whole
from rules.prove.difference import first_ground
from rules.prove.literals import Literal, literals_of
from rules.prove.logic import Child
from rules.prove.missed import Refusing, needs_distance, refusing_rules
from rules.prove.needed import shown, verdict_of
from rules.prove.results import Floor, Refusal
from rules.prove.space import Space, open_space
from rules.prove.unread import unread_that_matter
from rules.prove.words import described
from rules.values import Effect, Outcome

NOTHING = (Outcome.NOT_ENTITLED, Outcome.FOR_AN_OFFICER)
"""What gives no help: one kind of children, for any of them may raise a ground for an officer."""
AS_DECIDED = ((Outcome.OFFERED,), NOTHING)
"""What falls short of an entitlement, under the version as it is decided."""
AS_PRINTED = (NOTHING,)
"""What a parent who reads the council's own text takes for no: an offer is as good to them."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What is the same of a whole kind: the floor's provision, and what the version says.

    Of a text read alone also the rule of its own that refuses (None: not asked).
    """

    provision: str | None
    found: tuple[Outcome, ...]
    rule: Refusing | None = None


def floor(
    version: PolicyVersion,
    below: PolicyVersion,
    alone: bool = False,
    days: tuple[date, date] | None = None,
) -> Floor:
    """Whether any possible child is entitled under ``below`` and not under ``version``.

    With ``alone`` only the council's own provisions are read, without those inherited from another
    body, and an offer counts as much as an entitlement. Every kind of child that falls short is
    given, disjoint and complete. ``days`` as in ``difference``. Raises CannotProve.
    """
    read = council_alone(version) if alone else version
    space = open_space((below, read), days, usual=True)
    undecided = space.versions[1].outcomes[Outcome.CANNOT_TELL_YET]
    entitled = space.of(space.versions[0].outcomes[Outcome.ENTITLED])
    refusals = [_refusal(space, cube) for cube in _short(space, alone)]
    return Floor(
        version.id,
        below.id,
        alone,
        tuple(sorted(refusals, key=partial(_order, below))),
        unread_that_matter(space, 1, entitled, space.of(undecided)),
        (*assumptions_of(space), *_reading(version, alone)),
    )


def council_alone(version: PolicyVersion) -> PolicyVersion:
    """A version in which only the council's own provisions, of this text or an older one, decide.

    What it inherits from another body stays to be referred to, but entitles nobody by itself.
    """
    return replace(version, provisions=tuple(_own(version, each) for each in version.provisions))


def _own(version: PolicyVersion, provision: Provision) -> Provision:
    is_own = provision.id.partition("/")[0] == version.body
    return provision if is_own else replace(provision, effect=Effect.EXTENDS)


def _reading(version: PolicyVersion, alone: bool) -> tuple[str, ...]:
    if not alone:
        return ()
    return (
        f"Only the provisions of {version.body} itself are read; an offer counts as a yes, and "
        "what is left to an officer as a no.",
    )


def _short(space: Space, alone: bool) -> tuple[Cube, ...]:
    """The kinds of children that fall short, by the first of the floor's provisions they meet."""
    logic, (below, version) = space.logic, space.versions
    entitled = space.of(below.outcomes[Outcome.ENTITLED])
    short = {
        outcomes: logic.any_of([space.of(version.outcomes[each]) for each in outcomes])
        for outcomes in (AS_PRINTED if alone else AS_DECIDED)
    }

    def ask(child: Child) -> Wanted:
        lost = first_ground(space, below, Outcome.ENTITLED, child)
        found = next(each for each, when in short.items() if child.holds(when))
        rules = _rules(space, lost.name) if alone else ()
        rule = next((each for each in rules if child.holds(space.of(each.holds))), None)
        holds = [lost.holds, short[found], *([space.of(rule.holds)] if rule else [])]
        return Wanted(Lost(lost.name, found, rule), logic.all_of(holds))

    anywhere = logic.all_of([entitled, logic.any_of([*short.values()])])
    plain = literals_of(space)
    return cubes(logic, plain, anywhere, ask, partial(plainest, space))


def _rules(space: Space, lost: str | None) -> tuple[Refusing, ...]:
    """The rules of a text read alone that may refuse those who lose a provision of the floor.

    Who misses a rule's distance is a kind of its own where the floor's provision asks for one.
    """
    found: tuple[Refusing, ...] = space.kept(_rules_by_provision)[lost]
    return found


def _rules_by_provision(space: Space) -> dict[str, tuple[Refusing, ...]]:
    near, far = (refusing_rules(space, 1, by_distance) for by_distance in (False, True))
    entitling = space.versions[0].grounds[Outcome.ENTITLED]
    return {name: far if needs_distance(space, each) else near for name, each in entitling.items()}


def _apart(space: Space, lost: Lost) -> list[Literal]:
    """What besides rules and outcomes tells a kind: of whom the council's own rules speak."""
    rules = _rules(space, lost.provision) if lost.rule else ()
    return [literal for each in rules for literal in each.literals]


def _refusal(space: Space, cube: Cube) -> Refusal:
    lost = cube.tag
    assert isinstance(lost, Lost)
    below, version = space.versions
    others = below.grounds[Outcome.ENTITLED].items()
    wishes = [space.logic.no(space.of(each)) for name, each in others if name != lost.provision]
    usual = space.of(version.outcomes[lost.found[0]])
    found = plainest(space, whole(cube), [usual, *wishes])
    says = lost.found[0] if found.holds(usual) else lost.found[-1]
    both = verdict_of(below.policy, version.policy)
    child = shown(space, facts_of(space, found), whole(cube), both)
    decided(below, child, Outcome.ENTITLED)
    decided(version, child, says)
    provision = below.policy.provision(lost.provision or "")
    words = described(space, cube, _apart(space, lost))
    return Refusal(
        provision.id,
        provision.title,
        provision.source.cites,
        says,
        words.when,
        child,
        words.intervals,
        words.exactly,
        lost.rule.says if lost.rule else "",
    )


def _order(below: PolicyVersion, refusal: Refusal) -> tuple[int, str, str]:
    ids = [provision.id for provision in below.provisions]
    return ids.index(refusal.loses), refusal.found, refusal.when
