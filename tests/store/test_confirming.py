"""Confirmations, discretion and determinations come back as they were, and are never edited."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from records.application import Application
from records.confirmation import Confirmation
from records.decision import Decision, Discretion
from records.determination import Determination, JudgedCriterion
from records.people import Person
from rules.part_values import DeterminationOutcome
from rules.values import Determined
from store.audit import lines
from store.confirmations import (
    add_confirmation,
    confirmation_of,
    confirmations,
    words_on_version,
)
from store.decisions import add_decision, decision
from store.determinations import (
    add_determination,
    determinations_of,
    every_determination_of,
)
from store.discretions import add_discretion, discretions_of
from store.engine import writable
from store.identifiers import new_id
from store.store import Store
from tests.store.conftest import AT

DIGEST, OTHER = "ab" * 32, "cd" * 32


def confirmed(anna: Person, digest: str = DIGEST, yes: bool = True) -> Confirmation:
    return Confirmation(
        new_id(), "council/2026-27", digest, yes, "Cabinet, item 9.", anna.id, anna.name, AT
    )


def determination(case: Application, anna: Person) -> Determination:
    return Determination(
        id=new_id(),
        application=case.id,
        kind=Determined.SOLO_TRAVEL,
        policy="council/2026-27",
        digest=DIGEST,
        outcome=DeterminationOutcome.NEEDED,
        criteria=(
            JudgedCriterion("risk_when_sharing", "Risk when sharing", True, "The report — “May”."),
            JudgedCriterion("one_to_one_at_school", "One-to-one", None, "Asked; no answer."),
        ),
        reasons="He cannot share.",
        by=anna.id,
        by_name=anna.name,
        authorised_by="p-second",
        authorised_by_name="M. Quay",
        at=AT,
        review_on=date(2027, 9, 1),
    )


def test_the_latest_word_on_a_text_counts_and_every_word_stays(store: Store, anna: Person) -> None:
    assert confirmation_of(store, DIGEST) is None
    first = confirmed(anna)
    add_confirmation(store, first, anna)
    assert confirmation_of(store, DIGEST) == first
    assert confirmation_of(store, OTHER) is None
    add_confirmation(store, confirmed(anna, yes=False), anna)
    assert confirmation_of(store, DIGEST) is None
    again = confirmed(anna)
    add_confirmation(store, again, anna)
    assert confirmations(store) == {DIGEST: again}
    assert [each.confirmed for each in words_on_version(store, "council/2026-27")] == [
        True, False, True,
    ]  # fmt: skip


def test_a_confirmation_has_a_line_in_the_trail_that_names_the_text(
    store: Store, anna: Person
) -> None:
    add_confirmation(store, confirmed(anna), anna)
    line = lines(store, "council/2026-27")[-1]
    assert (line.what, line.body["digest"]) == ("version confirmed for use", DIGEST)


def test_a_determination_comes_back_exactly_and_a_later_one_counts(
    store: Store, case: Application, anna: Person
) -> None:
    first = determination(case, anna)
    add_determination(store, first, anna)
    assert determinations_of(store, case.id) == (first,)
    assert repr(determinations_of(store, case.id)[0]) == repr(first)
    later = replace(first, id=new_id(), outcome=DeterminationOutcome.NOT_NEEDED)
    add_determination(store, later, anna)
    assert determinations_of(store, case.id) == (later,)
    assert every_determination_of(store, case.id) == (first, later)


@pytest.mark.parametrize(
    "wrong",
    [
        {"authorised_by": None},
        {"review_on": None},
    ],
)
def test_the_database_itself_refuses_travel_alone_without_authoriser_or_review(
    store: Store, case: Application, anna: Person, wrong: dict[str, None]
) -> None:
    with pytest.raises(Exception, match="CHECK"):
        add_determination(store, replace(determination(case, anna), **wrong), anna)
    assert every_determination_of(store, case.id) == ()


def test_the_database_itself_refuses_an_own_authorisation(
    store: Store, case: Application, anna: Person
) -> None:
    with pytest.raises(Exception, match="CHECK"):
        add_determination(store, replace(determination(case, anna), authorised_by=anna.id), anna)


def considered(case: Application, anna: Person, used: bool) -> Discretion:
    return Discretion(
        "s.508C", used, "A bereavement.", new_id(), case.id, anna.id, anna.name, AT,
        "p-second" if used else None, "R. Reid" if used else None, "", date(2027, 9, 1),
    )  # fmt: skip


def test_discretion_comes_back_exactly_each_time_it_was_considered(
    store: Store, case: Application, anna: Person
) -> None:
    both = (considered(case, anna, False), considered(case, anna, True))
    for each in both:
        add_discretion(store, each, anna)
    assert discretions_of(store, case.id) == both


def test_the_database_itself_refuses_discretion_used_without_an_authoriser(
    store: Store, case: Application, anna: Person
) -> None:
    with pytest.raises(Exception, match="CHECK"):
        add_discretion(store, replace(considered(case, anna, True), authorised_by=None), anna)


@pytest.mark.parametrize("table", ["confirmations", "discretions", "determinations"])
def test_none_of_them_is_edited_or_removed(
    store: Store, case: Application, anna: Person, table: str
) -> None:
    add_confirmation(store, confirmed(anna), anna)
    add_discretion(store, considered(case, anna, False), anna)
    add_determination(store, determination(case, anna), anna)
    for sql in (f"UPDATE {table} SET by_name = 'X'", f"DELETE FROM {table}"):
        with pytest.raises(Exception, match="never"), writable(store.db) as db:
            db.execute(sql)


def test_a_decision_of_before_the_parts_still_reads(
    store: Store, case: Application, anna: Person, make_decision: Callable[..., Decision]
) -> None:
    made = make_decision()
    add_decision(store, made, anna)
    row = store.row("SELECT body FROM decisions WHERE id = ?", [made.id])
    assert row is not None
    body = json.loads(zlib.decompress(row["body"]))
    for name in ("parts", "determinations", "kept", "confirmation"):
        del body[name]
    for name in [key for key in body["discretion"] if key not in ("power", "used", "reasons")]:
        del body["discretion"][name]
    older = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    with writable(store.db) as db:
        db.execute("DROP TRIGGER decisions_no_update")
        values = [zlib.compress(older), sha256(older).hexdigest()]
        db.execute("UPDATE decisions SET body = ?, sha256 = ?", values)
    found = decision(store, made.id)
    assert (found.parts, found.determinations, found.kept) == (None, (), None)
    assert found == made
