"""The sheet of a run of letters: what was made and what failed, as a tagged PDF and as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

from letters.blocks import Block, Heading, LetterContent, Note, Paragraph, Table
from letters.filling import tidy
from letters.printing.glyphs import drawable
from letters.printing.look import STANDARD, Look, Type
from letters.printing.pdf import pdf
from letters.runs.sheet_values import RunSheet, SheetEvent, SheetRow
from records.london import day_in_london
from rules.quantities import day_in_words

__all__ = ["RunSheet", "SheetEvent", "SheetRow", "sheet_content", "sheet_csv", "sheet_pdf"]

COLUMNS = ("Number", "Reference", "Kind", "Format", "Pages", "Issued", "SHA-256")
FICTIONAL = "Fictional sample. The council, the people and the places in these letters are made up."
ENCLOSED = "The certificate of the measurement that decided, and the list of the evidence."
TRAIL = (
    "This is the last line of the audit trail when the sheet was drawn up: its number and its "
    "hash. Keep the sheet. If the trail no longer leads to this line, its end was cut off."
)


def sheet_pdf(sheet: RunSheet) -> bytes:
    """Print a sheet, on paper laid broadside. Raises FontsMissing.

    A character that the fonts lack, which may be why a letter failed, is told by its number.
    """
    return pdf(sheet_content(sheet), _look())


def sheet_csv(sheet: RunSheet) -> bytes:
    """Write a sheet as CSV in UTF-8: what is told of the run, then a line for each letter."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows(_about(sheet))
    writer.writerow(())
    writer.writerow((*COLUMNS, "Why not"))
    writer.writerows((*_cells(row), "") for row in sheet.rows)
    writer.writerows(
        ("", _cell(name), "", "", "", "no", "", _cell(why))
        for name, why in (*sheet.failed, *sheet.held_back)
    )
    return out.getvalue().encode("utf-8-sig")


def sheet_content(sheet: RunSheet) -> LetterContent:
    """Give a sheet in words."""
    title = f"Run sheet {sheet.number}"
    return LetterContent(
        kind="run-sheet",
        title=title,
        author=printable(sheet.store),
        reference=title,
        dated=day_in_london(sheet.drawn_up_at),
        template="run sheet",
        blocks=tuple(_blocks(sheet, title)),
        blanks=(),
        filled=(),
        fictional=sheet.fictional,
    )


def _blocks(sheet: RunSheet, title: str) -> list[Block]:
    blocks: list[Block] = [Note(FICTIONAL)] if sheet.fictional else []
    blocks += [
        Heading(1, title),
        Table("What the run was", (), _printed(_about(sheet)), (3, 9), plain=True),
    ]
    blocks += [Paragraph(TRAIL), Heading(2, "What failed")]
    blocks.append(_reasons("Letters that failed", sheet.failed) or Paragraph("Nothing failed."))
    if held := _reasons("Letters held back", sheet.held_back):
        blocks += [Heading(2, "What the preview held back"), held]
    rows = tuple(_cells(row) for row in sheet.rows)
    blocks.append(Heading(2, "The letters, in print order"))
    if not rows:
        return [*blocks, Paragraph("No letter was made.")]
    return [*blocks, Table("Letters made", COLUMNS, rows, (3, 5, 7, 4, 3, 3, 20))]


def _reasons(title: str, lines: tuple[tuple[str, str], ...]) -> Table | None:
    """Tell letters by their reference with why they were not made; None where there are none."""
    told = tuple((name, printable(why)) for name, why in lines)
    return Table(title, ("Reference", "Why"), told, (2, 9)) if told else None


def _about(sheet: RunSheet) -> tuple[tuple[str, str], ...]:
    """Tell of the run as a whole, one thing a line."""
    return (
        ("Run", str(sheet.number)),
        ("Store", tidy(sheet.store)),
        ("Begun", f"{_moment(sheet.begun_at)}, by {tidy(sheet.begun_by)}"),
        ("Asked for", tidy(sheet.asked)),
        ("Letters asked for", str(sheet.picked)),
        ("Held back by the preview", str(sheet.held)),
        *((("Enclosed", ENCLOSED),) if sheet.encloses else ()),
        ("Made", f"{sheet.made}, with {sheet.pages} pages"),
        ("Issued", str(sheet.issued)),
        ("Failed or kept back", str(len(sheet.failed))),
        ("Sample", f"{sheet.read} of {sheet.sampled} read, drawn by seed {sheet.seed}"),
        *((_moment(event.began), _done(event)) for event in sheet.events),
        ("Audit trail", sheet.head),
        ("Drawn up", _moment(sheet.drawn_up_at)),
    )


def _printed(about: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, printable(text)) for name, text in about)


def printable(text: str) -> str:
    """Give a text in characters that the fonts have; any other as its number."""
    return "".join(c if drawable(c) else f"[U+{ord(c):04X}]" for c in tidy(text))


def _done(event: SheetEvent) -> str:
    until = "" if event.ended == event.began else f", until {_moment(event.ended)}"
    count = f"{event.letters} {'letter' if event.letters == 1 else 'letters'} " * bool(
        event.letters
    )
    return f"{count}{event.what}, by {tidy(event.by)}{until}"


def _cells(row: SheetRow) -> tuple[str, ...]:
    issued = "yes" if row.issued else "no"
    pages = str(row.pages) if row.pages else ""
    return (str(row.number), row.reference, row.kind, row.format, pages, issued, row.sha256)


def _cell(text: str) -> str:
    """Give a text as a cell that no spreadsheet takes for a formula."""
    plain = tidy(text)
    return f"'{plain}" if plain[:1] in "=+-@" else plain


def _moment(at: datetime) -> str:
    """Write a moment, on the clock that the audit trail keeps."""
    utc = at.astimezone(UTC)
    return f"{day_in_words(utc.date())}, {utc:%H:%M} UTC"


def _look() -> Look:
    """Give small print on A4 broadside, wide enough for a digest on one line."""
    small = Type(9, 12.5)
    return replace(
        STANDARD,
        page=(STANDARD.page[1], STANDARD.page[0]),
        left=36,
        right=36,
        top=40,
        bottom=44,
        after=5,
        cell=2.5,
        body=small,
        strong=replace(small, bold=True),
    )
