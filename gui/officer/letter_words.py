"""What a kind of letter is called on the screen, and the name of its file."""

from __future__ import annotations

from typing import Final

KINDS: Final = {"approve": "Letter of approval", "refuse": "Letter of refusal"}


def kind_words(kind: str) -> str:
    """Name a kind of letter."""
    return KINDS.get(kind, f"Letter: {kind.replace('_', ' ')}")


def letter_name(reference: str, kind: str) -> str:
    """Suggest a name for a letter's file: the reference, never the child's name."""
    return f"{reference}-{kind.replace('_', '-')}.pdf"
