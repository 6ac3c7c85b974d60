"""The formats in which families want their letters; the latest of a household counts."""

from __future__ import annotations

from records.letter_format import LetterFormat
from records.people import Person
from store.store import Store
from store.table import Table

_FORMATS = Table("letter format", "letter_formats", LetterFormat)


def add_letter_format(store: Store, made: LetterFormat, by: Person) -> None:
    """Add what a household asked for; what it asked for before stays."""
    said = {"id": made.id, "format": made.format}
    _FORMATS.add(store, made, by, "letter format recorded", made.household, **said)


def letter_format_of(store: Store, household: str) -> LetterFormat | None:
    """Give what a household asked for last, None where it asked for nothing."""
    found = _FORMATS.where(store, "household = ?", household)
    return found[-1] if found else None
