"""The parts of a letter that tell of distance: the sentence, and the sheet of the route."""

from __future__ import annotations

from letters.blocks import Block, Bullets, Paragraph, Table
from letters.conditions import distance_tested
from letters.filling import Filling
from letters.matter import Distance
from letters.phrases import length_words
from records.measurement import Way
from rules.quantities import day_in_words, limit_in_miles, metres
from rules.values import NoRoute

WAYS = {Way.WALKING: "walking route", Way.ROAD: "road route"}


def distances(filling: Filling) -> tuple[Block, ...]:
    """Tell each measured distance against its limit; none known leaves a blank where one bears."""
    told = tuple(_sentence(filling, each) for each in filling.matter.distances)
    if told:
        return (Bullets(told),)
    if distance_tested(filling.matter):
        return (Bullets((filling.blank("measured distance"),)),)
    return ()


def _sentence(filling: Filling, distance: Distance) -> str:
    """Say one distance: ``The walking route from home to X is 2.31 miles (3,717.604 m). ...``"""
    school, way = filling.named("school"), WAYS[distance.way]
    if isinstance(distance.length, NoRoute):
        return f"We found no {way} from home to {school}."
    figure = filling.known("measured distance", length_words(filling.matter, distance.length))
    told = f"The {way} from home to {school} is {figure}."
    return f"{told} {_limit(distance)}".strip()


def _limit(distance: Distance) -> str:
    """Say the limit, where the record holds one."""
    if distance.limit is None:
        return ""
    return f"The limit is {limit_in_miles(distance.limit)} ({metres(distance.limit)})."


def route(filling: Filling) -> tuple[Block, ...]:
    """Set out how each route was measured: the sheet that lets a family check it."""
    measured = tuple(each for each in filling.matter.distances if each.network)
    if measured:
        return (_sheet(filling, measured),)
    if any("route" in line.lower() for line in filling.matter.terms.enclosures):
        return (Paragraph("The sheet of the route we measured is enclosed."),)
    if distance_tested(filling.matter):
        return (Paragraph(filling.blank("sheet of the route measured")),)
    return ()


def _sheet(filling: Filling, measured: tuple[Distance, ...]) -> Table:
    """Set the routes beside each other; what the record of none of them holds has no row."""
    columns = [_told(filling, each) for each in measured]
    rows = tuple(
        (label, *(column[label] for column in columns))
        for label in columns[0]
        if any(column[label] for column in columns)
    )
    ways = [WAYS[each.way].capitalize() for each in measured]
    widths = (36, *(64 // len(ways) for _ in ways))
    return Table("How we measured", ("What we measured", *ways), rows, widths)


def _told(filling: Filling, each: Distance) -> dict[str, str]:
    """Give what the record holds of one route, by label; empty where it holds nothing."""
    home = f"{each.home} (placed only approximately)" if each.home_is_approximate else each.home
    rows = {
        "Length we used": length_words(filling.matter, each.length),
        "From": home,
        "To": each.gate,
        "Network of paths and roads": each.network,
        "From home to the network": _snap(each.home_snap_mm),
        "From the gate to the network": _snap(each.gate_snap_mm),
        "Measured on": day_in_words(each.measured_on) if each.measured_on else None,
    }
    return {label: filling.known(label, text) if text else "" for label, text in rows.items()}


def _snap(millimetres: int | None) -> str | None:
    """Say how far an end lies from the network, which is never added to the length."""
    return None if millimetres is None else f"{metres(millimetres)}, not counted in the length"
