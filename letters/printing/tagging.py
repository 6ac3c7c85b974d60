"""A page that knows what it says: drawing on a ReportLab canvas with every mark tagged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from letters.printing import fonts
from letters.printing.look import Type
from letters.printing.structure import Annotated, Element, Marked, TreeWriter
from letters.printing.xmp import packet

CREATOR = "Milepost"
NO_DAY = date(2000, 1, 1)


class TaggedCanvas:
    """Draws a letter's pages. All that is drawn is content of an element, or an artifact.

    The same calls give the same bytes everywhere: nothing is compressed (compressors differ
    between machines), and no clock, machine name or setting goes in.
    """

    def __init__(self, page: tuple[float, float], language: str, pages: int) -> None:
        fonts.load()
        self._out = BytesIO()
        self._canvas: Any = Canvas(
            self._out,
            pagesize=page,
            pageCompression=0,
            invariant=1,
            pdfVersion=(1, 7),
            lang=language,
            initialFontName=fonts.REGULAR,
        )
        self.root = Element("Document")
        self._language = language
        self._page = 1
        self._mcid = 0
        self._next_key = pages
        self._links = 0
        self._font: tuple[str, float] | None = None
        self._colour: str | None = None

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Draw the content of an element."""
        element.parts.append(Marked(self._page, self._mcid))
        self._canvas.addLiteral(f"/{element.tag} <</MCID {self._mcid}>> BDC")
        self._mcid += 1
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Draw what is no content: rules, grounds, and what repeats on every page."""
        self._canvas.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._canvas.addLiteral("EMC")

    def text(self, x: float, y: float, text: str, kind: Type) -> None:
        """Write one run of characters from ``x`` on the baseline ``y``."""
        self._fill(kind.colour)
        font = (fonts.font_name(kind.bold), kind.size)
        if font != self._font:
            self._canvas.setFont(*font)
            self._font = font
        self._canvas.drawString(x, y, text)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self._fill(colour)
        self._canvas.rect(x, y, width, height, stroke=0, fill=1)

    def rule(self, x: float, y: float, width: float, colour: str, weight: float = 0.6) -> None:
        """Draw a level line."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(weight)
        self._canvas.line(x, y, x + width, y)

    def path(
        self,
        points: tuple[tuple[float, float], ...],
        colour: str,
        weight: float,
        *,
        closed: bool = False,
        fill: str | None = None,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a line through points, and fill what it encloses where ``fill`` is a colour."""
        if fill is not None:
            self._fill(fill)
        drawn = self._through((points,))
        if closed:
            drawn.close()
        self._stroke(drawn, colour, weight, dash, fill is not None)

    def paths(
        self, lines: tuple[tuple[tuple[float, float], ...], ...], colour: str, weight: float
    ) -> None:
        """Draw many lines alike, at one stroke."""
        self._stroke(self._through(lines), colour, weight, (), False)

    def _through(self, lines: tuple[tuple[tuple[float, float], ...], ...]) -> Any:
        drawn = self._canvas.beginPath()
        for points in lines:
            drawn.moveTo(*points[0])
            for point in points[1:]:
                drawn.lineTo(*point)
        return drawn

    def _stroke(
        self, drawn: Any, colour: str, weight: float, dash: tuple[float, ...], filled: bool
    ) -> None:
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(weight)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        self._canvas.setDash(*([list(dash)] if dash else []))
        self._canvas.drawPath(drawn, stroke=1, fill=int(filled))

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Draw only what lies within a rectangle."""
        self._canvas.saveState()
        within = self._canvas.beginPath()
        within.rect(x, y, width, height)
        self._canvas.clipPath(within, stroke=0, fill=0)
        yield
        self._canvas.restoreState()
        self._forget()

    def slanted(self, text: str, kind: Type, page: tuple[float, float]) -> None:
        """Write a text large across the page, rising to the right."""
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(page[0] / 2, page[1] / 2)
        canvas.rotate(52)
        self.text(-fonts.width(text, kind.bold, kind.size) / 2, -kind.size / 3, text, kind)
        canvas.restoreState()
        self._forget()

    def _fill(self, colour: str) -> None:
        """Set the colour to fill with, unless it is set already."""
        if colour != self._colour:
            self._canvas.setFillColor(HexColor(colour))
            self._colour = colour

    def _forget(self) -> None:
        """Know of no font or colour that is set, as on a new page."""
        self._font = None
        self._colour = None

    def link(self, element: Element, href: str, area: tuple[float, float, float, float]) -> None:
        """Make an area lead to an address, as part of a Link element."""
        self._links += 1
        name = f"link{self._links}"
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([round(edge, 3) for edge in area]),
                "Border": PDFArray([0, 0, 0]),
                "F": 4,
                "Contents": PDFString(href.removeprefix("mailto:")),
                "StructParent": self._next_key,
                "A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(href)}),
            }
        )
        self._canvas._addAnnotation(annotation, name)
        element.parts.append(Annotated(self._page, name, self._next_key))
        self._next_key += 1

    def bookmark(self, title: str, level: int, y: float) -> None:
        """Add a heading to the outline that readers show beside the page."""
        key = f"{self._page}-{self._mcid}"
        self._canvas.bookmarkHorizontal(key, 0, y)
        self._canvas.addOutlineEntry(title, key, level)

    def end_page(self) -> None:
        """Finish a page."""
        self._canvas.showPage()
        self._forget()
        self._page += 1
        self._mcid = 0

    def finish(self, title: str, author: str, subject: str, day: date | None) -> bytes:
        """Write the structure and the metadata, and give the finished file."""
        document = self._canvas._doc
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator(CREATOR)
        _set_day(document, day or NO_DAY)
        TreeWriter(document).write(self.root)
        data = packet(title, author, self._language, CREATOR, document.info.producer, day or NO_DAY)
        stream = PDFStream(content=data)
        stream.dictionary["Type"] = PDFName("Metadata")
        stream.dictionary["Subtype"] = PDFName("XML")
        document.Catalog.Metadata = document.Reference(stream)
        self._canvas.save()
        return self._out.getvalue()


def _set_day(document: Any, day: date) -> None:
    """Date the file by its letter, and let its identifier rest on what it says alone.

    ReportLab would take the day, and begin the identifier, from the machine's clock or from
    SOURCE_DATE_EPOCH.
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    stamp = document._timeStamp
    stamp.t, stamp.lt = midnight.timestamp(), midnight.timetuple()
    stamp.YMDhms, stamp.dhh, stamp.dmm, stamp.tzname = tuple(stamp.lt)[:6], 0, 0, "UTC"
    pages = "".join(str(page.stream) for page in document.Pages.pages)
    document.signature = hashlib.md5(pages.encode("utf-8"), usedforsecurity=False)
