"""What made an outcome change from one day to the next: each cause by name, tried alone.

A cause is another version, another value of a fact, or a test that falls out otherwise because of
the day itself: a birthday, the end of a benefit, a dated limit. One that changed on the same day
without mattering to the outcome is not told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rules import tree
from rules.day_tests import DayTest, moved_tests
from rules.plainly import decide_plainly
from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from rules.run import MET, NOT_MET
from rules.say import value_words
from rules.values import Facts, FactValue, Outcome, Result
from rules.vocabulary import FactWord

DAY = "day_of_travel"
VERSION = "version"
"""Stands for the change of version among the causes."""

Came = tuple[Outcome, tuple[str, ...], str] | None
"""Outcome, grounds and policy; None where nothing can be decided."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The version and the facts of one day; the day of travel is among the facts."""

    policy: PolicyVersion
    facts: Facts


def what_began(before: Moment, after: Moment) -> str:
    """Say what made two days following each other differ: every cause that matters, by name.

    A cause matters where it alone would have changed the outcome, its grounds or the version; or
    where all the others without it would have come to something else.
    """
    causes = _causes(before, after)
    if len(causes) > 1:
        causes = _those_that_matter(before, after, causes) or causes
    return "; ".join(causes.values()) or "a day named in the policy"


def _causes(before: Moment, after: Moment) -> dict[str, str]:
    """Every change between the days: what it is known by, and its words."""
    found: dict[str, str] = {}
    if before.policy.digest != after.policy.digest:
        found[VERSION] = f"{after.policy.id} takes effect"
    for name in _changed_facts(before, after):
        found[f"fact {name}"] = _fact_words(after.policy.vocabulary[name], after.facts.get(name))
    for moment in (before, after):
        for test in _tests(moment, before, after):
            found.setdefault(test.words, test.words)
    return found


def _changed_facts(before: Moment, after: Moment) -> list[str]:
    names = dict.fromkeys([*before.facts, *after.facts])
    return [
        name
        for name in names
        if name != DAY
        and name in after.policy.vocabulary
        and before.facts.get(name) != after.facts.get(name)
    ]


def _fact_words(word: FactWord, now: FactValue | None) -> str:
    if now is None:
        return f"“{word.label}” held until then, and has to be looked at again"
    return f"“{word.label}” becomes {value_words(now, word.type)}"


def _tests(moment: Moment, before: Moment, after: Moment) -> tuple[DayTest, ...]:
    """The tests of a moment's version, on its facts, that the day itself makes fall otherwise."""
    days = [{**moment.facts, DAY: each.facts.get(DAY)} for each in (before, after)]
    try:
        return moved_tests(moment.policy, days[0], days[1])
    except UserFacingError:  # a dated parameter has no value while its version is not in force
        return ()


def _those_that_matter(before: Moment, after: Moment, causes: dict[str, str]) -> dict[str, str]:
    def came(with_: set[str]) -> Came:
        return _came(before, after, with_)

    every = set(causes)
    start, end = came(set()), came(every)
    return {
        name: words
        for name, words in causes.items()
        if came({name}) != start or came(every - {name}) != end
    }


def _came(before: Moment, after: Moment, changed: set[str]) -> Came:
    """What it comes to on the later day with some causes, everything else as the day before."""
    policy = after.policy if VERSION in changed else before.policy
    facts = {**before.facts, DAY: after.facts.get(DAY)}
    for name in _changed_facts(before, after):
        if f"fact {name}" in changed:
            facts[name] = after.facts.get(name)
    tests = _tests(Moment(policy, facts), before, after)
    pins = {each.node: each.before for each in tests if each.words not in changed}
    try:
        found = decide_plainly(_pinned(policy, pins), facts).eligibility
    except UserFacingError:
        return None
    return found.outcome, found.grounds, policy.id


def _pinned(policy: PolicyVersion, pins: Mapping[tree.Condition, Result]) -> PolicyVersion:
    """The version with some tests fallen out as given, whatever the day."""
    if not pins:
        return policy
    definitions = {
        name: replace(each, body=_body(each.body, pins))
        for name, each in policy.definitions.items()
    }
    provisions = tuple(replace(each, when=_held(each.when, pins)) for each in policy.provisions)
    return replace(policy, definitions=definitions, provisions=provisions)


_Body = tree.Condition | tree.Value | tuple[tree.Case, ...]
_CONSTANT: dict[Result, tree.Condition] = {MET: tree.All(()), NOT_MET: tree.AnyOf(())}


def _body(body: _Body, pins: Mapping[tree.Condition, Result]) -> _Body:
    if isinstance(body, tuple):
        return tuple(
            replace(case, when=_held(case.when, pins) if case.when else None) for case in body
        )
    if isinstance(body, tree.Fact | tree.Parameter | tree.Defined | tree.Operation):
        return body
    return _held(body, pins)


def _held(node: tree.Condition, pins: Mapping[tree.Condition, Result]) -> tree.Condition:
    if isinstance(node, tree.All | tree.AnyOf | tree.NoneOf):
        return replace(node, parts=tuple(_held(part, pins) for part in node.parts))
    if node in pins:
        return _CONSTANT.get(pins[node], tree.Unread("not known"))
    return node
