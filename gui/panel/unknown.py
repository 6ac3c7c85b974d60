"""Which facts were not known when a case was decided, though they could have settled a rule."""

from __future__ import annotations

from casework.panel import PanelCase


def unknown_facts(case: PanelCase) -> tuple[str, ...]:
    """Give the labels of the facts that open findings wait for, each once."""
    return tuple(dict.fromkeys(label(case, name) for name in unknown_names(case)))


def unknown_names(case: PanelCase) -> tuple[str, ...]:
    """Give the names of those facts, in the order of the rules that wait for them."""
    return tuple(dict.fromkeys(name for each in case.rationale.open for name in each.missing))


def label(case: PanelCase, name: str) -> str:
    """Write a fact's name in the vocabulary of the day."""
    word = case.vocabulary.get(name)
    return word.label if word else name.replace("_", " ")
