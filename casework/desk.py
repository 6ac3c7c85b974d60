"""The desk a verb works at: the open store, the shelf, who is signed in, and the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from casework.shelf import Shelf
from records.london import day_in_london
from records.people import Person
from store.store import Store


def _today() -> date:
    return day_in_london(_now())


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every verb takes first. ``today`` and ``now`` are asked, so that tests set the clock."""

    store: Store
    shelf: Shelf
    person: Person
    today: Callable[[], date] = _today
    now: Callable[[], datetime] = _now
