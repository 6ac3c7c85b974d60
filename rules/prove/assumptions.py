"""What a proof rests on, in sentences: every result carries them."""

from __future__ import annotations

from rules.prove.meaning import given_outright
from rules.prove.phrases import lowered
from rules.prove.space import Space
from rules.quantities import day_in_words
from rules.values import FactType


def assumptions_of(space: Space) -> tuple[str, ...]:
    """The domain truths, the days, and what is taken as given."""
    found = [
        f"The day of travel is any day from {day_in_words(space.span[0])} "
        f"to {day_in_words(space.span[1])}.",
        *space.truth_words,
        "Every fact is known. Ages, phases and days fit each other by the calendar; learners are "
        f"up to {space.oldest} years old.",
        *_untied(space),
        *_given(space),
        *_worked_out(space),
    ]
    if space.ground.worlds.left_out:
        found.append("Children of whom a test of days cannot be told are left out.")
    return tuple(found)


def _labels(space: Space, names: list[str]) -> str:
    return ", ".join(lowered(space.ground.vocabulary[name].label) for name in names)


def _untied(space: Space) -> list[str]:
    """Lengths are free of each other: a road may be shorter than the walk."""
    words = space.ground.vocabulary
    lengths = [
        name
        for name, variable in space.ground.variables.by_name.items()
        if not variable.of_days and words[name].type is FactType.LENGTH
    ]
    if len(lengths) < 2:
        return []
    return [f"These lengths are not tied to each other: {_labels(space, lengths)}."]


def _given(space: Space) -> list[str]:
    used = [name for name in space.ground.variables.by_name if name in space.given]
    if not used:
        return []
    labels = _labels(space, used)
    return [f"These are taken as they are given, not worked out from their parts: {labels}."]


def _worked_out(space: Space) -> list[str]:
    """Facts that the versions work out differently are worked out in each."""
    names = frozenset.intersection(*(given_outright(each.policy) for each in space.versions))
    differing = sorted(names - space.given)
    if not differing:
        return []
    return [f"These are worked out from their parts, in each version: {_labels(space, differing)}."]
