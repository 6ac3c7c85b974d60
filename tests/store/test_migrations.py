"""An older store opens and is brought up to date; a newer one is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import store.migrations as migrations
from records.fact import Judgement
from records.letter_run import LetterRun
from records.people import Person
from store.applications import list_applications
from store.audit import lines, verify
from store.cipher import Database, DatabaseError, Migrations
from store.engine import connection, writable
from store.file import open_store
from store.identifiers import new_id
from store.keyfile import write_keys
from store.keys import CHEAP_FOR_TESTS, new_data_key, new_keys, with_passphrase, with_recovery
from store.people import list_people
from store.problems import NewerStore
from store.recovery import new_recovery_secret
from store.rows import from_row, insert, to_row
from store.search import find
from store.store import utc_now

HOUSEHOLD = ("h1", '["1 Quay Street"]', "ZZ1 2AB", None, None, "address", "Jo Lee")
ROWS = {
    "households": "INSERT INTO households VALUES (7, ?, ?, ?, ?, ?, ?, ?)",
    "child": "INSERT INTO children VALUES (7, 'c1', 'h1', 'Zoë', 'Lee', '2019-02-28')",
    "school": "INSERT INTO schools VALUES (7, 's1', '900001', 'Harbour Primary', NULL, NULL, NULL,"
    " NULL, NULL, NULL, '[]')",
    "case": "INSERT INTO applications VALUES (7, 'a1', 'MH-1', 'marlhaven', 'c1', 's1',"
    " '2027-09-02', '2027-03-01', 'transport', 'open', 0, NULL)",
}


@pytest.fixture
def old_path(tmp_path: Path, anna: Person) -> Path:
    """A store as the first version of the program left it, with one case in it."""
    path = tmp_path / "old.milepost"
    data_key = new_data_key()
    begun = new_keys(new_id(), "Old", False, CHEAP_FOR_TESTS)
    keys = with_passphrase(begun, data_key, "old words")
    write_keys(path, with_recovery(keys, data_key, new_recovery_secret()))
    db = connection(path, data_key)
    migrations.bring_up_to_date(db, utc_now, upto=1)
    with writable(db):
        insert(db, "people", to_row(anna))
        db.execute(ROWS["households"], list(HOUSEHOLD))
        for name in ("child", "school", "case"):
            db.execute(ROWS[name])
    db.close()
    return path


def _tables(db: Database) -> set[str]:
    return set(db.table_names())


def test_an_old_store_opens_with_everything_that_was_in_it(old_path: Path, anna: Person) -> None:
    with open_store(old_path, "old words") as store:
        assert list_people(store) == (anna,)
        assert [case.reference for case in list_applications(store)] == ["MH-1"]
        assert {"decisions", "search", "backups"} <= _tables(store.db)
        assert verify(store).intact


def test_cases_of_an_old_store_are_found_by_search(old_path: Path) -> None:
    with open_store(old_path, "old words") as store:
        assert find(store, "zoe harbour") == ("a1",)


def test_each_step_is_told_in_the_audit_trail_and_made_once(old_path: Path) -> None:
    for _ in range(2):
        with open_store(old_path, "old words") as store:
            told = [line.body["to"] for line in lines(store) if "brought" in line.what]
            assert told == [name for name, _ in migrations.ALL]


@pytest.fixture
def broken_last(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    broken = "CREATE TABLE half (a TEXT) STRICT\n\nCREATE TABLE half (a TEXT) STRICT"
    monkeypatch.setattr(migrations, "ALL", (*migrations.ALL[:1], ("0002 broken", broken)))
    yield
    monkeypatch.undo()


def test_a_step_that_fails_leaves_the_store_as_it_was(
    old_path: Path, broken_last: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DatabaseError, match="already exists"):
        open_store(old_path, "old words")
    monkeypatch.undo()
    with open_store(old_path, "old words") as store:
        assert "half" not in _tables(store.db)
        assert [case.reference for case in list_applications(store)] == ["MH-1"]


def test_a_newer_store_is_not_touched(made: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    made.store.close()
    before = made.path.read_bytes()
    monkeypatch.setattr(migrations, "ALL", migrations.ALL[:2])
    with pytest.raises(NewerStore, match="Nothing has been changed"):
        open_store(made.path, made.passphrase)
    assert made.path.read_bytes() == before


def test_names_of_migrations_are_never_reused_or_reordered() -> None:
    names = [name for name, _ in migrations.ALL]
    assert names[:3] == ["0001 people and cases", "0002 deciding", "0003 search"]
    assert names == sorted(set(names))


def test_migrations_are_recorded_by_sqlite_utils_own_table(made: Any) -> None:
    applied = [one.name for one in Migrations(migrations.SET).applied(made.store.db)]
    assert applied == [name for name, _ in migrations.ALL]


def test_runs_and_judgements_of_before_come_back_without_what_was_not_kept_then(
    tmp_path: Path,
) -> None:
    db = connection(tmp_path / "older.milepost", new_data_key())
    migrations.bring_up_to_date(db, utc_now, upto=1)
    with writable(db):
        for name in ("households", "child", "school", "case"):
            db.execute(ROWS[name], list(HOUSEHOLD) if name == "households" else [])
    migrations.bring_up_to_date(db, utc_now, upto=10)
    with writable(db):
        db.execute(
            "INSERT INTO letter_runs VALUES (1, 'r1', 'all', '[]', 3, '[]', 7, 'p', 'P', ?)",
            ["2026-06-15T09:30:00+00:00"],
        )
        db.execute(
            "INSERT INTO judgements VALUES (1, 'j1', 'a1', 'route_unsafe', 'true', 'Seen.', 'p',"
            " 'P', ?)",
            ["2026-06-15T09:30:00+00:00"],
        )
    migrations.bring_up_to_date(db, utc_now)
    (run,) = db.query("SELECT * FROM letter_runs")
    (judged,) = db.query("SELECT * FROM judgements")
    assert (from_row(LetterRun, run).held, from_row(LetterRun, run).held_back) == (3, ())
    assert from_row(LetterRun, run).encloses is False
    assert from_row(Judgement, judged).review_on is None
    db.close()
