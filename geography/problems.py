"""What can be wrong with a network, a list of schools or a position, in words for the officer."""

from __future__ import annotations

from collections.abc import Sequence

from rules.problems import Problem, UserFacingError


class UnreadableFile(UserFacingError):
    """A file of lines or schools that cannot be used; every problem found is in ``problems``.

    The text is one line: the first problem, and how many more there are.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        more = len(self.problems) - 1
        others = f" ({more:,} more like it or besides.)" if more else ""
        first = str(self.problems[0])
        stop = "" if first.endswith((".", "!", "?")) else "."
        super().__init__(f"{first}{stop}{others} Nothing was loaded; mend the file and retry.")


class UnusablePosition(UserFacingError):
    """A home or gate whose position cannot be a place on the National Grid."""


class NotMeasurable(UserFacingError):
    """A measuring that this network or this school cannot give, and what would make it possible."""


class StaleTree(UserFacingError):
    """Shortest paths kept from before that were made from something else than is asked about."""
