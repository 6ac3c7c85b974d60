"""A version written out: the function that decides, and the one that says the outcome alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from rules.derived import derivable
from rules.finding import FINDS
from rules.judging import JUDGES
from rules.outcome import duties_and_rest
from rules.policy import PolicyVersion, Provision
from rules.program import Program
from rules.recommendation import Derived, Finding
from rules.run import Missing, Possible
from rules.scope import scope_of
from rules.tree import Fact
from rules.values import FactValue
from rules.written.kept import Kept
from rules.written.lines import finding
from rules.written.writer import Writer

Given = Callable[[str], FactValue | None]
"""Gives a fact by name, None where it is not known."""

Numbers = tuple[int, ...]
"""Truth values of provisions, each as a number."""

Weighed = tuple[Numbers, Numbers, tuple[Missing, ...]]
"""Of the duties, and of the others that the outcome may hang on; the facts each one wants."""

Decided = tuple[Numbers, Numbers, tuple[Missing, ...], tuple[Finding, ...], tuple[Derived, ...]]

_APPLIES = (False, None, None, True)


def write_decide(policy: PolicyVersion) -> Callable[[Given], Decided | None]:
    """Write the function that gives findings with their whole trace, and derived facts.

    It gives None for facts that break a domain truth, and raises NoPolicyInForce where a dated
    limit has no value: whoever asks then goes the plain way, which says what is wrong.
    """
    w = _begun(policy)
    findings = [_finding(w, provision) for provision in policy.provisions]
    derived = _tuple(_derived(w, fact, working) for fact, working in derivable(policy))
    w.text.add(f"return {_weighed(w)}, {_tuple(findings)}, {derived}")
    return cast(Callable[[Given], Decided | None], w.function())


def write_weigh(policy: PolicyVersion) -> Callable[[Given], Weighed | None]:
    """Write the function that gives truth values and facts wanted alone, otherwise the same."""
    w = _begun(policy)
    w.text.add(f"return {_weighed(w)}")
    return cast(Callable[[Given], Weighed | None], w.function())


def _begun(policy: PolicyVersion) -> Writer:
    """A function that begins by holding the facts against the domain truths."""
    w = Writer(Program(policy, JUDGES, FINDS))
    broken = " or ".join(f"{w.result(truth.holds)[0]} == 0" for truth in policy.truths)
    if broken:
        w.text.add(f"if {broken}: return None")
    return w


def _weighed(w: Writer) -> str:
    results = [w.result(provision.when) for provision in w.policy.provisions]
    duties, rest = duties_and_rest(w.policy)
    numbers = [_tuple(results[at][0] for at in places) for places in (duties, rest)]
    return f"{numbers[0]}, {numbers[1]}, {_tuple(wanted for _, wanted in results)}"


def _finding(w: Writer, provision: Provision) -> str:
    head = (
        provision.id, provision.title, provision.effect, provision.source.cites,
        provision.standing,
    )  # fmt: skip
    result, wanted = w.result(provision.when)
    line = w.line(provision.when)
    applies = f"{w.text.refer(_APPLIES)}[{w.scope(scope_of(w.policy, provision.id))}]"
    words = f"{w.text.refer(head)}, {w.truth(result)}, {applies}, {wanted}, {line}"
    return w.text.let(f"{w.text.refer(finding)}({words})")


def _derived(w: Writer, fact: Fact, working: str) -> str:
    """A derived fact, looked up by its value."""
    name, given = fact.name, w.given(fact.name)

    def shown(value: FactValue | Possible | None) -> FactValue | None:
        return None if isinstance(value, Possible) else value

    def make(value: FactValue | Possible | None) -> Derived:
        return Derived(name, shown(value), fact.type, working)

    def make_given(value: FactValue) -> Derived:
        return Derived(name, value, fact.type, "given outright")

    found, kept, outright = w.value(fact), w.text.refer(Kept(make)), w.text.refer(Kept(make_given))
    return f"{kept}[{found.value}] if {given} is None else {outright}[{given}]"


def _tuple(parts: Any) -> str:
    return "(" + "".join(f"{part}, " for part in parts) + ")"
