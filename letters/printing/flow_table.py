"""Setting tables on pages: one element, rows kept whole where they can be, headers said once."""

from __future__ import annotations

from math import ceil

from letters.blocks import Table
from letters.printing.lines import Line, break_lines
from letters.printing.look import LINE, TINT, Type
from letters.printing.placed import Box, Rule, Text
from letters.printing.sheet import Sheet, fitting
from letters.printing.structure import Element

TO_WRITE_IN = 45.0
"""Points that an empty cell of a form is high at the least, in whole lines."""

Cells = tuple[tuple[Line, ...], ...]

WHOLE = 0.4
"""A row no taller than this share of a page is never cut."""


def table(sheet: Sheet, block: Table) -> None:
    """Set a table. Its column headers show again on each page, as artifacts after the first."""
    setting = _Setting(sheet, block)
    sheet.need(first_rows(sheet, block))
    if block.header:
        setting.header(setting.element.child("TR"))
    for at, row in enumerate(block.rows, start=1):
        sums = block.totalled and at == len(block.rows)
        setting.row(row, total=sums, beyond=setting.sum_below(at))
    sheet.skip(sheet.look.after * 1.5)


def first_rows(sheet: Sheet, block: Table) -> float:
    """Give the height of a table's header with its first row, or with as much of it as must."""
    setting = _Setting(sheet, block)
    if (block.to_fill or block.kept) and setting.whole() <= sheet.look.height:
        return setting.whole()
    head = setting.height(setting.cells(block.header, header=True)) if block.header else 0.0
    first = setting.height(setting.cells(block.rows[0])) if block.rows else 0.0
    return min(head + first, WHOLE * sheet.look.height)


class _Setting:
    """One table being set: its columns, its element, and the rows drawn so far."""

    def __init__(self, sheet: Sheet, block: Table) -> None:
        self.sheet = sheet
        self.block = block
        self._element: Element | None = None
        self.pad = 2.0 if block.plain else sheet.look.cell
        share = sheet.look.width / sum(block.widths)
        self.widths = tuple(width * share for width in block.widths)
        inset = 0 if block.plain else 6
        self.xs = tuple(
            sheet.look.left + sum(self.widths[:i]) + inset for i in range(len(block.widths))
        )
        self.inset = inset

    @property
    def element(self) -> Element:
        """Give the table's element, made when it is first needed."""
        if self._element is None:
            self._element = self.sheet.root.child("Table", Summary=self.block.summary)
        return self._element

    def kind(self, column: int, header: bool) -> Type:
        """Say how a cell is set: headers, of a column or a row, and totals are strong."""
        strong = header or (not self.block.header and column == 0)
        return self.sheet.look.strong if strong else self.sheet.look.body

    def cells(self, row: tuple[str, ...], header: bool = False) -> Cells:
        """Break a row's cells into lines."""
        return tuple(
            break_lines(text, self.kind(i, header), self.widths[i] - 2 * self.inset)
            for i, text in enumerate(row)
        )

    def height(self, cells: Cells) -> float:
        """Give the height of a row: in a form, one with an empty cell has room to write in."""
        lines, leading = max(map(len, cells)), self.sheet.look.body.leading
        if self.block.to_fill and not all(any(each) for each in cells):
            lines = max(lines, ceil(TO_WRITE_IN / leading))
        return lines * leading + 2 * self.pad

    def whole(self) -> float:
        """Give the height of the header and all rows."""
        head = self.height(self.cells(self.block.header, header=True)) if self.block.header else 0.0
        return head + sum(self.height(self.cells(row)) for row in self.block.rows)

    def header(self, row: Element | None) -> None:
        """Set the column headers: the element's own, or an artifact where they only show again."""
        cells = self.cells(self.block.header, header=True)
        height, sheet = self.height(cells), self.sheet
        sheet.put(Box(sheet.look.left, sheet.y - height, sheet.look.width, height, TINT))
        elements = [row.child("TH", Scope="Column") if row else None for _ in cells]
        self._place(cells, elements, header=True)
        self._close()

    def sum_below(self, at: int) -> float:
        """Give the height of the sum, which never stands alone, above which row ``at`` stands."""
        above_it = self.block.totalled and at == len(self.block.rows) - 1
        return self.height(self.cells(self.block.rows[-1], header=True)) if above_it else 0.0

    def row(self, texts: tuple[str, ...], total: bool = False, beyond: float = 0.0) -> None:
        """Set one row, cut over pages only where it is too tall to be kept whole.

        ``beyond`` is the height of what must stand below it on the same page.
        """
        cells, sheet = self.cells(texts, header=total), self.sheet
        height = self.height(cells)
        if height + beyond > sheet.room and height <= WHOLE * sheet.look.height:
            self._turn()
        row = self.element.child("TR")
        elements: list[Element | None] = [self._cell(row, column) for column in range(len(cells))]
        rest = cells
        while any(rest):
            rest = self._part(rest, elements, total)
        self._close()

    def _cell(self, row: Element, column: int) -> Element:
        """Add a cell; in a table without column headers the first of a row is its header."""
        if not self.block.header and column == 0:
            return row.child("TH", Scope="Row")
        return row.child("TD")

    def _part(self, rest: Cells, elements: list[Element | None], total: bool) -> Cells:
        """Set as many lines of a row as fit on this page, and give those left."""
        sheet, leading = self.sheet, self.sheet.look.body.leading
        room = int((sheet.room - 2 * self.pad + 0.01) // leading)
        count = fitting(max(map(len, rest)), room, fresh=room * leading > WHOLE * sheet.look.height)
        if count == 0:
            self._turn()
            return rest
        self._place(tuple(lines[:count] for lines in rest), elements, total)
        return tuple(lines[count:] for lines in rest)

    def _place(self, cells: Cells, elements: list[Element | None], header: bool = False) -> None:
        """Put lines of each cell side by side, and go down below them."""
        sheet = self.sheet
        top = sheet.y
        sheet.y -= self.pad
        for column, (lines, element) in enumerate(zip(cells, elements, strict=True)):
            kind = self.kind(column, header)
            if lines:
                x, right = self.xs[column], self._right(column)
                sheet.put(Text(element, lines, kind, x, sheet.baseline(kind), right))
        sheet.y = top - self.height(cells)

    def _right(self, column: int) -> float | None:
        """Give the edge at which a column of figures ends; None for a column of words."""
        if column not in self.block.figures:
            return None
        return self.xs[column] + self.widths[column] - 2 * self.inset

    def _close(self) -> None:
        """Draw the line under a row."""
        if not self.block.plain:
            look = self.sheet.look
            self.sheet.put(Rule(look.left, self.sheet.y, look.width, LINE))

    def _turn(self) -> None:
        """Begin a new page, showing the column headers again."""
        self.sheet.turn()
        if self.block.header:
            self.header(None)
