"""Problems found in a policy text or in facts, with the place they came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where (file, or fact), what, and what was expected."""

    place: str
    message: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        where = self.place
        if self.line is not None:
            where += f", line {self.line}"
            if self.column is not None:
                where += f", column {self.column}"
        return f"{where}: {self.message}"


class UserFacingError(Exception):
    """An error whose text is meant for the person at the desk: what happened, what to do next."""


class BadPolicy(UserFacingError):
    """A policy text that cannot be read; every problem found is in ``problems``."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


class BadFacts(UserFacingError):
    """Facts that cannot be assessed: unknown names, wrong types, derived or at odds."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


class NoPolicyInForce(UserFacingError):
    """No version of a council's policy governs the day asked about."""
