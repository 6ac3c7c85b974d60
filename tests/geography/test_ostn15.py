"""With the OSTN15 grid its shifts are used; without it, or with a bad one, that is said."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Transformer

from geography import Choices, UnreadableFile, import_network
from geography.ostn15 import grid_file, in_grid_metres
from tests.geography.files import write_lines
from tests.geography.ntv2 import write_ntv2

SPOTS = np.array([[-1.4, 50.9], [-1.5, 51.2]])
PLAIN = "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"


def shifted(lon_lat: np.ndarray, north_s: float, west_s: float) -> np.ndarray:
    """Work out by hand what a grid with one shift everywhere gives, by PROJ's projection alone."""
    back = lon_lat - np.array([-west_s, north_s]) / 3600
    project = Transformer.from_pipeline(
        f"+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step {PLAIN}"
    )
    return np.column_stack(project.transform(back[:, 0], back[:, 1]))


def test_the_grids_shifts_are_used_to_the_millimetre(tmp_path: Path) -> None:
    path = write_ntv2(tmp_path / "uk_os_OSTN15.gsb", 2.0, 5.0)
    found = in_grid_metres(SPOTS, grid_file(path, tmp_path / "x"))
    assert np.abs(found - shifted(SPOTS, 2.0, 5.0)).max() < 0.001


def network_file(folder: Path) -> Path:
    path = folder / "ways.geojson"
    line = shapely.LineString([(-1.4, 50.9), (-1.41, 50.91)])
    return write_lines(path, [line], {"id": ["1"]}, crs="EPSG:4326")


def test_a_grid_beside_the_file_is_found_and_named_with_its_digest(tmp_path: Path) -> None:
    path = network_file(tmp_path)
    without = import_network([path])
    assert any("without the OSTN15 grid: about 1 m off" in note for note in without.network.notes)
    write_ntv2(tmp_path / "OSTN15_made_up.gsb", 2.0, 5.0)
    came = import_network([path])
    assert any("with the OSTN15 grid OSTN15_made_up.gsb" in note for note in came.network.notes)
    assert came.network.digest != without.network.digest


@pytest.mark.parametrize("content", [b"", b"rubbish that is no grid"])
def test_a_grid_that_cannot_be_read_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.gsb"
    bad.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"bad\.gsb: is no grid that PROJ can read"):
        import_network([network_file(tmp_path)], Choices(ostn15=bad))
