"""The table of nearest suitable schools of a case, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casework.assess import Assessment, assess
from casework.desk import Desk
from casework.facts_in_force import values_of
from casework.measure import home_of, network_measured_on, network_of
from casework.measuring.figures_stand import network_kept_on
from casework.measuring.terms import Terms, terms_of
from casework.schools.suitable_marks import Mark, marks_of
from casework.schools.suitable_places import Child
from casework.schools.suitable_ranking import Ranked, rank_in_reach
from geography import Network
from records.measurement import Way
from records.school import School
from records.suitable import AdmissionRound, Aspect, SchoolCorrection, SchoolPlaces
from rules.values import FactValue
from store import schools, suitable

SUITABLE = (Aspect.QUALIFYING, Aspect.AGE, Aspect.SEX, Aspect.PLACE, Aspect.NEED)
"""What makes a school suitable; belief is asked about apart."""


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """One school of the table: both lengths in whole millimetres, rank and columns.

    ``rank`` is None where there is no route. ``is_nearer`` says whether it is nearer than the one
    asked about, None where neither has a route, or where the school could not be measured to, of
    which ``unmeasured`` says why.
    """

    school: School
    is_asked: bool
    rank: int | None
    walking_mm: int | None
    road_mm: int | None
    is_nearer: bool | None
    marks: tuple[Mark, ...]
    unmeasured: str | None = None

    def mark(self, aspect: Aspect) -> Mark:
        """Return one column."""
        return next(each for each in self.marks if each.aspect is aspect)

    @property
    def suitable(self) -> bool | None:
        """Say whether it is suitable and had a place: no where any column says no."""
        return every(self.mark(aspect).value for aspect in SUITABLE)

    @property
    def suitable_and_of_belief(self) -> bool | None:
        """Say whether it is suitable having regard to the belief too."""
        return every((self.suitable, self.mark(Aspect.BELIEF).value))


@dataclass(frozen=True, slots=True)
class SuitableTable:
    """All schools in reach, nearest first, and the three facts that follow from them.

    ``nearer_schools`` counts nearer suitable schools, ``nearer_place`` says whether there is one,
    ``nearer_of_belief`` whether there is one of the belief; each None while a line that could
    change it is not settled. ``unsettled`` names those lines' columns, in words.
    """

    lines: tuple[SchoolLine, ...]
    by: Way
    because: str
    round: AdmissionRound
    day: date
    network: str
    nearer_place: bool | None
    nearer_schools: int | None
    nearer_of_belief: bool | None
    unsettled: tuple[str, ...]

    @property
    def facts(self) -> dict[str, FactValue | None]:
        """Return the three facts by their names; None where one is not settled."""
        return {
            "nearer_suitable_place": self.nearer_place,
            "nearer_suitable_schools": self.nearer_schools,
            "nearer_suitable_school_of_belief": self.nearer_of_belief,
        }

    @property
    def may_be_nearer(self) -> tuple[SchoolLine, ...]:
        """Return the schools that are nearer than the one asked about, or may be."""
        return tuple(one for one in self.lines if one.is_nearer is not False and not one.is_asked)


def suitable_schools(
    desk: Desk, application: str, round: AdmissionRound = AdmissionRound.NORMAL
) -> SuitableTable:
    """Rank every school in reach of a case's home and say what is known of each.

    ``round`` says when a place counts: whether the child sought one in the normal round or at
    another time. Schools beyond the council's boundary stand in it like any other. Raises
    CannotMeasure without a network or position, or what geography says of the school asked about.
    """
    return table_of(desk, assess(desk, application), round)


def table_of(
    desk: Desk, assessment: Assessment, round: AdmissionRound = AdmissionRound.NORMAL
) -> SuitableTable:
    """Draw up the table of a case that is assessed already. Raises as ``suitable_schools``.

    It is ranked on the network that is measured on now; on an earlier one where the case's figures
    were kept on that with reasons, since table and lengths of one decision rest on one network.
    """
    kept_on = network_kept_on(assessment)
    network = network_measured_on(desk, kept_on) if kept_on else network_of(desk)
    terms = terms_of(desk, assessment.case, assessment.policy)
    return table_on(desk, assessment, network, terms, round)


def table_on(
    desk: Desk, assessment: Assessment, network: Network, terms: Terms, round: AdmissionRound
) -> SuitableTable:
    """Draw up the table of a case on a given network and terms. Raises as ``suitable_schools``."""
    case = assessment.case
    home, held = home_of(case.household), schools.list_schools(desk.store)
    ranking = rank_in_reach(assessment, network, home, held, terms)
    child = Child(
        values_of(assessment.facts), terms.age, terms.day, case.application.received_on, round,
        case.school,
    )  # fmt: skip
    places = suitable.list_places(desk.store)
    corrections = suitable.corrections_of(desk.store, case.application.id)
    asked = next(each for each in ranking.ranked if each.school.id == case.school.id)
    lines = tuple(_line(each, asked, child, places, corrections) for each in ranking.ranked)
    nearer = [line for line in lines if line.is_nearer is not False and not line.is_asked]
    return SuitableTable(
        lines, ranking.by, ranking.because, round, terms.day, network.name,
        any_of(if_nearer(line, line.suitable) for line in nearer),
        count(if_nearer(line, line.suitable) for line in nearer),
        any_of(if_nearer(line, line.suitable_and_of_belief) for line in nearer),
        tuple(words for line in nearer for words in _open_columns(line)),
    )  # fmt: skip


def every(values: Iterable[bool | None]) -> bool | None:
    """Say whether all hold: no where any does not, not known where any is not."""
    found = list(values)
    return False if False in found else None if None in found else True


def any_of(values: Iterable[bool | None]) -> bool | None:
    """Say whether any holds: yes where one does, not known where one could."""
    found = list(values)
    return True if True in found else None if None in found else False


def count(values: Iterable[bool | None]) -> int | None:
    """Count those that hold, None where any is not known."""
    found = list(values)
    return None if None in found else found.count(True)


def if_nearer(line: SchoolLine, value: bool | None) -> bool | None:
    """Say what a school counts for: not known where it only may be nearer."""
    return value if line.is_nearer or value is False else None


def _line(
    ranked: Ranked,
    asked: Ranked,
    child: Child,
    places: tuple[SchoolPlaces, ...],
    corrections: tuple[SchoolCorrection, ...],
) -> SchoolLine:
    lengths = {Way.WALKING: ranked.walking_mm, Way.ROAD: ranked.road_mm}
    return SchoolLine(
        ranked.school,
        ranked.school.id == asked.school.id,
        ranked.rank,
        ranked.walking_mm,
        ranked.road_mm,
        None if ranked.unmeasured else is_nearer(ranked.rank, asked.rank),
        marks_of(ranked.school, child, lengths, places, corrections),
        ranked.unmeasured,
    )


def is_nearer(rank: int | None, asked: int | None) -> bool | None:
    """Say whether a school is nearer than the one asked about, by their ranks."""
    if rank is None:
        return None if asked is None else False
    return asked is None or rank < asked


def _open_columns(line: SchoolLine) -> list[str]:
    if line.suitable is False:
        return []
    columns = [mark.why for mark in line.marks if mark.value is None and mark.aspect in SUITABLE]
    unmeasured = [line.unmeasured] if line.unmeasured else []
    return [f"{line.school.name}: {why}" for why in (*unmeasured, *columns)]
