"""A letter as one HTML page: for screens, screen readers and anybody who would rather not print."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from letters.blocks import (
    Address,
    Block,
    Bullets,
    Heading,
    LetterContent,
    Letterhead,
    Note,
    Paragraph,
    Pictured,
    RouteMap,
    Signature,
    Table,
)
from letters.links import linked
from letters.page_words import reference_text, ribbon_text

STYLE = """
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; background: #fff; color: #1c2126;
  font: 1.125rem/1.5 "Noto Sans", "Segoe UI", Arial, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.25rem; color: #14557f; }
a { color: #14557f; } header, address, footer { font-style: normal; }
.council { font-weight: bold; font-size: 1.5rem; color: #14557f; }
.note { background: #fbf3df; color: #5c3900; font-weight: bold; padding: .5rem 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0;
  border-bottom: 1px solid #b9b4aa; } td.figure { font-variant-numeric: tabular-nums; }
section { border-top: 3px solid #14557f; margin-top: 3rem; }
figure { margin: 1rem 0; } svg { width: 100%; height: auto; border: 1px solid #b9b4aa; }
caption { text-align: left; font-weight: bold; }
@media print { body { margin: 0; max-width: none; font-size: 12pt; } }
"""


def html(content: LetterContent) -> bytes:
    """Give the page, as UTF-8: everything in one file, nothing fetched from anywhere."""
    return "\n".join((*_head(content), *_body(content), "</body>", "</html>", "")).encode("utf-8")


def _head(content: LetterContent) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(content.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="author" content="{escape(content.author)}">'
    yield f"<title>{escape(content.title)}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"


def _body(content: LetterContent) -> Iterator[str]:
    if mark := ribbon_text(content):
        yield f'<p class="note">{escape(mark)}</p>'
    yield "<main>"
    for block in content.blocks:
        yield from _block(block)
    for enclosed in content.enclosures:
        yield f'<section aria-label="{escape(enclosed.title)}">'
        for block in enclosed.blocks:
            yield from _block(block)
        yield "</section>"
    yield "</main>"
    if foot := reference_text(content):
        yield f"<footer><p>{escape(foot)}</p></footer>"


def _block(block: Block) -> Iterator[str]:
    """Give the lines of markup of one block."""
    if isinstance(block, Table):
        yield from _table(block)
        return
    match block:
        case Letterhead(council, lines):
            yield f'<p class="council">{escape(council)}</p>'
            yield from (f"<p>{_lines(lines)}</p>" for _ in lines[:1])
        case Address(lines) | Signature(lines):
            yield f"<p>{_lines(lines)}</p>"
        case Note(text):
            yield f'<p class="note">{_text(text)}</p>'
        case Heading(level, text):
            yield f"<h{level}>{_text(text)}</h{level}>"
        case Paragraph(text):
            yield f"<p>{_text(text)}</p>"
        case Bullets(items):
            yield f"<ul>{''.join(f'<li>{_text(item)}</li>' for item in items)}</ul>"
        case Pictured(lines=lines):
            yield from (f"<p>{_text(line)}</p>" for line in lines)
        case RouteMap(alt=alt, caption=caption):
            # Drawing loads the fonts, which only a letter with a map needs.
            from letters.maps.html import drawn_map

            yield "<figure>"
            yield from drawn_map(block)
            yield f"<figcaption>{_text(caption)} {_text(alt)}</figcaption>"
            yield "</figure>"


def _table(table: Table) -> Iterator[str]:
    """Give a table; without column headers the first cell of each row is its header."""
    yield "<table>"
    yield f"<caption>{_text(table.summary)}</caption>"
    if table.header:
        cells = "".join(f'<th scope="col">{_text(each)}</th>' for each in table.header)
        yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for first, *rest in table.rows:
        head = f'<th scope="row">{_text(first)}</th>' if not table.header else _cell(first)
        below = (_cell(each, at in table.figures) for at, each in enumerate(rest, start=1))
        yield f"<tr>{head}{''.join(below)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _cell(text: str, figure: bool = False) -> str:
    mark = ' class="figure"' if figure else ""
    return f"<td{mark}>{_text(text)}</td>"


def _lines(lines: tuple[str, ...]) -> str:
    return "<br>".join(_text(line) for line in lines)


def _text(text: str) -> str:
    """Escape a text and let its addresses be links."""
    return "".join(
        f'<a href="{escape(span.href)}">{escape(span.text)}</a>' if span.href else escape(span.text)
        for span in linked(text)
    )
