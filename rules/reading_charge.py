"""Reads what a ``charges`` provision asks for: named sums by cases, shares of them, instalments."""

from __future__ import annotations

from rules.keys import ONE_OF, names, needed
from rules.reading_cases import read_cases
from rules.tree import Case, Charge, Defined, Parameter, Source, Times, Value
from rules.typer import Typer
from rules.values import Effect, FactType, Rounding, Standing
from rules.yaml_text import Mapping, Node, Text


def read_charge(typer: Typer, node: Mapping, effect: Effect, source: Source) -> Charge | None:
    """Read the ``charge:`` of a ``charges``: ``amount`` or ``cases``, ``times``, ``instalments``.

    Every amount is a named sum; shares and the count of instalments are numbers. A text that has
    not been read may leave it out.
    """
    if effect is not Effect.CHARGES:
        return None
    if "charge" not in node.entries and source.standing == Standing.UNREAD:
        return None
    mapping = typer.shape.mapping(node, "charge")
    typer.shape.keys(mapping, names("charge"))
    if all(key in mapping.entries for key in ONE_OF["charge"]):
        typer.shape.problem(mapping, "'charge:' has both 'amount:' and 'cases:'; leave one out")
    found = _charged(typer, mapping)
    if not found or any(not _is_money(case.value) for case in found):
        typer.shape.problem(mapping, "'charge:' takes 'amount:' or 'cases:' of named sums")
        return None
    shares = [_share(typer, each) for each in typer.shape.items(mapping, "times")]
    parts = _above_nothing(typer, mapping, "instalments")
    return Charge(found, parts, tuple(each for each in shares if each is not None))


def _charged(typer: Typer, mapping: Mapping) -> tuple[Case, ...]:
    amount = mapping.entries.get("amount")
    if isinstance(amount, Text):
        value = typer.line_value(amount)
        return (Case(None, value),) if value is not None else ()
    cases = mapping.entries.get("cases")
    return (read_cases(typer, cases, "charge") or ()) if cases is not None else ()


def _is_money(value: Value | str) -> bool:
    return isinstance(value, Parameter) and value.type is FactType.MONEY


def _share(typer: Typer, node: Node) -> Times | None:
    if not isinstance(node, Mapping):
        typer.shape.problem(node, "a share takes {by: …, out_of: …, round: …}")
        return None
    typer.shape.keys(node, names("share"), needed("share"))
    by = _number(typer, node, "by", "'by:' takes a number")
    out_of = _above_nothing(typer, node, "out_of")
    rounding = typer.shape.choice(node, "round", [each.value for each in Rounding])
    if by is None or out_of is None or rounding is None:
        return None
    return Times(by, out_of, Rounding(rounding))


def _above_nothing(typer: Typer, mapping: Mapping, key: str) -> Value | None:
    """A number by which a sum may be divided: above 0 in every case and on every day."""
    found = _number(typer, mapping, key, f"'{key}:' takes a named number above 0")
    if found is not None and not _is_above_nothing(typer, found):
        typer.shape.problem(mapping.entries[key], f"'{key}:' takes a named number above 0")
        return None
    return found


def _is_above_nothing(typer: Typer, value: Value | str) -> bool:
    """Whether a parameter, or every case of a definition, is above 0; of others nobody is sure."""
    if isinstance(value, Parameter):
        dated = typer.parameters[value.name].values
        return all(isinstance(each.value, int) and each.value > 0 for each in dated)
    definition = typer.definition(value.name) if isinstance(value, Defined) else None
    cases = definition.body if definition is not None else ()
    if isinstance(cases, Parameter):
        return _is_above_nothing(typer, cases)
    return (
        isinstance(cases, tuple)
        and bool(cases)
        and all(
            isinstance(case.value, Parameter) and _is_above_nothing(typer, case.value)
            for case in cases
        )
    )


def _number(typer: Typer, mapping: Mapping, key: str, says: str) -> Value | None:
    node = mapping.entries.get(key)
    found = typer.line_value(node) if isinstance(node, Text) else None
    if node is not None and (found is None or found.type is not FactType.NUMBER):
        typer.shape.problem(node, says)
        return None
    return found
