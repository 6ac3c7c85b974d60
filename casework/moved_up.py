"""The year group of a case in a school year other than the one in which it was given."""

from __future__ import annotations

from datetime import date

from casework.files.case import CaseFile
from rules.dates import school_year
from rules.timeline import FactsOn
from rules.values import Facts, FactValue
from rules.vocabulary import FactWord, Vocabulary

_YEAR_GROUP = "year_group"


def moved_up(case: CaseFile, vocabulary: Vocabulary) -> FactsOn:
    """The facts of a case by day, its year group one more for each school year that has begun.

    It was given for the day of travel, or for the day from which it changes; without either it
    stays as it is. Beyond the years that the vocabulary knows it is not known.
    """
    word = vocabulary.get(_YEAR_GROUP)
    if word is None:
        return case.facts_on
    return lambda day: _moved(case, word, day)


def moves_told(case: CaseFile, vocabulary: Vocabulary, day: date) -> tuple[str, ...]:
    """Say which year group is taken on a day, where it is not the one that was given."""
    given = case.facts_on(day).get(_YEAR_GROUP)
    taken = moved_up(case, vocabulary)(day).get(_YEAR_GROUP)
    if given == taken:
        return ()
    now = "not known" if taken is None else f"taken to be {taken}"
    return (
        f"The year group was given for another school year as {given}; in this one it is {now}. "
        'Give another under "changes" where the child is kept back.',
    )


def _moved(case: CaseFile, word: FactWord, day: date) -> Facts:
    facts = case.facts_on(day)
    given, years = facts.get(_YEAR_GROUP), _years_since(case, day)
    if not isinstance(given, int) or not years:
        return facts
    now: FactValue | None = given + years
    return {**facts, _YEAR_GROUP: now if word.least <= given + years <= word.most else None}


def _years_since(case: CaseFile, day: date) -> int:
    """School years that have begun since the day for which the year group was given."""
    changed = [since for since, facts in case.changes if since <= day and _YEAR_GROUP in facts]
    given_on = max(changed, default=case.at_first.get("day_of_travel"))
    return school_year(day) - school_year(given_on) if isinstance(given_on, date) else 0
