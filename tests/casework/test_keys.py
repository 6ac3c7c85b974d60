"""Passphrase and recovery key: changed by the administrator, or by whoever came in by the key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casework.desk import Desk
from casework.keys import KeysStay, change_passphrase, may_change_keys, new_recovery_key
from casework.opening import open_store, open_with_recovery_key
from casework.rights import NotAllowed
from casework.trail import last_lines
from records.people import Role
from store.problems import MistypedRecoveryKey, WrongPassphrase, WrongRecoveryKey
from tests.casework.desks import as_person, desk_in

OLD, NEW = "passphrase", "violet harbour oat lantern"
KEEPER = frozenset({Role.ADMINISTRATOR})


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = desk_in(tmp_path, KEEPER)
    yield found
    found.store.close()


def opens(desk: Desk, passphrase: str) -> bool:
    desk.store.close()
    try:
        open_store(desk.store.path, passphrase).close()
    except WrongPassphrase:
        return False
    return True


def recovered(desk: Desk, key: str) -> Desk:
    desk.store.close()
    return replace(desk, store=open_with_recovery_key(desk.store.path, key))


def test_the_new_passphrase_opens_the_store_and_the_old_one_does_not(desk: Desk) -> None:
    change_passphrase(desk, OLD, NEW)
    assert last_lines(desk, 1)[0].what == "passphrase changed"
    assert opens(desk, NEW)
    assert not opens(desk, OLD)


def test_a_wrong_old_passphrase_changes_nothing(desk: Desk) -> None:
    before = last_lines(desk)
    with pytest.raises(WrongPassphrase):
        change_passphrase(desk, "something else", NEW)
    assert last_lines(desk) == before
    assert opens(desk, OLD)


def test_a_short_passphrase_is_refused(desk: Desk) -> None:
    with pytest.raises(KeysStay, match="at least 12"):
        change_passphrase(desk, OLD, "elevenchars")
    assert opens(desk, OLD)


def test_a_new_recovery_key_opens_and_the_one_before_does_not(desk: Desk) -> None:
    first, second = new_recovery_key(desk), new_recovery_key(desk)
    desk.store.close()
    with pytest.raises((WrongRecoveryKey, MistypedRecoveryKey)):
        open_with_recovery_key(desk.store.path, first)
    open_with_recovery_key(desk.store.path, second).close()
    assert opens(desk, OLD)


def test_others_are_refused_and_their_old_keys_still_open(desk: Desk) -> None:
    officer = as_person(desk, "B. Officer", Role.ELIGIBILITY_OFFICER)
    assert not may_change_keys(officer)
    with pytest.raises(NotAllowed):
        change_passphrase(officer, OLD, NEW)
    with pytest.raises(NotAllowed):
        new_recovery_key(officer)
    assert opens(desk, OLD)


def test_whoever_came_in_by_the_recovery_key_sets_a_passphrase_without_the_old(desk: Desk) -> None:
    key = new_recovery_key(desk)
    officer = as_person(desk, "B. Officer", Role.ELIGIBILITY_OFFICER)
    at_desk = replace(recovered(desk, key), person=officer.person)
    assert may_change_keys(at_desk)
    change_passphrase(at_desk, "", NEW)
    assert opens(at_desk, NEW)
    assert not opens(at_desk, OLD)


def test_the_samples_keys_stay_as_they_are(desk: Desk) -> None:
    desk.store.keys = replace(desk.store.keys, fictional=True)
    assert not may_change_keys(desk)
    with pytest.raises(KeysStay, match="sample"):
        change_passphrase(desk, OLD, NEW)
    with pytest.raises(KeysStay, match="sample"):
        new_recovery_key(desk)
    assert opens(desk, OLD)
