"""What letters rest on is kept compressed, once; documents and rows of before are read as ever."""

from __future__ import annotations

from hashlib import sha256

import pytest

from store.change import change
from store.contents import content, keep_content, keep_packed
from store.problems import DamagedStore
from store.store import Store
from tests.store.conftest import Made

RECORD = b'{"around":[' + b"[440000.1,112000.2]," * 5_000 + b"[0,0]]}"


def stored(store: Store, digest: str) -> bytes:
    row = store.row("SELECT bytes FROM contents WHERE sha256 = ?", [digest])
    assert row is not None
    return bytes(row["bytes"])


def test_a_long_record_is_kept_short_under_the_digest_of_its_bytes(made: Made) -> None:
    with change(made.store, made.anna, "letter made", "case", {}) as db:
        digest = keep_packed(db, RECORD)
        assert keep_packed(db, RECORD) == digest, "a second time it is not kept again"
    assert digest == sha256(RECORD).hexdigest()
    assert len(stored(made.store, digest)) < len(RECORD) / 20
    assert content(made.store, digest) == RECORD


def test_what_would_grow_is_kept_as_it_is(made: Made) -> None:
    with change(made.store, made.anna, "letter made", "case", {}) as db:
        digest = keep_packed(db, b"short")
    assert stored(made.store, digest) == b"short"
    assert content(made.store, digest) == b"short"


def test_a_row_of_before_is_read_and_not_kept_a_second_time(made: Made) -> None:
    with change(made.store, made.anna, "letter made", "case", {}) as db:
        digest = keep_content(db, RECORD)
        keep_packed(db, RECORD)
    assert stored(made.store, digest) == RECORD
    assert content(made.store, digest) == RECORD


def test_content_that_is_not_what_was_kept_is_told_as_damage(made: Made) -> None:
    with change(made.store, made.anna, "letter made", "case", {}) as db:
        db.execute("INSERT INTO contents VALUES (?, ?)", ["0" * 64, b"something else"])
    with pytest.raises(DamagedStore, match="not as it was kept"):
        content(made.store, "0" * 64)
