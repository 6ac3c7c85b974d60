"""The papers hold true: what they show to be run is run, their links lead somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import go
from commands import SUBCOMMANDS
from tests.docs.console import PROMPT, Console, commands, is_as_shown, write_files
from tests.docs.papers import PAPERS, ROOT, anchors, blocks, links, name_of, prose, text_of

GUIDES = [paper for paper in PAPERS if paper.parent == ROOT / "docs"]
SHOWING = [paper for paper in PAPERS if any(one.language == "console" for one in blocks(paper))]


@pytest.mark.parametrize("paper", SHOWING, ids=name_of)
def test_every_command_shown_prints_what_is_shown(paper: Path, tmp_path: Path) -> None:
    write_files(tmp_path, blocks(paper))
    console, wrong = Console(tmp_path), []
    for block in blocks(paper):
        for command in commands(block) if block.language == "console" else []:
            printed = console.run(command.words)
            if not is_as_shown(command.shown, printed):
                wrong.append(f"{name_of(paper)}: {PROMPT}{command.words}\n{printed}")
    assert not wrong, "\n\n".join(wrong)


def test_the_readme_and_the_guides_show_commands_that_are_run() -> None:
    shown = {name_of(paper) for paper in SHOWING}
    assert {"README.md", "docs/command-line.md", "docs/add-a-council-or-a-year.md"} <= shown


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_commands_stand_in_console_blocks_or_belong_to_set_up(paper: Path) -> None:
    for block in blocks(paper):
        if block.language in ("", "sh", "bash"):
            for line in filter(None, block.text.splitlines()):
                assert "main.py" not in line, f"{name_of(paper)}: not run by a test: {line}"


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_words_after_go_py_are_words_it_knows(paper: Path) -> None:
    for word in re.findall(r"\bpy(?:thon3)? go\.py (?:--recreate )?(\w+)", text_of(paper)):
        assert word in go.LOCKS, f"{name_of(paper)}: go.py {word}"


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_commands_named_in_passing_are_commands_of_the_command_line(paper: Path) -> None:
    for word in re.findall(r"`(?:\S*python )?main\.py (\w+)", text_of(paper)):
        assert word in SUBCOMMANDS, f"{name_of(paper)}: main.py {word}"


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_every_link_leads_to_a_file_and_to_a_heading_of_it(paper: Path) -> None:
    for link in links(paper):
        if "://" in link:
            continue
        place, _, heading = link.partition("#")
        target = (paper.parent / place).resolve() if place else paper
        assert target.exists(), f"{name_of(paper)}: {link}"
        assert not heading or heading in anchors(target), f"{name_of(paper)}: {link}"


def test_every_guide_stands_in_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    listed = {(index.parent / link).resolve() for link in links(index)}
    assert {paper for paper in GUIDES if paper != index} <= listed


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_files_that_are_shown_are_named_in_the_words_beside_them(paper: Path) -> None:
    for block in blocks(paper):
        assert f"`{block.file}`" in prose(paper) or not block.file, f"{block.line}: {block.file}"


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_json_that_is_shown_is_json(paper: Path) -> None:
    for block in blocks(paper):
        if block.language == "json" and "..." not in block.text:
            json.loads(block.text)


@pytest.mark.parametrize("picture", sorted((ROOT / "docs" / "pictures").glob("*")), ids=str)
def test_pictures_are_small_and_shown_somewhere(picture: Path) -> None:
    shown = {(paper.parent / link).resolve() for paper in PAPERS for link in links(paper)}
    assert picture in shown
    assert picture.stat().st_size < 250_000


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb", "a\nb", True),
        ("a\n...", "a\nb\nc", True),
        ("a ... c", "a b c", True),
        ("a\nb", "a\nc", False),
        ("a\n...\nd", "a\nb\nc", False),
    ],
)
def test_outputs_are_held_against_what_is_shown(shown: str, printed: str, same: bool) -> None:
    assert is_as_shown(shown, printed) is same
