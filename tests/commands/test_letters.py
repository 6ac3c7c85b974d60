"""``letters``: kinds, a wording checked with its places, and files to begin one with."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import main
from letters import KINDS


def begun(folder: Path, kind: str = "refuse") -> Path:
    file = folder / f"{kind}.txt"
    assert main(["letters", "wording", kind, "--out", str(file)]) == 0
    return file


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_programs_own_wording_is_a_beginning_that_can_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = begun(tmp_path)
    assert main(["letters", "check", str(file)]) == 0
    assert "can be used. Reading grade" in capsys.readouterr().out


def test_a_mistake_is_told_with_line_and_column_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = begun(tmp_path)
    change(file, "${nearest}", "${nearst}")
    capsys.readouterr()
    assert main(["letters", "check", str(file)]) == 2
    told = capsys.readouterr()
    assert ", column 51: cannot be used: “${nearst}”." in told.err
    assert "Did you mean “nearest”?" in told.err
    assert "can be used" not in told.out


def test_hints_are_told_and_do_not_forbid_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = begun(tmp_path)
    change(file, "## Contact us", "Please note: ask within 20 working days.\n\n## Contact us")
    assert main(["letters", "check", str(file)]) == 0
    told = capsys.readouterr().out
    assert "words to leave out: “Please note”" in told
    assert "days without a date: “20 working days”" in told


def test_a_language_begins_with_every_text_and_lacks_them_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "words.cy.txt"
    assert main(["letters", "words", "cy", "--name", "Cymraeg", "--out", str(file)]) == 0
    assert "Yours sincerely\n=\n" in file.read_text("utf-8")
    assert main(["letters", "check", str(file)]) == 0
    assert "lacking: “Yours sincerely”" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["other.txt", "refuse.yaml", "refuse", "refuse.CY!.txt"])
def test_a_file_of_another_name_is_refused_with_the_kinds_or_the_tag_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    file = tmp_path / name
    file.write_text("# Subject\n", "utf-8")
    assert main(["letters", "check", str(file)]) == 2
    told = capsys.readouterr().err
    assert "refuse.cy.txt" in told or "does not name a language" in told


def test_a_file_that_is_not_there_or_not_text_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["letters", "check", str(tmp_path / "refuse.txt")]) == 2
    (tmp_path / "approve.txt").write_bytes(b"# \xff\n")
    assert main(["letters", "check", str(tmp_path / "approve.txt")]) == 2
    assert capsys.readouterr().err.count("cannot be read") == 2


def test_the_kinds_are_still_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["letters", "kinds"]) == 0
    assert capsys.readouterr().out.split() == list(KINDS)
