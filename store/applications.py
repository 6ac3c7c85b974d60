"""Applications: received, listed, belonging to an officer, withdrawn.

A case is decided only by a decision (store.decisions) and never opened again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from records.application import Application, Directorate, Stage
from records.people import Person
from store.change import change, together
from store.problems import NotAllowedNow
from store.rows import from_row
from store.search import matching
from store.store import Store
from store.table import Table

_APPLICATIONS = Table("application", "applications", Application)


def add_application(store: Store, application: Application, by: Person) -> None:
    """Add an application as it was received, at stage open; child and school are there already."""
    said = {"reference": application.reference}
    _APPLICATIONS.add(store, application, by, "application received", application.id, **said)


def correct_application(store: Store, application: Application, by: Person, reason: str) -> None:
    """Correct what an application says, such as its day of travel; what stood before is kept."""
    _APPLICATIONS.correct(store, application, by, "application corrected", reason=reason)


def application(store: Store, id: str) -> Application:
    """Give an application. Raises NotThere."""
    return _APPLICATIONS.get(store, id)


def by_reference(store: Store, reference: str) -> Application | None:
    """Give the application with this reference, None when there is none."""
    row = store.row("SELECT * FROM applications WHERE reference = ?", [reference])
    return from_row(Application, row) if row else None


def list_applications(
    store: Store,
    *,
    stage: Stage | None = None,
    directorate: Directorate | None = None,
    belongs_to: str | None = None,
    text: str = "",
    limit: int | None = None,
) -> tuple[Application, ...]:
    """Give the applications that meet every filter given, in the order they were received.

    ``text`` is looked for as in ``store.search.find``; ``limit`` gives the first so many.
    """
    tests: list[tuple[str, object]] = [
        ("stage = ?", stage),
        ("directorate = ?", directorate),
        ("belongs_to = ?", belongs_to),
        ("seq IN (SELECT rowid FROM search WHERE search MATCH ?)", matching(text)),
    ]
    if text.strip() and matching(text) is None:
        return ()
    used = [(test, value) for test, value in tests if value is not None]
    return _listed(store, used, limit)


def applications_of_child(store: Store, child: str) -> tuple[Application, ...]:
    """Give a child's applications, in the order they were received."""
    return _APPLICATIONS.where(store, "child = ?", child)


def count_by_stage(store: Store) -> dict[Stage, int]:
    """Count the applications at each stage."""
    rows = store.rows("SELECT stage, count(*) AS n FROM applications GROUP BY stage")
    found = {row["stage"]: row["n"] for row in rows}
    return {stage: found.get(stage.value, 0) for stage in Stage}


def give_to(store: Store, id: str, officer: str | None, by: Person) -> Application:
    """Let a case belong to an officer (a person's id), or to nobody."""
    with change(store, by, "case given", id, {"to": officer}) as db:
        db.execute("UPDATE applications SET belongs_to = ? WHERE id = ?", [officer, id])
        return application(store, id)


def withdraw(store: Store, id: str, reason: str, by: Person) -> Application:
    """Close an open case because the family withdrew it. Raises NotAllowedNow on any other."""
    with together(store):
        found = application(store, id)
        if found.stage is not Stage.OPEN:
            raise NotAllowedNow(
                f"Case {found.reference} is {found.stage.value}, so it was not withdrawn and "
                "nothing has been changed. Open the case again to see where it stands."
            )
        with change(store, by, "application withdrawn", id, {"reason": reason}) as db:
            db.execute("UPDATE applications SET stage = 'withdrawn' WHERE id = ?", [id])
    return replace(found, stage=Stage.WITHDRAWN)


def _listed(
    store: Store, used: Sequence[tuple[str, object]], limit: int | None
) -> tuple[Application, ...]:
    where = " AND ".join(test for test, _ in used) or "1"
    sql = f"SELECT * FROM applications WHERE {where} ORDER BY seq LIMIT ?"
    values = [str(value) for _, value in used]
    found = store.rows(sql, [*values, -1 if limit is None else limit])
    return tuple(from_row(Application, row) for row in found)
