"""What can be used and is still suspicious is told of a network: far lines, scattered parts."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest

from geography import UnreadableFile, edges_csv
from geography.imports.importing import import_network
from geography.readers import network_from_csv
from geography.readers.gias import schools_from_gias
from tests.geography.files import town_columns, write_lines
from tests.geography.towns import line

ROAD = [line(f"{n}", f"{n}", f"{n + 1}", (n * 100, 0), (n * 100 + 100, 0)) for n in range(10)]
LINES = [[(0, 0), (100, 0)], [(100, 0), (100, 100)]]


def notes(text: str) -> str:
    return " ".join(network_from_csv(text.encode(), "t.csv", "t").notes)


def test_a_line_whose_easting_and_northing_changed_places_is_named() -> None:
    swapped = line("swapped", "x", "y", (-328_000, 330_000), (-327_900, 330_000))
    assert "more than 100 km from all others" in notes(edges_csv([*ROAD, swapped]))
    assert ": swapped." in notes(edges_csv([*ROAD, swapped]))
    assert "km from all others" not in notes(edges_csv(ROAD))


def test_a_network_that_reaches_far_without_a_gap_is_not_suspicious() -> None:
    long = [
        line(f"{n}", f"{n}", f"{n + 1}", (0, n * 40_000), (0, (n + 1) * 40_000)) for n in range(10)
    ]
    assert "km from all others" not in notes(edges_csv(long))


def test_a_table_of_which_every_second_row_is_gone_is_called_scattered() -> None:
    assert "only 20% of the length: lines are probably missing" in notes(edges_csv(ROAD[::2]))
    assert "probably missing" not in notes(edges_csv(ROAD))


def test_half_a_geopackage_is_refused_without_a_word_of_sql(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "w.gpkg", LINES, town_columns(2))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableFile) as refused:
        import_network([path])
    assert "SELECT" not in str(refused.value)
    assert "sqlite" not in str(refused.value).lower()


def test_a_shapefile_without_its_table_says_that_ids_and_names_are_missing(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "w.shp", LINES, town_columns(2))
    assert not any("missing" in words for words in import_network([path]).report)
    path.with_suffix(".dbf").unlink()
    assert any("w.dbf does not lie beside" in words for words in import_network([path]).report)


def test_a_coordinate_that_is_none_is_named_without_a_warning(tmp_path: Path) -> None:
    with np.errstate(invalid="ignore"):
        path = write_lines(tmp_path / "w.gpkg", [[(0, 0), (np.nan, 5)], *LINES], town_columns(3))
    with warnings.catch_warnings(), pytest.raises(UnreadableFile, match="is no position"):
        warnings.simplefilter("error")
        import_network([path])


def test_one_link_is_one_link_and_every_sentence_of_a_refusal_ends(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "w.gpkg", LINES[:1], town_columns(1))
    assert import_network([path]).report[0].startswith("1 link came in")
    with pytest.raises(UnreadableFile) as refused:
        schools_from_gias(b"establishmentname\nBrook\n", "g.csv")
    assert ".. " not in str(refused.value)
    assert ". Nothing was loaded" in str(refused.value)
