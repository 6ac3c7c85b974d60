"""Makes the answers that tables keep: plainly where few, else by functions of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rules import tree
from rules.parameters import is_undated
from rules.policy import PolicyVersion
from rules.recommendation import Step
from rules.run import Missing, Run
from rules.values import FactType, FactValue, KnownHow
from rules.written.values import CODE

if TYPE_CHECKING:
    from rules.written.writer import Writer

Key = tuple[FactValue | None, ...]
"""The values of the facts that an answer follows from."""

Answer = tuple[int, Missing, Step]


@dataclass(slots=True)
class DayValues:
    """Values that follow from one day: where the day stands, the line to fill, names and nodes."""

    given: str
    line: int
    names: list[str] = field(default_factory=list)
    nodes: list[tree.Operation] = field(default_factory=list)


def judged_plainly(
    w: Writer, node: tree.Condition, names: tuple[str, ...]
) -> Callable[[Key], Answer]:
    """What judges a condition by walking the tree."""
    program, judge = w.program, w.program.judge(node)

    def make(key: Key) -> Answer:
        program.tidy()
        step, missing = judge(Run(program.policy, dict(zip(names, key, strict=True))))
        return CODE[step.result], missing, step

    return make


def judged_apart(
    w: Writer, node: tree.Condition, names: tuple[str, ...]
) -> Callable[[Key], Answer]:
    """What judges a condition by a function written for it alone."""
    inner = w.apart(names)
    result, wanted = inner.result(node)
    inner.text.add(f"return {result}, {wanted}, {inner.line(node)}")
    return inner.function()


def of_one(make: Callable[[Key], Answer]) -> Callable[[Any], Answer]:
    """The same for a single fact, whose value is then the whole key."""
    return lambda value: make((value,))


def worked_out_apart(w: Writer, day: str, wanted: DayValues) -> Callable[[Any], Key]:
    """What works out all values of one day; of a day that is not known, none is."""
    inner = w.apart((day,))
    inner.of_known_day = True
    values = "".join(f"{inner.value(node).value}, " for node in wanted.nodes)
    inner.text.add(f"return ({values})")
    work, nothing = inner.function(), (None,) * len(wanted.nodes)
    return lambda found: nothing if found is None else work((found,))


def only_day(policy: PolicyVersion, node: tree.Value) -> str | None:
    """The one day, given as a fact, from which alone a value is worked out; else None."""
    days = _days(policy, node)
    return days[0] if days is not None and len(set(days)) == 1 else None


def _days(policy: PolicyVersion, node: object) -> list[str] | None:
    """The days below a value; None where there is something else that differs."""
    if isinstance(node, tree.Parameter):
        return [] if is_undated(policy.parameters[node.name]) else None
    if isinstance(node, tree.Defined):
        return _days(policy, policy.definitions[node.name].body)
    if isinstance(node, tree.Fact):
        derived = policy.vocabulary[node.name].how is KnownHow.DERIVED
        return [node.name] if node.type is FactType.DATE and not derived else None
    if isinstance(node, tree.Operation):
        many = [_days(policy, part) for part in node.parts]
        return [day for each in many for day in each or ()] if None not in many else None
    return None
