"""Parameters that differ by the day of travel; a day without a value is a fault of that row."""

from __future__ import annotations

from typing import Any

import numpy as np

from rules import tree
from rules.caseload.compiler import Compiler
from rules.caseload.days import EVERY_DAY, FIRST_DAY, LAST_DAY
from rules.caseload.held import Number
from rules.caseload.program import EVERYWHERE, NOWHERE, pack
from rules.caseload.tables import plain, the_only_value

DAY = "day_of_travel"


def dated_parameter(compiler: Compiler, parameter: tree.ParameterText) -> Number:
    """The parameter's value on the day of travel of each row."""
    b = compiler.builder
    if DAY not in compiler.given:
        register = b.constant(0, ("value", 0))
        return Number(register, NOWHERE, **compiler.wants(DAY, EVERYWHERE))
    table: Any = np.zeros(len(EVERY_DAY), np.int64)
    held = np.zeros(len(EVERY_DAY), np.bool_)
    for dated in reversed(parameter.values):  # the first that holds counts
        table[_span(dated)], held[_span(dated)] = plain(dated.value), True
    index, known = b.column(DAY, "index"), compiler.known(DAY)
    register = b.step(np.take, b.constant(table, ("dated", parameter.name)), index)
    has_value = b.packed(np.take, b.constant(held, ("held", parameter.name)), index)
    return Number(
        register,
        b.both(known, has_value),
        fault=b.without(known, has_value),
        **compiler.wants(DAY, b.opposite(known)),
    )


def _span(dated: tree.DatedValue) -> slice:
    start = max(dated.start or 0, FIRST_DAY) - FIRST_DAY
    end = min(LAST_DAY if dated.end is None else dated.end, LAST_DAY) - FIRST_DAY
    return slice(start, max(end + 1, start))


Yearly = tuple[tuple[Any, int | None], ...]
"""Lists of yearly days, each with the register of the rows it holds for (None: every row)."""


def dated_days(compiler: Compiler, node: tree.Value) -> tuple[Yearly, Number]:
    """The lists of yearly days behind a value, and where the day of travel settles which holds."""
    parameter = _parameter(compiler, node)
    only = the_only_value(parameter)
    if only is not None:
        return ((only.value, None),), Number(NOWHERE, EVERYWHERE)
    if DAY not in compiler.given:
        return (), Number(NOWHERE, NOWHERE, **compiler.wants(DAY, EVERYWHERE))
    b, index, known = compiler.builder, compiler.builder.column(DAY, "index"), compiler.known(DAY)
    found, left, has_value = [], np.ones(len(EVERY_DAY), np.bool_), NOWHERE
    for at, dated in enumerate(parameter.values):
        held = np.zeros(len(EVERY_DAY), np.bool_)
        held[_span(dated)] = True
        table = b.constant(held & left, ("held", parameter.name, at))
        left = left & ~held
        where = b.step(np.take, table, index)
        found.append((dated.value, where))
        has_value = b.either(has_value, b.step(pack, where))
    wants = compiler.wants(DAY, b.opposite(known))
    settled = b.both(known, has_value)
    return tuple(found), Number(NOWHERE, settled, fault=b.without(known, has_value), **wants)


def _parameter(compiler: Compiler, node: tree.Value) -> tree.ParameterText:
    while isinstance(node, tree.Defined):
        body = compiler.policy.definitions[node.name].body
        assert isinstance(body, tree.Defined | tree.Parameter)  # nothing else holds yearly days
        node = body
    assert isinstance(node, tree.Parameter)
    return compiler.policy.parameters[node.name]
