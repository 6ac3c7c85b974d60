"""A letter on its way into a merged file: objects under new numbers, pages under new keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from letters.printing.pdf_objects import STRING, NotOurs, Objects, without_strings

_REFERENCE = re.compile(STRING + rb"|(\d+) 0 R|/(StructParents?) (\d+)", re.DOTALL)
_PAIR = re.compile(rb"(\d+) (\d+) 0 R")
_LIST = re.compile(rb"/(?:K|Kids) \[\s*(\d+) 0 R")


@dataclass(frozen=True, slots=True)
class Fixed:
    """The numbers of the merged file's own objects that every letter hangs from."""

    pages: int
    document: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a letter stands in the merged file; all but ``page_count`` are numbers of objects.

    ``entry`` is kept for its bookmark; ``outline`` is the first and the last of its own
    bookmarks, and how many they are.
    """

    title: str
    entry: int
    pages: int
    page_count: int
    part: int
    first_page: int
    outline: tuple[int, int, int]


class Moved:
    """A letter whose objects are numbered from ``first``, its pages and links from ``first_key``.

    ``entry`` is the number after its last object, ``keys`` how many keys it takes. Raises NotOurs
    for a file that is not a tagged letter with an outline.
    """

    def __init__(self, letter: Objects, fixed: Fixed, first: int, first_key: int) -> None:
        self._letter, self._fixed, self._first_key = letter, fixed, first_key
        self._tree = letter.needs(letter.root, b"StructTreeRoot")
        self._back = letter.needs(self._tree, b"ParentTree")
        self._outline = letter.needs(letter.root, b"Outlines")
        self._pages = letter.needs(letter.root, b"Pages")
        self._top = _first_of(letter.text(self._tree))
        xmp = letter.refers(letter.root, b"Metadata")
        left = {letter.root, letter.info, self._tree, self._back, self._outline, xmp}
        self._kept = [number for number in sorted(letter.parts) if number not in left]
        self._new = {old: first + at for at, old in enumerate(self._kept)}
        self.entry = first + len(self._kept)
        self.keys = letter.whole(self._tree, b"ParentTreeNextKey")
        # What hung from the letter's own roots hangs from the whole's.
        self._new |= {self._tree: fixed.document, self._outline: self.entry}

    def objects(self) -> Iterator[tuple[int, bytes, bytes]]:
        """Give each object: its number, what it says with its new numbers, and its raw content."""
        for old in self._kept:
            before, content = self._letter.parts[old]
            yield self._new[old], self._hung(old, _REFERENCE.sub(self._moved, before)), content

    def way_back(self) -> list[tuple[int, bytes]]:
        """Give, by key, what leads from each page and link back to the structure."""
        pairs = _PAIR.findall(self._letter.text(self._back))
        return [
            (self._first_key + int(key), b"%d 0 R" % self._number(int(old))) for key, old in pairs
        ]

    def placed(self, title: str) -> Placed:
        """Tell where the letter stands."""
        letter, outline = self._letter, self._outline
        first, last = letter.needs(outline, b"First"), letter.needs(outline, b"Last")
        return Placed(
            title,
            self.entry,
            self._number(self._pages),
            letter.whole(self._pages, b"Count"),
            self._number(self._top),
            self._number(_first_of(letter.text(self._pages))),
            (self._number(first), self._number(last), letter.whole(outline, b"Count")),
        )

    def _hung(self, old: int, text: bytes) -> bytes:
        """Hang the letter's pages from the whole's, and make its document a part."""
        if old == self._pages:
            return text.replace(b"<<", b"<< /Parent %d 0 R " % self._fixed.pages, 1)
        return text.replace(b"/S /Document", b"/S /Part") if old == self._top else text

    def _moved(self, found: re.Match[bytes]) -> bytes:
        """Write a reference or a key anew; a string is left as it is."""
        if found.group(1):
            return b"%d 0 R" % self._number(int(found.group(1)))
        if found.group(2):
            return b"/%s %d" % (found.group(2), self._first_key + int(found.group(3)))
        return found.group()

    def _number(self, old: int) -> int:
        try:
            return self._new[old]
        except KeyError as error:
            raise NotOurs(f"object {old} is not carried over") from error


def _first_of(text: bytes) -> int:
    """Give the first object that a list of parts or pages leads to."""
    found = _LIST.search(without_strings(text))
    if found is None:
        raise NotOurs("a list of parts or pages is empty")
    return int(found.group(1))
