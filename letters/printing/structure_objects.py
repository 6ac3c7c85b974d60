"""The tree's commonest objects, written straight as they stand in the file.

ReportLab's own dictionaries look at every name and number anew; a letter's tree has hundreds of
these, and they took a third of its drawing. The bytes are the same.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfbase.pdfdoc import format as written


class Content(PDFObject):  # type: ignore[misc]
    """A piece of a page's content, by its number there."""

    def __init__(self, page: Any, mcid: int) -> None:
        self._page, self._mcid = page, mcid

    def format(self, document: Any) -> bytes:
        """Write it."""
        page = written(self._page, document)
        return b"<<\n/MCID %d /Pg %s /Type /MCR\n>>" % (self._mcid, page)


class Entry(PDFObject):  # type: ignore[misc]
    """An element of the tree: its tag and parent, with what more is set before it is written."""

    def __init__(self, tag: str, parent: Any) -> None:
        self._tag, self._parent = tag.encode("ascii"), parent
        self.attributes: Any = None
        self.alt: Any = None
        self.parts: list[Any] = []

    def format(self, document: Any) -> bytes:
        """Write it, its entries in the order of their names."""
        start = b"<<\n"
        if self.attributes is not None:
            start += b"/A %s " % written(self.attributes, document)
        if self.alt is not None:
            start += b"/Alt %s " % written(self.alt, document)
        parts = _listed([written(part, document) for part in self.parts])
        parent = written(self._parent, document)
        rest = b"/K %s /P %s /S /%s /Type /StructElem\n>>"
        return start + rest % (parts, parent, self._tag)


def _listed(parts: list[bytes]) -> bytes:
    """Write an array, ten to a line."""
    for at in reversed(range(10, len(parts), 10)):
        parts.insert(at, b"\n ")
    return b"[ %s ]" % b" ".join(parts)
