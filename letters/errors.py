"""What can keep a letter from being printed; each says why, and what to do next."""

from __future__ import annotations

from rules.problems import Problem, UserFacingError

NOTHING_LOST = "Nothing was printed, and the record is unchanged."


class LetterRefused(UserFacingError):
    """A letter that must not be written from this record: a guard of its kind stands against it."""

    def __init__(self, why: str, next_step: str) -> None:
        super().__init__(f"{why} {NOTHING_LOST} {next_step}")


class UnknownKind(UserFacingError):
    """A kind of letter that is not written here."""


class BadTemplate(UserFacingError):
    """A letter's wording that cannot be used; every problem found is in ``problems``."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


class BadWording(UserFacingError):
    """A council's own wording that cannot be used; every problem found is in ``problems``."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


class GlyphMissing(UserFacingError):
    """A character that the letter's fonts cannot draw; ``where`` names the field it stands in."""

    def __init__(self, character: str, where: str, text: str) -> None:
        self.character = character
        self.where = where
        super().__init__(
            f"The letter cannot be printed: {where}, “{text}”, holds “{character}” "
            f"(U+{ord(character):04X}), which the letter's fonts do not have. {NOTHING_LOST} "
            "Ask how it is written in the Latin, Greek or Cyrillic alphabet and record that."
        )


class FontsMissing(UserFacingError):
    """The fonts that every letter is set in are not where the program expects them."""
