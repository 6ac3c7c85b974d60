"""One comparison with all that a page shows of it, made off the GUI thread in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.compare import ComparedCase, Comparison, compare
from casework.desk import Desk
from casework.policies.in_words import WrittenProvision, WrittenVersion, in_words
from gui.lead.figures import Change, Tally, changes, tally
from gui.tasks import Progress
from rules.quantities import miles
from rules.values import FactType, NoRoute, Standing


@dataclass(frozen=True)
class Study:
    """Two versions on the store's cases: the comparison, counted, and both texts in words."""

    comparison: Comparison
    tally: Tally
    changes: tuple[Change, ...]
    old: WrittenVersion
    new: WrittenVersion
    made_on: date
    limits: tuple[int, ...]

    def standing_of(self, provision: str) -> Standing | None:
        """Give how sure a provision's text is, whichever version has it."""
        for each in (*self.new.provisions, *self.old.provisions):
            if each.id == provision:
                return each.standing
        return None

    def unsure(self) -> tuple[WrittenProvision, ...]:
        """Give the rules of either version whose text is to be confirmed or was not read."""
        found = {each.id: each for each in (*self.old.unsure(), *self.new.unsure())}
        return tuple(found.values())

    def unsure_figures(self) -> tuple[str, ...]:
        """Name the figures of either version that are still to be confirmed, with their texts."""
        said = [
            f"{figure.name[:1].upper()}{figure.name[1:]}, {value.value} ({figure.owner})"
            for version in (self.old, self.new)
            for figure, value in version.unsure_figures()
        ]
        return tuple(dict.fromkeys(said))

    def walk_words(self, case: ComparedCase) -> str:
        """Write a case's walk in miles, never as on the other side of a limit of either version."""
        walked = case.walking_mm
        if isinstance(walked, NoRoute):
            return "no route"
        if not isinstance(walked, int):
            return "not measured"
        nearest = min(self.limits, key=lambda limit: abs(limit - walked), default=None)
        return miles(walked, nearest)


def study(desk: Desk, old: str, new: str, progress: Progress) -> Study:
    """Compare two versions on every case of the store. Raises UnknownPolicy or BadPolicy."""
    comparison = compare(desk, old, new, progress)
    return Study(
        comparison,
        tally(comparison),
        changes(comparison),
        in_words(comparison.old),
        in_words(comparison.new),
        desk.today(),
        _limits(comparison),
    )


def _limits(comparison: Comparison) -> tuple[int, ...]:
    return tuple(
        {
            dated.value
            for version in (comparison.old, comparison.new)
            for parameter in version.parameters.values()
            if parameter.type is FactType.LENGTH
            for dated in parameter.values
            if isinstance(dated.value, int)
        }
    )
