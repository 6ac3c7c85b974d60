"""Setting what stands at a letter's head: the letterhead, the address, and notices."""

from __future__ import annotations

from letters.blocks import Letterhead
from letters.printing.lines import Line, break_lines
from letters.printing.look import ACCENT, NOTICE, STACKED, Type
from letters.printing.placed import Box, Rule, Text
from letters.printing.sheet import Sheet

WINDOW = 0.6
"""How much of the width an envelope's window shows; very large print does not go into such."""


def letterhead(sheet: Sheet, block: Letterhead) -> None:
    """Set the council's name at the left and its address at the right, over a rule.

    In print so large that neither has half a line, the address stands below the name.
    """
    look, root = sheet.look, sheet.root
    if look.body.size >= STACKED:
        _stacked(sheet, block)
        return
    half = look.width * 0.56
    name = break_lines(block.council, look.letterhead, half)
    small = look.letterhead_lines
    lines = tuple(
        line for text in block.lines for line in break_lines(text, small, look.width - half)
    )
    top, right = sheet.y, look.left + look.width
    big = sheet.baseline(look.letterhead)
    sheet.put(Text(root.child("P"), name, look.letterhead, look.left, big))
    if lines:
        sheet.put(Text(root.child("P"), _spaced(lines), small, 0, sheet.baseline(small), right))
    sheet.y = top - max(len(name) * look.letterhead.leading, len(lines) * small.leading) - 8
    sheet.put(Rule(look.left, sheet.y, look.width, ACCENT, 1.2))
    sheet.skip(look.above + 2)


def _stacked(sheet: Sheet, block: Letterhead) -> None:
    """Set the name, and the address below it, over the whole width."""
    look = sheet.look
    stack(sheet, (block.council,), look.letterhead, look.width)
    if block.lines:
        stack(sheet, block.lines, look.letterhead_lines, look.width)
    sheet.y -= 8
    sheet.put(Rule(look.left, sheet.y, look.width, ACCENT, 1.2))
    sheet.skip(look.above + 2)


def address(sheet: Sheet, texts: tuple[str, ...]) -> None:
    """Set the address where an envelope's window shows it."""
    look = sheet.look
    sheet.down_to(look.window_top)
    beside = 1.0 if look.body.size >= STACKED else WINDOW
    stack(sheet, texts, look.body, look.width * beside)
    sheet.skip(22)


def stack(sheet: Sheet, texts: tuple[str, ...], kind: Type, room: float) -> None:
    """Set short texts under one another as one paragraph, on one page."""
    lines = tuple(line for text in texts for line in break_lines(text, kind, room))
    sheet.need(len(lines) * kind.leading)
    sheet.lines(sheet.root.child("P"), _spaced(lines), kind, sheet.look.left)


def _spaced(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """End each line but the last with a blank, so that lines do not run together when read out."""
    ended = []
    for line in lines[:-1]:
        last = line[-1]
        ended.append((*line[:-1], type(last)(last.text.rstrip() + " ", last.href)))
    return (*ended, *lines[-1:])


def note(sheet: Sheet, text: str) -> None:
    """Set a notice in a tinted band."""
    look, kind = sheet.look, sheet.look.notice
    lines = break_lines(text, kind, look.width - 24)
    height = len(lines) * kind.leading + 14
    sheet.need(height)
    sheet.put(Box(look.left, sheet.y - height, look.width, height, NOTICE))
    sheet.put(Box(look.left, sheet.y - height, 4, height, kind.colour))
    bottom = sheet.y - height
    sheet.y -= 7
    sheet.put(Text(sheet.root.child("P"), lines, kind, look.left + 14, sheet.baseline(kind)))
    sheet.y = bottom
    sheet.skip(12)
