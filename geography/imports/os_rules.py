"""What may be walked and driven in Ordnance Survey's networks: one table, as the guide shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """Links whose ``column`` says ``value``: may they be walked, may they be driven?"""

    column: str
    value: str
    foot: bool
    motor: bool


OS_RULES: Final = (
    Rule("road_classification", "Motorway", foot=False, motor=True),
    Rule("form_of_way", "Guided Busway", foot=False, motor=False),
    Rule("form_of_way", "Shared Use Carriageway", foot=True, motor=True),
    Rule("(any other road link)", "", foot=True, motor=True),
    Rule("(path link, connecting link)", "", foot=True, motor=False),
)
"""The first line that fits a link holds for it."""

IN_USE: Final = frozenset({"", "open", "inuse", "in use"})
"""What the operational state of a link may say for it to be part of the network."""

RESTRICTED: Final = "restricted"
"""How the route hierarchy begins where access is restricted: kept as passable, and counted."""


def may(classification: str, form: str) -> tuple[bool, bool]:
    """Return whether a road link may be walked, and whether it may be driven."""
    for rule in OS_RULES:
        said = {"road_classification": classification, "form_of_way": form}.get(rule.column)
        if said is not None and said.casefold() == rule.value.casefold():
            return rule.foot, rule.motor
    return True, True
