"""A measured figure near a limit is looked at again before a case is decided on it.

Being near never changes an outcome: the raw figure decides, to the millimetre. It only makes an
officer confirm the figure, or measure it anew, and says what to look at.
"""

from __future__ import annotations

from dataclasses import dataclass

from casework.assess import Assessment, assess
from casework.desk import Desk
from casework.facts_in_force import FACT_OF_WAY, values_of
from casework.measuring.figures_on_file import BAND_METRES, BAND_PER_MILLE, band_of
from casework.measuring.figures_stand import current_measurements, wanted_again
from casework.measuring.limits import is_turned_on, limits_looked_at
from casework.rights import OFFICERS, require
from records.figure import Band, ConfirmedFigure
from records.measurement import Measurement
from records.people import Role
from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from rules.quantities import limit_in_miles, metres
from rules.values import KnownHow
from store import figures
from store.identifiers import new_id
from store.settings import set_setting

CHECKS = (
    "The home stands where it is on the map.",
    "The route starts where the property meets the road.",
    "It ends at a gate that pupils may use at that time.",
    "Every part of it exists and may be used.",
    "No shorter way is missing from the network.",
    "What is marked closed or unsafe holds for that day and age.",
)
"""What is looked at before a figure near a limit is confirmed."""

BY_POSTCODE = "The home was placed by its postcode: place it at its address, and measure again."


class CannotConfirm(UserFacingError):
    """A figure cannot be confirmed: it is not near that limit, or not everything was checked."""


@dataclass(frozen=True, slots=True)
class NearLimit:
    """A measured figure within the band of a limit that settles something for this child.

    ``margin_mm`` is the figure less the limit: above 0 it lies beyond. ``measurement`` is where it
    comes from, None where it was recorded by hand. ``confirmed`` is the confirmation that holds.
    """

    fact: str
    label: str
    value_mm: int
    limit_mm: int
    band_mm: int
    measurement: Measurement | None
    confirmed: ConfirmedFigure | None
    checks: tuple[str, ...]

    @property
    def margin_mm(self) -> int:
        """Return how far beyond the limit it lies, below 0 where it is within."""
        return self.value_mm - self.limit_mm


def near_limits(assessment: Assessment) -> tuple[NearLimit, ...]:
    """Return the measured figures of a case that lie near a limit on which something turns."""
    band, values, found = assessment.case.figures.band, values_of(assessment.facts), []
    for fact in assessment.facts:
        if fact.how is not KnownHow.MEASURED or type(fact.value) is not int:
            continue
        for limit in sorted(limits_looked_at(assessment.recommendation, fact.name)):
            near = abs(fact.value - limit) <= band.around(limit)
            if near and is_turned_on(assessment.policy, values, fact.name, limit):
                found.append(_near(assessment, fact.name, fact.value, limit, band))
    return tuple(found)


def wanted_for_figures(assessment: Assessment) -> tuple[str, ...]:
    """What is wanted of the figures before the case is decided, each as a sentence."""
    confirm = [
        f"{each.label} is {metres(abs(each.margin_mm))} "
        f"{'beyond' if each.margin_mm > 0 else 'within'} the limit of "
        f"{limit_in_miles(each.limit_mm)}: check the figure and confirm it, or correct what is "
        "wrong and measure again."
        for each in near_limits(assessment)
        if each.confirmed is None
    ]
    return (*wanted_again(assessment), *confirm)


def confirm_figure(
    desk: Desk, application: str, fact: str, limit_mm: int, checked: tuple[str, ...], note: str = ""
) -> ConfirmedFigure:
    """Confirm a figure near a limit, as it stands now, after everything on its list was checked.

    Raises NotAllowed, or CannotConfirm naming what was not checked.
    """
    require(desk, "Confirming a measured figure", *OFFICERS)
    near = [
        each
        for each in near_limits(assess(desk, application))
        if (each.fact, each.limit_mm) == (fact, limit_mm)
    ]
    if not near:
        raise CannotConfirm("That figure is not near that limit now. Nothing was confirmed.")
    missing = [check for check in near[0].checks if check not in checked]
    if missing:
        raise CannotConfirm(f"Not yet checked: {' '.join(missing)} Nothing was confirmed.")
    found = ConfirmedFigure(
        new_id(), application, fact, near[0].value_mm, limit_mm, checked, note.strip(),
        desk.person.id, desk.person.name, desk.now(),
    )  # fmt: skip
    figures.add_confirmed(desk.store, found, desk.person)
    return found


def read_band(desk: Desk) -> Band:
    """How near a limit a figure is looked at again in this store."""
    return band_of(desk.store)


def set_band(desk: Desk, band: Band) -> None:
    """Set how near a limit a figure is looked at again. Raises NotAllowed, CannotConfirm."""
    require(desk, "Setting the band around limits", Role.POLICY_LEAD, Role.ADMINISTRATOR)
    if band.metres < 0 or band.per_mille < 0:
        raise CannotConfirm("A band is never less than nothing. Nothing was changed.")
    set_setting(desk.store, BAND_METRES, str(band.metres), desk.person)
    set_setting(desk.store, BAND_PER_MILLE, str(band.per_mille), desk.person)


def _near(assessment: Assessment, fact: str, value: int, limit: int, band: Band) -> NearLimit:
    sources = [each for each in current_measurements(assessment) if FACT_OF_WAY[each.way] == fact]
    source = sources[-1] if sources and _length(assessment.policy, sources[-1]) == value else None
    confirmed = [
        each
        for each in assessment.case.figures.confirmed
        if (each.fact, each.value_mm, each.limit_mm) == (fact, value, limit)
    ]
    checks = (*CHECKS, *((BY_POSTCODE,) if source and source.home_is_approximate else ()))
    return NearLimit(
        fact,
        assessment.policy.vocabulary[fact].label,
        value,
        limit,
        band.around(limit),
        source,
        confirmed[-1] if confirmed else None,
        checks,
    )


def _length(policy: PolicyVersion, measurement: Measurement) -> int | None:
    grid = policy.length_that_counts == "grid"
    return measurement.grid_mm if grid else measurement.ground_mm
