"""The certificate of a stored measurement: made again from its record, and the same or refused."""

from __future__ import annotations

from dataclasses import replace

import store.networks as networks
from casework.certificates.ground import lines_around
from casework.certificates.held_against import HeldAgainst, held_by, held_today
from casework.certificates.words import method_words
from casework.desk import Desk
from casework.measure import CannotMeasure
from casework.measuring import held_network
from casework.measuring.measured_again import (
    Again,
    alternatives_of,
    counted_choices,
    lost_choices,
    measure_again,
)
from geography import Network
from geography.problems import UnreadableFile
from records.certificate import MeasurementCertificate, StreetOnTheWay
from records.decision import Decision
from records.london import day_in_london
from records.measurement import Measurement
from records.stretch import Stretch
from rules.problems import UserFacingError
from rules.quantities import day_in_words
from store import measurements


class NotTheSame(UserFacingError):
    """A measurement that was made again from its record came out otherwise than it was kept."""


def certificate(
    desk: Desk, measurement: str, decision: Decision | None = None
) -> MeasurementCertificate:
    """Draw up the certificate of a measurement, making it again from what its record names.

    The network, the stretches, the gates, the places chosen and the length that decided are those
    of the record, whatever holds today. The limits, and what the family claimed, are those of
    ``decision``, so that it comes out the same whenever it is drawn up; without one they are
    today's, and the paper says the day. Raises NotThere, CannotMeasure where the network is no
    longer held, and NotTheSame where another figure or line comes out; then there is none.
    """
    kept = measurements.measurement(desk.store, measurement)
    network = _network_of(desk, kept)
    again = measure_again(desk, kept, network)
    if not again.is_the_same(kept):
        raise NotTheSame(
            f"Measured again, the {kept.way.value} route does not come out as it was kept on "
            f"{day_in_words(day_in_london(kept.at))}, so there is no certificate. Nothing was "
            "changed. Measure the case anew, and keep a note of both figures."
        )
    held = held_by(desk, kept, decision) if decision else held_today(desk, kept)
    return _certificate(desk, held, kept, network, again)


def certificates_of(desk: Desk, application: str) -> tuple[MeasurementCertificate, ...]:
    """Draw up the certificates of a case's last measurements, one for each way.

    Raises as ``certificate`` does.
    """
    last = {each.way: each for each in measurements.measurements_of(desk.store, application)}
    return tuple(certificate(desk, each.id) for each in last.values())


def _network_of(desk: Desk, kept: Measurement) -> Network:
    try:
        network = held_network.by_digest(desk, kept.digest)
    except UnreadableFile:
        network = None
    if network is None:
        raise network_not_held(kept)
    return network


def network_not_held(kept: Measurement) -> CannotMeasure:
    """Say that the network of a measurement is not held any more, and what to do."""
    return CannotMeasure(
        f"The network {kept.network} that this was measured on is not held here, so it cannot "
        "be measured again. Import the same file, or measure the case anew."
    )


def _certificate(
    desk: Desk, held: HeldAgainst, kept: Measurement, network: Network, again: Again
) -> MeasurementCertificate:
    gate = (again.route.gate.easting, again.route.gate.northing)
    chosen = counted_choices(kept, network)
    lost = lost_choices(kept, network)
    others = alternatives_of(desk, kept, network, again)
    imported = {each.digest: each.imported_at for each in networks.imported(desk.store)}
    return MeasurementCertificate(
        reference=held.reference,
        child_name=held.child_name,
        school_name=held.school_name,
        day_of_travel=held.day_of_travel,
        measurement=kept,
        method=method_words(kept, chosen),
        imported_on=imported[kept.digest],
        network_edges=len(network.edge_ids),
        network_notes=network.notes,
        gate_position=gate,
        streets=streets_of(again),
        alternatives=others,
        stretches=_named(again.stretches, kept.stretches),
        not_placed=_named(again.stretches, kept.not_placed),
        stretch_lines=tuple(line for one in again.stretches for line in one.lines),
        chosen=chosen,
        counts=kept.basis,
        limits=held.limits,
        claimed=held.claimed,
        around=lines_around(network, kept, gate, others),
        warnings=replace(kept, not_placed=(*kept.not_placed, *lost)).warnings,
        as_of=held.as_of,
        of_decision=held.of_decision,
    )


def streets_of(again: Again) -> tuple[StreetOnTheWay, ...]:
    """Join the legs of a route into streets: those that follow each other under one name."""
    streets: list[StreetOnTheWay] = []
    for leg in again.route.legs:
        last = streets[-1] if streets else None
        if last and leg.name and (last.name, last.kind) == (leg.name, leg.kind):
            streets[-1] = StreetOnTheWay(
                last.name,
                last.kind,
                (*last.edges, leg.edge),
                last.grid_nm + leg.grid_nm,
                last.ground_nm + leg.ground_nm,
                (*last.line, *leg.line[1:]),
            )
        else:
            streets.append(
                StreetOnTheWay(
                    leg.name, leg.kind, (leg.edge,), leg.grid_nm, leg.ground_nm, leg.line
                )
            )
    return tuple(streets)


def _named(stretches: tuple[Stretch, ...], ids: tuple[str, ...]) -> tuple[Stretch, ...]:
    return tuple(one for one in stretches if one.id in ids)
