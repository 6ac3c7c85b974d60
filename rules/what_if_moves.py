"""The moves *what if* tries: which facts of a child may be others, and with which values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rules.bands import FIGURES, Band, bands_of
from rules.evaluate import NOT_MET, Possible, Run, condition, value
from rules.inputs import facts_of, inputs_of
from rules.other_days import age_by, other_days
from rules.policy import PolicyVersion, Truth
from rules.tree import Fact
from rules.values import NO_ROUTE, Effect, Facts, FactType, FactValue, KnownHow
from rules.vocabulary import FactWord

Move = tuple[FactWord, FactValue]
"""A fact with another value."""

Moves = tuple[Move, ...]
"""Some of them, to be tried together."""

Ties = dict[str, tuple[str, ...]]
"""Of each fact, those given outright that a domain truth ties to it as one of their parts."""

_DRAW_OUTCOMES = (Effect.ENTITLES, Effect.OFFERS, Effect.WITHHOLDS, Effect.REFERS)
_DAY = "day_of_travel"


def movable_facts(policy: PolicyVersion, facts: Facts) -> list[FactWord]:
    """Every fact that a provision looks at which may draw the outcome, and any day of birth.

    Of one that is worked out from facts that are given, those too.
    """
    names = dict.fromkeys(
        name for each in policy.provisions for name in _looked_at(policy, each.id)
    )
    names |= dict.fromkeys(name for name in policy.vocabulary if age_by(policy, name))
    whole = dict.fromkeys(each for name in names for each in _with_parts(policy, facts, name))
    return [policy.vocabulary[name] for name in whole if policy.vocabulary[name].may_be_given]


def moves_of(policy: PolicyVersion, facts: Facts, words: Iterable[FactWord]) -> list[Move]:
    """Each of some facts with one value from every band but the one it lies in."""
    return [(word, each) for word in words for each in _others(policy, facts, word)]


def worked_out(policy: PolicyVersion, facts: Facts, word: FactWord) -> FactValue | None:
    """A fact's value as it is, given or worked out from what is given; None: not known."""
    given = facts.get(word.name)
    if given is not None or word.how is not KnownHow.DERIVED or word.name not in policy.definitions:
        return given
    found = value(Run(policy, facts), Fact(word.name, word.type)).value
    return None if isinstance(found, Possible) else found


def ties(policy: PolicyVersion, facts: Facts) -> Ties:
    """The given parts of facts that are given too, though they could be worked out from them."""
    found: Ties = {}
    for name, parts in _tied_parts(policy).items():
        if facts.get(name) is not None:
            for part in parts:
                if facts.get(part) is not None:
                    found[part] = (*found.get(part, ()), name)
    return found


def moved(policy: PolicyVersion, facts: Facts, tied: Ties, moves: Moves) -> Facts:
    """The changes of facts that moves come to, None for what is worked out anew.

    Where a part is another, what was given outright beside it cannot stay against a domain truth.
    """
    changes: Facts = {word.name: each for word, each in moves}
    above = dict.fromkeys(name for word, _ in moves for name in tied.get(word.name, ()))
    anew = [name for name in above if name not in changes]
    if anew:
        run = Run(policy, {**facts, **changes})
        changes |= dict.fromkeys(name for name in anew if _is_broken(run, name))
    return changes


def _is_broken(run: Run, name: str) -> bool:
    about = _truths_about(run.policy, name)
    return any(condition(run, truth.holds)[0].result is NOT_MET for truth in about)


@lru_cache(maxsize=1024)
def _truths_about(policy: PolicyVersion, name: str) -> tuple[Truth, ...]:
    return tuple(each for each in policy.truths if name in facts_of(policy, each.holds))


@lru_cache(maxsize=64)
def _tied_parts(policy: PolicyVersion) -> dict[str, frozenset[str]]:
    """Of each fact that may be given or worked out, the parts that a truth holds it to."""
    found = {}
    for name in policy.definitions:
        word = policy.vocabulary.get(name)
        if word is not None and word.may_be_given:
            held = {each for truth in _truths_about(policy, name) for each in _of(policy, truth)}
            found[name] = frozenset(held.intersection(inputs_of(policy, name)))
    return found


def _of(policy: PolicyVersion, truth: Truth) -> tuple[str, ...]:
    return facts_of(policy, truth.holds)


@lru_cache(maxsize=4096)
def _looked_at(policy: PolicyVersion, provision: str) -> tuple[str, ...]:
    """The facts of a provision that may draw the outcome; none of any other."""
    found = policy.provision(provision)
    return facts_of(policy, found.when) if found.effect in _DRAW_OUTCOMES else ()


def _with_parts(policy: PolicyVersion, facts: Facts, name: str) -> Iterator[str]:
    """A fact, and where it is worked out from some that are given, all that it stands on."""
    yield name
    parts = inputs_of(policy, name)
    if any(facts.get(part) is not None for part in parts) and _parts_tell(policy, facts, name):
        for part in parts:
            yield from _with_parts(policy, facts, part)


def _parts_tell(policy: PolicyVersion, facts: Facts, name: str) -> bool:
    """Whether a fact follows its parts: it is worked out, or a truth ties it to them."""
    return facts.get(name) is None or bool(_tied_parts(policy).get(name))


def _others(policy: PolicyVersion, facts: Facts, word: FactWord) -> Iterator[FactValue]:
    """One value from each band of a fact other than the one it lies in."""
    now = worked_out(policy, facts, word)
    if word.type is FactType.YES_NO:
        yield from (each for each in (True, False) if each is not now)
    elif word.type is FactType.CHOICE:
        yield from (choice for choice in word.choices if choice != now)
    elif word.type in FIGURES:
        yield from _bands(now, bands_of(policy, word), word.type)
    elif word.type is FactType.DATE and word.name != _DAY:
        yield from other_days(policy, facts, word.name)


def _bands(now: FactValue | None, bands: list[Band], kind: FactType) -> Iterator[FactValue]:
    """The end nearest to ``now`` of every band that it does not lie in."""
    for low, high in bands:
        if isinstance(now, int) and low <= now and (high is None or now <= high):
            continue
        yield high if isinstance(now, int) and high is not None and high < now else low
    if kind is FactType.LENGTH and now is None:
        yield NO_ROUTE
