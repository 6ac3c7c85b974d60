"""Reading a tagged letter back: its elements with their texts, in the structure's order."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name


def outline(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """Read the headings back from the structure: level and text."""
    return [(int(tag[1]), text) for tag, text in elements(pdf) if re.fullmatch("H[1-6]", tag)]


def elements(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Read each element that holds text, in the structure's order: its tag and its own text.

    A link's text counts with what stands around it, as a reader hears it.
    """
    texts = _texts(pdf)
    found: list[tuple[str, str]] = []
    for top in as_list(pdf.Root.StructTreeRoot.K):
        _walk(pdf, top, texts, found)
    return [(tag, text) for tag, text in found if text]


def nodes(pdf: pikepdf.Pdf, tag: str) -> list[Dictionary]:
    """Give every element of a tag, in the structure's order."""
    found: list[Dictionary] = []

    def walk(node: Dictionary) -> None:
        if str(node.S) == f"/{tag}":
            found.append(node)
        for part in as_list(node.get("/K")):
            if isinstance(part, Dictionary) and "/S" in part:
                walk(part)

    for top in as_list(pdf.Root.StructTreeRoot.K):
        walk(top)
    return found


def pages_of(pdf: pikepdf.Pdf, node: Dictionary) -> set[int]:
    """Give the pages, from 1, on which an element or anything in it has content."""
    numbers = {page.obj.objgen: i for i, page in enumerate(pdf.pages, start=1)}
    found: set[int] = set()
    for part in as_list(node.get("/K")):
        if isinstance(part, Dictionary) and "/S" in part:
            found |= pages_of(pdf, part)
        elif isinstance(part, Dictionary) and part.get("/Type") == Name.MCR:
            found.add(numbers[part.Pg.objgen])
    return found


def _walk(pdf: pikepdf.Pdf, node: Dictionary, texts: dict, found: list[tuple[str, str]]) -> None:
    own: list[str] = []
    inner = []
    for part in as_list(node.get("/K")):
        if part.get("/Type") == Name.MCR:
            own.append(texts[part.Pg.objgen].get(int(part.MCID), ""))
        elif str(part.get("/S", "")) == "/Link":
            own += [
                texts[each.Pg.objgen].get(int(each.MCID), "")
                for each in as_list(part.K)
                if each.get("/Type") == Name.MCR
            ]
        elif "/S" in part:
            inner.append(part)
    found.append((str(node.S)[1:], "".join(own)))
    for part in inner:
        _walk(pdf, part, texts, found)


def _texts(pdf: pikepdf.Pdf) -> dict[tuple[int, int], dict[int, str]]:
    """Read each page's text by marked-content number, through the fonts' own ToUnicode."""
    read = {}
    for page in pdf.pages:
        maps = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
        pieces: dict[int, str] = {}
        mcid, current = None, {}
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC":
                    mcid = operands[1].get("/MCID")
                case "EMC":
                    mcid = None
                case "Tf":
                    current = maps[str(operands[0])]
                case "Tj" if mcid is not None:
                    said = "".join(current.get(code, "\ufffd") for code in bytes(operands[0]))
                    pieces[int(mcid)] = pieces.get(int(mcid), "") + said
        read[page.obj.objgen] = pieces
    return read


def _to_unicode(font: Dictionary) -> dict[int, str]:
    """Read a one-byte font's ToUnicode map."""
    if "/ToUnicode" not in font:
        return {}
    text = font.ToUnicode.read_bytes().decode("latin-1")
    mapped: dict[int, str] = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for low, high, rest in re.findall(r"<(\w+)>\s*<(\w+)>\s*(\[.*?\]|<\w+>)", block, re.DOTALL):
            targets = re.findall(r"<(\w+)>", rest)
            for offset in range(int(high, 16) - int(low, 16) + 1):
                target = (
                    int(targets[offset], 16) if rest[0] == "[" else int(targets[0], 16) + offset
                )
                mapped[int(low, 16) + offset] = chr(target)
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, target in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            mapped[int(code, 16)] = chr(int(target, 16))
    return mapped


def as_list(value: Any) -> list:
    """Give K as a list, whether it holds one thing or many."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
