"""The command line's frame: exit codes, sentences for people, and only what is asked for loaded."""

from __future__ import annotations

import argparse
import subprocess
import sys
import types
from pathlib import Path

import pytest

import commands
from commands import trouble
from rules.problems import UserFacingError


def subcommand(monkeypatch: pytest.MonkeyPatch, outcome: int | BaseException) -> None:
    """Put a subcommand in the table that ends as told."""

    def run(args: argparse.Namespace) -> int:
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    module = types.ModuleType("commands.try_it")
    vars(module).update(configure=lambda parser: parser.add_argument("case"), run=run)
    monkeypatch.setitem(sys.modules, "commands.try_it", module)
    monkeypatch.setitem(commands.SUBCOMMANDS, "try_it", "try something")


def test_the_exit_code_is_the_subcommands(monkeypatch: pytest.MonkeyPatch) -> None:
    subcommand(monkeypatch, 0)
    assert commands.main(["try_it", "a.json"]) == 0


def test_bad_input_is_told_in_its_own_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    subcommand(monkeypatch, UserFacingError("a.json: age is not a number"))
    assert commands.main(["try_it", "a.json"]) == 2
    assert capsys.readouterr().err == "a.json: age is not a number\n"


def test_a_fault_of_ours_is_one_sentence_with_a_reference_into_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    subcommand(monkeypatch, ZeroDivisionError("Wren Okoro, 3 Mill Lane"))
    assert commands.main(["try_it", "a.json"]) == 1
    told = capsys.readouterr().err
    reference = told.split("reference ")[1].strip(".\n")
    assert "Traceback" not in told
    assert "Wren" not in told
    log = trouble.log_file().read_text(encoding="utf-8")
    assert reference in log
    assert "ZeroDivisionError" in log
    assert "test_command_line.py:" in log


def test_the_log_tells_where_an_error_came_from_and_quotes_nothing_of_a_case() -> None:
    try:
        try:
            raise KeyError("Wren Okoro")
        except KeyError as first:
            raise ValueError("3 Mill Lane") from first
    except ValueError as error:
        lines = list(trouble.places(error))
    assert lines[0] == "ValueError"
    assert "from KeyError" in lines
    assert sum("test_command_line.py:" in line for line in lines) == 2
    assert "Wren" not in "".join(lines)
    assert "Mill Lane" not in "".join(lines)


def test_a_log_that_cannot_be_written_still_leaves_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(trouble, "log_file", lambda: tmp_path / "file" / "milepost.log")
    subcommand(monkeypatch, KeyError("Wren Okoro"))
    assert commands.main(["try_it", "a.json"]) == 1
    told = capsys.readouterr().err
    assert "KeyError at test_command_line.py:" in told
    assert "Wren" not in told


def test_being_stopped_by_hand_is_not_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    subcommand(monkeypatch, KeyboardInterrupt())
    assert commands.main(["try_it", "a.json"]) == 130


@pytest.mark.parametrize("argv", [["frobnicate"], ["assess"], []])
def test_words_that_make_no_command_get_the_usage(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main(argv)
    assert ended.value.code == 2
    assert "usage: main.py" in capsys.readouterr().err


def test_help_names_every_subcommand(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in commands.SUBCOMMANDS)


@pytest.mark.parametrize(
    ("name", "words"), [("letter", "tagged PDF, HTML or text."), ("policy", "plain English.")]
)
def test_the_help_of_a_subcommand_keeps_the_capitals_of_names(
    name: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        commands.main([name, "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    assert words in shown
    assert f"{commands.SUBCOMMANDS[name][:1].upper()}{commands.SUBCOMMANDS[name][1:]}" in shown


def test_help_loads_neither_the_window_nor_any_heavy_library(root: Path) -> None:
    heavy = "{'PySide6', 'gui', 'scipy', 'shapely', 'pyproj', 'reportlab', 'z3', 'numpy'}"
    script = (
        "import sys, commands\n"
        "try: commands.main(['--help'])\n"
        f"except SystemExit: print(sorted({heavy} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_stops_reading_is_not_an_error(root: Path) -> None:
    script = (
        "import sys, types, commands\n"
        "module = types.ModuleType('commands.flood')\n"
        "module.configure = lambda parser: None\n"
        "module.run = lambda args: [print('x' * 80) for _ in range(100_000)] and 0\n"
        "sys.modules['commands.flood'] = module\n"
        "commands.SUBCOMMANDS['flood'] = 'print a lot'\n"
        "sys.exit(commands.main(['flood']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as flood:
        assert flood.stdout is not None
        assert flood.stderr is not None
        flood.stdout.read(10)
        flood.stdout.close()
        told = flood.stderr.read()
    assert (flood.returncode, told) == (0, b"")
