"""What holds for every file of the repository: house style that a tool does not see, and papers."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
from pathlib import Path

import pytest

from commands import SUBCOMMANDS

LONGEST = 300
SYSTEM = {"usr", "etc", "dev", "proc", "bin", "tmp", "sys"}
ABSOLUTE = re.compile(r"""(?:(?<=[\s"'`(=])|^)/([a-z.]+)/[\w.]""", re.MULTILINE)
HOMES = re.compile(r"(?:^|[^\w.])/(?:home|root|Users)/\w|[A-Z]:\\Users\\", re.MULTILINE)
TEXT = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".in", ".lock", ".spec", ".json", ".sql"}


def files(root: Path) -> list[Path]:
    """List what is committed or about to be; without git, what is not hidden."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode:
        found = [path for path in root.rglob("*") if path.is_file()]
        return [path for path in found if not hidden(path.relative_to(root))]
    return [root / line for line in listed.stdout.splitlines() if (root / line).is_file()]


def hidden(path: Path) -> bool:
    return any(part.startswith(".") or part == "__pycache__" for part in path.parts)


def python_files(root: Path) -> list[Path]:
    return [path for path in files(root) if path.suffix == ".py"]


def machine_paths(text: str) -> list[str]:
    """Find paths that exist only on somebody's own machine."""
    foreign = [hit[0] for hit in ABSOLUTE.finditer(text) if hit[1] not in SYSTEM]
    return foreign + HOMES.findall(text)


def test_no_file_names_a_path_of_one_machine(root: Path) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in files(root) if path.suffix in TEXT}
    texts.pop(root / "tests" / "test_repository.py", None)
    found = [f"{path.relative_to(root)}: {hits}" for path, text in texts.items()
             if (hits := machine_paths(text))]  # fmt: skip
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "text",
    ["see /home/ann/x", 'open("/data/schools.csv")', r"C:\Users\ann", "(/Users/ann/x)", "/srv/a"],
)
def test_a_path_of_one_machine_is_recognised(text: str) -> None:
    assert machine_paths(text)


@pytest.mark.parametrize(
    "text", ["/usr/bin/python3", "either/or", "https://example.org/a/b", "../shared/data", "/tmp/x"]
)
def test_other_slashes_are_not_taken_for_machine_paths(text: str) -> None:
    assert not machine_paths(text)


def test_every_python_file_opens_with_a_docstring(root: Path) -> None:
    bare = [
        str(path.relative_to(root))
        for path in python_files(root)
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not bare, f"without a docstring: {bare}"


def test_no_file_outside_the_tests_is_longer_than_300_lines(root: Path) -> None:
    sizes = {
        str(path.relative_to(root)): len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files(root)
        if path.relative_to(root).parts[0] != "tests"
    }
    too_long = {name: size for name, size in sizes.items() if size > LONGEST}
    assert not too_long, f"split these: {too_long}"


def test_the_readme_names_the_two_commands(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert "python3 go.py run" in readme
    assert "python3 go.py test" in readme


def test_every_command_the_readme_shows_is_there(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"main\.py ([a-z]\w+)", readme))
    assert shown, "the README shows no subcommand"
    assert shown <= set(SUBCOMMANDS)


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_subcommand_of_the_table_has_its_module(name: str) -> None:
    assert importlib.util.find_spec(f"commands.{name}")


def test_links_in_the_papers_lead_somewhere(root: Path) -> None:
    dead = []
    for paper in [path for path in files(root) if path.suffix == ".md"]:
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", paper.read_text(encoding="utf-8")):
            if "://" not in link and not (paper.parent / link).exists():
                dead.append(f"{paper.relative_to(root)}: {link}")
    assert not dead, "\n".join(dead)


def test_the_fonts_come_with_their_licence(root: Path) -> None:
    fonts = root / "resources" / "fonts"
    assert {path.name for path in fonts.glob("*.ttf")} >= {
        "NotoSans-Regular.ttf",
        "NotoSans-Bold.ttf",
    }
    licence = (fonts / "OFL.txt").read_text(encoding="utf-8")
    assert "Copyright 2015 Google LLC" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
