"""What has happened on a case, from its audit lines, newest first and in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.desk import Desk
from rules.vocabulary import Vocabulary
from store import audit


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened: when (UTC), who did it, what, and which part of the case.

    ``detail`` names the fact, the way measured or the kind of letter; empty where there is none.
    ``line`` is the number of the audit line, which proves it.
    """

    at: datetime
    by: str
    what: str
    detail: str
    line: int


def case_history(desk: Desk, application: str) -> tuple[HistoryLine, ...]:
    """Give what has happened on a case, the newest first; nothing for an unknown case."""
    words = desk.shelf.vocabulary()
    found = [
        HistoryLine(each.at, each.by_name, each.what.capitalize(), _detail(each, words), each.seq)
        for each in audit.lines(desk.store, application)
    ]
    return tuple(reversed(found))


def _detail(line: audit.AuditLine, words: Vocabulary) -> str:
    fact = line.body.get("fact") or line.body.get("name")
    if isinstance(fact, str) and fact in words:
        return words[fact].label
    for part in ("way", "kind", "outcome", "reference", "reason"):
        value = line.body.get(part)
        if isinstance(value, str):
            return value.replace("_", " ")
    return ""
