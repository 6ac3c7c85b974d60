"""The table of nearest suitable schools as it is looked at: what made each fact, and history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casework.assess import Assessment, assess
from casework.desk import Desk
from casework.policies.councils import council_name
from casework.schools.suitable import SUITABLE, SchoolLine, SuitableTable, table_of
from casework.schools.suitable_round import is_drawn, round_recorded
from records.fact import Fact
from records.measurement import Way
from records.suitable import AdmissionRound, Aspect, SchoolCorrection, SchoolPlaces
from rules.quantities import metres
from rules.values import FactValue
from store import suitable

Answer = Callable[[SchoolLine], bool | None]


@dataclass(frozen=True, slots=True)
class DrawnFact:
    """A fact that the table settles: its value (None: not settled) and the lines that made it.

    ``because`` are sentences, one a school; ``recorded`` is the fact as the case holds it now.
    """

    name: str
    label: str
    value: FactValue | None
    because: tuple[str, ...]
    recorded: Fact | None

    @property
    def is_recorded(self) -> bool:
        """Say whether the case holds what the table says now."""
        return self.recorded is not None and self.recorded.value == self.value

    @property
    def has_changed(self) -> bool:
        """Say whether the case holds something else than the table says now.

        Also where the table cannot tell any more what was drawn from it.
        """
        if self.recorded is None or self.recorded.value is None or self.is_recorded:
            return False
        return self.value is not None or is_drawn(self.recorded)

    @property
    def is_to_record(self) -> bool:
        """Say whether recording what follows changes what the case holds of it."""
        return self.has_changed or (self.value is not None and not self.is_recorded)


@dataclass(frozen=True, slots=True)
class SuitableView:
    """The table of one case, its facts, and every correction and count of places, oldest first.

    ``beyond`` names by its id each school in another council's area, as its list says.
    """

    assessment: Assessment
    table: SuitableTable
    drawn: tuple[DrawnFact, ...]
    corrections: tuple[SchoolCorrection, ...]
    places: tuple[SchoolPlaces, ...]
    beyond: frozenset[str] = frozenset()


def look_at_schools(
    desk: Desk, application: str, round: AdmissionRound | None = None
) -> SuitableView:
    """Rank every school in reach of a case and gather what is held on them.

    Without a ``round`` that for which the case's facts were last drawn, the normal one before that.
    Raises as ``casework.schools.suitable.suitable_schools`` does.
    """
    assessment = assess(desk, application)
    table = table_of(desk, assessment, round or round_recorded(assessment.facts))
    return SuitableView(
        assessment,
        table,
        drawn_facts(assessment, table),
        suitable.corrections_of(desk.store, application),
        suitable.list_places(desk.store),
        beyond_boundary(table, assessment.case.application.council),
    )


def beyond_boundary(table: SuitableTable, council: str) -> frozenset[str]:
    """Return the schools whose list puts them in the area of a council other than this one."""
    own = council_name(council).casefold()
    return frozenset(
        line.school.id
        for line in table.lines
        if line.school.authority and line.school.authority.casefold() != own
    )


def drawn_facts(assessment: Assessment, table: SuitableTable) -> tuple[DrawnFact, ...]:
    """Return the three facts of a table, each with the lines that made it."""
    of_belief = (*SUITABLE, Aspect.BELIEF)
    drawn: tuple[tuple[str, FactValue | None, Answer, Sequence[Aspect]], ...] = (
        ("nearer_suitable_place", table.nearer_place, _suitable, SUITABLE),
        ("nearer_suitable_schools", table.nearer_schools, _suitable, SUITABLE),
        ("nearer_suitable_school_of_belief", table.nearer_of_belief, _of_belief, of_belief),
    )
    words = assessment.policy.vocabulary
    held = {fact.name: fact for fact in assessment.facts}
    return tuple(
        DrawnFact(
            name,
            words[name].label,
            value,
            lines_that_made(table, answer, aspects, value),
            held.get(name),
        )
        for name, value, answer, aspects in drawn
        if name in words
    )


def lines_that_made(
    table: SuitableTable, answer: Answer, aspects: Sequence[Aspect], value: FactValue | None
) -> tuple[str, ...]:
    """Say, school by school, what settled a fact, or what leaves it open."""
    nearer = [line for line in table.lines if line.is_nearer is not False and not line.is_asked]
    if not nearer:
        return ("No school in reach is nearer than the one asked about.",)
    yes = [line for line in nearer if line.is_nearer and answer(line)]
    if value is True:
        return tuple(_counts(line, table.by) for line in yes)
    left = [line for line in nearer if line not in yes]
    return (
        *(_counts(line, table.by) for line in yes),
        *(_does_not(line, aspects, answer(line)) for line in left),
    )


def _counts(line: SchoolLine, by: Way) -> str:
    length = line.walking_mm if by is Way.WALKING else line.road_mm
    return f"{line.school.name} counts: {'no route' if length is None else metres(length)} away."


def _does_not(line: SchoolLine, aspects: Sequence[Aspect], answer: bool | None) -> str:
    marks = [line.mark(aspect) for aspect in aspects]
    why = " ".join(mark.why for mark in marks if mark.value is answer)
    if answer is False:
        return f"{line.school.name} does not count: {why}"
    known = " ".join(filter(None, (line.unmeasured, why)))
    known = known or "The school asked about has no route to be held against."
    return f"{line.school.name} is open: {known}"


def _suitable(line: SchoolLine) -> bool | None:
    return line.suitable


def _of_belief(line: SchoolLine) -> bool | None:
    return line.suitable_and_of_belief
