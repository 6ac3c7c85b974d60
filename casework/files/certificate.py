"""Certificates of routes measured from files, with no store and no case behind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import letters as words
from casework.certificates.ground import lines_around
from casework.certificates.make import streets_of
from casework.certificates.words import method_words
from casework.measuring.measured_again import Again
from casework.read_only import keep_read_only
from geography import Changes, Chosen, Network, Route, measure
from geography.recording import measurement_of
from records.certificate import Alternative, MeasurementCertificate
from records.gate_words import gate_words
from records.london import day_in_london
from records.measurement import Measurement
from records.school import School
from rules.problems import UserFacingError


def write_certificates(
    folder: Path, network: Network, routes: tuple[tuple[School, Route], ...], at: datetime
) -> None:
    """Write each school's certificate as one PDF named after its URN, where there is no route too.

    ``at`` is when it was measured. Raises UserFacingError for a folder that cannot be written to,
    and GlyphMissing for a name that the fonts cannot print.
    """
    papers = [(school.urn, _printed(network, school, route, at)) for school, route in routes]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files = [(folder / f"{quote(urn, safe='')}.pdf", paper) for urn, paper in papers]
        for file, _ in files:
            keep_read_only(file)
        for file, paper in files:
            file.write_bytes(paper)
    except OSError as error:
        raise UserFacingError(
            f"{folder}: certificates cannot be written there ({error.strerror or error}). "
            "Nothing else was changed; name a folder that can be written to."
        ) from error


def _printed(network: Network, school: School, route: Route, at: datetime) -> bytes:
    record = certificate_of_file(network, school, route, at)
    return words.given_out(words.certificate(record))


def certificate_of_file(
    network: Network, school: School, route: Route, at: datetime
) -> MeasurementCertificate:
    """Draw up the certificate of a route just measured: no child, no limit, nothing marked."""
    kept = _record(school, route, at)
    gate = (route.gate.easting, route.gate.northing)
    others = _other_gates(network, school, route)
    again = Again(route, (), Changes(), school.gates, Chosen())
    return MeasurementCertificate(
        reference="",
        child_name="",
        school_name=school.name,
        day_of_travel=day_in_london(at),
        measurement=kept,
        method=method_words(kept),
        imported_on=at,
        network_edges=len(network.edge_ids),
        network_notes=network.notes,
        gate_position=gate,
        streets=streets_of(again),
        alternatives=others,
        stretches=(),
        not_placed=(),
        stretch_lines=(),
        chosen=(),
        counts=kept.basis,
        limits=(),
        claimed=(),
        around=lines_around(network, kept, gate, others),
        warnings=kept.warnings,
    )


def _record(school: School, route: Route, at: datetime) -> Measurement:
    kept = measurement_of(route, id="", application="", school=school.urn, by="", at=at)
    return replace(kept, gates=school.gates)


def _other_gates(network: Network, school: School, route: Route) -> tuple[Alternative, ...]:
    found = [
        (gate, measure(network, route.home, (gate,), route.way, route.basis, route.starts))
        for gate in school.gates
        if gate.name != route.gate.name
    ]
    return tuple(
        Alternative(
            f"to the {gate_words(gate.name)}", one.grid_mm, one.ground_mm, one.why_none, one.line
        )
        for gate, one in found
    )
