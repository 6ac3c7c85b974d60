"""The council that writes: its letterhead, contacts and own wording, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from letters.errors import BadWording
from rules.problems import Problem


@dataclass(frozen=True, slots=True)
class Sender:
    """Who a letter comes from. None means that the council's wording does not say.

    ``measuring`` says how the council measures ("the shortest route that ..."). ``review_how``
    says how to ask for a review, with its form. ``other_help`` lists other help, one a line.
    ``formats`` is the line on other formats, ``privacy`` the line on the use of data. The three
    ``onwards`` say where to turn after the council's own reviews, by phase; they are printed only
    once ``onwards_confirmed_by`` names the lawyer who confirmed them, and the day.
    ``travel_word`` is what the council calls its help in public ("travel support", "school
    transport"). ``mode_how`` says how the kind of travel is chosen, ``mode_told_within`` within how
    many working days of the letter a family hears of it. ``to_confirm`` says what of all this
    nobody has confirmed: it holds letters back.
    """

    council: str | None = None
    letterhead: tuple[str, ...] = ()
    contact_name: str | None = None
    contact_phone: str | None = None
    contact_email: str | None = None
    contact_hours: str | None = None
    measuring: str | None = None
    review_how: str | None = None
    other_help: tuple[str, ...] = ()
    formats: str | None = None
    privacy: str | None = None
    onwards_school: str | None = None
    onwards_sixth_form: str | None = None
    onwards_adult: str | None = None
    onwards_confirmed_by: str | None = None
    travel_word: str | None = None
    mode_how: str | None = None
    mode_told_within: str | None = None
    to_confirm: tuple[str, ...] = ()

    @property
    def told_within(self) -> int | None:
        """Give the working days within which the kind of travel is told; None: nothing says."""
        return _days(self.mode_told_within)


MOST_DAYS = 60
"""The most working days that a letterhead may give for telling the kind of travel."""

LISTS = frozenset({"letterhead", "other_help", "to_confirm"})
NAMES = tuple(field.name for field in fields(Sender))


def sender_of(wording: Mapping[str, object], place: str) -> Sender:
    """Read a council's wording from plain values, as a YAML or JSON file gives them.

    ``place`` names the file for messages. Raises BadWording naming every unknown key and every
    value that is not text (or, for letterhead and other_help, a list of texts).
    """
    problems = [p for name, value in wording.items() for p in _problems(name, value, place)]
    if problems:
        raise BadWording(problems)
    given = {name: _value(name, value) for name, value in wording.items() if value is not None}
    return Sender(**given)  # type: ignore[arg-type]


def _problems(name: str, value: object, place: str) -> list[Problem]:
    """Find what is wrong with one entry."""
    if name not in NAMES:
        return [Problem(place, f"“{name}” is not known here. Use one of: {', '.join(NAMES)}.")]
    if value is None:
        return []
    if name in LISTS:
        fits = isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)
        return [] if fits else [Problem(place, f"“{name}” must be a list of lines of text.")]
    if name == "mode_told_within":
        return [] if _days(value) else [Problem(place, f"“{name}” must be 1 to {MOST_DAYS} days.")]
    return [] if isinstance(value, str) else [Problem(place, f"“{name}” must be text.")]


def _days(value: object) -> int | None:
    """Read a number of working days; None for anything else."""
    text = str(value).strip()
    days = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    return days if 0 < days <= MOST_DAYS else None


def _value(name: str, value: object) -> object:
    """Give an entry in the shape that Sender holds, without stray blanks or line breaks."""
    if name in LISTS and isinstance(value, list | tuple):
        return tuple(" ".join(str(item).split()) for item in value)
    return " ".join(str(value).split()) or None
