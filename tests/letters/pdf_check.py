"""The machine-checkable part of the Matterhorn protocol (PDF/UA-1), for our own letters.

It reads the file back with pikepdf and lists what is wrong, each with its checkpoint. It fails on
what our writer could get wrong; it is no replacement for veraPDF, PAC or a screen reader.
"""

from __future__ import annotations

import re
from collections import Counter

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.letters.pdf_read import as_list

STANDARD_TAGS = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 "
    "H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry "
    "Code Link Annot Figure Formula Form".split()
)
CHILDREN = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
}
PARENTS = {"LI": {"L"}, "LBody": {"LI"}, "Lbl": {"LI"}, "TH": {"TR"}, "TD": {"TR"}}
PAINTING = set("Tj TJ ' \" Do S s f F f* B B* b b* sh INLINE\\ IMAGE".split()) | {"INLINE IMAGE"}


class Checker:
    """Checks one file, gathering problems as ``checkpoint: what``."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.problems: list[str] = []
        self.headings: list[int] = []
        self.owners: dict[tuple[int, int], Dictionary] = {}
        self.link_objects: dict[tuple[int, int], Dictionary] = {}
        self.pages = {page.obj.objgen: i for i, page in enumerate(pdf.pages)}

    def run(self) -> list[str]:
        self.document()
        if "/StructTreeRoot" not in self.pdf.Root:
            return [*self.problems, "01-005: not tagged"]
        for top in as_list(self.pdf.Root.StructTreeRoot.K):
            self.element(top, None)
        self.heading_order()
        self.parent_tree = _numbers(self.pdf.Root.StructTreeRoot.ParentTree.Nums)
        for index, page in enumerate(self.pdf.pages):
            self.page(index, page)
        return sorted(set(self.problems))

    def wrong(self, checkpoint: str, what: str) -> None:
        self.problems.append(f"{checkpoint}: {what}")

    def document(self) -> None:
        root = self.pdf.Root
        if root.get("/MarkInfo", {}).get("/Marked") is not True:
            self.wrong("06-001", "not marked as tagged")
        if not str(root.get("/Lang", "")):
            self.wrong("11-006", "no language of the document")
        if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
            self.wrong("07-001", "the title is not displayed")
        metadata = root.Metadata.read_bytes().decode("utf-8") if "/Metadata" in root else ""
        title = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", metadata, re.DOTALL)
        if not title or not title.group(1).strip():
            self.wrong("06-003", "no title in the metadata")
        if "pdfuaid" in metadata:
            self.wrong("05-001", "claims PDF/UA, which nobody has checked")
        if "/RoleMap" in root.get("/StructTreeRoot", {}):
            self.wrong("02-004", "maps tags, which our letters need not")

    def element(self, node: Dictionary, parent: str | None) -> None:
        tag = str(node.S)[1:]
        self.place(tag, parent)
        self.attributes(node, tag)
        for part in as_list(node.get("/K")):
            if isinstance(part, int):
                self.owners[self.pages[node.Pg.objgen], int(part)] = node
            elif part.get("/Type") == Name.MCR:
                self.owners[self.pages[part.Pg.objgen], int(part.MCID)] = node
            elif part.get("/Type") == Name.OBJR:
                self.link_objects[part.Obj.objgen] = node
            else:
                if part.P.objgen != node.objgen:
                    self.wrong("09-001", f"{part.S} points to another parent")
                self.element(part, tag)

    def place(self, tag: str, parent: str | None) -> None:
        if tag not in STANDARD_TAGS:
            self.wrong("02-001", f"unknown tag {tag}")
        if parent in CHILDREN and tag not in CHILDREN[parent]:
            self.wrong("09-004", f"{tag} inside {parent}")
        if tag in PARENTS and parent not in PARENTS[tag]:
            self.wrong("09-005", f"{tag} inside {parent}")

    def attributes(self, node: Dictionary, tag: str) -> None:
        if re.fullmatch("H[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("Figure", "Formula") and not ("/Alt" in node or "/ActualText" in node):
            self.wrong("13-004", "a figure without alternative text")
        if tag == "TH" and "/Scope" not in node.get("/A", {}):
            self.wrong("15-003", "a header cell without scope")
        if tag == "Link" and not any(
            isinstance(part, Dictionary) and part.get("/Type") == Name.OBJR
            for part in as_list(node.get("/K"))
        ):
            self.wrong("28-011", "a link without its active area")

    def heading_order(self) -> None:
        if self.headings and self.headings[0] != 1:
            self.wrong("14-002", f"the first heading is H{self.headings[0]}")
        for above, below in zip(self.headings, self.headings[1:], strict=False):
            if below > above + 1:
                self.wrong("14-003", f"H{below} follows H{above}")

    def page(self, index: int, page: pikepdf.Page) -> None:
        if page.obj.get("/Tabs") != Name.S:
            self.wrong("28-009", f"page {index + 1}: the tab key does not follow the structure")
        self.annotations(index, page)
        self.fonts(index, page)
        self.content(index, page)

    def annotations(self, index: int, page: pikepdf.Page) -> None:
        for area in page.obj.get("/Annots", []):
            if area.objgen not in self.link_objects:
                self.wrong("28-002", f"page {index + 1}: an annotation outside the structure")
                continue
            owner = self.parent_tree.get(int(area.get("/StructParent", -1)))
            if owner is None or owner.objgen != self.link_objects[area.objgen].objgen:
                self.wrong("28-010", f"page {index + 1}: no way back from an annotation")
            if not str(area.get("/Contents", "")):
                self.wrong("28-004", f"page {index + 1}: a link without a description")

    def fonts(self, index: int, page: pikepdf.Page) -> None:
        for font in page.Resources.get("/Font", {}).values():
            name = font.get("/BaseFont")
            below = font.get("/DescendantFonts", [{}])[0].get("/FontDescriptor", {})
            descriptor = font.get("/FontDescriptor") or below
            if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                self.wrong("31-009", f"page {index + 1}: {name} is not embedded")
            if "/ToUnicode" not in font:
                self.wrong("31-027", f"page {index + 1}: {name} has no way to characters")

    def content(self, index: int, page: pikepdf.Page) -> None:
        stack: list[str] = []
        seen: Counter[int] = Counter()
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                stack.append(self.begin(index, operands, stack, seen))
            elif name == "EMC":
                if not stack:
                    self.wrong("01-000", f"page {index + 1}: ends content that never began")
                    return
                stack.pop()
            elif name in PAINTING and not {"artifact", "tagged"} & set(stack):
                self.wrong("01-003", f"page {index + 1}: untagged content ({name})")
        if stack:
            self.wrong("01-000", f"page {index + 1}: content that never ends")
        for mcid in {mcid for at, mcid in self.owners if at == index} - set(seen):
            self.wrong("01-006", f"page {index + 1}: content {mcid} of the structure is not there")

    def begin(self, index: int, operands: list, stack: list[str], seen: Counter[int]) -> str:
        tag = str(operands[0])[1:]
        properties = operands[1] if len(operands) > 1 else {}
        mcid = properties.get("/MCID") if isinstance(properties, Dictionary) else None
        if tag == "Artifact":
            if "tagged" in stack:
                self.wrong("01-001", f"page {index + 1}: an artifact inside tagged content")
            return "artifact"
        if mcid is None:
            return "other"
        if "artifact" in stack:
            self.wrong("01-002", f"page {index + 1}: tagged content inside an artifact")
        self.owned(index, page_key=int(mcid), tag=tag)
        seen[int(mcid)] += 1
        if seen[int(mcid)] > 1:
            self.wrong("01-006", f"page {index + 1}: content {mcid} twice")
        return "tagged"

    def owned(self, index: int, page_key: int, tag: str) -> None:
        owner = self.owners.get((index, page_key))
        if owner is None:
            self.wrong("01-006", f"page {index + 1}: content {page_key} not in the structure")
            return
        key = int(self.pdf.pages[index].obj.get("/StructParents", -1))
        back = self.parent_tree.get(key)
        if not isinstance(back, Array) or page_key >= len(back):
            self.wrong("01-007", f"page {index + 1}: no way back from content {page_key}")
        elif back[page_key].objgen != owner.objgen:
            self.wrong("01-007", f"page {index + 1}: the way back from {page_key} is wrong")
        if str(owner.S)[1:] != tag:
            self.wrong("01-008", f"page {index + 1}: content {page_key} is {tag}, not {owner.S}")


def check(pdf: pikepdf.Pdf) -> list[str]:
    """List every problem of a file; empty when none was found."""
    return Checker(pdf).run()


def _numbers(flat: Array) -> dict[int, Array | Dictionary]:
    """Read a number tree's pairs."""
    return {int(flat[i]): flat[i + 1] for i in range(0, len(flat), 2)}
