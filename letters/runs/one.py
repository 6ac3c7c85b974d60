"""One letter of a run: drawn in a process of its own, from its words to its bytes, or why not.

What goes in and out is plain data that can be sent between processes: no store, key or screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from letters.blocks import LetterContent
from letters.formats import Format, given_out
from letters.printing.pdf_objects import page_count
from rules.problems import UserFacingError


@dataclass(frozen=True, slots=True)
class Job:
    """A letter to be drawn. ``key`` is the asker's own name for it, such as a decision's id.

    ``points`` is the size of large print.
    """

    key: str
    content: LetterContent
    format: Format = Format.STANDARD
    points: float = 18


@dataclass(frozen=True, slots=True)
class Drawn:
    """A letter that was drawn: its bytes, their SHA-256, and its pages (0: it has no pages)."""

    key: str
    data: bytes
    sha256: str
    pages: int


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """A letter that could not be drawn, and why, in words for the person at the desk."""

    key: str
    why: str


def drawn(job: Job) -> Drawn | NotDrawn:
    """Draw one letter. Nothing that goes wrong with it is raised: the rest of a run goes on."""
    try:
        data = given_out(job.content, job.format, job.points)
        pages = page_count(data) if job.format.suffix == ".pdf" else 0
    except UserFacingError as error:
        return NotDrawn(job.key, str(error))
    except Exception as error:  # one letter that meets a fault of ours must not stop a thousand
        return NotDrawn(job.key, fault(error))
    return Drawn(job.key, data, sha256(data).hexdigest(), pages)


def fault(error: BaseException) -> str:
    """Say that a letter met a fault of the program's, with what a helper needs to find it."""
    return (
        "The letter could not be drawn because of a fault in Milepost "
        f"({type(error).__name__}: {error}). Nothing was lost. Open the case and look at its "
        "letter; if it fails there too, tell whoever looks after the program."
    )
