"""What may be walked and driven in OpenStreetMap: one table, which the guide shows as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """Ways tagged ``highway`` so: may they be walked and driven where nothing else is said?"""

    highway: tuple[str, ...]
    foot: bool
    motor: bool


WAYS: Final = (
    Rule(("motorway", "motorway_link"), foot=False, motor=True),
    Rule(("trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link",
          "tertiary", "tertiary_link", "unclassified", "residential", "living_street", "road"),
         foot=True, motor=True),
    Rule(("service",), foot=True, motor=True),
    Rule(("track",), foot=True, motor=False),
    Rule(("pedestrian", "footway", "path", "bridleway", "steps", "cycleway", "corridor"),
         foot=True, motor=False),
    Rule(("busway", "bus_guideway"), foot=False, motor=False),
)  # fmt: skip
"""Any other value (construction, proposed, raceway, platform …) is left out."""

FOOT_TAGS: Final = ("foot", "access")
MOTOR_TAGS: Final = ("motorcar", "motor_vehicle", "vehicle", "access")
"""The tags that say otherwise: the first one that is there counts."""

ALLOWED: Final = frozenset({"yes", "designated", "permissive", "destination", "public", "official"})
FORBIDDEN: Final = frozenset(
    {"no", "private", "customers", "delivery", "agricultural", "forestry", "permit", "military",
     "emergency", "use_sidepath"}
)  # fmt: skip
"""Any other value of these tags counts as not said."""

STOPS_MOTOR: Final = frozenset(
    {"block", "bollard", "bus_trap", "chain", "cycle_barrier", "full-height_turnstile",
     "hampshire_gate", "horse_stile", "jersey_barrier", "kissing_gate", "log",
     "motorcycle_barrier", "planter", "stile", "turnstile"}
)  # fmt: skip
"""A node with such a ``barrier`` inside a link ends driving along it, unless its own tags allow it.
Any other, a gate among them, ends nothing unless its own tags forbid it."""

MOTORROAD: Final = "motorroad"
"""Where this is yes, a way is not walked unless ``foot`` says so."""

FORWARD: Final = frozenset({"yes", "true", "1"})
BACKWARD: Final = frozenset({"-1", "reverse"})
IMPLIED_ONEWAY: Final = ("motorway", "motorway_link")

BY_VALUE: Final = {value: rule for rule in WAYS for value in rule.highway}


def may(tags: Mapping[str, str]) -> tuple[bool, bool] | None:
    """Return whether a way may be walked and driven, None for one that is left out."""
    rule = BY_VALUE.get(tags.get("highway", ""))
    if rule is None:
        return None
    foot = rule.foot and tags.get(MOTORROAD) != "yes"
    # access=yes on a path does not open it to cars: only a tag of the vehicle's own does.
    return said(tags, FOOT_TAGS, foot), said(tags, MOTOR_TAGS, rule.motor)


def may_pass(tags: Mapping[str, str]) -> tuple[bool, bool]:
    """Return whether a barrier may be passed on foot and by motor vehicle.

    Its own tags come before what such a barrier does; ``access`` is one of them here.
    """
    motor = tags.get("barrier") not in STOPS_MOTOR
    return said(tags, FOOT_TAGS, True, True), said(tags, MOTOR_TAGS, motor, True)


def said(
    tags: Mapping[str, str], keys: tuple[str, ...], otherwise: bool, access_opens: bool = False
) -> bool:
    """Return what the first of these tags says, or what holds otherwise."""
    for key in keys:
        value = tags.get(key)
        if value is None:
            continue
        meant = for_the_public(value)
        is_silent = meant is None or (meant and key == "access" and not access_opens)
        return otherwise if is_silent else bool(meant)
    return otherwise


@lru_cache(maxsize=1_000)
def for_the_public(value: str) -> bool | None:
    """Say whether a value of an access tag lets everybody use it; None for one nobody knows.

    Of a list (``agricultural;forestry``) one value that allows is enough.
    """
    values = {one.strip() for one in value.split(";")}
    if values & ALLOWED:
        return True
    return False if values & FORBIDDEN else None


def direction(tags: Mapping[str, str]) -> int:
    """Return 1 for a way driven along its line only, -1 against it only, 0 both ways."""
    oneway = tags.get("oneway", "")
    if oneway in FORWARD:
        return 1
    if oneway in BACKWARD:
        return -1
    implied = tags.get("junction") in ("roundabout", "circular")
    return int(not oneway and (implied or tags.get("highway") in IMPLIED_ONEWAY))
