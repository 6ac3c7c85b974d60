"""Numbers, lengths, sums and days as column steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

import numpy as np

from rules import tree
from rules.caseload import days
from rules.caseload.cases import number_by_cases
from rules.caseload.compiler import Compiler
from rules.caseload.dated import dated_days, dated_parameter
from rules.caseload.held import Held, Number
from rules.caseload.program import EVERYWHERE, NOWHERE
from rules.caseload.tables import plain, the_only_value
from rules.values import FactType

COMPARE: dict[str, Callable[..., Any]] = {
    ">": np.greater,
    "<=": np.less_equal,
    "<": np.less,
    ">=": np.greater_equal,
    "=": np.equal,
}


def number(compiler: Compiler, node: tree.Value) -> Number:
    """Any value that is not a choice."""
    table = compiler.tables.of(node)
    if table and table.fact is None and not isinstance(table.values, tuple):
        return constant(compiler, table.values)
    if table and table.fact and not isinstance(node, tree.Fact):
        return _looked_up(compiler, ("table", node), table.fact, table.values)
    match node:
        case tree.Fact():
            return _fact(compiler, node.name)
        case tree.Defined():
            return _defined(compiler, node.name)
        case tree.Parameter():
            return _parameter(compiler, node.name)
    return _operation(compiler, node)


def constant(compiler: Compiler, value: int) -> Number:
    """The same known value in every row."""
    register = compiler.builder.constant(value, ("value", value))
    return Number(register, EVERYWHERE, value)


def _unknown(compiler: Compiler, fact: str) -> Number:
    """A fact without a column."""
    register = compiler.builder.constant(0, ("value", 0))
    return Number(register, NOWHERE, **compiler.wants(fact, EVERYWHERE))


def _never(compiler: Compiler, parts: Iterable[Held]) -> Number:
    """An operation of which a part is known in no row."""
    register = compiler.builder.constant(0, ("value", 0))
    return Number(register, NOWHERE, **compiler.gathered(parts).masks())


def _looked_up(compiler: Compiler, key: object, fact: str, table: Any) -> Number:
    """The value that a table holds for the day in each row."""
    if fact not in compiler.given:
        return _unknown(compiler, fact)
    b, known = compiler.builder, compiler.known(fact)
    register = b.step(np.take, b.constant(table, key), b.column(fact, "index"))
    return Number(register, known, **compiler.wants(fact, b.opposite(known)))


def table_test(compiler: Compiler, node: tree.Compare) -> int | None:
    """The mask of a comparison that hangs on one day alone, looked up at once."""
    left, right = compiler.tables.of(node.left), compiler.tables.of(node.right)
    if left is None or right is None or left.fact is None or left.fact != right.fact:
        return None
    b = compiler.builder
    test = COMPARE[node.operator](left.values, right.values)
    table = b.constant(test, ("test", node.left, node.operator, node.right))
    return b.packed(np.take, table, b.column(left.fact, "index"))


def _fact(compiler: Compiler, fact: str) -> Number:
    b, known = compiler.builder, compiler.known(fact)
    if not compiler.derives(fact):
        if known == NOWHERE:
            return _unknown(compiler, fact)
        register = b.column(fact, "values")
        return Number(register, known, **compiler.wants(fact, b.opposite(known)))
    inner = _defined(compiler, fact)
    if known == NOWHERE:
        masks = compiler.unless_given(fact, inner, NOWHERE)
        return Number(inner.register, inner.known, inner.constant, **masks)
    if fact in compiler.full:
        return Number(b.column(fact, "values"), EVERYWHERE)
    given = b.column(fact, "known")
    register = b.step(np.where, given, b.column(fact, "values"), inner.register)
    both = b.either(known, inner.known)
    return Number(register, both, **compiler.unless_given(fact, inner, known))


def _defined(compiler: Compiler, name: str) -> Number:
    body = compiler.policy.definitions[name].body
    if isinstance(body, tuple):
        return number_by_cases(compiler, body)
    return compiler.number(cast(tree.Value, body))


def _parameter(compiler: Compiler, name: str) -> Number:
    parameter = compiler.policy.parameters[name]
    only = the_only_value(parameter)
    if only is not None:
        return constant(compiler, plain(only.value))
    return dated_parameter(compiler, parameter)


def _operation(compiler: Compiler, node: tree.Operation) -> Number:
    """An operation on days of more than one fact, worked out row by row."""
    if node.name == "age":
        return _age(compiler, node)
    if node.parts[0].type is FactType.DAYS:
        return _of_yearly_days(compiler, node)
    b, parts = compiler.builder, [compiler.number(part) for part in node.parts]
    known = b.all_of(part.known for part in parts)
    if known == NOWHERE:
        return _never(compiler, parts)
    details = [b.constant(each, ("value", each)) for each in node.detail]
    registers = [_array(compiler, part) for part in parts]
    register = b.step(days.OPERATIONS[node.name], *registers, *details)
    return Number(register, known, **compiler.gathered(parts).masks(settled=known))


def _array(compiler: Compiler, part: Number) -> int:
    """A register that the operations on days can take: a column, or a NumPy number."""
    if part.constant is None:
        return part.register
    return compiler.builder.constant(np.int64(part.constant), ("number", part.constant))


def _age(compiler: Compiler, node: tree.Operation) -> Number:
    b, parts = compiler.builder, [compiler.number(part) for part in node.parts]
    known = b.all_of(part.known for part in parts)
    if known == NOWHERE:
        return _never(compiler, parts)
    codes = [_code(compiler, each, part) for each, part in zip(node.parts, parts, strict=True)]
    register = b.step(days.age_of_codes, *codes)
    return Number(register, known, **compiler.gathered(parts).masks(settled=known))


def _code(compiler: Compiler, node: tree.Value, part: Number) -> int:
    """The code of a day, looked up where it hangs on one day alone."""
    b, table = compiler.builder, compiler.tables.of(node)
    if table and table.fact in compiler.given:
        codes = b.constant(days.coded(table.values), ("code", node))
        return b.step(np.take, codes, b.column(table.fact, "index"))
    return b.step(days.coded, _array(compiler, part))


def _of_yearly_days(compiler: Compiler, node: tree.Operation) -> Number:
    """An operation whose list of yearly days may differ by the day of travel."""
    b, on = compiler.builder, compiler.number(node.parts[1])
    found, which = dated_days(compiler, node.parts[0])
    known = b.both(on.known, which.known)
    if known == NOWHERE:
        return _never(compiler, (which, on))
    register, operation = b.constant(np.int32(0), ("number", 0)), days.OPERATIONS[node.name]
    for yearly, where in found:
        each = b.step(operation, b.constant(yearly, ("days", yearly)), _array(compiler, on))
        register = each if where is None else b.step(np.where, where, each, register)
    return Number(register, known, **compiler.gathered((which, on)).masks(settled=known))
