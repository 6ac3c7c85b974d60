"""What a proof cannot do, told to the person who asked for it."""

from __future__ import annotations

from rules.problems import UserFacingError


class CannotProve(UserFacingError):
    """A policy text, or a question, that the proof reading cannot answer."""
