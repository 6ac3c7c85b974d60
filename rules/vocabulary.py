"""The vocabulary: every fact declared once, with its type, its words and how it is known."""

from __future__ import annotations

from dataclasses import dataclass

from rules.values import FactType, KnownHow


@dataclass(frozen=True, slots=True)
class FactWord:
    """One fact of the vocabulary.

    ``label`` is its short name on screen, ``question`` asks for it in plain words, ``why`` says
    why it is asked. ``may_be_given`` is False for a derived fact that must be worked out.
    ``scope`` marks facts of age, phase or kind of place, which alone may rule a provision out.
    ``special_category`` marks health, disability, religion and the like (UK GDPR, article 9).
    ``least`` and ``most`` bound a whole number.
    """

    name: str
    type: FactType
    how: KnownHow
    may_be_given: bool
    label: str
    question: str
    why: str
    evidence: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    choice_labels: tuple[str, ...] = ()
    scope: bool = False
    special_category: bool = False
    least: int = 0
    most: int = 1_000_000_000


Vocabulary = dict[str, FactWord]
"""The words by fact name, in the order of the text."""
