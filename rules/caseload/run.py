"""The *caseload* reading: outcome and grounds of every child of a table, in chunks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from rules.caseload.columns import Children
from rules.caseload.compile import Compiled, compiled
from rules.caseload.days import FIRST_DAY
from rules.caseload.program import Input, Program, unpack
from rules.caseload.result import CONTRADICTORY, WITHOUT_VALUE, Answers, CaseloadResult
from rules.policy import PolicyVersion
from rules.problems import UserFacingError

Array = NDArray[Any]
Progress = Callable[[int, int], None]
"""Called with how many children are done, of how many; may raise to stop."""
Cancel = Callable[[], bool]
"""Asked between chunks whether to stop."""

CHUNK: Final = 1 << 17
"""Rows worked on at once: few enough to stay in the processor's cache. A multiple of 8."""


class Stopped(UserFacingError):
    """The caseload was stopped before its end."""


def run(
    policy: PolicyVersion,
    children: Children,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
    *,
    results: bool = False,
    chunk: int = CHUNK,
) -> CaseloadResult:
    """Decide every child of a table, exactly as ``rules.decide`` does one by one.

    With ``results`` every provision's own result is kept too. ``chunk`` is rounded up to a
    multiple of 8 rows. Children whose facts contradict each other, or whose day has no value of a
    dated parameter, are not decided but listed. Raises Stopped when ``cancel`` says so.
    """
    chunk = -(-max(chunk, 8) // 8) * 8
    work = compiled_for(policy, children, results=results)
    found = Answers.empty(policy, children.count, results=results)
    for start in range(0, children.count, chunk):
        if cancel is not None and cancel():
            raise Stopped("The caseload was stopped. Nothing was changed; run it again when ready.")
        end = min(start + chunk, children.count)
        _decide(work, children, found, slice(start, end))
        if progress is not None:
            progress(end, children.count)
    return found.result(policy)


def compiled_for(policy: PolicyVersion, children: Children, *, results: bool) -> Compiled:
    """The program for a policy and the columns a table has, kept from the last times."""
    names = frozenset(name for name in children.columns if name in policy.vocabulary)
    full = frozenset(name for name in names if _is_full(children.columns[name].known))
    key = (policy.id, policy.digest, names, full, results)
    if key not in _KEPT:
        while len(_KEPT) >= MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT)), None)
        _KEPT[key] = compiled(policy, names, full, results=results)
    return _KEPT[key]


def _is_full(known: Array) -> bool:
    """Whether a fact is known in every row; the first tells most that are not."""
    return not len(known) or bool(known[0] and known.all())


_KEPT: dict[tuple[str, str, frozenset[str], frozenset[str], bool], Compiled] = {}
MOST_KEPT: Final = 16
"""Programs kept, so that a second caseload under a policy need not wait for its compilation."""


def _decide(work: Compiled, children: Children, answers: Answers, rows: slice) -> None:
    count = rows.stop - rows.start
    masks = work.program.execute(given(work.program, children, rows), count)
    answers.outcomes[rows] = _number([masks[each] for each in work.outcome_bits], count)
    answers.first[rows] = _number([masks[each] for each in work.first_bits], count)
    answers.first[rows] -= 1
    for at in range(0, len(work.grounds), 8):
        each_eight = [masks[each] for each in work.grounds[at : at + 8]]
        answers.grounds[at // 8, rows] = _number(each_eight, count)
    _mark(answers, masks[work.contradictory], rows, CONTRADICTORY)
    _mark(answers, masks[work.without_value], rows, WITHOUT_VALUE)
    for kept, registers in ((answers.met, work.met), (answers.not_met, work.not_met)):
        for line, register in zip(kept, registers, strict=True):
            line[rows.start // 8 : (rows.stop + 7) // 8] = masks[register]


def _mark(answers: Answers, mask: Array, rows: slice, code: int) -> None:
    if mask.any():
        answers.outcomes[rows][unpack(mask, rows.stop - rows.start).view(np.bool_)] = code


def _number(bits: list[Array], count: int) -> Array:
    """The number in each row, out of the masks of its bits, the lowest first."""
    whole: Array = np.zeros(count, np.uint8 if len(bits) <= 8 else np.uint16)
    for bit, mask in enumerate(bits):
        if mask.any():
            whole |= unpack(mask, count) << whole.dtype.type(bit)
    return whole


def given(program: Program, children: Children, rows: slice) -> dict[Input, Array]:
    """The columns that a program starts from, of some rows."""
    return {
        (fact, what): _part(children, fact, what, rows) for fact, what in program.inputs.values()
    }


def _part(children: Children, fact: str, what: str, rows: slice) -> Array:
    column = children.columns[fact]
    if what == "index":
        return column.values[rows].astype(np.intp) - FIRST_DAY
    return column.known[rows] if what == "known" else column.values[rows]
