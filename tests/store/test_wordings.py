"""Wordings that policy leads saved come back as they were; the latest counts; none is edited."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from records.people import Person
from records.wording import Wording
from store.audit import lines
from store.cipher import DatabaseError
from store.engine import writable
from store.identifiers import new_id
from store.problems import NotThere
from store.store import Store
from store.wordings import (
    add_wording,
    latest_wording,
    latest_wordings,
    wording,
    wording_named,
    wordings_of,
)
from tests.store.conftest import AT


def saved(anna: Person, text: str, kind: str = "refuse", language: str = "en-GB") -> Wording:
    digest = sha256(text.encode()).hexdigest()
    return Wording(
        new_id(),
        "city",
        kind,
        language,
        text,
        digest,
        "Panel, item 3",
        None,
        anna.id,
        anna.name,
        AT,
    )


def test_the_latest_wording_of_a_kind_and_language_counts_and_all_stay(
    store: Store, anna: Person
) -> None:
    assert latest_wording(store, "city", "refuse", "en-GB") is None
    first, second = saved(anna, "# One — “é”\r\n"), saved(anna, "# Two\n")
    other = saved(anna, "# Tri\n", language="cy")
    for each in (first, second, other):
        add_wording(store, each, anna)
    assert latest_wording(store, "city", "refuse", "en-GB") == second
    assert latest_wording(store, "city", "refuse", "cy") == other
    assert latest_wording(store, "town", "refuse", "en-GB") is None
    assert wordings_of(store, "city", "refuse", "en-GB") == (first, second)
    assert set(latest_wordings(store, "city")) == {second, other}
    assert wording(store, first.id) == first


def test_a_wording_is_found_by_the_digest_that_a_letter_names(store: Store, anna: Person) -> None:
    first = saved(anna, "# One\n")
    add_wording(store, first, anna)
    assert wording_named(store, first.digest) == first
    assert wording_named(store, first.digest[:12]) == first
    assert wording_named(store, "0" * 12) is None
    assert wording_named(store, "") is None


def test_the_audit_trail_says_who_saved_which_text_and_why(store: Store, anna: Person) -> None:
    first = saved(anna, "# One\n")
    add_wording(store, first, anna)
    add_wording(store, replace(saved(anna, "# One\n"), restores=first.id), anna)
    told = [(line.what, line.about, line.by_name) for line in lines(store, "city/refuse")]
    assert told == [
        ("wording saved", "city/refuse", anna.name),
        ("wording restored", "city/refuse", anna.name),
    ]
    assert lines(store, "city/refuse")[0].body["digest"] == first.digest


def test_a_digest_of_another_text_is_refused(store: Store, anna: Person) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        add_wording(store, replace(saved(anna, "# One\n"), text="# Two\n"), anna)


def test_the_database_itself_refuses_to_edit_remove_or_leave_out_the_reason(
    store: Store, anna: Person
) -> None:
    add_wording(store, saved(anna, "# One\n"), anna)
    for statement in ("UPDATE wordings SET text = ''", "DELETE FROM wordings"):
        with pytest.raises(DatabaseError, match="never"), writable(store.db) as db:
            db.execute(statement)
    with pytest.raises(Exception, match=r"CHECK|constraint"):
        add_wording(store, replace(saved(anna, "# Two\n"), because=" "), anna)
    with pytest.raises(NotThere):
        wording(store, "none")
