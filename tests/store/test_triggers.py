"""What was written stays written: the database itself refuses, whoever asks it to."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from records.application import Application, Evidence, Point
from records.fact import Fact, Judgement
from records.letter_format import LetterFormat
from records.measurement import Measurement
from records.network import Network
from records.people import Person
from records.suitable import DrawnLine, DrawnTable
from store.audit import verify
from store.cipher import DatabaseError, IntegrityError
from store.decisions import add_decision, current_decision
from store.engine import writable
from store.evidence import add_evidence
from store.facts import record_fact
from store.file import open_store
from store.households import correct_household
from store.identifiers import new_id
from store.judgements import add_judgement
from store.letter_formats import add_letter_format
from store.letters import add_letter, issue_letter, letters_of
from store.measurements import add_measurement
from store.networks import add_network
from store.occasions import add_occasion
from store.points import answer_point, raise_point
from store.sendings import add_sending
from store.store import Store
from store.suitable import add_drawn_table, last_drawn_table
from tests.store.occasions import recorded_occasion, sending_of

APPEND_ONLY = [
    "audit", "facts", "judgements", "measurements", "networks", "contents", "evidence", "points",
    "answers", "decisions", "decision_texts", "policy_texts", "earlier", "occasions", "sendings",
    "letter_formats", "drawn_tables",
]  # fmt: skip


@pytest.fixture
def full(
    store: Store,
    anna: Person,
    case: Application,
    household: Any,
    fact: Fact,
    judgement: Judgement,
    measurement: Measurement,
    point: Point,
    make_decision: Callable[..., Any],
    make_letter: Callable[..., Any],
) -> Store:
    """A store with a row in every table."""
    document = b"a letter from the doctor"
    correct_household(store, household, anna)
    record_fact(store, case.id, fact, anna)
    add_judgement(store, judgement, anna)
    add_measurement(store, measurement, anna)
    add_network(store, Network("streets", _sha(b"edges"), store.now(), b"edges"), anna)
    evidence = Evidence(
        new_id(), case.id, "medical", "Letter", "Dr Ali", None, case.received_on, _sha(document)
    )
    add_evidence(store, evidence, anna, document)
    raise_point(store, point, anna)
    answer_point(store, point.id, "It was closed twice in ten years.", anna)
    decision = make_decision()
    add_decision(store, decision, anna)
    letter = add_letter(store, make_letter(decision), anna)
    add_occasion(store, recorded_occasion(case.id, anna), anna)
    add_sending(store, sending_of(letter.id, anna), case.id, anna)
    wanted = LetterFormat(new_id(), household.id, "large", 24.0, anna.id, anna.name, store.now())
    add_letter_format(store, wanted, anna)
    line = DrawnLine(case.school, "Harbour Primary", True, None)
    drawn = DrawnTable(new_id(), case.id, (line,), anna.id, anna.name, store.now())
    add_drawn_table(store, drawn, anna)
    assert last_drawn_table(store, case.id) == drawn
    return store


def _sha(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def _columns(store: Store, table: str) -> list[str]:
    return [row["name"] for row in store.rows(f"PRAGMA table_info({table})")]


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_no_column_of_it_is_ever_edited(full: Store, table: str) -> None:
    before = full.rows(f"SELECT * FROM {table}")
    assert before
    for column in _columns(full, table):
        with pytest.raises(IntegrityError, match="never edited"), writable(full.db) as db:
            db.execute(f'UPDATE {table} SET "{column}" = "{column}"')
    assert full.rows(f"SELECT * FROM {table}") == before


@pytest.mark.parametrize("table", [*APPEND_ONLY, "letters"])
def test_no_row_of_it_is_ever_removed(full: Store, table: str) -> None:
    before = full.rows(f"SELECT * FROM {table}")
    with pytest.raises(IntegrityError, match="never removed"), writable(full.db) as db:
        db.execute(f"DELETE FROM {table}")
    assert full.rows(f"SELECT * FROM {table}") == before


@pytest.mark.parametrize("table", [*APPEND_ONLY, "letters"])
def test_no_row_of_it_is_replaced_by_another_under_its_number(full: Store, table: str) -> None:
    before = full.rows(f"SELECT * FROM {table}")
    with pytest.raises(IntegrityError), writable(full.db) as db:
        db.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    assert full.rows(f"SELECT * FROM {table}") == before


def test_only_the_issue_of_a_letter_changes_and_only_once(full: Store, anna: Person) -> None:
    case = full.rows("SELECT id FROM applications")[0]["id"]
    decision = current_decision(full, case)
    assert decision is not None
    (letter,) = letters_of(full, decision.id)
    issued = issue_letter(full, letter.id, anna)
    assert letters_of(full, decision.id) == (issued,)
    assert issue_letter(full, letter.id, anna) == issued
    for column in _columns(full, "letters"):
        changed = "0" if column == "issued" else "X'00'" if column == "pdf" else "'0'"
        if column == "seq":
            changed = "99"
        with pytest.raises(IntegrityError, match="letter is never edited"), writable(full.db) as db:
            db.execute(f'UPDATE letters SET "{column}" = {changed}')


def test_a_line_of_the_audit_trail_cannot_be_slipped_in(full: Store) -> None:
    for seq in ("max(seq) + 2", "max(seq)", "1"):
        with pytest.raises(IntegrityError), writable(full.db) as db:
            db.execute(
                f"INSERT INTO audit SELECT {seq}, at, by, by_name, what, about, body, hash, 'x'"
                " FROM audit"
            )
    with pytest.raises(IntegrityError, match="must follow"), writable(full.db) as db:
        db.execute(
            "INSERT INTO audit SELECT max(seq) + 1, at, by, by_name, what, about, body, 'y', 'x'"
            " FROM audit"
        )
    assert verify(full).intact


def test_a_case_is_not_decided_without_a_decision_nor_opened_again(
    store: Store, case: Application, anna: Person, make_decision: Callable[..., Any]
) -> None:
    with pytest.raises(IntegrityError, match="decided by a decision"), writable(store.db) as db:
        db.execute("UPDATE applications SET stage = 'decided'")
    add_decision(store, make_decision(), anna)
    with pytest.raises(IntegrityError, match="stays so"), writable(store.db) as db:
        db.execute("UPDATE applications SET stage = 'open'")


def test_nothing_is_written_outside_a_change(made: Any) -> None:
    made.store.close()
    with open_store(made.path, made.passphrase) as store, ThreadPoolExecutor(1) as pool:
        _is_refused_every_write(store)
        pool.submit(_is_refused_every_write, store).result()


def _is_refused_every_write(store: Store) -> None:
    with pytest.raises(DatabaseError, match="readonly"):
        store.db.execute("INSERT INTO settings VALUES ('a', 'b')")
    with pytest.raises(DatabaseError, match="readonly"):
        store.db["settings"].insert({"name": "a", "value": "b"})
    with pytest.raises(DatabaseError, match="readonly"):
        store.db.execute("DROP TRIGGER audit_no_update")
