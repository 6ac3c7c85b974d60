"""A distance the family measured with another tool, recorded beside ours with why ours prevails."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.case import Case, read_case
from casework.cases import version_for
from casework.desk import Desk
from casework.facts_in_force import is_current
from casework.record import CannotRecord
from casework.rights import OFFICERS, require
from records.figure import ClaimedFigure
from records.measurement import Measurement, Way
from rules.quantities import day_in_words, metres
from rules.values import NO_ROUTE
from store import figures
from store.identifiers import new_id

REASONS = (
    "It follows roads only; ours takes the paths that may be walked.",
    "It passes a stretch that is closed or was found unsafe; ours goes round it.",
    "It ends at the middle of the school's site; ours at the nearest open gate.",
    "It starts at the middle of the postcode; ours where the property meets the road.",
    "It rounds to tenths of a mile; ours is to the millimetre and never rounded across a limit.",
    "It does not say which map or which day it is from; ours can be measured again by anybody.",
)
"""Reasons that an officer may choose from, or write their own."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A claimed figure beside ours. ``differs_mm`` is theirs less ours, None without our route."""

    claimed: ClaimedFigure
    ours: Measurement
    differs_mm: int | None
    says: str


def claim_figure(
    desk: Desk,
    application: str,
    way: Way,
    claimed_mm: int,
    tool: str,
    claimed_on: date,
    why_ours: str,
) -> ClaimedFigure:
    """Record what the family measured, beside our last measurement by that way.

    ``tool`` is what the family used. Raises NotAllowed, or CannotRecord without a tool, a reason,
    a length above nothing, a day that has come, or a measurement of ours.
    """
    require(desk, "Recording what the family measured", *OFFICERS)
    _check(desk, claimed_mm, tool, claimed_on, why_ours)
    ours = _ours(desk, application, way)
    found = ClaimedFigure(
        new_id(), application, way, claimed_mm, tool.strip(), claimed_on, ours.id,
        _length_that_counts(desk, application, ours), why_ours.strip(), desk.person.id,
        desk.person.name, desk.now(),
    )  # fmt: skip
    figures.add_claimed(desk.store, found, desk.person)
    return found


def _check(desk: Desk, claimed_mm: int, tool: str, claimed_on: date, why_ours: str) -> None:
    if claimed_mm <= 0:
        raise CannotRecord("A length is more than nothing. Nothing was recorded.")
    if not tool.strip() or not why_ours.strip():
        raise CannotRecord(
            "Say how far the family measured, with what, and why our figure prevails. "
            "Nothing was recorded."
        )
    if claimed_on > desk.today():
        raise CannotRecord(
            f"{day_in_words(claimed_on)} has not come yet: give the day on which the family "
            "measured. Nothing was recorded."
        )


def claims_compared(desk: Desk, application: str) -> tuple[Compared, ...]:
    """Every figure the family claimed in a case, each beside ours, oldest first."""
    return claims_in(read_case(desk, application))


def claims_in(case: Case) -> tuple[Compared, ...]:
    """Every figure claimed in a case that is read already, each beside ours, oldest first."""
    ours = {each.id: each for each in case.measurements}
    return tuple(_compared(each, ours[each.ours]) for each in case.figures.claimed)


def _compared(claimed: ClaimedFigure, ours: Measurement) -> Compared:
    theirs = f"{claimed.tool} gave {metres(claimed.claimed_mm)}"
    if claimed.ours_mm is None:
        says = f"{theirs}; on {ours.network} there is {metres(NO_ROUTE)}. {claimed.why_ours}"
        return Compared(claimed, ours, None, says)
    differs = claimed.claimed_mm - claimed.ours_mm
    how = "the same" if not differs else f"{metres(abs(differs))} {_longer(differs)}"
    says = f"{theirs}, {how}; ours is {metres(claimed.ours_mm)}. {claimed.why_ours}"
    return Compared(claimed, ours, differs, says)


def _longer(differs: int) -> str:
    return "longer" if differs > 0 else "shorter"


def _ours(desk: Desk, application: str, way: Way) -> Measurement:
    case = read_case(desk, application)
    current = [
        each
        for each in case.measurements
        if each.way is way and is_current(each, case.household, case.school)
    ]
    if not current:
        raise CannotRecord(
            f"This case has no {way.value} measurement of ours yet. Measure it first; nothing was "
            "recorded."
        )
    return current[-1]


def _length_that_counts(desk: Desk, application: str, ours: Measurement) -> int | None:
    policy = version_for(desk, read_case(desk, application).application)
    return ours.grid_mm if policy.length_that_counts == "grid" else ours.ground_mm
