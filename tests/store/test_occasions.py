"""Occasions, sendings and formats come back as they were; letters of an old store are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import store.migrations as migrations
from records.application import Application
from records.child import Household
from records.decision import Decision
from records.letter import Letter
from records.letter_format import LetterFormat
from records.occasions import KIND_OF, OCCASION_OF, REQUEST_OF, RecordedOccasion
from records.offers import BudgetOffer, EvidenceAsked, WantedItem
from records.people import Person
from records.reviews import ReviewReceived
from store.audit import lines, verify
from store.cipher import IntegrityError
from store.contents import content
from store.decisions import add_decision
from store.engine import connection, writable
from store.identifiers import new_id
from store.letter_formats import add_letter_format, letter_format_of
from store.letters import add_letter, issue_letter, letters_of_case
from store.occasions import add_occasion, every_occasion_of, occasion, occasions_of
from store.problems import AlreadyHeld, NotAllowedNow, NotThere
from store.sendings import add_sending, last_days, sendings_of
from store.store import Store, utc_now
from tests.store.occasions import ASKED, recorded_occasion, sending_of

BUDGET = BudgetOffer(45, 12_874_752, 190, (date(2027, 9, 1), date(2027, 12, 1)), accepted=False)
ITEM = WantedItem("a plan", "It may change the answer.", "walking", "a letter of the school")
EVIDENCE = EvidenceAsked((ITEM,), date(2027, 5, 3), None, False, "we wait for it")
Make = Callable[[Decision], Letter]


@pytest.fixture
def letter(
    store: Store, case: Application, anna: Person, make_decision: Any, make_letter: Make
) -> Letter:
    decision = make_decision()
    add_decision(store, decision, anna)
    return add_letter(store, make_letter(decision), anna)


@pytest.mark.parametrize("said", [ASKED, BUDGET, EVIDENCE, *(kind() for kind in KIND_OF)])
def test_an_occasion_comes_back_exactly(
    store: Store, case: Application, anna: Person, said: Any
) -> None:
    kind = KIND_OF[type(said)]
    made = replace(recorded_occasion(case.id, anna), kind=kind, occasion=said)
    add_occasion(store, made, anna)
    assert occasion(store, made.id) == made
    assert occasions_of(store, case.id) == (made,)
    line = lines(store, case.id)[-1]
    assert (line.what, line.body["kind"]) == ("occasion recorded", kind)


def test_an_occasion_is_corrected_by_a_later_one_and_both_stay(
    store: Store, case: Application, anna: Person
) -> None:
    first = recorded_occasion(case.id, anna)
    better = replace(ASKED, meanwhile="By taxi.")
    second = recorded_occasion(case.id, anna, better, replaces=first.id)
    for each in (first, second):
        add_occasion(store, each, anna)
    assert occasions_of(store, case.id) == (second,)
    assert every_occasion_of(store, case.id) == (first, second)
    third = recorded_occasion(case.id, anna, replaces=first.id)
    with pytest.raises(AlreadyHeld):
        add_occasion(store, third, anna)


def test_an_occasion_replaces_only_one_of_its_own_kind(
    store: Store, case: Application, anna: Person
) -> None:
    first = recorded_occasion(case.id, anna)
    add_occasion(store, first, anna)
    other = replace(
        recorded_occasion(case.id, anna, replaces=first.id), kind="more-evidence", occasion=EVIDENCE
    )
    with pytest.raises(NotAllowedNow, match="same case and kind"):
        add_occasion(store, other, anna)
    with pytest.raises(NotThere):
        occasion(store, other.id)


def test_a_later_sending_of_a_letter_counts(
    store: Store, case: Application, anna: Person, letter: Letter
) -> None:
    first = sending_of(letter.id, anna)
    second = sending_of(letter.id, anna, date(2027, 3, 18))
    for each in (first, second):
        add_sending(store, each, case.id, anna)
    assert sendings_of(store, case.id) == (second,)
    assert last_days(store) == {case.id: (second,)}


def test_a_letter_whose_place_another_took_sets_no_last_day(
    store: Store, case: Application, anna: Person, letter: Letter, make_letter: Make
) -> None:
    add_sending(store, sending_of(letter.id, anna), case.id, anna)
    newer = replace(letter, id=new_id(), replaces=letter.id, because="a wrong day")
    add_letter(store, newer, anna)
    assert case.id in last_days(store), "it is only written, and not issued"
    issue_letter(store, newer.id, anna)
    assert last_days(store) == {}


def test_a_letter_keeps_the_texts_it_was_made_from(
    store: Store, case: Application, anna: Person, letter: Letter
) -> None:
    text = b"# Travel to school"
    wording = sha256(text).hexdigest()
    made = replace(letter, id=new_id(), wording=wording, inputs="{}", decision=None)
    add_letter(store, made, anna, (text, text))
    assert letters_of_case(store, case.id)[-1] == made
    assert content(store, wording) == text
    body = lines(store, case.id)[-1].body
    assert body["wording"] == wording and body["inputs"] == sha256(b"{}").hexdigest()


def test_the_format_a_family_asked_for_last_counts(
    store: Store, household: Household, case: Application, anna: Person
) -> None:
    assert letter_format_of(store, household.id) is None
    for points in (18.0, 24.0):
        wanted = LetterFormat(
            new_id(), household.id, "large", points, anna.id, anna.name, utc_now()
        )
        add_letter_format(store, wanted, anna)
    found = letter_format_of(store, household.id)
    assert found is not None and found.points == 24.0


def test_every_kind_of_occasion_has_a_name_and_a_request_has_one_for_each_stage() -> None:
    assert set(KIND_OF) == set(OCCASION_OF.values())
    several = [name for name, kind in OCCASION_OF.items() if name != KIND_OF[kind]]
    assert (KIND_OF[ReviewReceived], several) == (REQUEST_OF[1], [REQUEST_OF[2]])
    assert all(fields(kind) for kind in KIND_OF)
    assert {each.name for each in fields(RecordedOccasion)} >= {"replaces", "rests_on", "decision"}


def test_letters_of_an_old_store_stay_with_their_numbers_and_cases(
    tmp_path: Path, anna: Person
) -> None:
    db = connection(tmp_path / "old.milepost", b"k" * 32)
    migrations.bring_up_to_date(db, utc_now, upto=5)
    with writable(db):
        db.execute("PRAGMA defer_foreign_keys = ON")
        db.execute("INSERT INTO households VALUES (1, 'h', '[]', 'Z', NULL, NULL, 'a', 'Jo')")
        db.execute("INSERT INTO children VALUES (1, 'c', 'h', 'Zoë', 'Lee', '2019-02-28')")
        db.execute(
            "INSERT INTO schools (seq, id, urn, name, gates) VALUES (1, 's', '9', 'S', '[]')"
        )
        db.execute(
            "INSERT INTO applications VALUES (1, 'a', 'MH-1', 'marlhaven', 'c', 's', '2027-09-02',"
            " '2027-03-01', 'transport', 'open', 0, NULL)"
        )
        db.execute(
            "INSERT INTO decisions VALUES (1, 'd', 'a', 'p', 'entitled', 'x', 'y', NULL, X'00', '')"
        )
        db.execute(
            "INSERT INTO letters VALUES (7, 'l', 'd', 'approve', 't', 's', X'0102', 'x', 'y', 1)"
        )
    migrations.bring_up_to_date(db, utc_now)
    (kept,) = list(db.query("SELECT * FROM letters"))
    assert (kept["seq"], kept["id"], kept["application"], kept["issued"]) == (7, "l", "a", 1)
    assert (kept["pdf"], kept["format"], kept["inputs"]) == (b"\x01\x02", "standard", "")
    assert list(db.query("PRAGMA foreign_key_check")) == []
    with pytest.raises(IntegrityError, match="never removed"), writable(db):
        db.execute("DELETE FROM letters")
    db.close()


def test_the_trail_of_a_store_with_occasions_is_whole(
    store: Store, case: Application, anna: Person
) -> None:
    add_occasion(store, recorded_occasion(case.id, anna), anna)
    assert verify(store).intact
