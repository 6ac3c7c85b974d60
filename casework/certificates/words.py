"""How a route was measured, in sentences that a parent and an ombudsman can check."""

from __future__ import annotations

from casework.measuring.terms import HOME
from records.gate_words import gate_words
from records.measurement import ChosenPlace, Measurement, Starts, Way
from rules.quantities import metres


def method_words(kept: Measurement, chosen: tuple[ChosenPlace, ...] = ()) -> tuple[str, ...]:
    """Say how a measurement was made, or what was looked for where there is no route.

    ``chosen`` are the ends that an officer put on another line than the nearest.
    """
    if kept.reachable:
        return (*_the_route(kept), *_the_ends(kept, chosen), *_the_length(kept.basis))
    gates = ", ".join(gate_words(each.name) for each in kept.gates) or gate_words(kept.gate)
    start = (
        "where the property meets the road" if kept.starts == Starts.ROAD else "the address point"
    )
    return (
        f"What was looked for is {_kind(kept.way)}, from {start}, to any "
        f"gate that is open: {gates}. There is none.",
    )


def _kind(way: Way) -> str:
    if way is Way.WALKING:
        return "the shortest walking route that is available along streets and paths"
    return "the shortest route by road that a motor vehicle may pass, keeping to one-way streets"


def _the_route(kept: Measurement) -> tuple[str, ...]:
    either = "One-way streets are walked either way."
    return (f"This is {_kind(kept.way)}.", *((either,) if kept.way is Way.WALKING else ()))


def _the_ends(kept: Measurement, chosen: tuple[ChosenPlace, ...]) -> tuple[str, ...]:
    gates = len(kept.gates)
    by_end = {one.end: one for one in chosen}
    end = f"It ends at the {gate_words(kept.gate)}"
    which = f", the nearest along the network of {gates} that are open." if gates > 1 else "."
    put = by_end.get(kept.gate)
    line = f"the {_line_chosen(put)}" if put else "the line"
    told = f" The gate stands {_off(kept.gate_snap_mm, line, 'on')}"
    return (_start(kept, by_end.get(HOME)), f"{end}{which}{told}")


def _off(snap_mm: int, where: str, at: str) -> str:
    """Say how far an end stands from where the length is measured, which is never added to it."""
    if snap_mm == 0:
        return f"{at} {where}."
    return f"{metres(snap_mm)} from {where}; that is not added to the length."


def _start(kept: Measurement, put: ChosenPlace | None) -> str:
    if kept.starts == Starts.ROAD:
        nearest = "the nearest point of the nearest line"
        return (
            "It starts where the property meets the road: "
            f"{f'a point of the {_line_chosen(put)}' if put else nearest}. "
            f"The home stands {_off(kept.home_snap_mm, 'that point', 'at')}"
        )
    line = f"the {_line_chosen(put)}" if put else "the nearest line"
    return (
        "It starts at the property's address point, and the straight way of "
        f"{metres(kept.home_snap_mm)} from there to {line} is added."
    )


def _line_chosen(put: ChosenPlace) -> str:
    """Name a line that was chosen instead of the nearest."""
    return f"line {put.edge}, on which an officer put it"


def _the_length(counts: str) -> tuple[str, ...]:
    return (
        "Each line's length is the sum of its own segments. On the ground it is the length on the "
        "National Grid divided by the grid's scale at each segment.",
        f"The length on the {counts} is held against the limits. It is rounded up to the next "
        "whole millimetre once, at the end, and never across a limit.",
    )
