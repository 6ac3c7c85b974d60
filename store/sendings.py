"""When and how issued letters were sent; a later sending of a letter counts instead."""

from __future__ import annotations

from records.people import Person
from records.sending import Sending
from store.rows import from_row
from store.store import Store
from store.table import Table

_SENDINGS = Table("sending", "sendings", Sending)
_COUNTS = "seq IN (SELECT max(seq) FROM sendings GROUP BY letter)"


def add_sending(store: Store, made: Sending, application: str, by: Person) -> None:
    """Add a sending, told in the audit trail of its case."""
    said = {"id": made.id, "letter": made.letter, "way": made.sent_by.value}
    said |= {"sent_on": made.sent_on.isoformat(), "received_on": made.received_on.isoformat()}
    _SENDINGS.add(store, made, by, "letter sent", application, **said)


def sendings_of(store: Store, application: str) -> tuple[Sending, ...]:
    """Give the sendings of a case's letters that count, oldest first."""
    of_case = "letter IN (SELECT id FROM letters WHERE application = ?)"
    return _SENDINGS.where(store, f"{_COUNTS} AND {of_case}", application)


def last_days(store: Store, application: str | None = None) -> dict[str, tuple[Sending, ...]]:
    """Give, by case, the sendings that count and set a last day, oldest first; all or one case's.

    A letter whose place another issued letter took sets none.
    """
    one = "" if application is None else " AND l.application = ?"
    rows = store.rows(
        f"SELECT s.*, l.application FROM sendings s JOIN letters l ON l.id = s.letter"
        f" WHERE s.{_COUNTS} AND s.last_day IS NOT NULL{one} AND NOT EXISTS"
        " (SELECT 1 FROM letters n WHERE n.replaces = l.id AND n.issued = 1) ORDER BY s.seq",
        [] if application is None else [application],
    )
    found: dict[str, tuple[Sending, ...]] = {}
    for row in rows:
        case = str(row["application"])
        found[case] = (*found.get(case, ()), from_row(Sending, row))
    return found
