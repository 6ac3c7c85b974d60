"""A policy version as a document to be printed or shown: what it is made of, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from letters.blocks import Bullets, Heading, Note, Paragraph, Table, texts


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """One line of an outline, with the lines that stand below it."""

    text: str
    below: tuple[OutlineItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """Lines within lines, such as the conditions of a provision: a list that may hold lists."""

    items: tuple[OutlineItem, ...]


PolicyBlock = Heading | Paragraph | Note | Bullets | Table | Outline


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    """A version laid out. ``marks`` stand at the head of every page, such as *Draft*.

    ``reference`` is the version's id and ``digest`` that of its texts, which the foot of every
    page bears; ``dated`` is the day it was decided.
    """

    title: str
    author: str
    reference: str
    digest: str
    dated: date | None
    marks: tuple[str, ...]
    blocks: tuple[PolicyBlock, ...]
    language: str = "en-GB"

    @property
    def foot(self) -> str:
        """What the foot of every page says."""
        return f"{self.reference} · text {self.digest[:16]}"


def outline(lines: Iterator[tuple[int, str]]) -> Outline:
    """An outline from lines, each with how deep it stands."""
    found = list(lines)
    return Outline(tuple(_below(found, 0, len(found))))


def _below(lines: list[tuple[int, str]], start: int, end: int) -> Iterator[OutlineItem]:
    """The items of a stretch of lines, the first of which stands least deep."""
    while start < end:
        depth, text = lines[start]
        after = start + 1
        while after < end and lines[after][0] > depth:
            after += 1
        yield OutlineItem(text, tuple(_below(lines, start + 1, after)))
        start = after


def all_policy_texts(document: PolicyDocument) -> Iterator[str]:
    """Every piece of a document's text in reading order."""
    yield document.title
    for block in document.blocks:
        if isinstance(block, Outline):
            yield from _item_texts(block.items)
        else:
            yield from texts(block)
    yield from (*document.marks, document.foot)


def _item_texts(items: tuple[OutlineItem, ...]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from _item_texts(item.below)
