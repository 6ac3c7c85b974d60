"""Whether measured figures still rest on what holds now: stretches, gates and the network."""

from __future__ import annotations

from typing import Final

from casework.assess import Assessment
from casework.facts_in_force import is_current
from casework.measuring.figures_on_file import FiguresOnFile
from casework.measuring.still_current import changed_since
from casework.measuring.terms import age_on
from casework.schools.suitable_round import is_drawn
from records.fact import Fact
from records.london import day_in_london
from records.measurement import Measurement
from records.school import Gate, School

DRAW_OR_KEEP: Final = (
    "Draw the figures from the table again, or give your reasons for keeping them."
)


def current_measurements(assessment: Assessment) -> list[Measurement]:
    """Return the last measurement of each way from this home to this school."""
    case = assessment.case
    current = [each for each in case.measurements if is_current(each, case.household, case.school)]
    return list({each.way: each for each in current}.values())


def wanted_again(assessment: Assessment) -> tuple[str, ...]:
    """Say which figures are wanted again before the case is decided, and why, each a sentence."""
    current = current_measurements(assessment)
    reasons = ((each, why_again(assessment, each)) for each in current)
    again = [f"Measure the {each.way.value} route again: {why}." for each, why in reasons if why]
    return (*again, *_table_again(assessment, current))


def why_again(assessment: Assessment, measurement: Measurement) -> str | None:
    """Say why a measurement does not stand as it is, None where it does."""
    case, on_file = assessment.case, assessment.case.figures
    day = case.application.day_of_travel
    age = age_on(case.child.date_of_birth, day)
    if changed_since(measurement, on_file.stretches, day, age):
        return "stretches were marked or ended since"
    if measurement.gates and _places(measurement.gates) != _places(_open(assessment)):
        return "the gates that are open on the day of travel are others since"
    if is_replaced(on_file, measurement):
        name = on_file.network.name if on_file.network else ""
        return f"its network, {measurement.network}, has been replaced by {name}"
    return None


def is_replaced(on_file: FiguresOnFile, measurement: Measurement) -> bool:
    """Say whether a measurement rests on an earlier network, and nobody said why it is kept."""
    latest = on_file.network
    if latest is None or measurement.digest == latest.digest:
        return False
    return measurement.id not in dict(on_file.kept)


def any_replaced(assessment: Assessment) -> bool:
    """Say whether any measurement that counts rests on an earlier network without a reason."""
    on_file = assessment.case.figures
    return any(is_replaced(on_file, each) for each in current_measurements(assessment))


def network_kept_on(assessment: Assessment) -> str | None:
    """Return the digest of an earlier network on which all of a case's figures were kept."""
    on_file, current = assessment.case.figures, current_measurements(assessment)
    digests = {each.digest for each in current}
    latest = on_file.network
    if len(digests) != 1 or latest is None or any(is_replaced(on_file, each) for each in current):
        return None
    (digest,) = digests
    return None if digest == latest.digest else digest


def may_keep(assessment: Assessment) -> bool:
    """Say whether anything is wanted again that an officer may keep, with reasons, as it is."""
    return any_replaced(assessment) or assessment.drawn_otherwise is not None


def _table_again(assessment: Assessment, current: list[Measurement]) -> list[str]:
    """A fact drawn from the table of schools is borne out by it, on the network of the lengths."""
    if assessment.drawn_otherwise is not None:
        return [f"{assessment.drawn_otherwise.why} {DRAW_OR_KEEP}"]
    on_file = assessment.case.figures
    walked = [each for each in current if not is_replaced(on_file, each)]
    drawn = [fact for fact in assessment.facts if is_drawn(fact)]
    if not any(_rests_elsewhere(fact, each, on_file) for fact in drawn for each in walked):
        return []
    return [
        "Record again what follows from the table of nearest schools: it was ranked on another "
        "network than the routes were measured on."
    ]


def _rests_elsewhere(fact: Fact, measurement: Measurement, on_file: FiguresOnFile) -> bool:
    if not fact.source.endswith(f" on {measurement.network}"):
        return True
    latest = on_file.network
    if latest is None or fact.on is None or measurement.digest != latest.digest:
        return False
    return fact.on < day_in_london(latest.imported_at)


def _open(assessment: Assessment) -> tuple[Gate, ...]:
    case = assessment.case
    school: School = case.school
    day, arrival = case.application.day_of_travel, case.figures.arrival
    return tuple(gate for gate in school.gates if gate.is_open(day, arrival))


def _places(gates: tuple[Gate, ...]) -> set[tuple[str, float, float]]:
    return {(gate.name, gate.easting, gate.northing) for gate in gates}
