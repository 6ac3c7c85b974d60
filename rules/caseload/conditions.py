"""Conditions as column steps: one kind of node, one short function, as in ``rules.evaluate``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from rules import tree
from rules.caseload.cases import yes_no_by_cases
from rules.caseload.compiler import Compiler
from rules.caseload.held import Truth
from rules.caseload.numbers import COMPARE, table_test
from rules.caseload.program import EVERYWHERE, NOWHERE


def truth(compiler: Compiler, node: tree.Condition) -> Truth:
    """Any condition."""
    return _CONDITIONS[type(node)](compiler, node)


def _all(compiler: Compiler, node: tree.All) -> Truth:
    parts, b = [compiler.truth(part) for part in node.parts], compiler.builder
    met = b.all_of(part.met for part in parts)
    not_met = b.any_of(part.not_met for part in parts)
    # Where all are met none wants anything, so only "not met" has to settle.
    return Truth(met, not_met, **compiler.gathered(parts).masks(settled=not_met))


def _any(compiler: Compiler, node: tree.AnyOf | tree.NoneOf) -> Truth:
    parts, b = [compiler.truth(part) for part in node.parts], compiler.builder
    met = b.any_of(part.met for part in parts)
    not_met = b.all_of(part.not_met for part in parts)
    return Truth(met, not_met, **compiler.gathered(parts).masks(settled=met))


def _none(compiler: Compiler, node: tree.NoneOf) -> Truth:
    return _turned(_any(compiler, node), negated=True)


def _turned(found: Truth, *, negated: bool) -> Truth:
    if not negated:
        return found
    return Truth(
        found.not_met, found.met, judged=found.judged, other=found.other, fault=found.fault
    )


def _holds(compiler: Compiler, node: tree.Holds) -> Truth:
    return _turned(compiler.yes_no(node.fact.name), negated=node.negated)


def _named(compiler: Compiler, node: tree.Named) -> Truth:
    return _turned(compiler.definition(node.name), negated=node.negated)


def _of_provision(compiler: Compiler, node: tree.OfProvision) -> Truth:
    return _turned(compiler.provision(node.provision), negated=node.negated)


def _unread(compiler: Compiler, node: tree.Unread) -> Truth:
    return Truth(NOWHERE, NOWHERE)


def _compare(compiler: Compiler, node: tree.Compare) -> Truth:
    b, compare = compiler.builder, COMPARE[node.operator]
    left, right = compiler.number(node.left), compiler.number(node.right)
    known = b.both(left.known, right.known)
    if left.constant is not None and right.constant is not None:
        test = EVERYWHERE if compare(left.constant, right.constant) else NOWHERE
    elif known == NOWHERE:
        test = NOWHERE
    else:
        test = table_test(compiler, node) or b.packed(compare, left.register, right.register)
    met = b.both(test, known)
    return Truth(met, b.without(known, met), **compiler.gathered((left, right)).masks())


def _one_of(compiler: Compiler, node: tree.OneOf) -> Truth:
    found, b = compiler.choice(node.value), compiler.builder
    inside = b.any_of(found.maybe.get(each, NOWHERE) for each in node.choices)
    if not found.several:
        outside = b.without(found.known, inside)
        return Truth(inside, outside, **compiler.gathered((found,)).masks())
    outside = b.any_of(mask for each, mask in found.maybe.items() if each not in node.choices)
    met, not_met = b.without(inside, outside), b.without(outside, inside)
    settled = b.either(met, not_met)
    return Truth(met, not_met, **compiler.gathered((found,)).masks(settled))


_CONDITIONS: dict[type, Callable[[Compiler, Any], Truth]] = {
    tree.All: _all,
    tree.AnyOf: _any,
    tree.NoneOf: _none,
    tree.Holds: _holds,
    tree.Named: _named,
    tree.OfProvision: _of_provision,
    tree.Unread: _unread,
    tree.Compare: _compare,
    tree.OneOf: _one_of,
}


def yes_no(compiler: Compiler, fact: str) -> Truth:
    """A yes/no fact: its column where given, elsewhere its definition."""
    b = compiler.builder
    met, not_met = _column(compiler, fact)
    given = EVERYWHERE if fact in compiler.full else b.either(met, not_met)
    if not compiler.derives(fact):
        return Truth(met, not_met, **compiler.wants(fact, b.opposite(given)))
    inner = _worked_out(compiler, fact)
    return Truth(
        b.either(met, b.without(inner.met, given)),
        b.either(not_met, b.without(inner.not_met, given)),
        **compiler.unless_given(fact, inner, given),
    )


def _column(compiler: Compiler, fact: str) -> tuple[int, int]:
    if fact not in compiler.given:
        return NOWHERE, NOWHERE
    b = compiler.builder
    values = b.column(fact, "values")
    met = b.packed(np.equal, values, b.constant(np.int8(1), "yes"))
    if fact in compiler.full:
        return met, b.opposite(met)
    return met, b.packed(np.equal, values, b.constant(np.int8(0), "no"))


def _worked_out(compiler: Compiler, name: str) -> Truth:
    body = compiler.policy.definitions[name].body
    if isinstance(body, tuple):
        return yes_no_by_cases(compiler, body)
    if isinstance(body, tree.Fact):
        return compiler.yes_no(body.name)
    if isinstance(body, tree.Defined):
        return _worked_out(compiler, body.name)
    return compiler.definition(name)
