"""The objects of a PDF that Milepost wrote, read back to be put into another file.

Only what our own writer makes is understood: one plain table of objects, nothing compressed into
object streams, no encryption, generation 0 throughout.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

STRING = rb"\((?:\\.|[^()\\])*\)|(?<!<)<(?!<)[0-9A-Fa-f\s]*>"
_STREAM = re.compile(STRING + rb"|(>>\s*stream\r?\n)", re.DOTALL)
_TABLE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_ENTRY = re.compile(rb"(\d{10}) \d{5} n")
_HEAD = re.compile(rb"\s*(\d+) 0 obj\s")
_END = re.compile(rb"\s*endobj\s*\Z")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_INFO = re.compile(rb"/Info (\d+) 0 R")


class NotOurs(ValueError):
    """A file that is not a PDF as Milepost writes it."""


@dataclass(frozen=True, slots=True)
class Objects:
    """A file's objects by number, each in two parts: what may refer to others, and raw content.

    The content is a stream's keyword, bytes and end; empty for any other object. ``root`` is the
    catalogue's number, ``info`` that of the file's title and day.
    """

    root: int
    info: int
    parts: dict[int, tuple[bytes, bytes]]

    def text(self, number: int) -> bytes:
        """Give what an object says, without a stream's content. Raises NotOurs."""
        try:
            return self.parts[number][0]
        except KeyError as error:
            raise NotOurs(f"object {number} is not there") from error

    def refers(self, number: int, entry: bytes) -> int | None:
        """Give the number of the object that an entry of a dictionary leads to; None without."""
        found = re.search(rb"/" + entry + rb" (\d+) 0 R", without_strings(self.text(number)))
        return int(found.group(1)) if found else None

    def needs(self, number: int, entry: bytes) -> int:
        """Give the object that an entry leads to. Raises NotOurs where there is none."""
        found = self.refers(number, entry)
        if found is None:
            raise NotOurs(f"object {number} has no {entry.decode()}")
        return found

    def whole(self, number: int, entry: bytes) -> int:
        """Give an entry's whole number. Raises NotOurs where there is none."""
        found = re.search(rb"/" + entry + rb" (-?\d+)", without_strings(self.text(number)))
        if found is None:
            raise NotOurs(f"object {number} has no {entry.decode()}")
        return int(found.group(1))


def objects_of(pdf: bytes) -> Objects:
    """Read a file's objects. Raises NotOurs for a file that our writer did not make."""
    table = _TABLE.search(pdf)
    trailer = pdf.rfind(b"trailer")
    root, info = _ROOT.search(pdf, trailer), _INFO.search(pdf, trailer)
    if table is None or root is None or info is None:
        raise NotOurs("it has no plain table of objects")
    at = int(table.group(1))
    starts = sorted(int(entry) for entry in _ENTRY.findall(pdf, at))
    if not starts:
        raise NotOurs("its table of objects is packed")
    ends = [*starts[1:], at]
    parts = dict(_object(pdf[a:b]) for a, b in zip(starts, ends, strict=True))
    return Objects(int(root.group(1)), int(info.group(1)), parts)


def _object(raw: bytes) -> tuple[int, tuple[bytes, bytes]]:
    """Read one object: its number, and its two parts."""
    head, end = _HEAD.match(raw), _END.search(raw)
    if head is None or end is None:
        raise NotOurs("an object is not where the table says")
    body = raw[head.end() : end.start()]
    for found in _STREAM.finditer(body) if b"stream" in body else ():
        if found.group(1):
            at = found.start(1) + 2
            return int(head.group(1)), (body[:at], body[at:])
    return int(head.group(1)), (body, b"")


def without_strings(text: bytes) -> bytes:
    """Leave out the strings of an object, in which anything may be written."""
    return re.sub(STRING, b"()", text)


def page_count(pdf: bytes) -> int:
    """Count the pages of a file. Raises NotOurs."""
    objects = objects_of(pdf)
    return objects.whole(objects.needs(objects.root, b"Pages"), b"Count")
