"""Making, opening and removing a store, and what is said when it cannot be."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from records.people import Person
from rules.problems import UserFacingError
from store.file import create, is_store, open_store, open_with_recovery_key, remove
from store.keyfile import read_keys, write_keys
from store.keys import CHEAP_FOR_TESTS
from store.passphrase import change_passphrase, new_recovery_key, reset_passphrase
from store.people import list_people
from store.places import keys_path
from store.problems import (
    AlreadyThere,
    DamagedKeys,
    DamagedStore,
    EmptyPassphrase,
    MissingKeys,
    NewerStore,
    NotAllowedNow,
    NotAStore,
    StoreClosed,
    StoreInUse,
    WrongPassphrase,
    WrongRecoveryKey,
)


@pytest.fixture
def closed(made: Any) -> Any:
    made.store.close()
    return made


def test_a_new_store_has_its_first_person_its_label_and_nothing_readable(made: Any) -> None:
    assert list_people(made.store) == (made.anna,)
    assert (made.store.label, made.store.fictional) == ("Marlhaven", False)
    made.store.close()
    assert b"Anna" not in made.path.read_bytes()
    assert b"SQLite" not in made.path.read_bytes()
    assert b"Anna" not in keys_path(made.path).read_bytes()


def test_a_closed_store_is_two_files_and_opens_again(closed: Any) -> None:
    names = sorted(file.name for file in closed.path.parent.glob("council*"))
    assert names == ["council.milepost", "council.milepost-keys"]
    with open_store(closed.path, closed.passphrase) as store:
        assert list_people(store) == (closed.anna,)


@pytest.mark.skipif(os.name != "posix", reason="files have no owner's mode here")
def test_only_its_owner_may_read_the_keys_beside_a_store(made: Any) -> None:
    assert keys_path(made.path).stat().st_mode & 0o077 == 0


def test_a_copy_made_without_its_log_is_not_taken_for_an_empty_store(
    anna: Person, tmp_path: Path
) -> None:
    path, copy = tmp_path / "new.milepost", tmp_path / "copy.milepost"
    store, _ = create(path, "words", anna, label="New", key_cost=CHEAP_FOR_TESTS)
    with store:  # until it is closed, all of it stands in the log
        shutil.copy(path, copy)
        shutil.copy(keys_path(path), keys_path(copy))
        before = copy.read_bytes()
        with pytest.raises(DamagedStore, match="-wal"):
            open_store(copy, "words")
        assert copy.read_bytes() == before


def test_the_recovery_key_opens_and_lets_a_new_passphrase_be_set(closed: Any) -> None:
    with open_with_recovery_key(closed.path, closed.recovery_key.lower()) as store:
        reset_passphrase(store, "new words here", closed.anna)
    with open_store(closed.path, "new words here") as store:
        assert list_people(store) == (closed.anna,)
    with pytest.raises(WrongPassphrase):
        open_store(closed.path, closed.passphrase)


def test_a_passphrase_is_changed_by_who_knows_it_without_the_file_changing(made: Any) -> None:
    with pytest.raises(WrongPassphrase):
        change_passphrase(made.store, "a guess", "new", made.anna)
    with pytest.raises(NotAllowedNow, match="old passphrase"):
        reset_passphrase(made.store, "new", made.anna)
    change_passphrase(made.store, made.passphrase, "new", made.anna)
    made.store.close()
    open_store(made.path, "new").close()


def test_a_new_recovery_key_replaces_the_printed_one(made: Any) -> None:
    key = new_recovery_key(made.store, made.anna)
    made.store.close()
    open_with_recovery_key(made.path, key).close()
    with pytest.raises(WrongRecoveryKey):
        open_with_recovery_key(made.path, made.recovery_key)


def test_a_store_is_never_made_over_something_else(tmp_path: Path, anna: Person) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("keep me")
    with pytest.raises(AlreadyThere):
        create(path, "pass", anna, label="L", key_cost=CHEAP_FOR_TESTS)
    assert path.read_text() == "keep me"


def test_a_store_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path, anna: Person) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(EmptyPassphrase):
        create(tmp_path / "a.milepost", "", anna, label="L", key_cost=CHEAP_FOR_TESTS)
    with pytest.raises(UserFacingError):
        create(tmp_path / "none" / "a.milepost", "p", anna, label="L", key_cost=CHEAP_FOR_TESTS)
    unreadable = replace(anna, name=None)
    with pytest.raises(Exception, match="NOT NULL"):
        create(tmp_path / "a.milepost", "p", unreadable, label="L", key_cost=CHEAP_FOR_TESTS)
    assert sorted(tmp_path.iterdir()) == before


def test_a_wrong_passphrase_says_so_and_changes_nothing(closed: Any) -> None:
    before = closed.path.read_bytes(), keys_path(closed.path).read_bytes()
    with pytest.raises(WrongPassphrase, match="Caps Lock"):
        open_store(closed.path, closed.passphrase.upper())
    assert (closed.path.read_bytes(), keys_path(closed.path).read_bytes()) == before


def _cut_short(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _cut_by_pages(data: bytes) -> bytes:
    return data[: 4096 * 5]


def _flip(at: float) -> Any:
    def flipped(data: bytes) -> bytes:
        place = int(at * (len(data) - 1))
        return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]

    return flipped


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(_cut_short, id="cut short"),
        pytest.param(_cut_by_pages, id="cut between pages"),
        pytest.param(lambda data: data[:100], id="cut to a hundred bytes"),
        pytest.param(lambda data: b"", id="emptied"),
        pytest.param(lambda data: b"Dear all,\n" * 4000, id="a text file put over it"),
        pytest.param(lambda data: bytes(len(data)), id="zeros"),
        *(pytest.param(_flip(at), id=f"bit flipped at {at:.0%}") for at in (0, 0.005, 0.4, 0.7, 1)),
    ],
)
def test_a_damaged_file_is_told_from_a_wrong_passphrase(closed: Any, harm: Any) -> None:
    closed.path.write_bytes(harm(closed.path.read_bytes()))
    harmed = closed.path.read_bytes()
    with pytest.raises(DamagedStore, match="passphrase is not the cause.*backup"):
        open_store(closed.path, closed.passphrase)
    assert closed.path.read_bytes() == harmed
    with pytest.raises(WrongPassphrase):
        open_store(closed.path, "something else")


def test_damaged_keys_are_told_from_a_wrong_passphrase(closed: Any) -> None:
    keys = keys_path(closed.path)
    good = keys.read_bytes()
    for at in range(0, len(good), 37):
        keys.write_bytes(good[:at] + bytes([good[at] ^ 2]) + good[at + 1 :])
        with pytest.raises((DamagedKeys, NewerStore)):
            open_store(closed.path, closed.passphrase)
    for text in (b"", b"{}", b"[]", b"\xff\xfe", good[:-30]):
        keys.write_bytes(text)
        with pytest.raises(DamagedKeys, match="any backup"):
            open_store(closed.path, closed.passphrase)


def test_keys_that_would_exhaust_the_machine_are_refused(closed: Any) -> None:
    keys = read_keys(closed.path)
    write_keys(closed.path, replace(keys, cost=replace(keys.cost, memory_kib=1 << 40)))
    with pytest.raises(DamagedKeys):
        open_store(closed.path, closed.passphrase)


def test_missing_keys_are_told_with_the_name_of_the_file(closed: Any) -> None:
    keys_path(closed.path).unlink()
    with pytest.raises(MissingKeys, match=r"council\.milepost-keys"):
        open_store(closed.path, closed.passphrase)


def test_the_keys_of_another_store_do_not_pass_for_damage_of_the_passphrase(
    closed: Any, tmp_path: Path
) -> None:
    other = tmp_path / "other.milepost"
    create(other, "other words", closed.anna, label="O", key_cost=CHEAP_FOR_TESTS)[0].close()
    shutil.copy(keys_path(other), keys_path(closed.path))
    with pytest.raises(WrongPassphrase):
        open_store(closed.path, closed.passphrase)
    with pytest.raises(DamagedStore):
        open_store(closed.path, "other words")


@pytest.mark.parametrize("content", [b"Dear all,\n", b"", b"SQLite format 3\0" + bytes(8176)])
def test_some_other_file_is_not_a_store(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.milepost"
    path.write_bytes(content)
    with pytest.raises(NotAStore, match="not a Milepost store"):
        open_store(path, "pass")
    assert path.read_bytes() == content


def test_a_place_with_nothing_there_is_not_a_store(tmp_path: Path) -> None:
    with pytest.raises(NotAStore, match="no store at"):
        open_store(tmp_path / "gone.milepost", "pass")
    with pytest.raises(NotAStore):
        open_store(tmp_path, "pass")


def test_keys_without_their_store_are_told(closed: Any) -> None:
    closed.path.unlink()
    with pytest.raises(NotAStore, match="keys are there"):
        open_store(closed.path, closed.passphrase)


def test_keys_of_a_newer_form_ask_for_a_newer_program(closed: Any) -> None:
    keys = keys_path(closed.path)
    keys.write_text(json.dumps({**json.loads(keys.read_text()), "version": 2}))
    with pytest.raises(NewerStore, match="newer version"):
        open_store(closed.path, closed.passphrase)


def test_an_open_store_is_in_use_for_a_second_one_who_is_told_by_whom(made: Any) -> None:
    with pytest.raises(StoreInUse, match=r"in use by .+ since \d\d \w+ \d{4}"):
        open_store(made.path, made.passphrase)


def test_a_closed_store_says_so(closed: Any) -> None:
    closed.store.close()
    with pytest.raises(StoreClosed):
        list_people(closed.store)


def test_removing_a_sample_removes_everything_of_it_and_nothing_else(
    tmp_path: Path, anna: Person
) -> None:
    from store.backup import make_backup

    folder = tmp_path / "stores"
    folder.mkdir()
    path = folder / "sample.milepost"
    (folder / "mine.txt").write_text("mine")
    sample, _ = create(path, "p", anna, label="Sample", fictional=True, key_cost=CHEAP_FOR_TESTS)
    make_backup(sample, anna)
    with pytest.raises(StoreInUse):
        remove(path)
    sample.close()
    remove(path)
    assert [file.name for file in folder.rglob("*")] == ["mine.txt"]


def test_a_council_s_own_store_is_not_removed_by_mistake(closed: Any) -> None:
    with pytest.raises(NotAllowedNow, match="not a sample"):
        remove(closed.path)
    assert is_store(closed.path)
    remove(closed.path, even_if_real=True)
    assert not is_store(closed.path)
    with pytest.raises(NotAStore):
        remove(closed.path)


def test_every_message_says_what_happened_and_what_to_do_next() -> None:
    for error in (WrongPassphrase(), StoreInUse("Jo", "noon"), StoreClosed(), EmptyPassphrase()):
        assert isinstance(error, UserFacingError)
        assert str(error).count(".") >= 2
