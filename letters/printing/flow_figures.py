"""Setting figures on pages: a picture beside short lines, and the map of a route."""

from __future__ import annotations

from dataclasses import replace

from letters.blocks import Pictured, RouteMap
from letters.maps.frame import ground_of, height_for
from letters.maps.route_map import DrawnMap, foot_height
from letters.printing.figures import Picture
from letters.printing.lines import Line, break_lines
from letters.printing.look import LEAST_LARGE, Look
from letters.printing.sheet import Sheet

PICTURE = 3.4
"""The side of a picture, in sizes of the text beside it."""

BESIDE = 18.0
"""Points between a picture and the words beside it."""

KEY_APART = 6.0
"""The least points between a map's key and the caption below it."""

LEAST_SHARE = 0.55
"""How low a map of level ground may be, as a share of the most that a map takes of a page."""


def is_large(look: Look) -> bool:
    """Say whether a look is of large print, in which nothing on a map is smaller than the text."""
    return look.body.size >= LEAST_LARGE


def figure_on(sheet: Sheet, block: Pictured | RouteMap) -> None:
    """Set a figure with the words that belong to it."""
    if isinstance(block, Pictured):
        pictured(sheet, block)
    else:
        route_map(sheet, block)


def lines_beside(look: Look, block: Pictured) -> list[tuple[Line, ...]]:
    """Break the lines beside a picture, each into as many as it takes."""
    room = look.width - PICTURE * look.body.size - BESIDE
    return [break_lines(text, look.body, room) for text in block.lines]


def pictured_height(look: Look, block: Pictured) -> float:
    """Give the height of a picture with its lines, a page's at the most."""
    texts = lines_beside(look, block)
    leading = look.body.leading
    height = sum(len(lines) * leading for lines in texts) + look.after / 2 * (len(texts) - 1)
    least = PICTURE * look.body.size if block.symbol else 0.0
    return min(max(least, height), look.height)


def pictured(sheet: Sheet, block: Pictured) -> None:
    """Set a picture at the left, and its lines beside it, each a paragraph; kept on one page."""
    look, kind = sheet.look, sheet.look.body
    side, gap = PICTURE * kind.size, look.after / 2
    left, texts = look.left + side + BESIDE, lines_beside(look, block)
    sheet.need(pictured_height(look, block))
    top = sheet.y
    if block.symbol:
        figure = sheet.root.child("Figure")
        figure.alt = block.alt
        sheet.put(Picture(figure, block.symbol, look.left, top - side, side))
    for lines in texts:
        sheet.lines(sheet.root.child("P"), lines, kind, left)
        sheet.skip(gap)
    if block.symbol and sheet.y < top:
        sheet.y = min(sheet.y, top - side)
    sheet.skip(look.after)


def route_map(sheet: Sheet, block: RouteMap) -> None:
    """Set a map over the whole width, with its caption below, both on one page."""
    look = sheet.look
    small = look.body if is_large(look) else replace(look.footer, colour=look.body.colour)
    caption = break_lines(block.caption, look.body, look.width)
    foot = foot_height(block.lines, small, look.width)
    most = look.map_share * look.height - foot
    ground = ground_of(block.lines, block.marks)
    high = height_for(ground, look.width, LEAST_SHARE * most, most) + foot
    apart = max(look.after / 2, KEY_APART)
    sheet.need(high + apart + len(caption) * look.body.leading)
    figure = sheet.root.child("Figure")
    figure.alt = block.alt
    bottom = sheet.y - high
    sheet.put(
        DrawnMap(figure, block.lines, block.marks, look.left, bottom, look.width, high, small)
    )
    sheet.y = bottom
    sheet.skip(apart)
    sheet.lines(sheet.root.child("P"), caption, look.body, look.left)
    sheet.skip(look.after)
