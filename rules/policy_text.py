"""One policy file taken apart: its head, and the nodes of its parameters and provisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rules.keys import RANKED_BY, STARTS, STATUSES, names, needed
from rules.policy import is_policy_id
from rules.problems import BadPolicy
from rules.shape import Shape
from rules.tree import Source
from rules.values import Standing
from rules.yaml_text import Mapping, Node, read_yaml


@dataclass(frozen=True, slots=True)
class PolicyText:
    """A policy file's head as values and its parts as nodes, in text order.

    ``documents`` gives the title of each paper by its name, ``seen`` which parts of it were read,
    where the text says so.
    """

    id: str
    place: str
    title: str
    status: str
    travel_from: date | None
    travel_until: date | None
    known_from: date | None
    known_by: str | None
    known_standing: Standing | None
    note: str | None
    builds_on: str | None
    length_that_counts: str | None
    starts_at: str | None
    nearest_by: str | None
    documents: dict[str, str]
    seen: dict[str, str]
    parameters: Mapping
    definitions: Mapping
    provisions: tuple[Node, ...]
    drops: tuple[str, ...]
    drops_at: Mapping


@lru_cache(maxsize=64)
def read_policy_text(text: str, place: str) -> PolicyText:
    """Read one file's own text, nothing inherited yet. Raises BadPolicy with every problem."""
    shape = Shape(place)
    top = read_yaml(text, place)
    shape.keys(top, names("policy"), needed("policy"))
    shape.choice(top, "format", ("1",))
    travel, known = shape.mapping(top, "travel"), shape.mapping(top, "known")
    shape.keys(travel, names("travel"))
    shape.keys(known, names("known"))
    measuring = shape.mapping(top, "measuring")
    shape.keys(measuring, names("measuring"))
    policy = shape.read(top, "policy", _policy_id) or ""
    found = PolicyText(
        id=policy,
        place=place,
        title=shape.text(top, "title") or "",
        status=shape.choice(top, "status", STATUSES) or "",
        travel_from=shape.day(travel, "from"),
        travel_until=shape.day(travel, "until"),
        known_from=shape.day(known, "from"),
        known_by=shape.text(known, "by"),
        known_standing=_standing(shape, known),
        note=shape.text(top, "note"),
        builds_on=shape.read(top, "builds_on", _policy_id),
        length_that_counts=shape.choice(measuring, "length", ("ground", "grid")),
        starts_at=shape.choice(measuring, "starts", STARTS),
        nearest_by=shape.choice(measuring, "nearest", RANKED_BY),
        documents=_documents(shape, shape.mapping(top, "documents")),
        seen=_seen(shape, shape.mapping(top, "documents")),
        parameters=shape.mapping(top, "parameters"),
        definitions=shape.mapping(top, "definitions"),
        provisions=tuple(shape.items(top, "provisions")),
        drops=shape.words(top, "drops"),
        drops_at=top,
    )
    if found.travel_from and found.travel_until and found.travel_until < found.travel_from:
        shape.problem(travel, "'until:' lies before 'from:'")
    if shape.problems:
        raise BadPolicy(shape.problems)
    return found


def _standing(shape: Shape, known: Mapping) -> Standing | None:
    word = shape.choice(known, "standing", [each.value for each in Standing])
    return Standing(word) if word else None


def _policy_id(text: str) -> str:
    if not is_policy_id(text):
        raise ValueError("expected body/version such as southampton/2019-20")
    return text


def _documents(shape: Shape, mapping: Mapping) -> dict[str, str]:
    titles = {}
    for name, node in mapping.entries.items():
        if not isinstance(node, Mapping):
            shape.problem(node, f"document '{name}:' takes 'title:' and 'where:'")
            continue
        shape.keys(node, names("document"), needed("document"))
        titles[name] = shape.text(node, "title") or name
    return titles


def _seen(shape: Shape, mapping: Mapping) -> dict[str, str]:
    nodes = {name: node for name, node in mapping.entries.items() if isinstance(node, Mapping)}
    found = {name: shape.text(node, "seen") for name, node in nodes.items()}
    return {name: seen for name, seen in found.items() if seen}


def read_source(shape: Shape, node: Mapping, documents: dict[str, str]) -> Source | None:
    """Read the ``source:`` of a parameter, definition or provision; None (with problems) if bad."""
    if "source" not in node.entries:
        return None
    mapping = shape.mapping(node, "source")
    shape.keys(mapping, names("source"), needed("source"))
    document = shape.choice(mapping, "document", documents)
    standing = shape.choice(mapping, "standing", [each.value for each in Standing])
    if document is None or standing is None:
        return None
    at = shape.text(mapping, "at")
    cites = f"{documents[document]}, {at}" if at else documents[document]
    return Source(
        document, at, standing, shape.text(mapping, "year"), shape.text(mapping, "note"), cites
    )
