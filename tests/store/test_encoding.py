"""Records come back from their canonical bytes as they were, and the same value gives the same."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.application import Application, Evidence, Point
from records.child import Child, Household
from records.decision import Decision
from records.fact import Fact, Judgement
from records.letter import Letter
from records.measurement import Measurement
from records.people import Person
from records.school import School
from rules.recommendation import Recommendation, Step
from rules.values import NO_ROUTE, FactValue, NoRoute
from store.encoding import decode, digest, encode
from store.rows import from_row, to_row

_NUMBERS = st.integers(-(2**62), 2**62)
_FLOATS = st.floats(allow_nan=False, allow_infinity=False)
_ZONES = st.integers(-720, 720).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_MOMENTS = st.datetimes(datetime(1900, 1, 2), datetime(2999, 1, 1), timezones=_ZONES)
_VALUES = st.one_of(
    st.none(), st.booleans(), _NUMBERS, st.dates(), st.text(max_size=8), st.just(NO_ROUTE)
)
_LIMITS = st.one_of(_VALUES, st.lists(st.text(max_size=5), max_size=3).map(tuple))

for kind, strategy in [
    (NoRoute, st.just(NO_ROUTE)),
    (datetime, _MOMENTS),
    (date, st.dates()),
    (float, _FLOATS),
    (int, _NUMBERS),
    (str, st.text(max_size=12)),
]:
    st.register_type_strategy(kind, strategy)


def _steps(inner: st.SearchStrategy[Step]) -> st.SearchStrategy[Step]:
    parts = st.lists(inner, max_size=2).map(tuple)
    return st.builds(Step, parts=parts, value=_VALUES, limit=_LIMITS)


_LEAF = st.builds(Step, parts=st.just(()), value=_VALUES, limit=_LIMITS)
st.register_type_strategy(Step, st.recursive(_LEAF, _steps, max_leaves=4))
_RECORDS = [Application, Evidence, Point, Child, Household, Fact, Judgement, Measurement, School]


@given(_VALUES)
def test_a_fact_value_comes_back_with_its_type(value: FactValue | None) -> None:
    back = decode(FactValue | None, encode(value))
    assert back == value
    assert type(back) is type(value)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(Decision))
def test_a_decision_comes_back_as_it_was_to_the_byte(decision: Decision) -> None:
    back = decode(Decision, encode(decision))
    assert back == decision
    assert encode(back) == encode(decision)
    assert digest(back) == digest(decision)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(Recommendation))
def test_a_recommendation_comes_back_with_every_step(recommendation: Recommendation) -> None:
    assert repr(decode(Recommendation, encode(recommendation))) == repr(recommendation)


@pytest.mark.parametrize("kind", [*_RECORDS, Person, Letter])
def test_a_record_comes_back_from_its_row(kind: type) -> None:
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def comes_back(record: object) -> None:
        row = to_row(record)
        back = from_row(kind, row)
        assert back == record
        for field in dataclasses.fields(kind):
            assert type(getattr(back, field.name)) is type(getattr(record, field.name))
        assert all(
            value is None or isinstance(value, int | float | str | bytes) for value in row.values()
        )

    comes_back()


def test_yes_is_not_one_and_a_date_is_not_its_text() -> None:
    kinds = [True, 1, "1", "2027-09-02", date(2027, 9, 2), None, "no route", NO_ROUTE]
    assert len({encode(value) for value in kinds}) == len(kinds)


def test_one_moment_in_two_zones_has_one_form() -> None:
    moment = datetime(2027, 3, 14, 12, tzinfo=UTC)
    assert encode(moment) == encode(moment.astimezone(timezone(timedelta(hours=5, minutes=30))))


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        encode(datetime(2027, 3, 14, 12))


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_not_finite_is_refused(number: float) -> None:
    with pytest.raises(ValueError):
        encode(number)


def test_a_value_without_a_form_is_refused() -> None:
    with pytest.raises(TypeError, match="object has no canonical form"):
        encode(object())


def test_keys_are_sorted_and_nothing_is_escaped_needlessly() -> None:
    assert encode({"b": "é", "a": 1}) == '{"a":1,"b":"é"}'.encode()


def test_an_older_text_without_a_newer_field_takes_its_default(
    make_decision: Callable[..., Decision],
) -> None:
    plain = json.loads(encode(make_decision()))
    del plain["nearest_suitable"], plain["supersedes"]
    assert decode(Decision, json.dumps(plain)).nearest_suitable is None


def test_an_unknown_tag_is_refused() -> None:
    with pytest.raises(ValueError, match="not a tag"):
        decode(FactValue, '{"$money": 3}')
