"""The shelf put into words: versions by the body they belong to, each with its standing counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from casework.desk import Desk
from casework.in_use import in_use
from casework.policies.confirm import CONFIRMABLE
from casework.policies.in_words import days_of_travel
from casework.shelf import Shelf, ShelfLine, standings
from records.london import day_in_london
from rules.problems import Problem
from rules.quantities import day_in_words
from rules.values import Standing

ENGLAND = "england"


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One text on the shelf as the room shows it; ``problems`` where it cannot be read.

    ``standings`` count the version's own provisions, in the order from sure to unsure; those it
    inherits where it ``adds_rules`` not at all. ``confirmed`` says who confirmed it for use, and
    ``awaits`` that nobody has although its days are not over.
    """

    id: str
    body: str
    title: str
    days: str
    status: str
    starts: date | None
    builds_on: str | None
    standings: tuple[tuple[Standing, int], ...]
    adds_rules: bool
    problems: tuple[Problem, ...]
    confirmed: str | None = None
    awaits: bool = False

    @property
    def is_readable(self) -> bool:
        """Say whether the text can be read, and so compared."""
        return not self.problems

    @property
    def year(self) -> str:
        """Give the version's part of its id: ``2026-27``."""
        return self.id.partition("/")[2]


def shelf_rows(shelf: Shelf, fictional: bool = True) -> tuple[ShelfRow, ...]:
    """Give every text of the shelf in the order of its ids; the sample's only in a sample."""
    rows = (_row(each) for each in shelf.lines())
    return tuple(row for row in rows if fictional or not shelf.is_fictional(row.body))


def with_use(rows: Sequence[ShelfRow], desk: Desk) -> tuple[ShelfRow, ...]:
    """Say of each text who confirmed it for use, or that it awaits that: it governs from today on.

    The sample's need nobody's word, nor do texts that cannot be read.
    """
    return tuple(_with_use(row, desk) if row.is_readable else row for row in rows)


def _with_use(row: ShelfRow, desk: Desk) -> ShelfRow:
    version = desk.shelf.read(row.id)
    use = in_use(desk, version)
    if use.confirmation is not None:
        day = day_in_words(day_in_london(use.confirmation.at))
        return replace(row, confirmed=f"Confirmed for use by {use.confirmation.by_name} on {day}")
    ended = version.travel_until is not None and version.travel_until < desk.today()
    ended = ended or row.body == ENGLAND  # the statute is what the councils build on
    return replace(row, awaits=not (use.may_decide or ended) and version.status in CONFIRMABLE)


def _row(line: ShelfLine) -> ShelfRow:
    body = line.id.partition("/")[0]
    version = line.version
    if version is None:
        return ShelfRow(
            line.id, body, line.id, "", "cannot be read", None, None, (), False, line.problems
        )
    counts = standings(version)
    ordered = tuple((each, counts[each.value]) for each in Standing if each.value in counts)
    return ShelfRow(
        line.id, body, version.title, days_of_travel(version), version.status,
        version.travel_from, version.builds_on,
        ordered, bool(version.own), (),
    )  # fmt: skip


def by_body(rows: Sequence[ShelfRow], council: str | None = None) -> dict[str, list[ShelfRow]]:
    """Group rows by body, the newest version of each first: the council's own body first.

    England, which all build on, comes last.
    """
    found: dict[str, list[ShelfRow]] = {}
    for row in sorted(rows, key=_age, reverse=True):
        found.setdefault(row.body, []).append(row)
    order = sorted(found, key=lambda body: (body != council, body == ENGLAND, body))
    return {body: found[body] for body in order}


def body_title(body: str) -> str:
    """Write a body as people do: ``Marlhaven``."""
    return body.replace("-", " ").title()


def first_pair(rows: Sequence[ShelfRow], council: str | None) -> tuple[str, str] | None:
    """Choose the two versions to begin with: the council's last two adopted, else another's."""
    readable = sorted((row for row in rows if row.is_readable), key=_age)
    bodies: dict[str, list[str]] = {}
    for row in readable:
        if row.body != ENGLAND and row.status == "adopted":
            bodies.setdefault(row.body, []).append(row.id)
    for body in (council, *sorted(bodies)):
        if len(ids := bodies.get(body or "", [])) >= 2:
            return ids[-2], ids[-1]
    every = [row.id for row in readable]
    return (every[0], every[-1]) if len(every) >= 2 else None


def _age(row: ShelfRow) -> tuple[date, str]:
    """Order by the first day of travel, then by id; what has no day counts as the oldest."""
    return row.starts or date.min, row.id
