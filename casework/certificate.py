"""The certificate of a stored measurement: made again from its record, and the same or refused."""

from __future__ import annotations

import store.networks as networks
from casework import held_network
from casework.assess import assess
from casework.case import Case, read_case
from casework.certificate_ground import lines_around
from casework.certificate_words import method_words
from casework.confirm_figure import limits_of
from casework.desk import Desk
from casework.measure import CannotMeasure
from casework.measured_again import Again, alternatives_of, measure_again
from geography import Network
from geography.problems import UnreadableFile
from letters.british_time import british_day
from records.certificate import LimitHeldAgainst, MeasurementCertificate, StreetOnTheWay
from records.measurement import Measurement
from records.stretch import Stretch
from rules.problems import UserFacingError
from rules.quantities import day_in_words
from store import figures, measurements, schools


class NotTheSame(UserFacingError):
    """A measurement that was made again from its record came out otherwise than it was kept."""


def certificate(desk: Desk, measurement: str) -> MeasurementCertificate:
    """Draw up the certificate of a measurement, making it again from what its record names.

    The network, the stretches, the gates, the places chosen and the length that decided are those
    of the record, whatever holds today. Raises NotThere, CannotMeasure where the network is no
    longer held, and NotTheSame where another figure or line comes out; then there is none.
    """
    kept = measurements.measurement(desk.store, measurement)
    network = _network_of(desk, kept)
    again = measure_again(desk, kept, network)
    if not again.is_the_same(kept):
        raise NotTheSame(
            f"Measured again, the {kept.way.value} route does not come out as it was kept on "
            f"{day_in_words(british_day(kept.at))}, so there is no certificate. Nothing was "
            "changed. Measure the case anew, and keep a note of both figures."
        )
    return _certificate(desk, read_case(desk, kept.application), kept, network, again)


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
        raise CannotMeasure(
            f"The network {kept.network} that this was measured on is not held here, so it cannot "
            "be measured again. Import the same file, or measure the case anew."
        )
    return network


def _certificate(
    desk: Desk, case: Case, kept: Measurement, network: Network, again: Again
) -> MeasurementCertificate:
    assessment = assess(desk, kept.application)
    gate = (again.route.gate.easting, again.route.gate.northing)
    others = alternatives_of(desk, kept, network, again)
    imported = {each.digest: each.imported_at for each in networks.imported(desk.store)}
    return MeasurementCertificate(
        reference=case.application.reference,
        child_name=case.child.name,
        school_name=schools.school(desk.store, kept.school).name,
        day_of_travel=kept.day or case.application.day_of_travel,
        measurement=kept,
        method=method_words(kept),
        imported_on=imported[kept.digest],
        network_edges=len(network.edge_ids),
        network_notes=network.notes,
        gate_position=gate,
        streets=streets_of(again),
        alternatives=others,
        stretches=_named(again.stretches, kept.stretches),
        not_placed=_named(again.stretches, kept.not_placed),
        stretch_lines=tuple(line for one in again.stretches for line in one.lines),
        chosen=kept.chosen,
        counts=kept.basis,
        limits=tuple(
            LimitHeldAgainst(limit, None if kept.length_mm is None else kept.length_mm - limit)
            for limit in limits_of(assessment, kept.way)
        ),
        claimed=tuple(
            each
            for each in figures.claimed_of(desk.store, kept.application)
            if each.way is kept.way
        ),
        around=lines_around(network, kept, gate, others),
        warnings=kept.warnings,
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
