"""Letters can be read: colours stand out from their ground, and type is large enough."""

from __future__ import annotations

import pytest

from letters.printing.fonts import load
from letters.printing.lines import break_lines, line_text
from letters.printing.look import PAIRS, STANDARD, large


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 5.5


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_body_is_12_points_and_headings_14() -> None:
    assert (STANDARD.body.size, STANDARD.strong.size, STANDARD.heading.size) == (12, 12, 14)
    assert STANDARD.body.leading >= 1.4 * STANDARD.body.size


def test_every_colour_of_type_is_among_the_checked_pairs() -> None:
    types = (
        STANDARD.letterhead,
        STANDARD.letterhead_lines,
        STANDARD.body,
        STANDARD.strong,
        STANDARD.subject,
        STANDARD.heading,
        STANDARD.notice,
        STANDARD.footer,
        STANDARD.ribbon,
    )
    assert {kind.colour for kind in types} <= {text for text, _ in PAIRS}


def test_a_word_too_wide_for_its_line_is_cut_at_a_sign_that_joins_it() -> None:
    load()
    lines = [line_text(line) for line in break_lines("marlhaven/2026-27)", large(48).body, 430)]
    assert lines == ["marlhaven/2026-", "27)"]
    assert (
        "".join(line_text(line) for line in break_lines("a" * 60, large(48).body, 430)) == "a" * 60
    )


def test_what_stands_around_very_large_print_grows_with_it_as_far_as_a_line_holds() -> None:
    small, big = large(18), large(48)
    for name in ("footer", "ribbon", "letterhead_lines"):
        assert getattr(big, name).size == 24 > getattr(small, name).size
