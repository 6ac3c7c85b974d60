"""An example child in words: what is known of it, and yes to what; all else is no."""

from __future__ import annotations

from datetime import date

from rules.prove.phrases import lowered
from rules.quantities import day_in_words, miles, pounds
from rules.values import Facts, FactType, FactValue, NoRoute
from rules.vocabulary import FactWord, Vocabulary

NOTHING = ("none", "nobody")
"""Choices that say that there is nothing to tell."""


def in_words(facts: Facts, vocabulary: Vocabulary) -> str:
    """``born 1 May 2018, walking distance 2.50 miles; yes to: registered there; no to all else``.

    In the order of the vocabulary. Choices of nothing, counts of nought and no money are not told.
    """
    told, yes = [], []
    for name, word in vocabulary.items():
        value = facts.get(name)
        if value is True:
            yes.append(lowered(word.label))
        elif value is not None and value is not False:
            told += _told(word, value)
    parts = [", ".join(told), f"yes to: {', '.join(yes)}" if yes else ""]
    return "; ".join([*(part for part in parts if part), "no to all else"])


def _told(word: FactWord, value: FactValue) -> list[str]:
    label = lowered(word.label)
    if isinstance(value, date):
        return [f"{label} {day_in_words(value)}"]
    if word.type is FactType.CHOICE:
        labels = dict(zip(word.choices, word.choice_labels, strict=True))
        return [] if value in NOTHING else [f"{label}: {labels[str(value)]}"]
    if word.type is FactType.LENGTH and isinstance(value, int | NoRoute):
        return [f"{label} {miles(value)}"]
    if word.type is FactType.MONEY and isinstance(value, int):
        return [f"{label} {pounds(value)}"] if value else []
    return [f"{label} {value}"] if value or word.name == "year_group" else []
