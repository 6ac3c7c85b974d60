"""Times the store: search at 50,000 cases, bulk adding, opening, commits; SQLCipher against SQLite.

Run with ``python -m bench.store``; nothing here decides a test.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from records.application import Application, Directorate, Stage
from records.child import Child, Household
from records.fact import Fact
from records.people import Person, Role
from records.school import School
from rules.values import KnownHow
from store.applications import add_application, list_applications
from store.audit import verify
from store.backup import make_backup
from store.change import bulk
from store.children import add_child
from store.facts import facts_of_all, record_fact
from store.file import Store, create, open_store
from store.households import add_household
from store.identifiers import new_id
from store.keys import DEFAULT_COST
from store.schools import add_school
from store.search import find
from store.settings import set_setting

CASES = 50_000
SYLLABLES = "ba do ki la mo ne pu ra si ta ve wo za sha lin ton ham ley".split()
CHANCE = random.Random(1)


@contextmanager
def timed(what: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    print(f"{what:52} {(time.perf_counter() - start) * 1000:10.1f} ms")


def median(what: str, call: Callable[[], object], times: int = 30) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    print(f"{what:52} {statistics.median(taken):10.2f} ms  (worst {max(taken):.2f})")
    return statistics.median(taken)


def word() -> str:
    return "".join(CHANCE.choices(SYLLABLES, k=CHANCE.randint(2, 4))).title()


def fill(store: Store, by: Person, cases: int, facts: int) -> None:
    schools = [
        School(
            new_id(), str(900_000 + n), f"{word()} School", None, None, None, None, None, None, ()
        )
        for n in range(120)
    ]
    with bulk(store, by, "cases imported"):
        for school in schools:
            add_school(store, school, by)
        for number in range(cases):
            add_case(store, by, CHANCE.choice(schools), number, facts)


def add_case(store: Store, by: Person, school: School, number: int, facts: int) -> None:
    postcode = f"ZZ{CHANCE.randint(1, 40)} {CHANCE.randint(1, 9)}{CHANCE.choice('ABDEF')}A"
    home = Household(new_id(), ("1 Quay Street",), postcode, None, None, "postcode", word())
    child = Child(new_id(), home.id, word(), word(), date(2018, 5, 1))
    case = Application(
        new_id(), f"MH-{number:06}", "marlhaven", child.id, school.id, date(2027, 9, 2),
        date(2027, 3, 1), Directorate.TRANSPORT, Stage.OPEN,
    )  # fmt: skip
    add_household(store, home, by)
    add_child(store, child, by)
    add_application(store, case, by)
    for name in range(facts):
        fact = Fact(f"fact_{name}", name, KnownHow.RECORDED, "form", by.name, date(2027, 3, 1))
        record_fact(store, case.id, fact, by)


def search(store: Store) -> None:
    for text in ("ba", "z", "zz1", "MH-0499", "sha school", "zz12aa", "lin ton zz4", "nobody"):
        median(f"find {text!r} -> {len(find(store, text))}", lambda text=text: find(store, text))


def commits(store: Store, by: Person, folder: Path) -> None:
    ours = median("one setting with its audit line", lambda: set_setting(store, "a", "b", by), 300)
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT)")
    row = "INSERT OR REPLACE INTO settings VALUES ('a', 'b')"
    theirs = median("the same row in plain SQLite, no audit line", lambda: plain.execute(row), 300)
    print(f"{'ratio':52} {ours / theirs:10.1f}")


def main() -> None:
    by = Person(new_id(), "Anna Wright", frozenset({Role.ADMINISTRATOR}))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with timed("create, with the key at full cost"):
            small, _ = create(folder / "small.milepost", "p", by, label="S", key_cost=DEFAULT_COST)
        with timed("400 cases with 20 facts each, in bulk"):
            fill(small, by, 400, 20)
        with timed("the facts of all 400 cases"):
            facts_of_all(small)
        commits(small, by, folder)
        small.close()
        with timed("open a store of 400 cases, every page checked"):
            open_store(folder / "small.milepost", "p").close()
        large, _ = create(folder / "large.milepost", "p", by, label="L")
        with timed(f"{CASES} cases in bulk"):
            fill(large, by, CASES, 0)
        search(large)
        median("list every case", lambda: list_applications(large), 3)
        with timed("verify the audit trail"):
            verify(large)
        with timed("make and verify a backup"):
            make_backup(large, by)
        large.close()
        size = (folder / "large.milepost").stat().st_size / 1e6
        with timed(f"open it ({size:.0f} MB), every page checked"):
            open_store(folder / "large.milepost", "p").close()
        with timed("open it unchecked"):
            open_store(folder / "large.milepost", "p", check=False).close()


if __name__ == "__main__":
    main()
