"""The schools of Marlhaven as a table: name, kind, who runs it, ages, belief, places, whereabouts.

Whereabouts are metres east and north of the middle of the city; ``free`` is how many places were
open in the normal round (None: not known).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    kind: str
    governance: str
    age_from: int
    age_to: int
    free: int | None
    east: float
    north: float
    gates: int = 1
    belief: str | None = None


MAINTAINED, ACADEMY, OTHER, INDEPENDENT = "maintained", "academy", "other", "independent"
CATHOLIC, CHURCH, MUSLIM = "Roman Catholic", "Church of England", "Muslim"

SCHOOLS: Final = (
    # Infant, junior and primary schools
    Row("Cockle Infant School", "mainstream", MAINTAINED, 4, 7, 0, -1500, -900, 2),
    Row("Cockle Junior School", "mainstream", MAINTAINED, 7, 11, 0, -1350, -820, 2),
    Row("Teasel Infant School", "mainstream", ACADEMY, 4, 7, 5, 2600, 900),
    Row("Teasel Junior School", "mainstream", ACADEMY, 7, 11, 0, 2750, 1020, 2),
    Row("Capstan Street Primary School", "mainstream", MAINTAINED, 4, 11, 0, -300, 250, 3),
    Row("Saltern Primary School", "mainstream", ACADEMY, 4, 11, 6, -3300, 300, 2),
    Row("Heron Way Primary School", "mainstream", MAINTAINED, 4, 11, 0, -1900, 1500),
    Row("Lanternfield Primary School", "mainstream", ACADEMY, 4, 11, 0, 700, 2700, 2),
    Row("Parkside Primary School", "mainstream", MAINTAINED, 4, 11, 11, 1300, -500, 3),
    Row("Marram Primary School", "mainstream", ACADEMY, 4, 11, 0, -2500, -2000, 2),
    Row("Gull Rise Primary School", "mainstream", MAINTAINED, 4, 11, 0, 3600, -700),
    Row("Windlass Primary School", "mainstream", ACADEMY, 4, 11, 3, 900, -3000, 2),
    Row("St Tamsin's Primary School", "mainstream", MAINTAINED, 4, 11, 0, 200, 1200, 2, CHURCH),
    Row("St Elowen's Primary School", "mainstream", MAINTAINED, 4, 11, 0, 2200, -1700, 1, CATHOLIC),
    Row("Nether Gull Primary School", "mainstream", MAINTAINED, 4, 11, 4, -8300, 8200),
    Row("Skerry Magna Primary School", "mainstream", MAINTAINED, 4, 11, 3, 7200, 7400),
    Row("Wrack St Anne Primary School", "mainstream", ACADEMY, 4, 11, 0, 8000, -7800, 1, CHURCH),
    # Secondary schools
    Row("Marlhaven Academy", "mainstream", ACADEMY, 11, 18, 0, 100, -700, 3),
    Row("Capstan High School", "mainstream", MAINTAINED, 11, 16, 0, -1200, 600, 2),
    Row("Ropewalk School", "mainstream", ACADEMY, 11, 16, 0, 900, 1800, 3),
    Row("Northgate School", "mainstream", ACADEMY, 11, 16, 12, -200, 3500, 2),
    Row("Ridge Community School", "mainstream", MAINTAINED, 11, 16, 8, 3900, 600, 2),
    Row("Marshside School", "mainstream", ACADEMY, 11, 16, 9, -3600, -700, 2),
    Row("Southbridge School", "mainstream", MAINTAINED, 11, 16, 4, 700, -3300, 2),
    Row("Hither Ness School", "mainstream", ACADEMY, 11, 16, 15, -8200, -7500),
    Row("St Elowen's Catholic College", "mainstream", ACADEMY, 11, 16, 7, 7900, -7700, 2, CATHOLIC),
    Row("Noor Hill School", "mainstream", ACADEMY, 11, 16, 0, 2500, 2600, 2, MUSLIM),
    Row("Wherry House School", "mainstream", INDEPENDENT, 4, 16, None, -900, 2700),
    # Special schools and resourced units
    Row("Kittiwake School", "special", MAINTAINED, 4, 16, 0, -2900, 1300, 2),
    Row("Tiller School", "special", ACADEMY, 11, 19, 1, 3100, -2300, 2),
    Row("Spindrift School", "special", "non_maintained_special", 5, 16, None, 6300, 5600),
    Row("Driftwood House School", "special", INDEPENDENT, 7, 18, None, -7100, 6900),
    Row("Marram Primary School resourced unit", "resourced_unit", ACADEMY, 4, 11, 0, -2500, -2000),
    Row("Ropewalk School resourced unit", "resourced_unit", ACADEMY, 11, 16, 2, 900, 1800, 2),
    # Elsewhere than at a school, and after exclusion
    Row("The Halyard Centre", "pupil_referral_unit", MAINTAINED, 5, 16, 6, 1700, 300),
    Row("Compass Academy", "alternative_provision", ACADEMY, 11, 16, 5, -400, -2400),
    Row("The Lantern Room", "section_19_place", OTHER, 5, 16, None, 2000, 1900),
    Row("Infirmary classroom", "section_19_place", OTHER, 5, 16, None, -600, -300),
    Row("Buoy House", "place_during_exclusion", OTHER, 5, 16, None, 3300, 1700),
    # Early years
    Row("Periwinkle Nursery School", "nursery", MAINTAINED, 2, 5, 4, -700, -1300),
    Row("Little Limpets", "early_years_setting", OTHER, 2, 5, 2, 2300, 400),
    # After 16
    Row("Marlhaven Sixth Form College", "sixth_form", ACADEMY, 16, 19, 30, 400, 700, 2),
    Row("Marlhaven College", "further_education", OTHER, 16, 99, 200, -1000, -2000, 3),
    Row("Beacon Specialist College", "special_post_16", INDEPENDENT, 16, 25, 3, 5400, -5200),
)  # fmt: skip
