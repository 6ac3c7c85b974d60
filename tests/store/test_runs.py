"""Runs of letters come back as they were begun, with every step, and are never edited."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from records.letter_run import LetterRun, RunEvent, RunLine, RunStep
from records.people import Person
from store import audit
from store.cipher import IntegrityError
from store.engine import writable
from store.runs import add_event, add_run, decisions_with_issued_letters, events_of, list_runs
from store.store import Store

AT = datetime(2026, 6, 15, 9, 30, tzinfo=UTC)
RUN = LetterRun("r1", "Decided since 1 June 2026", ("d1", "d2"), 3, ("d2",), 42, "p", "P", AT,
                (RunLine("d3", why="No reason is written."),), True)  # fmt: skip
LINES = (RunLine("d1", "l1", 3), RunLine("d2", why="The child's name holds “李”."))
EVENT = RunEvent("e1", "r1", RunStep.MADE, LINES, "p", "P", AT)


def test_a_run_and_its_steps_come_back_as_they_were(store: Store, anna: Person) -> None:
    add_run(store, RUN, anna)
    add_event(store, EVENT, anna)
    add_event(store, replace(EVENT, id="e2", step=RunStep.STOPPED, lines=()), anna)
    assert list_runs(store) == (RUN,)
    assert [event.step for event in events_of(store, "r1")] == [RunStep.MADE, RunStep.STOPPED]
    assert events_of(store, "r1")[0] == EVENT


def test_the_trail_tells_of_the_run_its_seed_and_its_steps(store: Store, anna: Person) -> None:
    add_run(store, RUN, anna)
    add_event(store, EVENT, anna)
    begun, made = audit.lines(store, "r1")
    assert begun.what == "run of letters begun"
    assert (begun.body["seed"], begun.body["picked"], begun.body["held"]) == (42, 2, 3)
    assert (made.what, made.body["letters"]) == ("run of letters: made", 2)


@pytest.mark.parametrize("table", ["letter_runs", "letter_run_events"])
@pytest.mark.parametrize("sql", ["UPDATE {} SET by_name = 'X'", "DELETE FROM {}"])
def test_no_run_and_no_step_is_edited_or_removed(
    store: Store, anna: Person, table: str, sql: str
) -> None:
    add_run(store, RUN, anna)
    add_event(store, EVENT, anna)
    with pytest.raises(IntegrityError, match="never"), writable(store.db) as db:
        db.execute(sql.format(table))


def test_no_letter_is_issued_at_first(store: Store) -> None:
    assert decisions_with_issued_letters(store) == frozenset()
