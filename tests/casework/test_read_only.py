"""A file that was locked against change stays as it was, whoever runs the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from casework.read_only import keep_read_only
from commands.letter import write_file
from gui.officer.saving import write_whole
from rules.problems import UserFacingError


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"as it was")
    path.chmod(0o444)
    return path


@pytest.mark.parametrize("write", [write_file, write_whole])
def test_a_letter_is_not_written_over_a_read_only_file(
    locked: Path, write: Callable[[Path, bytes], object]
) -> None:
    with pytest.raises(UserFacingError, match=r"letter\.pdf.*read-only"):
        write(locked, b"new")
    assert locked.read_bytes() == b"as it was"
    assert list(locked.parent.iterdir()) == [locked]


def test_a_file_that_may_be_written_to_and_a_new_one_are_written(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    for content in (b"new", b"newer"):
        keep_read_only(path)
        write_file(path, content)
        assert path.read_bytes() == content
