"""The points a family makes, in its own words, and what was answered to each."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from records.application import Point
from records.people import Person
from store.change import change
from store.encoding import digest, in_utc
from store.problems import NotThere
from store.rows import from_row, insert, to_row
from store.store import Store

_WITH_ANSWER = """SELECT p.*, a.answer, a.answered_by, a.answered_at FROM points p
    LEFT JOIN answers a ON a.seq = (SELECT max(seq) FROM answers WHERE point = p.id)
    WHERE p.{} = ? ORDER BY p.seq"""

_ANSWER = ("answer", "answered_by", "answered_at")


def raise_point(store: Store, point: Point, by: Person) -> None:
    """Write down a point in the family's own words. They are never edited; it has no answer yet."""
    if point.answer is not None:
        raise ValueError("a point is raised first and answered afterwards")
    row = {name: value for name, value in to_row(point).items() if name not in _ANSWER}
    body = {"id": point.id, "sha256": digest(point)}
    with change(store, by, "point raised", point.application, body) as db:
        insert(db, "points", row)


def answer_point(store: Store, id: str, answer: str, by: Person) -> Point:
    """Answer a point. A further answer counts instead of the earlier, which is kept."""
    found = point(store, id)
    at = store.now()
    body = {"id": id, "sha256": digest(answer)}
    with change(store, by, "point answered", found.application, body) as db:
        row = {"point": id, "answer": answer, "answered_by": by.id, "answered_at": in_utc(at)}
        insert(db, "answers", row)
    return replace(found, answer=answer, answered_by=by.id, answered_at=at)


def point(store: Store, id: str) -> Point:
    """Give a point with the answer that counts. Raises NotThere."""
    row = store.row(_WITH_ANSWER.format("id"), [id])
    if row is None:
        raise NotThere("point", id)
    return from_row(Point, row)


def points_of(store: Store, application: str) -> tuple[Point, ...]:
    """Give the points of a case with the answers that count, in the order they were raised."""
    rows = store.rows(_WITH_ANSWER.format("application"), [application])
    return tuple(from_row(Point, row) for row in rows)


def count_by_case(store: Store) -> dict[str, int]:
    """Count the points of every case that has any."""
    rows = store.rows("SELECT application, count(*) AS n FROM points GROUP BY application")
    return {row["application"]: row["n"] for row in rows}


def answers_to(store: Store, id: str) -> tuple[tuple[str, str, datetime], ...]:
    """Give every answer to a point, oldest first: the answer, the person's id, when."""
    rows = store.rows("SELECT * FROM answers WHERE point = ? ORDER BY seq", [id])
    return tuple(
        (row["answer"], row["answered_by"], datetime.fromisoformat(row["answered_at"]))
        for row in rows
    )
