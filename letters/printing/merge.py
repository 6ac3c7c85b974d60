"""Many letters in one tagged PDF: each a part of the whole, with its bookmarks, in a given order.

Written as it goes, so that a thousand letters take no more memory than one. The letters' own
pages, fonts and structure are carried over byte for byte; only the numbers by which objects refer
to each other change. The same letters give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

from letters.printing.merge_letter import Fixed, Moved, Placed
from letters.printing.pdf_objects import objects_of
from letters.printing.xmp import packet

PRODUCER = "Milepost"
_FIXED = Fixed(pages=1, document=2)
_ROOT, _OUTLINES, _CATALOGUE, _INFO, _XMP, _TREE, _FREE = range(3, 10)


class Merger:
    """Puts letters into one file, one after the other; ``finish`` completes it.

    Raises OSError where the file cannot be written, and NotOurs for a PDF of another maker.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._at = 0
        self._places: dict[int, int] = {}
        self._next = _FREE
        self._next_key = 0
        self._back: list[tuple[int, bytes]] = []
        self._letters: list[Placed] = []
        self._digest = hashlib.sha256()
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def add(self, title: str, pdf: bytes) -> int:
        """Add a letter after those that are there; ``title`` is its bookmark. Gives its pages."""
        letter = Moved(objects_of(pdf), _FIXED, self._next, self._next_key)
        self._digest.update(hashlib.sha256(pdf).digest())
        self._next = letter.entry + 1
        self._next_key += letter.keys
        self._back += letter.way_back()
        for number, before, content in letter.objects():
            self._object(number, before, content)
        self._letters.append(letter.placed(title))
        return self._letters[-1].page_count

    def finish(self, title: str, author: str, language: str, day: date) -> None:
        """Write what holds the letters together, and the table of all objects.

        Raises ValueError where no letter was added.
        """
        if not self._letters:
            raise ValueError("a merged file holds at least one letter")
        self._object(_FIXED.pages, self._page_tree())
        self._structure()
        self._outline()
        self._catalogue(title, author, language, day)
        self._table()

    def _page_tree(self) -> bytes:
        count = sum(letter.page_count for letter in self._letters)
        kids = _references(letter.pages for letter in self._letters)
        return b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids)

    def _structure(self) -> None:
        """Write one tree over all letters, and the way back from every page and link."""
        parts = _references(letter.part for letter in self._letters)
        document = b"<< /Type /StructElem /S /Document /P %d 0 R /K [%s] >>" % (_ROOT, parts)
        self._object(_FIXED.document, document)
        root = b"<< /Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d >>"
        self._object(_ROOT, root % (_FIXED.document, _TREE, self._next_key))
        pairs = b"\n".join(b"%d %s" % pair for pair in sorted(self._back))
        self._object(_TREE, b"<< /Nums [\n%s\n] >>" % pairs)

    def _outline(self) -> None:
        """Write one bookmark a letter, closed, with the letter's own below it."""
        entries = [letter.entry for letter in self._letters]
        whole = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
        self._object(_OUTLINES, whole % (entries[0], entries[-1], len(entries)))
        for at, letter in enumerate(self._letters):
            beside = b"/Prev %d 0 R " % entries[at - 1] if at else b""
            beside += b"/Next %d 0 R " % entries[at + 1] if at + 1 < len(entries) else b""
            self._object(letter.entry, _bookmark(letter, beside))

    def _catalogue(self, title: str, author: str, language: str, day: date) -> None:
        data = packet(title, author, language, PRODUCER, PRODUCER, day)
        head = b"<< /Type /Metadata /Subtype /XML /Length %d >>" % len(data)
        self._object(_XMP, head, b"\nstream\n" + data + b"\nendstream")
        stamp = f"{day:%Y%m%d}000000Z"
        info = b"<< /Title %s /Author %s /Creator %s /Producer %s /CreationDate (D:%s) >>"
        texts = [_text(text) for text in (title, author, PRODUCER, PRODUCER)]
        self._object(_INFO, info % (*texts, stamp.encode("ascii")))
        catalogue = (
            b"<< /Type /Catalog /Pages %d 0 R /StructTreeRoot %d 0 R /Outlines %d 0 R "
            b"/Metadata %d 0 R /Lang %s /MarkInfo << /Marked true >> /PageMode /UseOutlines "
            b"/ViewerPreferences << /DisplayDocTitle true >> >>"
        )
        self._object(
            _CATALOGUE, catalogue % (_FIXED.pages, _ROOT, _OUTLINES, _XMP, _text(language))
        )

    def _table(self) -> None:
        start, name = self._at, self._digest.hexdigest()[:32].encode("ascii")
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % self._next)
        for number in range(1, self._next):
            place = self._places.get(number)
            self._write(b"%010d 00000 n \n" % place if place else b"0000000000 00000 f \n")
        trailer = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%s><%s>] >>\n"
        self._write(trailer % (self._next, _CATALOGUE, _INFO, name, name))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _object(self, number: int, before: bytes, content: bytes = b"") -> None:
        self._places[number] = self._at
        self._write(b"%d 0 obj\n%s%s\nendobj\n" % (number, before, content))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._at += len(data)


def _references(numbers: Iterable[int]) -> bytes:
    """Write references to objects, some to a line."""
    return b"\n".join(b"%d 0 R" % number for number in numbers)


def _bookmark(letter: Placed, beside: bytes) -> bytes:
    """Write a letter's entry of the outline, with its own outline folded away below it."""
    first, last, count = letter.outline
    return (
        b"<< /Title %s /Parent %d 0 R %s/First %d 0 R /Last %d 0 R /Count -%d "
        b"/Dest [%d 0 R /XYZ null null null] >>"
    ) % (_text(letter.title), _OUTLINES, beside, first, last, count, letter.first_page)


def _text(text: str) -> bytes:
    """Write a text that people read, whatever its alphabet."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode("ascii")
