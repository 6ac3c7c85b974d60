"""Letters can be read: colours stand out from their ground, and type is large enough."""

from __future__ import annotations

import pytest

from letters.look import PAIRS, STANDARD


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
