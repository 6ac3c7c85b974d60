"""What holds a letter back beside its own blanks: people not told apart, words left unsaid."""

from __future__ import annotations

from collections.abc import Iterator

from letters.conditions import written_late
from letters.filling import tidy
from letters.guards_of_reviews import possible_matches
from letters.kind import Kind
from letters.kinds_of_decision import KINDS_OF_DECISION
from letters.matter import Matter
from letters.template import Template
from records.occasion import lacking

REASONS = "officer's reasons"


def not_given(kind: Kind, matter: Matter) -> Iterator[str]:
    """Name what the record of a letter lacks as a whole, before a word of it is written."""
    if matter.outcome is None and kind.outcomes:
        yield "officer's decision"
    if kind in KINDS_OF_DECISION and not tidy(matter.reasons or ""):
        yield REASONS
    if kind.occasion:
        yield from lacking(matter.occasion or kind.occasion())
    for name, worked in possible_matches(matter):
        yield f"how we know that {tidy(name)} is not {tidy(worked)}, who worked on this case"


def left_unsaid(matter: Matter, template: Template) -> Iterator[str]:
    """Name what a council's wording must say of this letter and does not."""
    if written_late(matter) and not any(p.when == "written_late" for p in template.pieces):
        yield "the line of the wording that says the letter is late (when written_late:)"
