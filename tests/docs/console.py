"""Runs the commands that a paper shows and holds their output against what it shows.

A paper's first command is run in a process of its own, so that the entry is proved; the others go
through the same ``main.main`` here, which saves starting Python for each.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import main
from tests.docs.papers import ROOT, Block

PROMPT = "$ "
PYTHON = ".venv/bin/python"
WIDTH = "80"


@dataclass(frozen=True)
class Command:
    """One command as a paper shows it, with what it is said to print."""

    words: str
    shown: str


def commands(block: Block) -> list[Command]:
    """Read a console block: ``$ command`` lines, each with the lines it prints below it."""
    parts = re.split(rf"^{re.escape(PROMPT)}", block.text, flags=re.M)
    assert not parts[0].strip(), f"line {block.line}: a console block begins with '{PROMPT}'"
    found = [part.partition("\n") for part in parts[1:]]
    return [Command(words.strip(), shown.rstrip()) for words, _, shown in found]


def write_files(folder: Path, blocks: tuple[Block, ...]) -> None:
    """Write the files a paper shows."""
    for block in blocks:
        if block.file:
            (folder / block.file).write_text(block.text, encoding="utf-8")


class Console:
    """A folder in which commands are run one after another, as a reader would."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.code, self.entry_is_proved = folder, 0, False

    def run(self, words: str) -> str:
        """Run one command; give what it printed, errors among the rest, as a terminal would."""
        if words == "echo $?":
            return str(self.code)
        first, *rest = shlex.split(words)
        assert (first, rest[0]) == (PYTHON, "main.py"), f"the papers show no such command: {words}"
        runner = run_here if self.entry_is_proved else run_apart
        self.entry_is_proved = True
        self.code, printed = runner(self.folder, rest[1:])
        return printed.rstrip()


def run_apart(folder: Path, argv: list[str]) -> tuple[int, str]:
    """Run one command in a process of its own; give its exit code and what it printed."""
    done = subprocess.run(
        [sys.executable, "-u", str(ROOT / "main.py"), *argv],
        cwd=folder,
        env={**os.environ, "COLUMNS": WIDTH, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def run_here(folder: Path, argv: list[str]) -> tuple[int, str]:
    """Run one command in this process; give its exit code and what it printed."""
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with (
        chdir(folder),
        patch.dict(os.environ, COLUMNS=WIDTH),
        redirect_stdout(printed),
        redirect_stderr(printed),
    ):
        code = exit_code(argv)
    return code, printed.buffer.getvalue().decode("utf-8")


def exit_code(argv: list[str]) -> int:
    """Call the entry; a parser that refuses its words leaves by SystemExit."""
    try:
        return main.main(argv)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)


def is_as_shown(shown: str, printed: str) -> bool:
    """Say whether an output is as shown; ``...`` stands for anything, a line of it for lines."""
    pattern = re.escape(shown).replace(re.escape("..."), r"(?s:.*?)")
    return re.fullmatch(pattern, printed) is not None
