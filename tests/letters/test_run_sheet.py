"""A run's sheet is a tagged PDF and a CSV of the same figures, whatever stands in them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import pikepdf

from letters.runs.sheet import RunSheet, SheetEvent, SheetRow, sheet_csv, sheet_pdf
from tests.letters.pdf_check import check
from tests.letters.pdf_read import elements

AT = datetime(2026, 6, 15, 23, 30, tzinfo=UTC)
ROWS = tuple(
    SheetRow(at, f"MH-{at:05d}", "approve", "standard", 3, f"{at:064x}", at == 1)
    for at in range(1, 121)
)
HEAD = f"4711-{7:064x}"
WHY = "The child's name, “李 Chen”, holds “李”, which the fonts do not have."
SHEET = RunSheet(
    number=3,
    store="Marlhaven",
    fictional=True,
    begun_at=AT,
    begun_by="A. Officer",
    asked="outcome entitled",
    picked=121,
    held=4,
    made=120,
    issued=1,
    seed=42,
    sampled=11,
    read=11,
    rows=ROWS,
    failed=(("MH-00226", WHY),),
    events=(SheetEvent(AT, AT, "made or failed", 121, "A. Officer"),),
    head=HEAD,
    drawn_up_at=AT,
)


def read(sheet: RunSheet) -> tuple[list[str], str]:
    """What the checks find wrong with a printed sheet, and its words."""
    with pikepdf.open(io.BytesIO(sheet_pdf(sheet))) as pdf:
        return check(pdf), " ".join(text for _, text in elements(pdf))


def test_a_printed_sheet_passes_every_checkpoint_over_many_pages() -> None:
    problems, text = read(SHEET)
    assert problems == []
    assert all(row.sha256 in text and row.reference in text for row in ROWS)
    assert HEAD in text and "120, with 360 pages" in text


def test_a_character_that_the_fonts_lack_is_told_by_its_number_and_stops_no_sheet() -> None:
    _, text = read(SHEET)
    assert "“[U+674E] Chen”" in text
    assert "李" in sheet_csv(SHEET).decode("utf-8-sig")


def test_a_sheet_of_nothing_says_so() -> None:
    problems, text = read(replace(SHEET, rows=(), failed=(), made=0))
    assert problems == []
    assert "Nothing failed." in text and "No letter was made." in text


def test_what_was_held_back_is_told_with_why_and_what_was_enclosed() -> None:
    held = replace(SHEET, held_back=(("MH-00301", "The reasons are empty."),), encloses=True)
    problems, text = read(held)
    assert problems == []
    assert "What the preview held back" in text
    assert "MH-00301" in text and "The reasons are empty." in text
    assert "The certificate of the measurement that decided" in text
    assert "MH-00301" in sheet_csv(held).decode("utf-8-sig")
    assert "What the preview held back" not in read(SHEET)[1], "a run of before kept no reasons"


def test_the_csv_has_a_line_a_letter_and_nothing_a_spreadsheet_would_run() -> None:
    sheet = replace(SHEET, failed=(("=1+1", "@cmd"),))
    rows = list(csv.reader(io.StringIO(sheet_csv(sheet).decode("utf-8-sig"))))
    letters = [row for row in rows if len(row) == 8]
    assert len(letters) == 1 + len(ROWS) + 1
    assert letters[-1][1] == "'=1+1" and letters[-1][7] == "'@cmd"


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert sheet_pdf(SHEET) == sheet_pdf(SHEET)
