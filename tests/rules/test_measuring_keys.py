"""How a version says routes are measured: where they start, and how nearest is ranked."""

from __future__ import annotations

import pytest

from rules.problems import BadPolicy
from tests.rules.made_up import provision, read_text, text_of

SOUND = text_of(provision("law", "entitles", "one"))


def with_measuring(words: str) -> str:
    """A sound text that says how it measures."""
    return SOUND.replace("provisions:", f"measuring: {words}\nprovisions:", 1)


def test_what_is_not_said_starts_at_the_road_and_is_ranked_by_nothing_said() -> None:
    version = read_text(SOUND)
    assert (version.starts_at, version.nearest_by) == ("road", None)


@pytest.mark.parametrize("nearest", ["walking", "road", "road_beyond_walking"])
def test_a_version_says_how_nearest_is_ranked(nearest: str) -> None:
    version = read_text(with_measuring(f"{{starts: address, nearest: {nearest}}}"))
    assert (version.starts_at, version.nearest_by) == ("address", nearest)


def test_a_straight_line_cannot_rank_schools() -> None:
    with pytest.raises(BadPolicy, match="nearest"):
        read_text(with_measuring("{nearest: straight_line}"))
