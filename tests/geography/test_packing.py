"""A packed network reads back as it was, bit for bit, whole or not at all."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geography import (
    Choices,
    Columns,
    UnreadableFile,
    edges_csv,
    import_network,
    measure,
    network_from_kept,
    network_of,
)
from geography.building import LineTable
from geography.packing import FIRST_LINE, Origin, origin_of, pack, unpack
from records.measurement import Way
from tests.geography.towns import at, gate, homes, town

ORIGIN = Origin("lines", ("0" * 64,), ("A note.",), ("A line of the report.",))


def table_of(seed: int) -> LineTable:
    lines = town(seed)
    points = [np.array(line.points) for line in lines]
    return LineTable(
        ids=[line.id for line in lines],
        u=[line.u for line in lines],
        v=[line.v for line in lines],
        names=[line.name for line in lines],
        points=np.concatenate(points),
        counts=np.array([len(one) for one in points]),
        motor=np.array([bool(line.motor) for line in lines]),
        oneway=np.array([line.oneway for line in lines]),
        kinds=["path" if line.id.endswith("1") else "" for line in lines],
    )


@given(seed=st.integers(0, 50))
def test_a_packed_town_measures_as_its_csv_does(seed: int) -> None:
    packed = unpack(pack(table_of(seed), ORIGIN), "town", "town")
    written = network_of("town", town(seed))
    for field in ("node_ids", "edge_ids", "names"):
        assert getattr(packed, field) == getattr(written, field)
    assert packed.points.tobytes() == written.points.tobytes()
    assert packed.ground_nm.tolist() == written.ground_nm.tolist()
    assert packed.usable(Way.ROAD).tolist() == written.usable(Way.ROAD).tolist()
    home, other = homes(seed, 2)
    ends = [gate(other[0] - at(0, 0)[0], other[1] - at(0, 0)[1])]
    assert measure(packed, home, ends).ground_mm == measure(written, home, ends).ground_mm


def test_the_digest_is_of_the_bytes_and_the_rows_order_does_not_matter() -> None:
    content = pack(table_of(1), ORIGIN)
    assert unpack(content, "town", "town").digest == sha256(content).hexdigest()
    table = table_of(1)
    assert pack(unshuffled(table), ORIGIN) == content


def unshuffled(table: LineTable) -> LineTable:
    """Return the rows in the opposite order."""
    order = list(range(len(table.ids)))[::-1]
    starts = np.cumsum(table.counts) - table.counts
    pieces = [table.points[starts[row] : starts[row] + table.counts[row]] for row in order]
    assert table.motor is not None
    return LineTable(
        [table.ids[row] for row in order], [table.u[row] for row in order],
        [table.v[row] for row in order], [table.names[row] for row in order],
        np.concatenate(pieces), table.counts[order], table.motor[order], table.oneway[order],
        None, [table.kinds[row] for row in order],
    )  # fmt: skip


def test_where_it_came_from_is_kept_with_it() -> None:
    content = pack(table_of(2), ORIGIN)
    assert origin_of(content) == ORIGIN
    assert "A note." in unpack(content, "town", "town").notes
    assert origin_of(edges_csv(town(2)).encode()) is None


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.9, 1.0])
def test_bytes_that_are_not_whole_are_refused(share: float) -> None:
    content = pack(table_of(3), ORIGIN)
    end = len(FIRST_LINE) + int(share * (len(content) - len(FIRST_LINE) - 1))
    with pytest.raises(UnreadableFile, match="is no whole network"):
        network_from_kept(content[:end], "town")


def test_a_store_reads_old_and_new_forms_alike(shared_data: Path) -> None:
    """The real streets of Adur measure alike from their CSV and from a packed import."""
    csv = (shared_data / "network" / "adur_osm_edges.csv").read_bytes()
    old = network_from_kept(csv, "Adur")
    path = shared_data / "network" / "adur_osm.geojson"
    new = import_network([path], Choices(columns=Columns(id="id", u="u", v="v", name="name")))
    assert new.network.edge_ids == old.edge_ids
    assert new.network.u.tolist() == old.u.tolist()
    # The GeoJSON has six digits of a degree (some 0.1 m), the CSV has centimetres.
    difference = np.abs(new.network.ground_nm - old.ground_nm)
    assert float(difference.max()) < 1.5e9
    assert float(np.median(difference)) < 0.1e9
