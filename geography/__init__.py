"""Networks, snapping, routes and nearest schools, measured so that they can be measured again."""

from __future__ import annotations

from geography.boundary import Boundary, boundary
from geography.changing import Added, Changes, Closed, changed
from geography.choosing import Chosen, ChosenLine
from geography.from_one import lengths_from
from geography.geojson import as_geojson
from geography.imports import (
    Choices,
    Columns,
    Imported,
    Kind,
    Recognised,
    import_network,
    recognise,
)
from geography.kept import network_from_kept, read_network
from geography.lengths import Basis
from geography.measuring import Route, measure, measure_school
from geography.nearest import (
    NO_ROUTE_MM,
    Ranked,
    lengths_mm,
    measure_case,
    nearest_schools,
    rank_schools,
)
from geography.nearest_few import NearestFew, nearest_few
from geography.network import Network
from geography.problems import NotMeasurable, UnreadableFile, UnusablePosition
from geography.readers import (
    network_from_csv,
    network_from_geojson,
    read_schools,
    schools_from_csv,
)
from geography.recording import measurement_of
from geography.writing import Line, edges_csv, network_of

__all__ = [
    "NO_ROUTE_MM",
    "Added",
    "Basis",
    "Boundary",
    "Choices",
    "Columns",
    "Imported",
    "Kind",
    "Changes",
    "Chosen",
    "ChosenLine",
    "Closed",
    "Line",
    "NearestFew",
    "Network",
    "NotMeasurable",
    "Ranked",
    "Recognised",
    "Route",
    "UnreadableFile",
    "UnusablePosition",
    "as_geojson",
    "import_network",
    "network_from_kept",
    "recognise",
    "boundary",
    "changed",
    "edges_csv",
    "lengths_from",
    "lengths_mm",
    "measure",
    "measure_case",
    "measure_school",
    "measurement_of",
    "nearest_few",
    "nearest_schools",
    "network_from_csv",
    "network_from_geojson",
    "network_of",
    "rank_schools",
    "read_network",
    "read_schools",
    "schools_from_csv",
]
