"""Any thread may use a store: each reads its own snapshot, and writers take turns."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor, wait

import pytest

from records.people import Person
from store.audit import head, lines, verify
from store.backup import make_backup
from store.change import together
from store.problems import StoreClosed
from store.settings import set_setting, setting, settings
from store.store import Store


def test_writers_in_many_threads_take_turns_and_none_is_lost(store: Store, anna: Person) -> None:
    before = head(store).seq

    def write(number: int) -> None:
        set_setting(store, f"name {number}", str(number), anna)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(200)))
    assert len(settings(store)) == 200
    assert head(store).seq == before + 200
    assert verify(store).intact


def test_a_reader_neither_waits_for_a_writer_nor_sees_half_its_work(
    store: Store, anna: Person
) -> None:
    seen: list[str | None] = []
    with together(store):
        set_setting(store, "a", "half", anna)
        reader = threading.Thread(target=lambda: seen.append(setting(store, "a")))
        reader.start()
        reader.join(timeout=5)
        assert seen == [None]
    assert setting(store, "a") == "half"


def test_a_backup_is_made_while_others_write(store: Store, anna: Person) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            set_setting(store, "a", "x", anna)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        backups = [make_backup(store, anna) for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    assert len({backup.head for backup in backups}) == 3
    assert verify(store).intact


def test_closing_ends_the_connections_of_every_thread(store: Store, anna: Person) -> None:
    opened, closed = threading.Event(), threading.Event()
    told: list[Exception] = []

    def work() -> None:
        settings(store)
        opened.set()
        closed.wait(5)
        try:
            settings(store)
        except StoreClosed as error:
            told.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    opened.wait(5)
    store.close()
    closed.set()
    worker.join()
    assert len(told) == 1
    assert not list(store.path.parent.glob("*-wal"))


def test_closing_waits_for_questions_being_answered(store: Store, anna: Person) -> None:
    for number in range(300):
        set_setting(store, f"{number}", "x" * 500, anna)
    started = threading.Barrier(5)
    told: list[str] = []

    def read() -> None:
        started.wait(5)
        try:
            while True:
                assert len(settings(store)) == 300
        except StoreClosed:
            told.append("closed")

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    started.wait(5)
    store.close()
    for reader in readers:
        reader.join(10)
    assert told == ["closed"] * 4


def test_closing_does_not_pull_the_connection_from_under_a_question(store: Store) -> None:
    asked, done = threading.Event(), threading.Event()

    def ask() -> None:
        with store.reading() as db:
            asked.set()
            done.wait(5)
            db.execute("SELECT * FROM people").fetchall()

    with ThreadPoolExecutor(2) as pool:
        question = pool.submit(ask)
        asked.wait(5)
        closing = pool.submit(store.close)
        assert wait([closing], timeout=0.3).not_done
        done.set()
        question.result()
        closing.result(5)


def test_each_thread_has_its_own_connection(store: Store) -> None:
    mine = store.db
    assert store.db is mine
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: store.db is mine).result() is False


def test_a_thread_that_fails_does_not_block_the_next(store: Store, anna: Person) -> None:
    def fail() -> None:
        with together(store):
            set_setting(store, "a", "1", anna)
            raise ZeroDivisionError

    with ThreadPoolExecutor(1) as pool, pytest.raises(ZeroDivisionError):
        pool.submit(fail).result()
    set_setting(store, "b", "2", anna)
    assert [line.what for line in lines(store)][-1] == "setting changed"
    assert settings(store) == {"b": "2"}
