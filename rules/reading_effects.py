"""Reads the keys that go with one effect alone: ``keeps``, ``on``, ``determines`` and the like."""

from __future__ import annotations

from rules.keys import PARTS
from rules.policy import is_policy_id
from rules.tree import Determining, Ending, Source, Value
from rules.typer import Typer
from rules.values import Authoriser, Determined, Effect, EndsAs, FactType, Standing
from rules.yaml_text import Mapping, Text


def check_keys(typer: Typer, node: Mapping, effect: Effect) -> None:
    """Note every key that goes with other effects than this one."""
    for key in PARTS["provision"]:
        if key.name in node.entries and key.effects and effect not in key.effects:
            fitting = " or ".join(f"'effect: {each.value}'" for each in key.effects)
            typer.shape.problem(node.entries[key.name], f"'{key.name}:' goes with {fitting}")


def read_keeps(
    typer: Typer, node: Mapping, effect: Effect, source: Source, owner: str
) -> str | None:
    """Read the id of the older version that a ``protects`` keeps a child on; never its own."""
    if effect is not Effect.PROTECTS:
        return None
    if "keeps" not in node.entries:
        _needed(typer, node, "keeps", source)
        return None
    keeps = typer.shape.read(node, "keeps", _version_id)
    if keeps == owner:
        typer.shape.problem(node.entries["keeps"], "keeps: this is the text's own id; name another")
    return keeps


def _version_id(text: str) -> str:
    if not is_policy_id(text):
        raise ValueError("expected body/version such as southampton/2019-20")
    return text


def read_ending(typer: Typer, node: Mapping, effect: Effect, source: Source) -> Ending | None:
    """Read the day of an ``ends``, and whether help ends on it or is looked at again."""
    if effect is not Effect.ENDS:
        return None
    ends_as = typer.shape.choice(node, "as", [each.value for each in EndsAs])
    if "on" not in node.entries:
        _needed(typer, node, "on", source)
    return Ending(_day(typer, node), EndsAs(ends_as or EndsAs.END))


def _day(typer: Typer, node: Mapping) -> Value | None:
    line = node.entries.get("on")
    if line is None:
        return None
    if not isinstance(line, Text):
        typer.shape.problem(line, "'on:' takes one line: a day, or days worked out")
        return None
    day = typer.line_value(line)
    if day is not None and day.type is not FactType.DATE:
        typer.shape.problem(line, f"'on:' takes a day; '{line.value}' is {day.type.words}")
    return day


def read_determining(typer: Typer, node: Mapping, effect: Effect) -> Determining | None:
    """Read what a ``determines`` settles, who authorises it, and whether it must be reviewed."""
    if effect is not Effect.DETERMINES:
        return None
    if "determines" not in node.entries:
        typer.shape.problem(node, "'determines:' is missing")
    what = typer.shape.choice(node, "determines", [each.value for each in Determined])
    authoriser = typer.shape.choice(node, "authoriser", [each.value for each in Authoriser])
    review = typer.shape.choice(node, "review", ("compulsory",))
    if what is None:
        return None
    return Determining(
        Determined(what), Authoriser(authoriser) if authoriser else None, review is not None
    )


def read_interim(typer: Typer, node: Mapping, effect: Effect) -> bool:
    """Read whether other travel is arranged until a rung of the ladder is ready."""
    return effect is Effect.ARRANGES and typer.shape.yes(node, "interim")


def _needed(typer: Typer, node: Mapping, key: str, source: Source) -> None:
    """A key may be left out only of a text that has not been read."""
    if source.standing != Standing.UNREAD:
        typer.shape.problem(node, f"'{key}:' is missing")
