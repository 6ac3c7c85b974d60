"""The same letter gives the same bytes: again, in another process, place, year and time zone."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from letters import pdf
from tests.letters.case import GOOD, letter, terms

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import hashlib
from letters import pdf
from tests.letters.case import GOOD, letter
for kind in sorted(GOOD):
    print(hashlib.sha256(pdf(letter(kind))).hexdigest())
"""

LATER = terms(letter_date=date(2027, 1, 2), review_by=date(2027, 2, 1))


def digests(root: Path, **environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.fixture(scope="module")
def here() -> list[str]:
    return [hashlib.sha256(pdf(letter(kind))).hexdigest() for kind in sorted(GOOD)]


def test_another_process_gives_the_same_bytes(here: list[str]) -> None:
    assert digests(ROOT, PYTHONHASHSEED="1") == here
    assert digests(ROOT, PYTHONHASHSEED="2") == here


def test_clock_settings_and_time_zone_do_not_go_in(here: list[str]) -> None:
    elsewhere = digests(ROOT, SOURCE_DATE_EPOCH="1790000000", TZ="Asia/Tokyo", LC_ALL="C")
    assert elsewhere == here


def test_another_place_on_disk_gives_the_same_bytes(here: list[str], tmp_path: Path) -> None:
    for room in ("letters", "records", "rules", "resources", "tests/letters"):
        shutil.copytree(ROOT / room, tmp_path / "elsewhere" / room)
    assert digests(tmp_path / "elsewhere") == here


def test_letters_printed_before_leave_nothing_behind(here: list[str]) -> None:
    for kind in sorted(GOOD):
        pdf(letter(kind, child_name="Ŵyn Ïśık Ćwikła"))
    assert [hashlib.sha256(pdf(letter(kind))).hexdigest() for kind in sorted(GOOD)] == here


def test_nothing_is_compressed_because_compressors_differ() -> None:
    assert b"/Filter" not in pdf(letter("approve"))


def test_the_file_is_dated_by_its_letter() -> None:
    assert b"D:20260615000000" in pdf(letter("approve"))
    assert b"D:20270102000000" in pdf(letter("approve", terms=LATER))


def test_one_changed_word_changes_the_bytes_and_the_identifier() -> None:
    content = letter("approve")
    one, other = pdf(content), pdf(replace(content, reference="MTS-2026-00419"))
    identifier = one[one.index(b"/ID") : one.index(b"/ID") + 90]
    assert one != other
    assert identifier not in other
