"""Reads values by cases: a list of conditions, each with the value when it is the first met."""

from __future__ import annotations

from rules.keys import names, needed
from rules.tree import Case, Value
from rules.typer import Typer
from rules.values import FactType
from rules.yaml_text import Listing, Mapping, Node, Text


def read_cases(typer: Typer, node: Node, name: str) -> tuple[Case, ...] | None:
    """Read a list of {when: …, value: …}, the last may be {otherwise: …}."""
    if not isinstance(node, Listing) or not node.items:
        typer.shape.problem(node, "'cases:' takes a list of {when: …, value: …}")
        return None
    cases = [_case(typer, item, name) for item in node.items]
    _check_order(typer, node)
    found = tuple(case for case in cases if case is not None)
    return found if len(found) == len(cases) else None


def _check_order(typer: Typer, node: Listing) -> None:
    """Note what stands below ``otherwise:``, which no child ever comes to."""
    for above, item in zip(node.items, node.items[1:], strict=False):
        if isinstance(above, Mapping) and "otherwise" in above.entries:
            typer.shape.problem(item, "nothing below 'otherwise:' is ever reached")


def _case(typer: Typer, item: Node, name: str) -> Case | None:
    if not isinstance(item, Mapping):
        typer.shape.problem(item, "a case takes {when: …, value: …} or {otherwise: …}")
        return None
    otherwise = "otherwise" in item.entries
    part = "otherwise" if otherwise else "case"
    typer.shape.keys(item, names(part), needed(part))
    value = item.entries.get("otherwise" if otherwise else "value")
    when = None if otherwise else item.entries.get("when")
    if value is not None and not isinstance(value, Text):
        typer.shape.problem(value, "a case's value is one line")
    if not isinstance(value, Text) or (when is None and not otherwise):
        return None
    word = typer.vocabulary.get(name)
    if word and word.type is FactType.CHOICE:
        if value.value not in word.choices:
            typer.shape.problem(value, f"'{value.value}' is not a choice of {name}")
        typed: Value | str | None = value.value
    else:
        typed = typer.line_value(value)
    condition = typer.condition(when) if when is not None else None
    if typed is None or (when is not None and condition is None):
        return None
    return Case(condition, typed)
