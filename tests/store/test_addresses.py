"""Addresses are kept whole or not at all, brought up to date by UPRN, and found as people type."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.address import Address
from records.people import Person
from store import audit
from store.addresses import (
    address,
    addresses_at,
    addresses_like,
    count_addresses,
    keep_addresses,
    sought_words,
)
from store.store import Store

QUAY = Address("100", "ZZ1 2AB", "1 St. Mary's Quay, Marlhaven", 450_000.0, 60_000.0)
LANE = Address("200", "ZZ1 2AB", "2 Mill Lane, Marlhaven", 450_100.0, 60_100.0)


def test_an_address_is_found_by_uprn_postcode_and_words(store: Store, anna: Person) -> None:
    assert keep_addresses(store, [QUAY, LANE], "AddressBase: a.csv", anna) == 2
    assert address(store, "100") == QUAY
    assert address(store, "101") is None
    assert addresses_at(store, "zz12ab", 10) == (QUAY, LANE)
    assert addresses_like(store, "mary's quay", 10) == (QUAY,)
    assert addresses_like(store, "quay 1 marl", 10) == (QUAY,)
    assert addresses_like(store, "marlhaven", 1) == (QUAY,)
    assert addresses_like(store, "100%", 10) == ()
    assert addresses_like(store, " ,. ", 10) == ()


def test_a_list_without_words_moves_a_place_and_leaves_its_address(
    store: Store, anna: Person
) -> None:
    keep_addresses(store, [QUAY], "AddressBase: a.csv", anna)
    keep_addresses(store, [Address("100", "", "", 450_009.0, 60_009.0)], "OS Open UPRN", anna)
    found = address(store, "100")
    assert found == Address("100", "ZZ1 2AB", QUAY.address, 450_009.0, 60_009.0)
    assert addresses_like(store, "quay", 10) == (found,)
    assert count_addresses(store) == 1


def test_a_list_that_breaks_off_leaves_nothing_behind(store: Store, anna: Person) -> None:
    def broken() -> Iterator[Address]:
        yield QUAY
        raise ValueError("the file ends here")

    before = len(audit.lines(store))
    with pytest.raises(ValueError, match="ends here"):
        keep_addresses(store, broken(), "AddressBase: a.csv", anna)
    assert count_addresses(store) == 0
    assert len(audit.lines(store)) == before


def test_one_audit_line_tells_source_count_and_digest(store: Store, anna: Person) -> None:
    keep_addresses(store, [QUAY, LANE], "AddressBase: a.csv", anna)
    last = audit.lines(store)[-1]
    assert last.what == "addresses brought in"
    assert (last.body["source"], last.body["count"]) == ("AddressBase: a.csv", 2)
    assert len(last.body["sha256"]) == 64


@given(st.text())
def test_what_is_sought_is_words_of_letters_and_figures_alone(text: str) -> None:
    words = sought_words(text)
    assert words.startswith(" ")
    assert sought_words(words) == words
    assert all(each.isalnum() for each in words.replace(" ", ""))
