"""Reads ``vocabulary.yaml``: the facts, and the domain truths that hold of every real child."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rules.amounts import read_number
from rules.problems import BadPolicy
from rules.shape import Shape
from rules.values import FactType, KnownHow
from rules.vocabulary import FactWord, Vocabulary
from rules.yaml_text import Mapping, Node, read_yaml

_FACT_KEYS = (
    "type how given label question why evidence choices scope special_category least most".split()
)
_FACT_TYPES = [kind.value for kind in FactType if kind is not FactType.DAYS]


@dataclass(frozen=True, slots=True)
class TruthText:
    """A domain truth as written: its name, its words, and its condition's node.

    One that is ``usual`` binds proofs and their examples; no case is refused for breaking it.
    """

    name: str
    says: str
    holds: Node
    usual: bool = False


@dataclass(frozen=True, slots=True)
class VocabularyText:
    """What the vocabulary file holds."""

    facts: Vocabulary
    truths: tuple[TruthText, ...]
    parameters: Mapping


@lru_cache(maxsize=8)
def read_vocabulary(text: str, place: str = "policy/vocabulary.yaml") -> VocabularyText:
    """Read the vocabulary's text. Raises BadPolicy with every problem found."""
    shape = Shape(place)
    top = read_yaml(text, place)
    shape.keys(top, ("format", "facts", "parameters", "truths"), ("format", "facts"))
    shape.choice(top, "format", ("1",))
    facts = shape.mapping(top, "facts")
    words = {name: _fact(shape, name, node) for name, node in facts.entries.items()}
    truths = tuple(_truth(shape, node) for node in shape.items(top, "truths"))
    if shape.problems:
        raise BadPolicy(shape.problems)
    found = {name: word for name, word in words.items() if word}
    return VocabularyText(
        found, tuple(truth for truth in truths if truth), shape.mapping(top, "parameters")
    )


def _fact(shape: Shape, name: str, node: Node) -> FactWord | None:
    if not isinstance(node, Mapping):
        shape.problem(node, f"'{name}:' takes 'type:', 'how:', 'label:' and so on")
        return None
    shape.keys(node, _FACT_KEYS, ("type", "how", "label", "question"))
    choices = shape.mapping(node, "choices")
    kind = shape.choice(node, "type", _FACT_TYPES)
    how = shape.choice(node, "how", [each.value for each in KnownHow])
    if not kind or not how:
        return None
    return FactWord(
        name=name,
        type=FactType(kind),
        how=KnownHow(how),
        may_be_given=how != "derived" or shape.yes(node, "given"),
        label=shape.text(node, "label") or name,
        question=shape.text(node, "question") or name,
        why=shape.text(node, "why") or "",
        evidence=shape.words(node, "evidence"),
        choices=tuple(choices.entries),
        choice_labels=tuple(shape.text(choices, choice) or choice for choice in choices.entries),
        scope=shape.yes(node, "scope"),
        special_category=shape.yes(node, "special_category"),
        least=shape.read(node, "least", read_number) or 0,
        most=_most(shape, node),
    )


def _most(shape: Shape, node: Mapping) -> int:
    most = shape.read(node, "most", read_number)
    return 1_000_000_000 if most is None else most


def _truth(shape: Shape, node: Node) -> TruthText | None:
    if not isinstance(node, Mapping):
        shape.problem(node, "a truth takes 'truth:', 'says:' and 'holds:'")
        return None
    shape.keys(node, ("truth", "says", "holds", "usual"), ("truth", "says", "holds"))
    if "holds" not in node.entries:
        return None
    return TruthText(
        shape.text(node, "truth") or "",
        shape.text(node, "says") or "",
        node.entries["holds"],
        shape.yes(node, "usual"),
    )
