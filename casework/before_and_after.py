"""What a stretch, once marked or ended, would make of an open case: both measurements at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casework.assess import Assessment, assess_under
from casework.case import Case, read_case
from casework.cases import version_for
from casework.desk import Desk
from casework.measure import measured_on, network_of
from casework.rights import OFFICERS, require
from casework.stretches import NewStretch, stretch_of
from casework.terms import Terms, terms_of
from records.measurement import Measurement, Way
from records.stretch import Stretch
from rules.policy import PolicyVersion
from rules.say import summary
from rules.values import Outcome


@dataclass(frozen=True, slots=True)
class Side:
    """A case as measured and assessed on one side of a change; nothing of it is kept.

    ``outcome`` and ``summary`` (a sentence) are None where facts contradict each other.
    """

    measurements: tuple[Measurement, ...]
    outcome: Outcome | None
    grounds: tuple[str, ...]
    summary: str | None

    def by(self, way: Way) -> Measurement | None:
        """Return the measurement by one way, None where the network has none such."""
        return next((each for each in self.measurements if each.way is way), None)


@dataclass(frozen=True, slots=True)
class BeforeAndAfter:
    """A case without and with a stretch. ``stretch`` is not marked by asking."""

    stretch: Stretch
    before: Side
    after: Side

    @property
    def changes_the_route(self) -> bool:
        """Say whether any length differs."""
        lengths = [
            [(each.way, each.grid_mm, each.ground_mm) for each in side.measurements]
            for side in (self.before, self.after)
        ]
        return lengths[0] != lengths[1]

    @property
    def changes_the_recommendation(self) -> bool:
        """Say whether the outcome or its grounds differ."""
        sides = (self.before, self.after)
        first, second = ((side.outcome, side.grounds) for side in sides)
        return first != second


def before_and_after(desk: Desk, application: str, new: NewStretch) -> BeforeAndAfter:
    """Measure and assess a case without a stretch and with it; mark and keep nothing.

    The stretch is taken for in force only if its ways, days and ages say so. Raises as
    ``mark_stretch`` and ``measure_case`` do.
    """
    require(desk, "Trying out a stretch", *OFFICERS)
    case = read_case(desk, application)
    policy = version_for(desk, case.application)
    terms, stretch = terms_of(desk, case, policy), stretch_of(desk, network_of(desk), new)
    return BeforeAndAfter(
        stretch,
        side_on(desk, case, policy, terms),
        side_on(desk, case, policy, with_stretches(terms, (*terms.stretches, stretch))),
    )


def with_and_without(desk: Desk, application: str, id: str) -> BeforeAndAfter:
    """Measure and assess a case without a stretch that is marked, and with it; keep nothing."""
    require(desk, "Looking at a stretch", *OFFICERS)
    case = read_case(desk, application)
    policy = version_for(desk, case.application)
    terms = terms_of(desk, case, policy)
    stretch = next(one for one in terms.stretches if one.id == id)
    rest = [one for one in terms.stretches if one.id != id]
    return BeforeAndAfter(
        stretch,
        side_on(desk, case, policy, with_stretches(terms, rest)),
        side_on(desk, case, policy, terms),
    )


def with_stretches(terms: Terms, stretches: Sequence[Stretch]) -> Terms:
    """Return the same terms with other stretches marked."""
    return replace(terms, stretches=tuple(stretches))


def side_on(desk: Desk, case: Case, policy: PolicyVersion, terms: Terms) -> Side:
    """Measure a case on some terms and assess it as if that had been kept."""
    measured = measured_on(desk, case, network_of(desk), terms)
    assumed = replace(case, measurements=(*case.measurements, *measured))
    return side_of(measured, assess_under(desk, assumed, policy))


def side_of(measured: tuple[Measurement, ...], assessment: Assessment) -> Side:
    """Return what was measured with what the rules say of it."""
    found = assessment.recommendation
    return Side(
        measured,
        assessment.outcome,
        found.eligibility.grounds if found else (),
        summary(found) if found else None,
    )
