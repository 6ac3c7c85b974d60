"""The map and its measurement told in words: lengths, limit, network, snaps, and what to mind."""

from __future__ import annotations

from typing import Final

from casework.assess import Assessment
from casework.maps.of_case import CaseMap
from casework.rationale import rationale
from records.london import day_in_london
from records.measurement import Measurement
from rules.quantities import day_in_words, limit_in_miles, miles_and_metres
from rules.recommendation import Step
from rules.say import telling_test

FAR_SNAP_MM: Final = 25_000
"""A home or gate this far from the network is worth an officer's look."""


def length_of(measurement: Measurement, assessment: Assessment) -> int | None:
    """Give the length that counts under the case's policy, in millimetres; None: no route."""
    grid = assessment.policy.length_that_counts == "grid"
    return measurement.grid_mm if grid else measurement.ground_mm


def walk_words(found: CaseMap, assessment: Assessment) -> str:
    """Say how far it is on foot, or that it has not been measured."""
    if found.walking is None:
        return (
            "Not measured yet." if not found.stale else "Measured, but home or school has changed."
        )
    length = length_of(found.walking, assessment)
    if length is None:
        return f"No walking route: {_why_none(found.walking)}"
    test = walking_test(assessment)
    limit = test.limit if test is not None and isinstance(test.limit, int) else None
    return f"{miles_and_metres(length, limit)} on foot, the shortest available route"


def _why_none(measured: Measurement) -> str:
    return (measured.why_none or "none exists on this network").rstrip(".")


def margin_words(found: CaseMap, assessment: Assessment) -> str:
    """Say by how much the walk is over or within the limit that it is held against."""
    test = walking_test(assessment)
    if found.walking is None or test is None or not isinstance(test.limit, int):
        return ""
    length, limit = length_of(found.walking, assessment), limit_in_miles(test.limit)
    if length is None:
        return f"no route, which is beyond the limit of {limit}"
    if length == test.limit:
        return f"exactly the limit of {limit}"
    apart = abs(length - test.limit)
    size = f"{apart / 1000:,.0f} m" if apart >= 10_000 else f"{apart / 1000:,.3f} m"
    return f"{size} {'over' if length > test.limit else 'within'} the limit of {limit}"


def walking_test(assessment: Assessment) -> Step | None:
    """Find the test of walking distance that tells most: of a ground, else of what failed first."""
    if assessment.recommendation is None:
        return None
    sorted_out = rationale(assessment.recommendation)
    for finding in (*sorted_out.deciding, *sorted_out.failed, *sorted_out.open):
        test = telling_test(finding)
        if test is not None and test.name == "walking_distance" and test.value is not None:
            return test
    return None


def road_words(found: CaseMap, assessment: Assessment) -> str:
    """Say how far it is by road, where that was measured."""
    if found.road is None:
        return ""
    length = length_of(found.road, assessment)
    if length is None:
        return f"No route by road: {_why_none(found.road)}"
    test = walking_test(assessment)
    limit = test.limit if test is not None and isinstance(test.limit, int) else None
    return f"{miles_and_metres(length, limit)} by road"


def network_words(found: CaseMap) -> str:
    """Say along which network it was measured, on which day, and how far both ends lie from it."""
    walking = found.walking
    if walking is None:
        return ""
    home, gate = walking.home_snap_mm / 1000, walking.gate_snap_mm / 1000
    day = day_in_words(day_in_london(walking.at))
    return (
        f"{walking.network}, measured {day} to the {walking.gate}; "
        f"home {home:,.0f} m and gate {gate:,.0f} m from the network"
    )


def warnings(found: CaseMap) -> tuple[str, ...]:
    """Say what to mind: an approximate home, a far snap, a network replaced since, no position."""
    said = [found.trouble] if found.trouble else []
    if found.home is None:
        said.append("The position of the home is not known.")
    elif found.home_is_approximate:
        said.append("The home is placed at the middle of its postcode: approximate.")
    if found.walking is not None:
        ends = (("home", found.walking.home_snap_mm), ("gate", found.walking.gate_snap_mm))
        said += [
            f"The {end} lies {far / 1000:,.0f} m from the network, more than 25 m: look at the map."
            for end, far in ends
            if far > FAR_SNAP_MM
        ]
        said += found.walking.not_found
    if found.outdated:
        said.append(f"The network has been replaced since by {found.network}: measure again.")
    return tuple(said)


def map_in_words(found: CaseMap, assessment: Assessment) -> str:
    """Say for a screen reader what the map shows."""
    parts = (walk_words(found, assessment), margin_words(found, assessment))
    said = ". ".join(part.rstrip(".") for part in parts if part)
    return f"Map from the home to {found.school}. {said}."
