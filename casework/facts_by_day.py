"""The facts of a case on a later day: what was judged counts until it is looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from casework.facts_in_force import values_of
from records.determination import Determination
from records.fact import Fact, Judgement
from records.london import day_in_london
from rules.timeline import FactsOn
from rules.values import KnownHow


def facts_by_day(
    facts: Iterable[Fact],
    determinations: Iterable[Determination],
    judgements: Iterable[Judgement] = (),
) -> FactsOn:
    """The values by name on a day, from the facts as they stand and what was determined or judged.

    A criterion of a determination was judged until its day of review, and so was a judgement that
    has one of its own; afterwards it is not known, unless somebody judged it again since. All other
    facts stay as they are.
    """
    found = tuple(facts)
    values, until = values_of(found), _reviews(found, determinations)
    judged = {fact.name for fact in found if fact.how is KnownHow.JUDGED}
    for each in judgements:
        if each.review_on is not None and each.fact in judged:
            until[each.fact] = min(each.review_on, until.get(each.fact, each.review_on))
    if not until:
        return lambda _: values
    return lambda day: {name: v for name, v in values.items() if not _is_over(until, name, day)}


def _is_over(until: Mapping[str, date], name: str, day: date) -> bool:
    return name in until and day > until[name]


def _reviews(facts: tuple[Fact, ...], made: Iterable[Determination]) -> dict[str, date]:
    """The last day of each fact that holds for a time only."""
    judged = {fact.name: fact.on for fact in facts if fact.how is KnownHow.JUDGED}
    found: dict[str, date] = {}
    for each in made:
        for criterion in each.criteria if each.review_on else ():
            since = judged.get(criterion.fact)
            if each.review_on and since is not None and since <= day_in_london(each.at):
                found[criterion.fact] = min(
                    each.review_on, found.get(criterion.fact, each.review_on)
                )
    return found
