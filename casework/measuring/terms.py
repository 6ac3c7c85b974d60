"""On what terms a case is measured: day and age, what counts, open gates, stretches in force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from casework.case import Case
from casework.desk import Desk
from casework.measuring.chosen_lines import Drawn, drawn_when_chosen, lost_on
from casework.measuring.figures_on_file import ARRIVAL
from casework.measuring.placing import Placed, place
from geography import Basis, Chosen, ChosenLine, Network, NotMeasurable, Route, changed
from geography import measure as measure_on
from records.measurement import ChosenPlace, Measurement, Starts, Way
from records.school import Gate, School
from records.stretch import Stretch
from rules.dates import age
from rules.policy import PolicyVersion
from rules.quantities import day_in_words
from store import chosen_places, stretches
from store.settings import setting

HOME = "home"


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything besides home, school and network that a measurement depends on.

    ``age`` is None where the date of birth is not known. ``stretches`` are all that were marked;
    which of them are in force follows from day, age and way. ``chosen`` is the choice that counts
    for each end, ``drawn`` the lines of those that were made on another network.
    """

    basis: Basis
    starts: Starts
    day: date
    age: int | None
    stretches: tuple[Stretch, ...] = ()
    chosen: tuple[ChosenPlace, ...] = ()
    arrival: str | None = None
    drawn: Drawn = ()

    def placed(self, network: Network, way: Way) -> Placed:
        """Return the stretches in force that way, as changes of the network."""
        return place(
            network, [one for one in self.stretches if one.in_force(way, self.day, self.age)]
        )

    def open_gates(self, school: School) -> tuple[Gate, ...]:
        """Return the gates that are open. Raises NotMeasurable where there are gates, none open."""
        gates = tuple(gate for gate in school.gates if gate.is_open(self.day, self.arrival))
        if school.gates and not gates:
            raise NotMeasurable(
                f"No gate of {school.name} is open on {day_in_words(self.day)}, so nothing was "
                "measured. "
                "Correct the days and hours of its gates, or the day of travel."
            )
        return gates


def terms_of(desk: Desk, case: Case, policy: PolicyVersion) -> Terms:
    """Return the terms on which a case is measured under a version."""
    day = case.application.day_of_travel
    latest = {one.end: one for one in chosen_places.chosen_of(desk.store, case.application.id)}
    chosen = tuple(one for one in latest.values() if one.edge is not None)
    return Terms(
        Basis(policy.length_that_counts),
        Starts(policy.starts_at),
        day,
        age_on(case.child.date_of_birth, day),
        stretches.list_stretches(desk.store),
        chosen,
        setting(desk.store, ARRIVAL) or None,
        drawn_when_chosen(desk, chosen),
    )


def age_on(born: date | None, day: date) -> int | None:
    """Return the age in whole years on a day, None where the date of birth is not known."""
    return None if born is None else age(born, day)


def route_on(
    network: Network, home: tuple[float, float], school: School, way: Way, terms: Terms
) -> tuple[Route, Placed]:
    """Measure one route on these terms, and say which stretches counted, and what was not found.

    Raises as ``geography.measure`` does, NotMeasurable where no gate is open as well.
    """
    placed, gates = terms.placed(network, way), terms.open_gates(school)
    if not gates:
        raise NotMeasurable(
            f"{school.name} has no gate with a position, so nothing was measured. Add one first."
        )
    used = changed(network, placed.changes, way)
    lines = chosen_lines(network, terms)
    lost = lost_on(network, terms.chosen, terms.drawn)
    route = measure_on(used, home, gates, way, terms.basis, terms.starts, lines)
    return route, replace(placed, lost=(*placed.lost, *lost))


def chosen_lines(network: Network, terms: Terms) -> Chosen:
    """Return the lines that were chosen, as far as the network has them as they were drawn."""
    lost = lost_on(network, terms.chosen, terms.drawn)
    found = {
        one.end: ChosenLine(one.edge, one.near)
        for one in terms.chosen
        if one.edge is not None and one.id not in lost
    }
    home = found.pop(HOME, None)
    return Chosen(home, tuple(sorted(found.items(), key=lambda each: each[0])))


def on_terms(measurement: Measurement, terms: Terms, placed: Placed, school: School) -> Measurement:
    """Return a measurement with the terms it was made on."""
    return replace(
        measurement,
        gates=terms.open_gates(school),
        stretches=placed.counted,
        not_placed=placed.lost,
        chosen=tuple(sorted(terms.chosen, key=lambda one: one.end)),
        day=terms.day,
        age=terms.age,
    )
