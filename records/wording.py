"""A wording of letters as a policy lead saved it: the whole text, by whom, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Wording:
    """One saved wording; the latest of a council, kind and language counts, the others are kept.

    ``kind`` is a kind of letter, or ``letterhead`` or ``words``. ``language`` is a BCP 47 tag.
    ``text`` is the whole text and ``digest`` its SHA-256, by which letters name it; an empty text
    goes back to the wording on file. ``restores`` is the id of the earlier wording it brings back.
    """

    id: str
    council: str
    kind: str
    language: str
    text: str
    digest: str
    because: str
    restores: str | None
    by: str
    by_name: str
    at: datetime
