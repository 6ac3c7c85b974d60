"""How this store measures: the band around limits, and when gates must be open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from casework.desk import Desk
from casework.measuring.figures_on_file import ARRIVAL, BAND_METRES, BAND_PER_MILLE, band_of
from casework.rights import require
from records.figure import Band
from records.people import Role
from rules.problems import UserFacingError
from store import change
from store.settings import set_setting, setting

SETTERS: Final = (Role.POLICY_LEAD, Role.ADMINISTRATOR)
HOUR: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


class CannotSet(UserFacingError):
    """A setting of measuring cannot stand as it is."""


@dataclass(frozen=True, slots=True)
class MeasuringSettings:
    """``arrival`` is the hour at which gates must be open ("08:45"), None where none is asked."""

    band: Band = Band()
    arrival: str | None = None


def measuring_settings(desk: Desk) -> MeasuringSettings:
    """Read how this store measures."""
    return MeasuringSettings(band_of(desk.store), setting(desk.store, ARRIVAL) or None)


def set_measuring(desk: Desk, wanted: MeasuringSettings) -> MeasuringSettings:
    """Set how this store measures; measurements made before stay as they were.

    Raises NotAllowed, or CannotSet for a band below nothing or an hour that is none.
    """
    require(desk, "Setting how routes are measured", *SETTERS)
    band, arrival = wanted.band, wanted.arrival
    if band.metres < 0 or band.per_mille < 0:
        raise CannotSet("A band is never less than nothing. Nothing was changed.")
    if arrival is not None and not HOUR.fullmatch(arrival):
        raise CannotSet(f"'{arrival}' is no hour; write it as 08:45. Nothing was changed.")
    values = {
        BAND_METRES: str(band.metres),
        BAND_PER_MILLE: str(band.per_mille),
        ARRIVAL: arrival or "",
    }
    with change.together(desk.store):
        for name, value in values.items():
            if value != (setting(desk.store, name) or ""):
                set_setting(desk.store, name, value, desk.person)
    return measuring_settings(desk)
