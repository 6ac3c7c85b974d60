"""A policy document as one HTML page, with its contents at the head; nothing is fetched for it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from letters.blocks import Bullets, Heading, Note, Paragraph, Table
from letters.policy_document.content import Outline, OutlineItem, PolicyBlock, PolicyDocument

STYLE = """
body { margin: 2rem auto; max-width: 48rem; padding: 0 1rem; background: #fff; color: #1c2126;
  font: 1.0625rem/1.5 "Noto Sans", "Segoe UI", Arial, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.3; } h2, a { color: #14557f; } h3 { margin-bottom: .3rem; }
.note { background: #fbf3df; color: #5c3900; font-weight: bold; padding: .5rem 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0;
  border-bottom: 1px solid #b9b4aa; } caption { text-align: left; font-weight: bold; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } nav { display: none; } }
"""


def policy_html(document: PolicyDocument) -> bytes:
    """Give the page as UTF-8, everything in one file."""
    marks = "".join(f'<p class="note">{escape(mark)}</p>' for mark in document.marks)
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{document.language}">',
        f'<head><meta charset="utf-8"><title>{escape(document.title)}</title>',
        f"<style>{STYLE}</style></head>",
        f"<body>{marks}",
        *_parts(document.blocks),
        f"<footer><p>{escape(document.foot)}</p></footer>",
        "</body></html>",
    ]
    return ("\n".join(parts) + "\n").encode("utf-8")


def _parts(blocks: tuple[PolicyBlock, ...]) -> Iterator[str]:
    """The blocks; the contents stand after the title."""
    for at, block in enumerate(blocks):
        yield _block(block, at)
        if at == 0:
            yield _contents(blocks)


def _contents(blocks: tuple[PolicyBlock, ...]) -> str:
    sections = [
        f'<li><a href="#part-{at}">{escape(block.text)}</a></li>'
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level == 2
    ]
    return f'<nav aria-label="Contents"><ol>{"".join(sections)}</ol></nav>'


def _block(block: PolicyBlock, at: int) -> str:
    match block:
        case Heading(level, text):
            return f'<h{level} id="part-{at}">{escape(text)}</h{level}>'
        case Paragraph(text):
            return f"<p>{escape(text)}</p>"
        case Note(text):
            return f'<p class="note">{escape(text)}</p>'
        case Bullets(items):
            return f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in items)}</ul>"
        case Outline(items):
            return _list(items)
        case Table():
            return _table(block)


def _list(items: tuple[OutlineItem, ...]) -> str:
    inner = "".join(
        f"<li>{escape(each.text)}{_list(each.below) if each.below else ''}</li>" for each in items
    )
    return f"<ul>{inner}</ul>"


def _table(table: Table) -> str:
    """A table: its columns are named by its header, or its rows by their first cells."""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in table.header)
    top = f"<thead><tr>{head}</tr></thead>" if table.header else ""
    rows = "".join(f"<tr>{_cells(row, bool(table.header))}</tr>" for row in table.rows)
    return f"<table><caption>{escape(table.summary)}</caption>{top}<tbody>{rows}</tbody></table>"


def _cells(row: tuple[str, ...], has_header: bool) -> str:
    first, *rest = row
    start = f"<td>{escape(first)}</td>" if has_header else f'<th scope="row">{escape(first)}</th>'
    return start + "".join(f"<td>{escape(each)}</td>" for each in rest)
