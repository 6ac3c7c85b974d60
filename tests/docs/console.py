"""Runs the commands that a paper shows and holds their output against what it shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

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
        self.folder, self.code = folder, 0

    def run(self, words: str) -> str:
        """Run one command; give what it printed, errors among the rest, as a terminal would."""
        if words == "echo $?":
            return str(self.code)
        first, *rest = shlex.split(words)
        assert (first, rest[0]) == (PYTHON, "main.py"), f"the papers show no such command: {words}"
        done = subprocess.run(
            [sys.executable, "-u", str(ROOT / "main.py"), *rest[1:]],
            cwd=self.folder,
            env={**os.environ, "COLUMNS": WIDTH, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.code = done.returncode
        return done.stdout.rstrip()


def is_as_shown(shown: str, printed: str) -> bool:
    """Say whether an output is as shown; ``...`` stands for anything, a line of it for lines."""
    pattern = re.escape(shown).replace(re.escape("..."), r"(?s:.*?)")
    return re.fullmatch(pattern, printed) is not None
