"""The audit trail: a line with every change, and tampering that is found."""

from __future__ import annotations

import json
from typing import Any

import pytest

from records.application import Application
from records.fact import Fact
from records.people import Person
from store.audit import Head, head, lines, verify
from store.change import bulk, change, together
from store.encoding import digest
from store.engine import writable
from store.facts import facts_of, record_fact
from store.settings import set_setting, setting
from store.store import Store


@pytest.fixture
def busy(store: Store, anna: Person) -> Store:
    for number in range(20):
        set_setting(store, "number", str(number), anna)
    return store


def _tamper(store: Store, *statements: str) -> None:
    """Do what somebody with the passphrase and a database tool could do."""
    with writable(store.db) as db:
        db.execute("DROP TRIGGER audit_no_update")
        db.execute("DROP TRIGGER audit_no_delete")
        db.execute("DROP TRIGGER audit_chain")
        for statement in statements:
            db.execute(statement)


def test_a_change_is_told_with_who_when_and_what(store: Store, anna: Person) -> None:
    set_setting(store, "council", "Marlhaven", anna)
    line = lines(store)[-1]
    assert (line.by, line.by_name, line.what) == (anna.id, "Anna Wright", "setting changed")
    assert line.body == {"name": "council", "from": None, "to": "Marlhaven"}
    assert line.at.utcoffset() is not None


def test_the_lines_of_a_case_are_its_own(
    store: Store, case: Application, fact: Fact, anna: Person
) -> None:
    record_fact(store, case.id, fact, anna)
    assert [line.what for line in lines(store, case.id)] == [
        "application received", "fact recorded",
    ]  # fmt: skip


def test_the_trail_proves_a_record_without_repeating_it(
    store: Store, case: Application, fact: Fact, anna: Person
) -> None:
    record_fact(store, case.id, fact, anna)
    said = lines(store)[-1].body
    assert said["sha256"] == digest(fact)
    assert "plan of May" not in json.dumps(said)


def test_a_whole_trail_is_whole_and_leads_on_from_an_earlier_head(
    busy: Store, anna: Person
) -> None:
    kept = head(busy)
    set_setting(busy, "more", "1", anna)
    assert verify(busy).intact
    assert verify(busy, kept).intact
    assert verify(busy, Head.read(str(kept))).intact


@pytest.mark.parametrize("column", ["at", "by", "by_name", "what", "about", "body"])
def test_a_changed_line_is_found(busy: Store, column: str) -> None:
    _tamper(busy, f'UPDATE audit SET "{column}" = "{column}" || \'x\' WHERE seq = 9')
    verdict = verify(busy)
    assert (verdict.intact, verdict.broken_at) == (False, 9)
    assert "line 9" in verdict.words


def test_a_changed_line_with_a_fitting_hash_is_found_at_the_next(busy: Store) -> None:
    row = busy.rows("SELECT * FROM audit WHERE seq = 9")[0]
    row["by_name"] = "Somebody Else"
    said = [row[name] for name in ("seq", "at", "by", "by_name", "what", "about", "body")]
    hashed = digest([row["prev"], *said])
    _tamper(busy, f"UPDATE audit SET by_name = 'Somebody Else', hash = '{hashed}' WHERE seq = 9")
    assert verify(busy).broken_at == 10


def test_a_line_taken_out_is_found(busy: Store) -> None:
    _tamper(busy, "DELETE FROM audit WHERE seq = 9")
    assert verify(busy).broken_at == 9


def test_two_lines_exchanged_are_found(busy: Store) -> None:
    _tamper(
        busy,
        "UPDATE audit SET seq = 1000 WHERE seq = 8",
        "UPDATE audit SET seq = 8 WHERE seq = 9",
        "UPDATE audit SET seq = 9 WHERE seq = 1000",
    )
    assert verify(busy).broken_at == 8


def test_a_cut_tail_is_found_only_with_a_head_kept_elsewhere(busy: Store) -> None:
    kept = head(busy)
    _tamper(busy, "DELETE FROM audit WHERE seq > 15")
    assert verify(busy).intact
    verdict = verify(busy, kept)
    assert (verdict.intact, verdict.cut) == (False, True)
    assert "cut off or replaced" in verdict.words


def test_a_tail_written_anew_is_found_with_a_head_kept_elsewhere(busy: Store, anna: Person) -> None:
    kept = head(busy)
    _tamper(busy, "DELETE FROM audit WHERE seq > 15")
    for number in range(20):
        set_setting(busy, "other", str(number), anna)
    assert verify(busy).intact
    assert not verify(busy, kept).intact


def test_a_change_that_fails_leaves_neither_row_nor_line(store: Store, anna: Person) -> None:
    before = head(store)
    with pytest.raises(ZeroDivisionError), change(store, anna, "setting changed", "", {}) as db:
        db.execute("INSERT INTO settings VALUES ('a', 'b')")
        raise ZeroDivisionError
    assert setting(store, "a") is None
    assert head(store) == before


def test_changes_made_together_are_all_made_or_none(store: Store, anna: Person) -> None:
    before = head(store)
    with pytest.raises(ZeroDivisionError), together(store):
        set_setting(store, "a", "1", anna)
        set_setting(store, "b", "2", anna)
        raise ZeroDivisionError
    assert (setting(store, "a"), setting(store, "b"), head(store)) == (None, None, before)
    with together(store):
        set_setting(store, "a", "1", anna)
        set_setting(store, "b", "2", anna)
    assert head(store).seq == before.seq + 2


def test_a_part_that_fails_and_is_caught_takes_only_itself_away(store: Store, anna: Person) -> None:
    with together(store):
        set_setting(store, "a", "1", anna)
        with pytest.raises(ZeroDivisionError), together(store):
            set_setting(store, "b", "2", anna)
            raise ZeroDivisionError
    assert (setting(store, "a"), setting(store, "b")) == ("1", None)
    assert verify(store).intact


def test_a_bulk_change_is_one_line_with_count_and_digest(
    store: Store, case: Application, fact: Fact, anna: Person
) -> None:
    before = head(store).seq
    with bulk(store, anna, "facts imported", "form.csv"):
        for _ in range(30):
            record_fact(store, case.id, fact, anna)
        set_setting(store, "a", "1", anna)
    line = lines(store)[-1]
    assert head(store).seq == before + 1
    assert (line.what, line.about) == ("facts imported", "form.csv")
    assert line.body["count"] == 31
    assert line.body["kinds"] == {"fact recorded": 30, "setting changed": 1}


def test_the_digest_of_a_bulk_change_tells_its_rows(store: Store, anna: Person) -> None:
    digests = []
    for value in ("1", "1", "2"):
        with bulk(store, anna, "settings imported"):
            set_setting(store, f"name {len(digests)}", value, anna)
        digests.append(lines(store)[-1].body["sha256"])
    assert len(set(digests)) == 3


def test_a_bulk_change_that_fails_writes_nothing(
    store: Store, case: Application, fact: Fact, anna: Person
) -> None:
    before = head(store)
    with pytest.raises(ZeroDivisionError), bulk(store, anna, "facts imported"):
        record_fact(store, case.id, fact, anna)
        raise ZeroDivisionError
    assert facts_of(store, case.id) == ()
    assert head(store) == before
    set_setting(store, "after", "1", anna)
    assert lines(store)[-1].what == "setting changed"


def test_a_part_undone_in_a_bulk_change_is_not_counted(store: Store, anna: Person) -> None:
    with bulk(store, anna, "settings imported"):
        set_setting(store, "a", "1", anna)
        with pytest.raises(ZeroDivisionError), together(store):
            set_setting(store, "b", "2", anna)
            raise ZeroDivisionError
    assert lines(store)[-1].body["count"] == 1


def test_no_line_is_written_for_what_a_caught_error_undid(store: Store, anna: Any) -> None:
    seen = head(store).seq
    with together(store):
        with pytest.raises(ZeroDivisionError), change(store, anna, "nothing", "", {}):
            raise ZeroDivisionError
        set_setting(store, "a", "1", anna)
    assert head(store).seq == seen + 1
