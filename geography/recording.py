"""A measured route as the record that a case keeps."""

from __future__ import annotations

from datetime import datetime

from geography.measuring import Route
from records.measurement import Measurement


def measurement_of(
    route: Route,
    *,
    id: str,
    application: str,
    school: str,
    by: str,
    at: datetime,
    home_is_approximate: bool = False,
) -> Measurement:
    """Return a route as the record that a case keeps; ``school`` is the school's id."""
    return Measurement(
        id=id,
        application=application,
        way=route.way,
        school=school,
        gate=route.gate.name,
        network=route.network,
        digest=route.digest,
        home=route.home,
        home_on_network=route.home_on_network,
        gate_on_network=route.gate_on_network,
        home_snap_mm=route.home_snap_mm,
        gate_snap_mm=route.gate_snap_mm,
        grid_mm=route.grid_mm,
        ground_mm=route.ground_mm,
        line=route.line,
        why_none=route.why_none,
        by=by,
        at=at,
        home_is_approximate=home_is_approximate,
        basis=route.basis.value,
        starts=route.starts,
        made_from=route.made_from,
        edges=route.edges,
        stopped_by=route.stopped_by,
    )
