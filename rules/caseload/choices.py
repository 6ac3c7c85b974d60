"""Named choices as column steps: a mask for each choice."""

from __future__ import annotations

from typing import cast

import numpy as np

from rules import tree
from rules.caseload.cases import choice_by_cases
from rules.caseload.compiler import Compiler
from rules.caseload.held import Choice
from rules.caseload.program import EVERYWHERE, NOWHERE


def choice(compiler: Compiler, node: tree.Value) -> Choice:
    """A choice, as a fact or as a definition."""
    if isinstance(node, tree.Defined):
        return _defined(compiler, node.name)
    return _fact(compiler, cast(tree.Fact, node).name)


def _fact(compiler: Compiler, fact: str) -> Choice:
    b, known = compiler.builder, compiler.known(fact)
    column = _column(compiler, fact)
    if not compiler.derives(fact):
        return Choice(column, known, False, **compiler.wants(fact, b.opposite(known)))
    inner = _defined(compiler, fact)
    maybe = {
        each: b.either(column.get(each, NOWHERE), b.without(inner.maybe.get(each, NOWHERE), known))
        for each in dict.fromkeys([*column, *inner.maybe])
    }
    several = inner.several and known != EVERYWHERE
    masks = compiler.unless_given(fact, inner, known)
    return Choice(maybe, b.either(known, inner.known), several, **masks)


def _column(compiler: Compiler, fact: str) -> dict[str, int]:
    if fact not in compiler.given:
        return {}
    b = compiler.builder
    values = b.column(fact, "values")
    return {
        each: b.packed(np.equal, values, b.constant(np.int16(code), ("choice", code)))
        for code, each in enumerate(compiler.policy.vocabulary[fact].choices)
    }


def _defined(compiler: Compiler, name: str) -> Choice:
    body = compiler.policy.definitions[name].body
    if isinstance(body, tuple):
        return choice_by_cases(compiler, body)
    return compiler.choice(cast(tree.Value, body))
