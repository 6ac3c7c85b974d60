"""Makes a real child out of what the solver found: plain facts, and days that fit them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from rules.decide import decide
from rules.prove.encoding import BEYOND, Encoding
from rules.prove.logic import Child, Truth, identity
from rules.prove.outcomes import Ruled
from rules.prove.problems import CannotProve
from rules.prove.space import Space, with_one_to_spare
from rules.prove.variables import Kind, Variable
from rules.recommendation import Recommendation
from rules.values import MILLIMETRES_PER_MILE, NO_ROUTE, Facts, FactType, FactValue, Outcome

USUALLY_YES = ("in_area", "registered_pupil", "nearest_catchment_school", "nearest_course")
"""Facts that are yes of an ordinary child; all others are no, the first choice, or the least."""


USUALLY_OF_DAYS = ("compulsory_school_age",)
"""What the calendar settles, and is yes of an ordinary child."""


Wish = tuple[Truth, ...]
"""Plain unknowns of which the first that can be granted is."""


def plainest(space: Space, inside: Sequence[Truth], wishes: Iterable[Truth] = ()) -> Child:
    """The plainest child of a region: wishes are granted one after another where they can be.

    ``inside`` are plain unknowns that hold in the region. The answer depends on the region alone.
    """
    kept = list(inside)
    if not space.logic.possible(*kept):
        raise CannotProve("A region without children was to be shown.")
    child = space.logic.child()
    first = [(space.name_of(wish),) for wish in wishes]
    asked = [each for each in [*first, *space.kept(_ordinary_named)] if each]
    for at in range(0, len(asked), TOGETHER):
        child = _granted(space, kept, child, asked[at : at + TOGETHER])
    return child


TOGETHER = 100
"""So many wishes are asked for at once: what is granted is the same as one after another."""


def _granted(space: Space, kept: list[Truth], child: Child, asked: list[Wish]) -> Child:
    """Grant some wishes, all at once where they can be.

    Where one alone clashes with what was granted before, its next choice is asked for; else the
    wishes are asked for half by half.
    """
    while asked:
        names = [choices[0] for choices in asked]
        new = [name for name in names if not child.holds(name)]
        if not new or space.logic.possible(*kept, *names):
            kept += names
            return space.logic.child() if new else child
        settled = space.logic.clashing()
        clashing = [at for at, name in enumerate(names) if identity(name) in settled]
        if len(clashing) > 1:
            half = clashing[-1]
            child = _granted(space, kept, child, asked[:half])
            return _granted(space, kept, child, asked[half:])
        asked = _without_first(asked, clashing[0])
    return child


def _without_first(asked: list[Wish], at: int) -> list[Wish]:
    """The wishes with the next choice of one of them, or without it where it has none left."""
    left = asked[at][1:]
    return [*asked[:at], *([left] if left else []), *asked[at + 1 :]]


def _ordinary_named(space: Space) -> list[tuple[Truth, ...]]:
    return [tuple(space.name_of(wish) for wish in each) for each in _ordinary(space)]


def _ordinary(space: Space) -> Iterable[tuple[Truth, ...]]:
    """What an ordinary child is like, as wishes: its own facts, then days, then what they tie.

    Of each wish the first that can be granted is. First of all it is of school age, and neither
    held back nor placed ahead.
    """
    for name in USUALLY_OF_DAYS:
        if name in space.ground.variables.by_name:
            yield (space.child.of_yes(space.ground.variables.by_name[name]),)
    for tie in with_one_to_spare(space.truths):
        if any(space.ground.variables.by_name[each].of_days for each in (tie.variable, tie.other)):
            yield (space.of(tie),)
    tied = [each for each in space.facts if each.name in space.ground.beside_days]
    for variable in space.facts:
        if variable not in tied:
            yield tuple(_ordinary_value(space, variable))
    row = len(space.ground.worlds.rows) // 2
    while row:
        yield (space.child.row_upto(row),)
        row //= 2
    for variable in tied:
        yield tuple(_ordinary_value(space, variable))


def _ordinary_value(space: Space, variable: Variable) -> Iterable[Truth]:
    child = space.child
    if variable.kind is Kind.YES_NO:
        yes = child.of_yes(variable)
        yield yes if variable.name in USUALLY_YES else space.logic.no(yes)
    elif variable.kind is Kind.CHOICE:
        for choice in space.ground.vocabulary[variable.name].choices:
            yield child.choice(variable, choice)
    else:
        yield from (child.upto(variable, limit) for limit in child.limits(variable))


def facts_of(space: Space, found: Child, encoding: Encoding | None = None) -> Facts:
    """The facts of a child that was found, as ``rules.decide`` takes them."""
    child = encoding or space.child
    rows = range(len(space.ground.worlds.rows))
    row = bisect_left(rows, True, key=lambda each: found.holds(child.row_upto(each)))
    facts: Facts = dict(space.ground.worlds.days[row])
    for variable in space.facts:
        facts[variable.name] = _value(space, found, child, variable)
    return facts


def _value(space: Space, found: Child, child: Encoding, variable: Variable) -> FactValue:
    if variable.kind is Kind.YES_NO:
        return found.holds(child.of_yes(variable))
    if variable.kind is Kind.CHOICE:
        choices = space.ground.vocabulary[variable.name].choices
        return next(each for each in choices if found.holds(child.choice(variable, each)))
    if variable.name in space.ground.variables.side_by_side:
        number = found.number(child.whole(variable))
        return NO_ROUTE if number == BEYOND and _is_length(space, variable) else number
    limits = child.limits(variable)
    above = max(
        (each for each in limits if not found.holds(child.upto(variable, each))), default=None
    )
    upto = min((each for each in limits if found.holds(child.upto(variable, each))), default=None)
    least, most = child.bounds(variable)
    if _is_length(space, variable):
        return plain_length(above, upto)
    low = least if above is None else above + 1
    return max(low, min(0, most if upto is None else upto))


def _is_length(space: Space, variable: Variable) -> bool:
    return space.ground.vocabulary[variable.name].type is FactType.LENGTH


def plain_length(above: int | None, upto: int | None) -> int:
    """A length over ``above`` and at most ``upto`` (mm) that reads well: 2.5 miles, 1 mile."""
    if upto is None:
        return (above or 0) + MILLIMETRES_PER_MILE
    low = above or 0
    middle = (low + upto) // 2
    for part in (1, 2, 10, 100):
        miles = middle * part // MILLIMETRES_PER_MILE
        plain = -(-miles * MILLIMETRES_PER_MILE // part)
        if low < plain <= upto:
            return plain
    return max(low + 1, middle)


def decided(version: Ruled, facts: Facts, expected: Outcome) -> Recommendation:
    """Decide a shown child. Raises CannotProve if the engine and the proof do not agree."""
    found = decide(version.policy, facts)
    if found.eligibility.outcome is not expected:
        raise CannotProve(
            f"{version.policy.id}: the proof expected '{expected}' of a child that is decided as "
            f"'{found.eligibility.outcome}'. Nothing was proved; please report this."
        )
    return found
