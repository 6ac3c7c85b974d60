"""What a proof cannot do, told to the person who asked for it."""

from __future__ import annotations

from rules.problems import UserFacingError


class CannotProve(UserFacingError):
    """A policy text, or a question, that the proof reading cannot answer."""


class TookTooLong(CannotProve):
    """A proof that was given up for its size: nothing was proved by it, neither way."""

    def __init__(self) -> None:
        super().__init__(
            "This proof was given up: the text has more rules, or longer ones, than can be held "
            "against every possible child in reasonable time. Nothing was proved by it, neither "
            "that it holds nor that it does not. Nothing was changed. Prove a smaller part of the "
            "text on its own."
        )
