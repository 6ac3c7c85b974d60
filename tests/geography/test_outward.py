"""One search outward from a home gives what the trees of all schools give, to the millimetre."""

from __future__ import annotations

import pytest

from geography import Basis, NotMeasurable, changed, lengths_from, measure
from geography.trees import KEPT
from geography.writing import network_of
from records.measurement import Way
from records.school import Gate
from tests.geography.test_changing import changes_for
from tests.geography.towns import gate, homes, line, school, town


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize("seed", range(4))
def test_lengths_without_any_tree_kept_are_those_of_the_routes(
    seed: int, basis: Basis, way: Way
) -> None:
    lines = town(seed)
    network = changed(network_of("town", lines), changes_for(seed, lines), way)
    goals = homes(seed + 50, 14)
    schools = [school(str(k), Gate("a", *goals[k]), Gate("b", *goals[k + 1])) for k in range(12)]
    for home in [*homes(seed, 15), *map(tuple, network.points[:10].tolist())]:
        KEPT.clear()
        found = lengths_from(network, home, schools, way, basis)
        routes = [measure(network, home, one.gates, way, basis) for one in schools]
        assert list(found) == [route.length_mm for route in routes]
        assert found == lengths_from(network, home, schools, way, basis)  # by trees, now kept


def test_no_tree_is_grown_for_schools_that_one_search_reaches() -> None:
    network = network_of("street", [line("1", "a", "b", (0, 0), (1000, 0))])
    schools = [school(str(k), gate(100 * k, 0)) for k in range(6)]
    KEPT.clear()
    home = (schools[0].gates[0].easting, schools[0].gates[0].northing)
    assert lengths_from(network, home, schools, basis=Basis.GRID) == (
        0, 100_000, 200_000, 300_000, 400_000, 500_000,
    )  # fmt: skip
    assert not KEPT.trees


def test_a_school_without_a_gate_is_refused_as_a_route_to_it_is() -> None:
    network = network_of("street", [line("1", "a", "b", (0, 0), (1000, 0))])
    with pytest.raises(NotMeasurable, match="no gate"):
        lengths_from(network, (440_000.0, 112_000.0), [school("1"), school("2"), school("3")])
