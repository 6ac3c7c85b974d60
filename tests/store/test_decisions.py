"""Decisions come back exactly, share their policy texts, and are superseded one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from records.application import Application, Stage
from records.decision import Decision
from records.people import Person
from rules.values import Outcome
from store.applications import add_application, application, withdraw
from store.audit import head, lines
from store.decisions import (
    add_decision,
    current_decision,
    decision,
    decisions_of,
    list_decisions,
)
from store.engine import writable
from store.identifiers import new_id
from store.policy_texts import count_texts, texts_of
from store.problems import AlreadyDecided, DamagedStore, NotAllowedNow, NotThere
from store.store import Store

Make = Callable[..., Decision]


def test_a_decision_comes_back_exactly_and_decides_its_case(
    store: Store, case: Application, anna: Person, make_decision: Make
) -> None:
    made = make_decision()
    assert current_decision(store, case.id) is None
    add_decision(store, made, anna)
    assert decision(store, made.id) == made
    assert repr(current_decision(store, case.id)) == repr(made)
    assert application(store, case.id).stage is Stage.DECIDED


def test_a_later_decision_supersedes_and_both_stay(
    store: Store, case: Application, anna: Person, make_decision: Make
) -> None:
    first = make_decision()
    second = make_decision(supersedes=first.id, outcome=Outcome.ENTITLED, discretion=None)
    add_decision(store, first, anna)
    add_decision(store, second, anna)
    assert current_decision(store, case.id) == second
    assert decisions_of(store, case.id) == (first, second)
    assert list_decisions(store) == (second,)
    assert list_decisions(store, superseded_too=True) == (first, second)


def test_a_decision_is_superseded_once(
    store: Store, case: Application, anna: Person, make_decision: Make
) -> None:
    first, before = make_decision(), None
    add_decision(store, first, anna)
    add_decision(store, make_decision(supersedes=first.id), anna)
    before = head(store)
    with pytest.raises(AlreadyDecided, match="since you opened it"):
        add_decision(store, make_decision(supersedes=first.id), anna)
    with pytest.raises(AlreadyDecided):
        add_decision(store, make_decision(), anna)
    assert head(store) == before


def test_the_database_itself_lets_a_decision_be_superseded_once(
    store: Store, case: Application, anna: Person, make_decision: Make
) -> None:
    first = make_decision()
    add_decision(store, first, anna)
    add_decision(store, make_decision(supersedes=first.id), anna)
    copy = (
        "INSERT INTO decisions SELECT seq + 10, id || 'x', application, policy, outcome,"
        " decided_by, decided_at, supersedes, body, sha256 FROM decisions WHERE id {} ?"
    )
    for which in ("=", "<>"):
        with pytest.raises(Exception, match="UNIQUE"), writable(store.db) as db:
            db.execute(copy.format(which), [first.id])


def test_a_decision_does_not_supersede_one_of_another_case(
    store: Store, case: Application, anna: Person, make_decision: Make
) -> None:
    other = replace(case, id=new_id(), reference="MH-2")
    add_application(store, other, anna)
    first = make_decision()
    add_decision(store, first, anna)
    with pytest.raises(AlreadyDecided):
        add_decision(store, make_decision(application=other.id, supersedes=first.id), anna)
    with pytest.raises(Exception, match="same case"), writable(store.db) as db:
        db.execute(
            "INSERT INTO decisions SELECT 99, 'x', ?, policy, outcome, decided_by, decided_at,"
            " id, body, sha256 FROM decisions",
            [other.id],
        )


def test_a_withdrawn_case_is_not_decided(
    store: Store, case: Application, anna: Person, make_decision: Make
) -> None:
    withdraw(store, case.id, "moved", anna)
    with pytest.raises(NotAllowedNow, match="was withdrawn"):
        add_decision(store, make_decision(), anna)
    assert current_decision(store, case.id) is None


def test_policy_texts_are_kept_once_and_come_back_in_order(
    store: Store, case: Application, anna: Person, make_decision: Make
) -> None:
    first = make_decision()
    second = make_decision(supersedes=first.id)
    third = make_decision(
        supersedes=second.id, policy_texts=(*reversed(first.policy_texts), ("c/1", "new"))
    )
    for one in (first, second, third):
        add_decision(store, one, anna)
    assert count_texts(store) == 3
    assert texts_of(store, third.id) == third.policy_texts
    assert decision(store, first.id).policy_texts == first.policy_texts


def test_the_audit_line_of_a_decision_names_policy_and_outcome(
    store: Store, case: Application, anna: Person, make_decision: Make
) -> None:
    made = make_decision()
    add_decision(store, made, anna)
    line = lines(store, case.id)[-1]
    assert line.what == "decision made"
    assert line.body["id"] == made.id
    assert (line.body["outcome"], line.body["policy"]) == ("not_entitled", "cd" * 32)


def test_a_decision_whose_bytes_were_changed_is_not_shown(
    store: Store, case: Application, anna: Person, make_decision: Make
) -> None:
    first = make_decision()
    add_decision(store, first, anna)
    with writable(store.db) as db:
        db.execute("DROP TRIGGER decisions_no_update")
        db.execute("UPDATE decisions SET sha256 = ?", ["0" * 64])
    with pytest.raises(DamagedStore, match="not as it was written"):
        decision(store, first.id)


def test_a_decision_that_fails_half_way_leaves_nothing(
    store: Store, case: Application, anna: Person, make_decision: Make
) -> None:
    broken: Any = (("england", "a"), ("other", None))
    before = head(store)
    with pytest.raises(AttributeError):
        add_decision(store, make_decision(policy_texts=broken), anna)
    assert list_decisions(store) == ()
    assert (count_texts(store), head(store)) == (0, before)
    assert application(store, case.id).stage is Stage.OPEN


def test_a_decision_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(NotThere, match="no decision x"):
        decision(store, "x")
