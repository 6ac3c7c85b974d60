"""Whether the table of schools still bears out what was drawn from it, before a case is decided."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from casework.assess import Assessment, assess
from casework.desk import Desk
from casework.measure import CannotMeasure
from casework.schools.drawn_otherwise import DrawnOtherwise
from casework.schools.suitable import SuitableTable, table_of
from casework.schools.suitable_round import is_drawn, round_recorded
from casework.schools.suitable_view import drawn_facts
from casework.schools.table_changes import changes_in
from geography import NotMeasurable
from geography.problems import UnusablePosition
from records.fact import Fact
from rules.say import value_words
from store.suitable import last_drawn_table

CHANGED: Final = "What was drawn from the table of nearest schools has changed."


def assess_to_decide(desk: Desk, application: str) -> Assessment:
    """Assess a case, and hold what was drawn from its table of schools against the table of now.

    The table is ranked only where the case holds such a fact. Raises as ``assess`` does.
    """
    found = assess(desk, application)
    drawn = tuple(fact for fact in found.facts if is_drawn(fact) and fact.value is not None)
    if not drawn or found.recommendation is None:
        return found
    return replace(found, drawn_otherwise=_otherwise(desk, found, drawn))


def _otherwise(
    desk: Desk, assessment: Assessment, drawn: tuple[Fact, ...]
) -> DrawnOtherwise | None:
    try:
        table = table_of(desk, assessment, round_recorded(drawn))
    except (CannotMeasure, NotMeasurable, UnusablePosition) as error:
        why = f"What was drawn from the table of nearest schools cannot be looked at again. {error}"
        return DrawnOtherwise(tuple(fact.name for fact in drawn), why)
    changed = tuple(fact for fact in drawn if table.facts[fact.name] != fact.value)
    if not changed:
        return None
    return DrawnOtherwise(
        tuple(fact.name for fact in changed), _why(desk, assessment, table, changed)
    )


def _why(
    desk: Desk, assessment: Assessment, table: SuitableTable, changed: tuple[Fact, ...]
) -> str:
    """Name the schools that count otherwise now, and what the table says of each changed fact."""
    names = {fact.name for fact in changed}
    before = last_drawn_table(desk.store, assessment.case.application.id)
    found = changes_in(table, before, names) if before else ()
    if not found:  # drawn before it was kept which schools counted
        found = tuple(
            dict.fromkeys(
                words
                for each in drawn_facts(assessment, table)
                if each.name in names
                for words in each.because
            )
        )
    told = (_value_told(assessment, table, fact) for fact in changed)
    return " ".join((CHANGED, *found, *told))


def _value_told(assessment: Assessment, table: SuitableTable, fact: Fact) -> str:
    word, now = assessment.policy.vocabulary[fact.name], table.facts[fact.name]
    held = value_words(fact.value, word.type)
    said = "is not settled" if now is None else f"is {value_words(now, word.type)}"
    return f"{word.label} {said} by the table now, and {held} in the case."
