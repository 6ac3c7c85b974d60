"""A stored measurement made again on its own terms, and the other ways measured beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from casework.desk import Desk
from casework.measuring.placing import place
from casework.measuring.terms import HOME
from geography import Basis, Changes, Chosen, ChosenLine, Network, Route, changed
from geography import measure as measure_on
from geography.snapping import numbers_of
from records.certificate import Alternative
from records.gate_words import gate_words
from records.measurement import ChosenPlace, Measurement, Starts, Way
from records.school import Gate
from records.stretch import Stretch
from store import schools, stretches


@dataclass(frozen=True, slots=True)
class Again:
    """A route made again, the stretches its record names, and the terms it was made on."""

    route: Route
    stretches: tuple[Stretch, ...]
    changes: Changes
    gates: tuple[Gate, ...]
    chosen: Chosen

    def is_the_same(self, kept: Measurement) -> bool:
        """Say whether everything that was kept came out again, to the millimetre."""
        route = self.route
        return (route.grid_mm, route.ground_mm, route.line, route.gate.name) == (
            kept.grid_mm,
            kept.ground_mm,
            kept.line,
            kept.gate,
        ) and (route.home_snap_mm, route.gate_snap_mm) == (kept.home_snap_mm, kept.gate_snap_mm)


def measure_again(desk: Desk, kept: Measurement, network: Network) -> Again:
    """Measure what a record names. Raises as ``geography.measure`` does."""
    named = {*kept.stretches, *kept.not_placed}
    marked = tuple(
        _as_it_stood(desk, one, kept.at)
        for one in stretches.list_stretches(desk.store)
        if one.id in named
    )
    changes = place(network, [one for one in marked if one.id in kept.stretches]).changes
    gates = kept.gates or _gates_then(desk, kept)
    chosen = _chosen(counted_choices(kept, network))
    return Again(_route(network, kept, changes, gates, chosen), marked, changes, gates, chosen)


def alternatives_of(
    desk: Desk, kept: Measurement, network: Network, again: Again
) -> tuple[Alternative, ...]:
    """Measure the other gates, the way with nothing closed or added, and the other way of going."""
    found = [
        _told(
            f"to the {gate_words(gate.name)}",
            _route(network, kept, again.changes, (gate,), again.chosen),
        )
        for gate in again.gates
        if gate.name != kept.gate
    ]
    if kept.stretches:
        bare = _route(network, kept, Changes(), again.gates, again.chosen)
        found.append(_told("with nothing closed and nothing added", bare))
    other = Way.ROAD if kept.way is Way.WALKING else Way.WALKING
    if network.allows(other):
        there = replace(kept, way=other)
        route = _route(network, there, Changes(), again.gates, Chosen())
        words = "by road, passable for a motor vehicle" if other is Way.ROAD else "on foot"
        found.append(_told(f"{words}, with nothing closed and nothing added", route))
    return tuple(found)


def _route(
    network: Network, kept: Measurement, changes: Changes, gates: tuple[Gate, ...], chosen: Chosen
) -> Route:
    used = changed(network, changes, kept.way)
    starts, basis = Starts(kept.starts), Basis(kept.basis)
    return measure_on(used, kept.home, gates, kept.way, basis, starts, chosen)


def _told(what: str, route: Route) -> Alternative:
    return Alternative(what, route.grid_mm, route.ground_mm, route.why_none, route.line)


def counted_choices(kept: Measurement, network: Network) -> tuple[ChosenPlace, ...]:
    """Return the choices that this was measured with: those whose line may be used that way."""
    usable, numbers = network.usable(kept.way), numbers_of(network)
    return tuple(
        one
        for one in kept.chosen_counted
        if (number := numbers.get(one.edge or "")) is not None and usable[number]
    )


def lost_choices(kept: Measurement, network: Network) -> tuple[str, ...]:
    """Return the choices whose line is not there though the record, an older one, does not say."""
    return tuple(one.id for one in kept.chosen_counted if one.edge not in numbers_of(network))


def _chosen(counted: tuple[ChosenPlace, ...]) -> Chosen:
    lines = {each.end: _line(each) for each in counted}
    at_home = lines.pop(HOME, None)
    return Chosen(at_home, tuple(lines.items()))


def _line(chosen: ChosenPlace) -> ChosenLine:
    return ChosenLine(chosen.edge or "", chosen.near)


def _as_it_stood(desk: Desk, stretch: Stretch, at: datetime) -> Stretch:
    """A stretch as it was on record when something was measured, not yet ended perhaps."""
    for earlier in stretches.earlier_stretches(desk.store, stretch.id):
        if earlier.until > at:
            return earlier.record
    return stretch


def _gates_then(desk: Desk, kept: Measurement) -> tuple[Gate, ...]:
    """The school's gates for an older record, which names none: as they stood when it was made."""
    for earlier in schools.earlier_schools(desk.store, kept.school):
        if earlier.until > kept.at:
            return earlier.record.gates
    return schools.school(desk.store, kept.school).gates
