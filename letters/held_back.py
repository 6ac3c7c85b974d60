"""What holds a letter back beside its own blanks: people not told apart, words left unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from letters.conditions import contribution_due, longer_than_term, written_late
from letters.filling import tidy
from letters.guards.mistakes import short_of_a_term
from letters.guards.reviews import possible_matches
from letters.kinds.kind import Kind
from letters.kinds.of_decision import KINDS_OF_DECISION
from letters.matter import Matter
from letters.template import Template
from records.occasion import lacking
from records.offers import BudgetOffer

REASONS = "officer's reasons"


def not_given(kind: Kind, matter: Matter) -> Iterator[str]:
    """Name what the record of a letter lacks as a whole, before a word of it is written."""
    if matter.outcome is None and kind.outcomes:
        yield "officer's decision"
    if kind in KINDS_OF_DECISION and not tidy(matter.reasons or ""):
        yield REASONS
    if kind.occasion:
        yield from lacking(matter.occasion or kind.occasion())
    if short_of_a_term(matter):
        yield "how much notice the policy gives after a mistake, as the case records it"
    for name, worked in possible_matches(matter):
        yield f"how we know that {tidy(name)} is not {tidy(worked)}, who worked on this case"


def left_unsaid(matter: Matter, template: Template) -> Iterator[str]:
    """Name what a council's wording must say of this letter and does not."""
    said = {piece.when for piece in template.pieces}
    for name, holds, what in MUST_BE_SAID:
        if name not in said and holds(matter):
            yield f"the line of the wording that says {what} (when {name}:)"


def _budget_beside_a_contribution(matter: Matter) -> bool:
    return isinstance(matter.occasion, BudgetOffer) and contribution_due(matter)


MUST_BE_SAID: Final[tuple[tuple[str, Callable[[Matter], bool], str], ...]] = (
    ("written_late", written_late, "the letter is late"),
    ("longer_than_term", longer_than_term, "the outcome comes later than is recommended"),
    (
        "contribution_due",
        _budget_beside_a_contribution,
        "what is paid for travel that the council arranges",
    ),
)
"""What a wording must say where it holds: the condition by name, and what the line tells."""
