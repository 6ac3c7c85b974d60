"""Reads one parameter, one definition or one provision from its node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.amounts import read_amount, read_yearly_day
from rules.keys import ONE_OF, names, needed
from rules.policy import Provision
from rules.policy_text import read_source
from rules.reading_cases import read_cases
from rules.reading_charge import read_charge
from rules.reading_effects import (
    check_keys,
    read_determining,
    read_ending,
    read_interim,
    read_keeps,
)
from rules.shape import Shape
from rules.tree import (
    All,
    Case,
    Condition,
    DatedValue,
    Definition,
    ParameterText,
    Source,
    Unread,
    Value,
)
from rules.typer import Typer
from rules.values import Effect, FactType, FactValue, Standing
from rules.yaml_text import Listing, Mapping, Node, Text

if TYPE_CHECKING:
    from rules.linking import Entry

_Amount = tuple[FactType, FactValue | tuple[tuple[int, int], ...]]


def read_parameter(
    shape: Shape, name: str, owner: str, node: Node, documents: dict[str, str]
) -> ParameterText | None:
    """Read ``name: {value, source}``, or dated ``values``; every value has a source."""
    if not isinstance(node, Mapping):
        shape.problem(node, f"parameter '{name}' takes {{value: …, source: …}}")
        return None
    shape.keys(node, names("parameter"))
    if all(key in node.entries for key in ONE_OF["parameter"]):
        shape.problem(node, f"'{name}' has both 'value:' and 'values:'; leave one out")
        return None
    lines = shape.items(node, "values") if "values" in node.entries else [node]
    read = [_dated(shape, name, line, node, documents) for line in lines]
    values = [each for each in read if each is not None]
    if not read:
        shape.problem(node.entries["values"], f"'{name}' has no value; leave it out or give one")
    if len(values) != len(read) or not values:
        return None
    kinds = {kind for kind, _, _ in values}
    if len(kinds) > 1:
        shape.problem(node, f"'{name}' mixes {' and '.join(sorted(kinds))}")
        return None
    dated = tuple(sorted((each for _, each, _ in values), key=lambda one: one.start or 0))
    for first, second in zip(dated, dated[1:], strict=False):
        if first.end is None or (second.start or 0) <= first.end:
            shape.problem(node, f"'{name}' has two values for the same day")
    says = shape.text(node, "says")
    return ParameterText(name, owner, kinds.pop(), dated, values[0][2], says)


def _dated(
    shape: Shape, name: str, line: Node, whole: Mapping, documents: dict[str, str]
) -> tuple[FactType, DatedValue, str] | None:
    if not isinstance(line, Mapping):
        shape.problem(line, "a dated value takes {from: …, until: …, value: …, source: …}")
        return None
    if line is not whole:
        shape.keys(line, names("dated value"), needed("dated value"))
    source = read_source(shape, line if "source" in line.entries else whole, documents)
    amount = _amount(shape, name, line)
    if source is None:
        if "source" not in line.entries and "source" not in whole.entries:
            shape.problem(
                line, f"{name} has no source. Add source: with the paragraph of the adopted policy"
            )
        return None
    if amount is None:
        return None
    start = shape.day(line, "from") if line is not whole else None
    end = shape.day(line, "until") if line is not whole else None
    if start and end and end < start:
        shape.problem(line, f"'{name}': 'until:' lies before 'from:'")
    kind, value = amount
    dated = DatedValue(
        start.toordinal() if start else None, end.toordinal() if end else None, value, source
    )
    return kind, dated, shape.text(line, "value") or "" if kind is not FactType.DAYS else "days"


def _amount(shape: Shape, name: str, line: Mapping) -> _Amount | None:
    node = line.entries.get("value")
    if node is None:
        shape.problem(line, f"'{name}' has no 'value:'")
        return None
    if isinstance(node, Listing):
        if not node.items:
            shape.problem(node, f"'{name}' has no value; leave it out or give one")
        days = [
            shape.read(Mapping({"day": each}), "day", read_yearly_day)
            for each in shape.items(line, "value")
        ]
        found = tuple(day for day in days if day is not None)
        return (FactType.DAYS, found) if found and len(found) == len(days) else None
    return shape.read(line, "value", read_amount)


def read_definition(typer: Typer, name: str, entry: Entry) -> Definition | None:
    """Read a definition: a condition, a value, or a value by cases."""
    source = _definition_source(typer, entry)
    body, text, says = _definition_body(typer, name, entry)
    if body is None:
        return None
    word = typer.vocabulary.get(name)
    kind = _type_of(body, word.type if word else None)
    if word and kind is not word.type:
        typer.shape.problem(entry.node, f"'{name}' is {word.type.words}, defined as {kind.words}")
        return None
    return Definition(name, entry.owner, kind, body, text, says, source)


def _definition_source(typer: Typer, entry: Entry) -> Source | None:
    node = entry.node
    return read_source(typer.shape, node, entry.documents) if isinstance(node, Mapping) else None


_Body = Condition | Value | tuple[Case, ...] | None


def _definition_body(typer: Typer, name: str, entry: Entry) -> tuple[_Body, str, str | None]:
    node = entry.node
    if isinstance(node, Text):
        return _condition_or_value(typer, node), node.value.strip(), None
    if not isinstance(node, Mapping):
        typer.shape.problem(node, f"'{name}' takes a line, a group, 'value:' or 'cases:'")
        return None, "", None
    typer.shape.keys(node, names("definition"))
    forms = [key for key in ONE_OF["definition"] if key in node.entries]
    if len(forms) != 1:
        typer.shape.problem(node, f"'{name}' takes one of {', '.join(ONE_OF['definition'])}")
        return None, "", None
    says = typer.shape.text(node, "says")
    return _form(typer, forms[0], node.entries[forms[0]], name), name, says


def _form(typer: Typer, form: str, node: Node, name: str) -> _Body:
    if form == "cases":
        return read_cases(typer, node, name)
    if form == "value":
        if isinstance(node, Text):
            return typer.line_value(node)
        typer.shape.problem(node, "'value:' takes one line")
        return None
    return typer.condition(node) if form == "when" else typer.group(form, node)


def _condition_or_value(typer: Typer, node: Text) -> _Body:
    words = node.value.strip()
    plain = words.replace("_", "").replace("-", "").isalnum()
    is_condition = any(sign in words for sign in "<>=[") or " is " in words
    if is_condition or words.startswith("not "):
        return typer.condition(node)
    if not plain:
        return typer.line_value(node)
    word, definition = typer.vocabulary.get(words), typer.definition(words)
    yes_no = (word and word.type is FactType.YES_NO) or (
        definition and definition.type is FactType.YES_NO
    )
    condition = yes_no or typer.provision(words) is not None
    return typer.condition(node) if condition else typer.line_value(node)


def _type_of(body: Condition | Value | tuple[Case, ...], word: FactType | None) -> FactType:
    if isinstance(body, tuple):
        first = body[0].value
        return FactType.CHOICE if isinstance(first, str) else first.type
    return getattr(body, "type", FactType.YES_NO)


def read_provision(typer: Typer, provision: str, entry: Entry) -> Provision | None:
    """Read one provision."""
    node, shape = entry.node, entry.shape
    if not isinstance(node, Mapping):
        return None
    shape.keys(node, names("provision"), needed("provision"))
    effect = shape.choice(node, "effect", [each.value for each in Effect])
    source = read_source(shape, node, entry.documents)
    when = _when(typer, node, source)
    if effect is None or source is None or when is None:
        return None
    does = Effect(effect)
    check_keys(typer, node, does)
    return Provision(
        id=provision,
        title=shape.text(node, "title") or "",
        effect=does,
        when=when,
        source=source,
        touches=_touches(typer, node),
        note=shape.text(node, "note"),
        charge=read_charge(typer, node, does, source),
        with_consent=shape.text(node, "with_consent"),
        interim=read_interim(typer, node, does),
        keeps=read_keeps(typer, node, does, source, entry.owner),
        ending=read_ending(typer, node, does, source),
        determining=read_determining(typer, node, does),
    )


def _touches(typer: Typer, node: Mapping) -> tuple[str, ...]:
    """What a provision touches, by id; one that was dropped keeps its word and touches nothing."""
    found = []
    for word in typer.shape.words(node, "touches"):
        provision = typer.provision(word)
        if provision is None:
            typer.shape.problem(node, f"touches: there is no provision '{word}'")
        found.append(provision or word)
    return tuple(found)


def _when(typer: Typer, node: Mapping, source: Source | None) -> Condition | None:
    unread = source is not None and source.standing == Standing.UNREAD
    if "when" not in node.entries:
        if not unread:
            typer.shape.problem(node, "'when:' is missing")
            return None
        return Unread(f"{source.cites if source else ''}: not read")
    condition = typer.condition(node.entries["when"])
    if condition is None or not unread or source is None:
        return condition
    return All((condition, Unread(f"{source.cites}: not read")))
