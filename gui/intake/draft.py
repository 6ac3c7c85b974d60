"""What stands in the form as it was typed, kept while the form is away: nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from records.application import Directorate


class Position(StrEnum):
    """How the place of the home is given."""

    POSTCODE = "postcode"
    TYPED = "typed"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Draft:
    """The form's fields. ``household`` is a family's id where one is known already, ``school`` a
    place's; ``middle`` is where the postcode lies in grid metres, None where nobody knows.
    """

    given_name: str = ""
    family_name: str = ""
    born: str = ""
    born_not_known: bool = False
    postcode: str = ""
    household: str | None = None
    parent_name: str = ""
    address: str = ""
    position: Position = Position.NOT_KNOWN
    middle: tuple[float, float] | None = None
    easting: str = ""
    northing: str = ""
    school: str | None = None
    school_typed: str = ""
    day_of_travel: str = ""
    received_on: str = ""
    directorate: Directorate = Directorate.TRANSPORT
    solo: bool = False

    def is_begun(self) -> bool:
        """Say whether a person has typed anything that would be missed."""
        typed = (self.given_name, self.family_name, self.born, self.postcode, self.parent_name)
        rest = (self.address, self.easting, self.northing, self.school_typed, self.day_of_travel)
        return any(text.strip() for text in (*typed, *rest))


BLANK: Final = Draft()
