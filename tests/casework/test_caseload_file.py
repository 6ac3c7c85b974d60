"""A caseload comes in from a file, or the file and line that cannot be read are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars
import pytest

from casework.files.caseload import BadCaseloadFile, read_caseload
from casework.shelf import Shelf
from rules.problems import BadFacts

WORDS = Shelf().vocabulary()


def test_a_spreadsheet_saved_as_csv_is_read_with_its_references(tmp_path: Path) -> None:
    path = tmp_path / "children.csv"
    path.write_text("\ufeffreference,in_area\r\nA1,yes\r\nA2,\r\n", encoding="utf-8")
    found = read_caseload(path, WORDS)
    assert found.references == ("A1", "A2")
    assert [found.children.facts(row) for row in (0, 1)] == [{"in_area": True}, {}]


def test_a_file_without_references_has_none(tmp_path: Path) -> None:
    path = tmp_path / "children.csv"
    path.write_text("in_area\nyes\n", encoding="utf-8")
    assert read_caseload(path, WORDS).references is None


def test_a_wrong_cell_is_told_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "children.csv"
    path.write_text("in_area\nyes\nmaybe\n", encoding="utf-8")
    with pytest.raises(BadFacts, match=r"children\.csv, line 3: in_area"):
        read_caseload(path, WORDS)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadCaseloadFile, match="cannot be read"):
        read_caseload(tmp_path / "gone.csv", WORDS)


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "children.csv"
    path.write_bytes(b"in_area\n\xff\xfe\n")
    with pytest.raises(BadCaseloadFile, match="UTF-8"):
        read_caseload(path, WORDS)


FRAME = polars.DataFrame(
    {
        "reference": ["A1", None],
        "in_area": [True, None],
        "walking_distance": [4828.032, 3218.688],
        "universal_credit": [None, True],
        "date_of_birth": [date(2016, 2, 29), None],
        "school_kind": ["special", None],
        "year_group": [4, 7],
    }
)
"""Two children, with unknowns, as a table of a statistics program."""

WRITERS: dict[str, Callable[[Path], object]] = {
    ".parquet": FRAME.write_parquet,
    ".arrow": FRAME.write_ipc,
    ".feather": FRAME.write_ipc,
    ".arrows": FRAME.write_ipc_stream,
    ".avro": FRAME.write_avro,
    ".json": FRAME.write_json,
    ".jsonl": FRAME.write_ndjson,
}


@pytest.mark.parametrize("ending", WRITERS)
def test_a_table_of_another_program_says_the_same_as_its_csv(tmp_path: Path, ending: str) -> None:
    table, text = tmp_path / f"children{ending.upper()}", tmp_path / "children.csv"
    WRITERS[ending](table)
    FRAME.write_csv(text)
    found, same = read_caseload(table, WORDS), read_caseload(text, WORDS)
    assert [found.children.facts(row) for row in (0, 1)] == [
        {
            "in_area": True, "walking_distance": 4_828_032, "date_of_birth": date(2016, 2, 29),
            "school_kind": "special", "year_group": 4,
        },
        {"walking_distance": 3_218_688, "universal_credit": True, "year_group": 7},
    ]  # fmt: skip
    assert [same.children.facts(row) for row in (0, 1)] == [
        found.children.facts(row) for row in (0, 1)
    ]
    assert found.references == same.references == ("A1", "")


@pytest.mark.parametrize("ending", [*WRITERS, ".ndjson", ".ipc"])
@pytest.mark.parametrize("content", [b"", b"no table at all", b"PAR1\x00\x00PAR1", b"{}[", b"\xff"])
def test_a_table_that_is_none_is_told_with_what_to_do(
    tmp_path: Path, ending: str, content: bytes
) -> None:
    path = tmp_path / f"children{ending}"
    path.write_bytes(content)
    with pytest.raises((BadCaseloadFile, BadFacts)) as caught:
        read_caseload(path, WORDS)
    assert "children" in str(caught.value)


@pytest.mark.parametrize("ending", WRITERS)
def test_a_table_cut_in_half_is_told_and_brings_nothing(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"children{ending}"
    WRITERS[ending](path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(BadCaseloadFile, match="Nothing was read"):
        read_caseload(path, WORDS)


def test_lists_and_records_in_cells_are_told_as_wrong_values(tmp_path: Path) -> None:
    path = tmp_path / "children.parquet"
    polars.DataFrame({"in_area": [[True]], "year_group": [{"is": 4}]}).write_parquet(path)
    with pytest.raises(BadFacts, match="in_area") as caught:
        read_caseload(path, WORDS)
    assert "year_group" in str(caught.value)


def test_a_column_that_is_no_fact_is_told(tmp_path: Path) -> None:
    path = tmp_path / "children.parquet"
    polars.DataFrame({"in_aera": [True]}).write_parquet(path)
    with pytest.raises(BadFacts, match="in_aera"):
        read_caseload(path, WORDS)


def test_a_workbook_is_told_to_be_saved_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "children.xlsx"
    path.write_bytes(b"PK")
    with pytest.raises(BadCaseloadFile, match="Save the sheet"):
        read_caseload(path, WORDS)


@pytest.mark.parametrize("name", ["gone.parquet", "gone.json", "gone.arrow"])
def test_a_table_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadCaseloadFile, match="No such file"):
        read_caseload(tmp_path / name, WORDS)
