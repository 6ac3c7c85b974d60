"""The outcomes of few children at once: masks as whole numbers, which for few rows are quicker.

A step on a packed mask costs NumPy half a microsecond however few its rows; on a whole number of
as many bits, in a function written out, a twentieth of that. Up to some thousands of rows it is
quicker. The steps are the same, and so are the answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from rules.caseload.columns import Children
from rules.caseload.compile import Compiled
from rules.caseload.program import (
    EVERYWHERE,
    NOWHERE,
    ROWS,
    Array,
    Function,
    Program,
    Step,
    pack,
    unpack,
)
from rules.caseload.result import CONTRADICTORY, WITHOUT_VALUE
from rules.caseload.run import MOST_KEPT, compiled_for, given
from rules.policy import PolicyVersion
from rules.written.text import Text


def outcomes_of_few(policy: PolicyVersion, children: Children) -> Array:
    """Each child's outcome (int64), as ``run`` finds it: its code, or why it was not decided."""
    work = compiled_for(policy, children, results=False)
    columns = given(work.outcome_program, children, slice(0, children.count))
    masks = _function_of(work)({**columns, ROWS: children.count})
    contradictory, without_value, *bits = (_unpacked(each, children.count) for each in masks)
    found: Array = np.zeros(children.count, np.int64)
    for at, bit in enumerate(bits):
        found += bit.astype(np.int64) << at
    found[contradictory == 1] = CONTRADICTORY
    found[without_value == 1] = WITHOUT_VALUE
    return found


def _function_of(work: Compiled) -> Function:
    """The function of a version's outcomes, written once and kept as long as its program may be."""
    kept = _KEPT.get(id(work))
    if kept is None:
        while len(_KEPT) >= MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT)), None)
        ends = (work.contradictory, work.without_value, *work.outcome_bits)
        kept = _KEPT[id(work)] = (work, written(work.outcome_program, ends))
    return kept[1]


_KEPT: dict[int, tuple[Compiled, Function]] = {}


def written(program: Program, ends: Sequence[int]) -> Function:
    """A program as one function that takes its columns, and its rows, and gives some masks.

    Masks are whole numbers, the first row lowest.
    """
    text = Text()
    names = {NOWHERE: "0", EVERYWHERE: text.refer(-1), ROWS: f"n0[{text.refer(ROWS)}]"}
    names |= {register: text.refer(each) for register, each in program.constants.items()}
    for register, column in program.inputs.items():
        names[register] = text.let(f"n0[{text.refer(column)}]")
    for step in program.steps:
        names[step.out] = text.let(_expression(text, step, [names[each] for each in step.args]))
    text.add(f"return ({', '.join(names[each] for each in ends)},)")
    return text.function()


def _expression(text: Text, step: Step, arguments: list[str]) -> str:
    if step.function in _OPERATORS:
        return _OPERATORS[step.function].format(*arguments)
    function = _ON_NUMBERS.get(step.function, step.function)
    return f"{text.refer(function)}({', '.join(arguments)})"


def _packed(rows: Array) -> int:
    return int.from_bytes(pack(rows).tobytes(), "little")


def _unpacked(mask: int, count: int) -> Array:
    width = (count + 7) // 8
    held = mask & ((1 << 8 * width) - 1)
    return unpack(np.frombuffer(held.to_bytes(width, "little"), np.uint8), count)


_OPERATORS: Final[dict[Function, str]] = {
    np.bitwise_and: "{} & {}",
    np.bitwise_or: "{} | {}",
    np.bitwise_not: "~{}",
}
_ON_NUMBERS: Final[dict[Function, Function]] = {pack: _packed, unpack: _unpacked}
"""What is done on whole numbers for each function of packed masks; no other takes one."""
