"""The papers of the repository taken apart: fenced blocks, links, keys, and the files they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAPERS = tuple(
    sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "docs").glob("*/*.md")])
)
"""Every paper that is held true: those at the root, the guides, the decisions."""

_FENCE = re.compile(
    r"^(?P<mark>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=mark)[ \t]*$", re.M | re.S
)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_KEY = re.compile(r"<kbd>([^<]+)</kbd>")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the name of the file it shows (or none), text, and line."""

    language: str
    file: str
    text: str
    line: int


def name_of(paper: Path) -> str:
    """Name a paper by its way from the root."""
    return paper.relative_to(ROOT).as_posix()


def text_of(paper: Path) -> str:
    """Give a paper's text."""
    return paper.read_text(encoding="utf-8")


def blocks(paper: Path) -> tuple[Block, ...]:
    """Give a paper's fenced blocks; `` ```json case.json `` shows the file ``case.json``."""
    return tuple(_blocks(text_of(paper)))


def _blocks(text: str) -> Iterator[Block]:
    for found in _FENCE.finditer(text):
        language, _, file = found["info"].strip().partition(" ")
        line = text.count("\n", 0, found.start()) + 1
        yield Block(language, file.strip(), found["body"], line)


def prose(paper: Path) -> str:
    """Give a paper's text without its fenced blocks."""
    return _FENCE.sub("", text_of(paper))


def links(paper: Path) -> tuple[str, ...]:
    """Give where a paper's links and pictures lead."""
    return tuple(_LINK.findall(prose(paper)))


def keys(paper: Path) -> tuple[str, ...]:
    """Give the keys that a paper tells to press."""
    return tuple(_KEY.findall(prose(paper)))


def anchors(paper: Path) -> set[str]:
    """Give the names of a paper's headings, as links within the repository call them."""
    headings = re.findall(r"^#+ (.+)$", prose(paper), re.M)
    return {re.sub(r"[^\w\- ]", "", each.lower()).strip().replace(" ", "-") for each in headings}
