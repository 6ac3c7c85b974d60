"""A gate's name inside a sentence."""

from __future__ import annotations

import pytest

from records.gate_words import gate_words


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("main", "main gate"),
        ("Mill Lane", "Mill Lane gate"),
        ("back gate", "back gate"),
        ("Gate 3", "Gate 3"),
        ("north entrance", "north entrance"),
        ("B", "gate B"),
        ("2", "gate 2"),
        ("G1", "gate G1"),
        ("gate", "gate"),
        ("", "gate"),
    ],
)
def test_a_gate_is_called_by_its_name_and_a_gate_once(name: str, said: str) -> None:
    assert gate_words(name) == said
