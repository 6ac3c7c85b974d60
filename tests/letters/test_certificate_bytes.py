"""The same certificate gives the same bytes: again, in another process, zone and language."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from letters import Format, certificate, given_out, with_enclosures
from tests.letters.case import letter
from tests.letters.certificates import RECORD, long_way, without_route

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "from tests.letters.test_certificate_bytes import digests\nprint('\\n'.join(digests()))"


def digests() -> list[str]:
    """The digests of certificates in every format, and of a letter that encloses two."""
    found = [certificate(each, "Marlhaven Council", True) for each in (
        RECORD, without_route("Every way is closed"), long_way(60))]  # fmt: skip
    papers = [given_out(found[0], format) for format in Format]
    papers += [given_out(each) for each in (*found[1:], with_enclosures(letter("refuse"), *found))]
    return [hashlib.sha256(paper).hexdigest() for paper in papers]


@pytest.fixture(scope="module")
def here() -> list[str]:
    return digests()


def elsewhere(**environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_drawn_again_it_has_the_same_bytes(here: list[str]) -> None:
    assert digests() == here


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8"},
        {"SOURCE_DATE_EPOCH": "1790000000", "TZ": "Europe/London", "LC_ALL": "C.UTF-8"},
    ],
    ids=["Tokyo", "Los Angeles", "London"],
)
def test_another_process_zone_and_language_give_the_same_bytes(
    here: list[str], environment: dict[str, str]
) -> None:
    assert elsewhere(**environment) == here


def test_nothing_is_compressed_and_the_file_is_dated_by_the_british_day() -> None:
    paper = given_out(certificate(RECORD))
    assert b"/Filter" not in paper
    assert b"D:20260615000000" in paper
