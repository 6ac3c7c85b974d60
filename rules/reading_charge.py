"""Reads what a ``charges`` provision asks for: named sums by cases, and instalments."""

from __future__ import annotations

from rules.keys import names
from rules.reading_cases import read_cases
from rules.tree import Case, Charge, Parameter, Value
from rules.typer import Typer
from rules.values import Effect, FactType
from rules.yaml_text import Mapping, Text


def read_charge(typer: Typer, node: Mapping, effect: Effect) -> Charge | None:
    """Read the ``charge:`` of a ``charges`` provision: ``amount:`` or ``cases:``, ``instalments:``.

    Every amount is a named sum, every count of instalments a named number.
    """
    if effect is not Effect.CHARGES:
        if "charge" in node.entries:
            typer.shape.problem(node.entries["charge"], "'charge:' goes with 'effect: charges'")
        return None
    mapping = typer.shape.mapping(node, "charge")
    typer.shape.keys(mapping, names("charge"))
    found = _charged(typer, mapping)
    if not found or any(not _is_money(case.value) for case in found):
        typer.shape.problem(mapping, "'charge:' takes 'amount:' or 'cases:' of named sums")
        return None
    count = mapping.entries.get("instalments")
    parts = typer.line_value(count) if isinstance(count, Text) else None
    if count is not None and not (isinstance(parts, Parameter) and parts.type is FactType.NUMBER):
        typer.shape.problem(count, "'instalments:' takes a named number")
    return Charge(found, parts if isinstance(parts, Parameter) else None)


def _charged(typer: Typer, mapping: Mapping) -> tuple[Case, ...]:
    amount = mapping.entries.get("amount")
    if isinstance(amount, Text):
        value = typer.line_value(amount)
        return (Case(None, value),) if value is not None else ()
    cases = mapping.entries.get("cases")
    return (read_cases(typer, cases, "charge") or ()) if cases is not None else ()


def _is_money(value: Value | str) -> bool:
    return isinstance(value, Parameter) and value.type is FactType.MONEY
