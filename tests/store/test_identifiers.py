"""Identifiers are version 7, carry their time, and only ever go up."""

from __future__ import annotations

import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from store.identifiers import Identifiers, made_at, new_id


def test_an_identifier_is_a_uuid_of_version_7_and_its_variant() -> None:
    one = uuid.UUID(new_id())
    assert one.version == 7
    assert one.variant == uuid.RFC_4122


def test_an_identifier_carries_the_moment_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    assert before <= made_at(Identifiers().new()) <= time.time_ns() // 1_000_000


def test_the_example_time_of_the_rfc_takes_its_place_in_the_text() -> None:
    # RFC 9562, A.6: Tuesday, 22 February 2022, 14:22:22.00 GMT-05:00
    assert Identifiers(lambda: 0x017F22E279B0).new().startswith("017f22e2-79b0-7")


@given(st.lists(st.integers(0, 2**47), min_size=1, max_size=50))
def test_identifiers_rise_whatever_the_clock_does(times: list[int]) -> None:
    clock = iter(times)
    source = Identifiers(lambda: next(clock))
    made = [source.new() for _ in times]
    assert made == sorted(set(made))


def test_an_exhausted_millisecond_borrows_the_next() -> None:
    source = Identifiers(lambda: 1000)
    source.new()
    source._random = 2**74 - 1
    assert made_at(source.new()) == 1001


def test_threads_never_get_the_same_identifier() -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: new_id(), range(4000)))
    assert len(set(made)) == 4000
