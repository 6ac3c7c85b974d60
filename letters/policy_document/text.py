"""A policy document as plain text: one line a paragraph, lists indented by how deep they stand."""

from __future__ import annotations

from collections.abc import Iterator

from letters.blocks import Bullets, Heading, Note, Paragraph, Table
from letters.policy_document.content import Outline, OutlineItem, PolicyBlock, PolicyDocument

_UNDER = {1: "=", 2: "-"}


def policy_text(document: PolicyDocument) -> bytes:
    """Give the text as UTF-8 with line feeds."""
    parts = [*document.marks, *("\n".join(_block(block)) for block in document.blocks)]
    return ("\n\n".join([*parts, document.foot]) + "\n").encode("utf-8")


def _block(block: PolicyBlock) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield text
            if level in _UNDER:
                yield _UNDER[level] * len(text)
        case Paragraph(text) | Note(text):
            yield text
        case Bullets(items):
            yield from (f"- {each}" for each in items)
        case Outline(items):
            yield from _items(items, 0)
        case Table():
            yield from _table(block)


def _items(items: tuple[OutlineItem, ...], depth: int) -> Iterator[str]:
    for each in items:
        yield f"{'  ' * depth}- {each.text}"
        yield from _items(each.below, depth + 1)


def _table(table: Table) -> Iterator[str]:
    """Each row with the names of its columns, so that no cell depends on where it stands."""
    for row in table.rows:
        if table.header:
            named = zip(table.header, row, strict=True)
            yield "; ".join(f"{name}: {each}" for name, each in named if each)
        else:
            yield f"{row[0]}: {'; '.join(each for each in row[1:] if each)}"
