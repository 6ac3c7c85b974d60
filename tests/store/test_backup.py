"""A backup is a copy that opens; it proves what the store's trail should lead through."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from records.people import Person
from store.audit import head, lines
from store.backup import (
    holds_against,
    last_verified_backup,
    list_backups,
    make_backup,
    verify_backup,
)
from store.copies import restore
from store.engine import writable
from store.file import open_store
from store.places import keys_path
from store.problems import AlreadyThere, CouldNotSave, DamagedStore, MissingKeys, WrongPassphrase
from store.settings import set_setting, setting
from store.store import Store


def test_a_backup_is_verified_recorded_and_encrypted(store: Store, anna: Person) -> None:
    assert last_verified_backup(store) is None
    set_setting(store, "secret", "Zebedee", anna)
    kept = head(store)
    backup = make_backup(store, anna)
    path = Path(backup.path)
    assert path.parent.name == "backups"
    assert backup.head == str(kept)
    assert backup.size == path.stat().st_size
    assert list_backups(store) == (backup,)
    assert last_verified_backup(store) == backup
    assert b"Zebedee" not in path.read_bytes()
    assert lines(store)[-1].what == "backup made"
    assert sorted(file.suffix for file in path.parent.iterdir()) == [".milepost", ".milepost-keys"]


def test_a_backup_restored_to_a_new_place_is_the_store_of_that_moment(
    made: Any, tmp_path: Path
) -> None:
    set_setting(made.store, "a", "before", made.anna)
    backup = make_backup(made.store, made.anna, tmp_path / "elsewhere")
    set_setting(made.store, "a", "after", made.anna)
    restore(Path(backup.path), made.passphrase, tmp_path / "again.milepost")
    with open_store(tmp_path / "again.milepost", made.passphrase) as again:
        assert setting(again, "a") == "before"
        assert again.label == "Marlhaven"
    assert setting(made.store, "a") == "after"


def test_a_restore_asks_for_the_passphrase_and_never_overwrites(made: Any, tmp_path: Path) -> None:
    backup = Path(make_backup(made.store, made.anna).path)
    with pytest.raises(WrongPassphrase):
        restore(backup, "a guess", tmp_path / "again.milepost")
    with pytest.raises(AlreadyThere):
        restore(backup, made.passphrase, made.path)
    assert not (tmp_path / "again.milepost").exists()


def test_backups_of_the_same_second_stand_beside_each_other(
    store: Store, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = store.now()
    monkeypatch.setattr(store, "now", lambda: at)
    paths = {make_backup(store, anna).path for _ in range(3)}
    assert len(paths) == 3


@pytest.mark.parametrize("at", [0.01, 0.5, 0.99])
def test_a_backup_that_went_bad_is_told(store: Store, anna: Person, at: float) -> None:
    backup = make_backup(store, anna)
    path = Path(backup.path)
    data = bytearray(path.read_bytes())
    data[int(len(data) * at)] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(DamagedStore):
        verify_backup(store, backup, anna)
    assert lines(store)[-1].what == "backup made"


def test_a_good_backup_is_verified_again_with_a_later_moment(store: Store, anna: Person) -> None:
    backup = make_backup(store, anna)
    again = verify_backup(store, backup, anna)
    assert again.verified_at and backup.verified_at
    assert again.verified_at > backup.verified_at
    assert last_verified_backup(store) == again


def test_a_backup_that_was_moved_or_exchanged_is_told(store: Store, anna: Person) -> None:
    first = make_backup(store, anna)
    second = make_backup(store, anna)
    Path(first.path).write_bytes(Path(second.path).read_bytes())
    with pytest.raises(DamagedStore, match="not the one that was made"):
        verify_backup(store, first, anna)
    Path(second.path).unlink()
    with pytest.raises(DamagedStore, match="no longer there"):
        verify_backup(store, second, anna)


def test_a_backup_without_its_keys_is_told_on_restoring(made: Any, tmp_path: Path) -> None:
    backup = Path(make_backup(made.store, made.anna).path)
    keys_path(backup).unlink()
    with pytest.raises(MissingKeys):
        restore(backup, made.passphrase, tmp_path / "again.milepost")


def test_a_backup_proves_that_the_store_s_trail_was_cut(store: Store, anna: Person) -> None:
    for number in range(5):
        set_setting(store, "a", str(number), anna)
    backup = make_backup(store, anna)
    assert holds_against(store, backup).intact
    with writable(store.db) as db:
        db.execute("DROP TRIGGER audit_no_delete")
        db.execute("DELETE FROM audit WHERE seq > 6")
    assert holds_against(store, backup).cut


def test_a_place_that_cannot_be_written_is_told(store: Store, anna: Person, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CouldNotSave):
        make_backup(store, anna, tmp_path / "file")
    assert list_backups(store) == ()
