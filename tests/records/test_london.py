"""A day is that of England, whatever clock the machine keeps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.london import day_in_london, in_london

ROOT = Path(__file__).resolve().parents[2]
ZONES = st.integers(-23, 23).map(lambda hours: timezone(timedelta(hours=hours)))


@given(
    st.datetimes(datetime(1997, 1, 2), datetime(2036, 12, 30), timezones=ZONES),
)
def test_the_day_is_the_one_of_the_table_of_zones(at: datetime) -> None:
    assert day_in_london(at) == at.astimezone(ZoneInfo("Europe/London")).date()


def test_half_past_midnight_in_june_is_the_next_day() -> None:
    assert day_in_london(datetime(2026, 6, 9, 23, 30, tzinfo=UTC)) == date(2026, 6, 10)
    assert day_in_london(datetime(2026, 12, 9, 23, 30, tzinfo=UTC)) == date(2026, 12, 9)
    assert day_in_london(datetime(2026, 10, 24, 23, 30, tzinfo=UTC)) == date(2026, 10, 25)
    assert day_in_london(datetime(2026, 10, 25, 23, 30, tzinfo=UTC)) == date(2026, 10, 25)


def test_a_moment_without_a_zone_has_no_day() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        day_in_london(datetime(2026, 6, 9, 23, 30))


def test_the_clock_of_london_is_an_hour_ahead_in_summer() -> None:
    summer, winter = (datetime(2026, month, 9, 23, 30, tzinfo=UTC) for month in (6, 12))
    assert f"{in_london(summer):%d %H:%M}" == "10 00:30"
    assert f"{in_london(winter):%d %H:%M}" == "09 23:30"
    assert in_london(summer) == summer


@pytest.mark.parametrize("room", ["casework", "letters", "gui", "records"])
def test_no_room_takes_a_day_from_the_zone_of_the_computer(room: str) -> None:
    files = {file: file.read_text(encoding="utf-8") for file in (ROOT / room).rglob("*.py")}
    assert files
    assert [str(file) for file, text in files.items() if ".astimezone()" in text] == []
