"""What a stretch, once marked or ended, would make of an open case: both measurements at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casework.assess import Assessment, assess_under
from casework.case import Case, read_case
from casework.cases import version_for
from casework.desk import Desk
from casework.measure import CannotMeasure, measured_on, network_of
from casework.measuring.stretches import NewStretch, stretch_of
from casework.measuring.terms import Terms, terms_of
from casework.rights import OFFICERS, require
from casework.schools.suitable import table_on
from casework.schools.suitable_round import is_drawn, round_recorded
from geography import Network, NotMeasurable
from geography.problems import UnusablePosition
from records.fact import Fact
from records.measurement import Measurement, Way
from records.stretch import Stretch
from rules.policy import PolicyVersion
from rules.say import summary, value_words
from rules.values import Outcome
from rules.vocabulary import FactWord


@dataclass(frozen=True, slots=True)
class Side:
    """A case as measured and assessed on one side of a change; nothing of it is kept.

    ``outcome`` and ``summary`` (a sentence) are None where facts contradict each other. ``drawn``
    gives the facts that the case took from its table of schools as the table says on this side,
    each as its label and its value in words.
    """

    measurements: tuple[Measurement, ...]
    outcome: Outcome | None
    grounds: tuple[str, ...]
    summary: str | None
    drawn: tuple[tuple[str, str], ...] = ()

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
    def changes_the_table(self) -> bool:
        """Say whether a fact that was drawn from the table of schools differs."""
        return self.before.drawn != self.after.drawn

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
    """Measure a case on some terms and assess it as if that had been kept.

    What the case took from its table of schools is drawn from the table anew, on the same terms.
    """
    network = network_of(desk)
    measured = measured_on(desk, case, network, terms)
    assumed = replace(case, measurements=(*case.measurements, *measured))
    assessment = assess_under(desk, assumed, policy)
    drawn = drawn_on(desk, assessment, network, terms)
    if drawn:
        redrawn = replace(assumed, recorded=(*assumed.recorded, *drawn))
        assessment = assess_under(desk, redrawn, policy)
    return side_of(measured, assessment, drawn)


def drawn_on(
    desk: Desk, assessment: Assessment, network: Network, terms: Terms
) -> tuple[Fact, ...]:
    """Return the facts drawn from the table of schools as it says on some terms.

    None where the case holds no such fact; each is not known where the table cannot be drawn up.
    """
    held = [fact for fact in assessment.facts if is_drawn(fact)]
    if not held:
        return ()
    try:
        values = table_on(desk, assessment, network, terms, round_recorded(held)).facts
    except (CannotMeasure, NotMeasurable, UnusablePosition):
        values = {}
    return tuple(replace(fact, value=values.get(fact.name)) for fact in held)


def side_of(
    measured: tuple[Measurement, ...], assessment: Assessment, drawn: tuple[Fact, ...] = ()
) -> Side:
    """Return what was measured with what the rules say of it."""
    found, words = assessment.recommendation, assessment.policy.vocabulary
    return Side(
        measured,
        assessment.outcome,
        found.eligibility.grounds if found else (),
        summary(found) if found else None,
        tuple((words[fact.name].label, _settled(fact, words[fact.name])) for fact in drawn),
    )


def _settled(fact: Fact, word: FactWord) -> str:
    return "not settled" if fact.value is None else value_words(fact.value, word.type)
