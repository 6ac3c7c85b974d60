"""How a route was measured, in sentences that a parent and an ombudsman can check."""

from __future__ import annotations

from records.gate_words import gate_words
from records.measurement import Measurement, Starts, Way
from rules.quantities import metres


def method_words(kept: Measurement) -> tuple[str, ...]:
    """Say how a measurement was made, or what was looked for where there is no route."""
    if kept.reachable:
        return (*_the_route(kept), *_the_ends(kept), *_the_length(kept.basis))
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


def _the_ends(kept: Measurement) -> tuple[str, ...]:
    gates = len(kept.gates)
    start = (
        "It starts where the property meets the road: the nearest point of the nearest line. The "
        f"{metres(kept.home_snap_mm)} from the home to there are told and not added."
        if kept.starts == Starts.ROAD
        else "It starts at the property's address point, and the straight way of "
        f"{metres(kept.home_snap_mm)} from there to the nearest line is added."
    )
    end = f"It ends at the {gate_words(kept.gate)}"
    which = f", the nearest along the network of {gates} that are open." if gates > 1 else "."
    told = f" The {metres(kept.gate_snap_mm)} from the line to the gate are told and not added."
    return (start, f"{end}{which}{told}")


def _the_length(counts: str) -> tuple[str, ...]:
    return (
        "Each line's length is the sum of its own segments. On the ground it is the length on the "
        "National Grid divided by the grid's scale at each segment.",
        f"The length on the {counts} is held against the limits. It is rounded up to the next "
        "whole millimetre once, at the end, and never across a limit.",
    )
