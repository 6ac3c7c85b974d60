"""Networks, snapping, routes and nearest schools, measured so that they can be measured again."""

from __future__ import annotations

from geography.geojson import as_geojson
from geography.lengths import Basis
from geography.measuring import Route, measure, measure_school, measurement_of
from geography.nearest import NO_ROUTE_MM, Ranked, lengths_mm, measure_case, nearest_schools
from geography.network import Network
from geography.problems import NotMeasurable, UnreadableFile, UnusablePosition
from geography.readers import (
    network_from_csv,
    network_from_geojson,
    read_network,
    read_schools,
    schools_from_csv,
)
from geography.writing import Line, edges_csv, network_of

__all__ = [
    "NO_ROUTE_MM",
    "Basis",
    "Line",
    "Network",
    "NotMeasurable",
    "Ranked",
    "Route",
    "UnreadableFile",
    "UnusablePosition",
    "as_geojson",
    "edges_csv",
    "lengths_mm",
    "measure",
    "measure_case",
    "measure_school",
    "measurement_of",
    "nearest_schools",
    "network_from_csv",
    "network_from_geojson",
    "network_of",
    "read_network",
    "read_schools",
    "schools_from_csv",
]
