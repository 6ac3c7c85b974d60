"""The figures that a sum to be paid was worked out from, each with its own source and standing."""

from __future__ import annotations

from collections.abc import Iterator

from rules.evaluate import Run, condition, provision_judged
from rules.parameters import source_on
from rules.part_values import Figure
from rules.policy import Provision
from rules.recommendation import Step
from rules.tree import Case, Charge, Defined, Operation, Parameter, Value
from rules.values import Result, Standing

_ORDER = tuple(Standing)
"""From statute down to a text that nobody read."""


def figures_of(run: Run, provision: Provision, charge: Charge, pence: int) -> tuple[Figure, ...]:
    """Every figure of the text that told a sum, each once: the sum itself first.

    The limits that chose it count as well: bands, and what the rule itself holds against. Shares
    and instalments do not where nothing is to be paid.
    """
    names = list(_sum_names(run, charge.cases))
    if pence:
        names += [name for each in charge.times for part in (each.by, each.out_of)
                  for name in _names(run, part)]  # fmt: skip
        names += _names(run, charge.instalments) if charge.instalments else ()
    names += _limits(provision_judged(run, provision.id)[0])
    for case in _considered(run, charge.cases):
        names += _limits(condition(run, case.when)[0]) if case.when else ()
    found = (_figure(run, name) for name in dict.fromkeys(names))
    return tuple(each for each in found if each is not None)


def weakest(standings: Iterator[Standing] | list[Standing]) -> Standing:
    """The least sure of some standings."""
    return max(standings, key=_ORDER.index)


def _considered(run: Run, cases: tuple[Case, ...]) -> Iterator[Case]:
    """The cases up to the first that is met."""
    for case in cases:
        yield case
        if case.when is None or condition(run, case.when)[0].result is Result.MET:
            return


def _sum_names(run: Run, cases: tuple[Case, ...]) -> Iterator[str]:
    """The figures of the cases not excluded; where several are open, they come to one sum."""
    for case in _considered(run, cases):
        out = case.when and condition(run, case.when)[0].result is Result.NOT_MET
        if not out and not isinstance(case.value, str):
            yield from _names(run, case.value)


def _names(run: Run, value: Value) -> Iterator[str]:
    if isinstance(value, Parameter):
        yield value.name
    elif isinstance(value, Operation):
        for part in value.parts:
            yield from _names(run, part)
    elif isinstance(value, Defined):
        body = run.policy.definitions[value.name].body
        if isinstance(body, tuple):
            yield from _sum_names(run, body)
        elif isinstance(body, Parameter | Operation | Defined):
            yield from _names(run, body)


def _limits(step: Step) -> Iterator[str]:
    if step.limit_name and step.result is not Result.UNKNOWN:
        yield step.limit_name
    for part in step.parts:
        yield from _limits(part)


def _figure(run: Run, name: str) -> Figure | None:
    parameter = run.policy.parameters.get(name)
    source = source_on(parameter, run.day) if parameter else None
    if source is None:
        return None
    return Figure(name, source.cites, Standing(source.standing), source.note)
