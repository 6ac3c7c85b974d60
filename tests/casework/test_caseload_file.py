"""A caseload comes in from a file, or the file and line that cannot be read are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework import caseload_file
from casework.caseload_file import BadCaseloadFile, read_caseload
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


def test_parquet_without_a_reader_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caseload_file, "READERS", {"no_such_reader": "no_such_reader"})
    with pytest.raises(BadCaseloadFile, match="Save the table as CSV"):
        read_caseload(tmp_path / "children.parquet", WORDS)
