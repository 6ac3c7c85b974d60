"""The logical tree of a tagged PDF: its elements, and writing them into the file's catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from letters.printing.structure_objects import Content, Entry


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of a page's content that belongs to an element: the page (from 1) and its number."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A link's active area that belongs to an element: the page, its name and its tree key."""

    page: int
    name: str
    key: int


@dataclass(eq=False, slots=True)
class Element:
    """One element of the tree, such as P or TH, with its parts in reading order.

    A Figure has ``alt``, the words that stand for it, and ``box``, the area it takes in points.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[Element | Marked | Annotated] = field(default_factory=list)
    alt: str | None = None
    box: tuple[float, float, float, float] | None = None

    def child(self, tag: str, **attributes: str) -> Element:
        """Add an element inside this one, after what is there."""
        element = Element(tag, attributes)
        self.parts.append(element)
        return element


class TreeWriter:
    """Writes one tree into a ReportLab document, before that document is saved."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._pages = [document.Reference(page) for page in document.Pages.pages]
        self._owner: dict[Marked | Annotated, Any] = {}

    def write(self, root: Element) -> None:
        """Put the tree, its way back from each page, and the marks of a tagged file in place."""
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._document.Reference(tree)
        tree["K"] = PDFArray([self._element(root, reference)])
        tree["ParentTree"] = self._parent_tree()
        tree["ParentTreeNextKey"] = len(self._numbers())
        catalogue = self._document.Catalog
        catalogue.StructTreeRoot = reference
        catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
        catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        self._mark_pages()

    def _element(self, element: Element, parent: Any) -> Any:
        """Write an element and all inside it; give the reference to it."""
        entry = Entry(element.tag, parent)
        reference = self._document.Reference(entry)
        if element.attributes:
            entry.attributes = _attributes(element)
        if element.alt is not None:
            entry.alt = PDFString(element.alt)
        if element.box is not None:
            entry.attributes = _layout(element.box)
        entry.parts = [self._part(part, reference) for part in element.parts]
        return reference

    def _part(self, part: Element | Marked | Annotated, reference: Any) -> Any:
        """Write one part of an element."""
        if isinstance(part, Element):
            return self._element(part, reference)
        self._owner[part] = reference
        page = self._pages[part.page - 1]
        if isinstance(part, Marked):
            return Content(page, part.mcid)
        area = self._document.refAnnotation(part.name)
        return PDFDictionary({"Type": PDFName("OBJR"), "Pg": page, "Obj": area})

    def _numbers(self) -> dict[int, Any]:
        """Give what each key of the parent tree leads to: a page's elements, or a link's."""
        numbers: dict[int, Any] = {}
        for index in range(len(self._pages)):
            here = [
                (part.mcid, reference)
                for part, reference in self._owner.items()
                if isinstance(part, Marked) and part.page == index + 1
            ]
            in_order = sorted(here, key=lambda each: each[0])
            numbers[index] = PDFArray([reference for _, reference in in_order])
        for part, reference in self._owner.items():
            if isinstance(part, Annotated):
                numbers[part.key] = reference
        return numbers

    def _parent_tree(self) -> Any:
        """Write the way back from content to elements."""
        flat: list[Any] = []
        for key, value in sorted(self._numbers().items()):
            flat += [key, self._document.Reference(value) if key < len(self._pages) else value]
        return self._document.Reference(PDFDictionary({"Nums": PDFArray(flat)}))

    def _mark_pages(self) -> None:
        """Give each page its key, and let the tab key follow the structure."""
        for index, page in enumerate(self._document.Pages.pages):
            # ReportLab writes only the page entries it knows of.
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = index
            page.Tabs = PDFName("S")


def _attributes(element: Element) -> Any:
    """Write an element's attributes under the owner that PDF gives them."""
    owner = "List" if element.tag == "L" else "Table"
    values = {
        name: PDFString(text) if name == "Summary" else PDFName(text)
        for name, text in element.attributes.items()
    }
    return PDFDictionary({"O": PDFName(owner), **values})


def _layout(box: tuple[float, float, float, float]) -> Any:
    """Write the area that a figure takes."""
    edges = PDFArray([round(edge, 3) for edge in box])
    return PDFDictionary({"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": edges})
