"""The sentences of a certificate: what was found, and how far it lies from the limit."""

from __future__ import annotations

from records.certificate import LimitHeldAgainst, MeasurementCertificate
from records.london import day_in_london
from records.measurement import Way
from rules.quantities import day_in_words, limit_in_miles, metres, miles_and_metres

WAY = {Way.WALKING: "walking", Way.ROAD: "road"}
ON = {"ground": "on the ground", "grid": "on the National Grid"}
OTHER = {"ground": "grid", "grid": "ground"}


def summary(record: MeasurementCertificate) -> tuple[str, ...]:
    """Say in two paragraphs whose route it is, how long it is, and where the limit lies."""
    if not record.child_name:
        day = day_in_words(day_in_london(record.measurement.at))
        return (
            f"Measured from files on {day}, with no case and no child behind it.",
            found(record),
        )
    whose = f"{record.child_name}, reference {record.reference}"
    day = f"for travel on {day_in_words(record.day_of_travel)}"
    return (f"{whose}, {day}{_age(record.measurement.age)}.", found(record))


def _age(age: int | None) -> str:
    return "" if age is None else f" at the age of {age}"


def found(record: MeasurementCertificate) -> str:
    """Say what was found, the figure and its margin, or why there is no route."""
    kept = record.measurement
    way, length = WAY[kept.way], record.length_mm
    if length is None:
        why = sentence(kept.why_none or "the network has none")
        return f"There is no {way} route from home to {record.school_name}. {why}"
    figure = miles_and_metres(length, nearest_limit(record))
    told = f"The {way} route from home to {record.school_name} is {figure} {ON[record.counts]}."
    return " ".join((told, *(f"That is {margin_words(each)}." for each in record.limits)))


def nearest_limit(record: MeasurementCertificate) -> int | None:
    """Give the limit that lies nearest, so that a rounded figure never reads across it."""
    length = record.length_mm or 0
    return min(
        (each.limit_mm for each in record.limits), key=lambda mm: abs(mm - length), default=None
    )


def margin_words(limit: LimitHeldAgainst) -> str:
    """Say how far a figure lies from a limit: ``12.400 m beyond the limit of 2 miles (...)``."""
    told = f"the limit of {limit_in_miles(limit.limit_mm)} ({metres(limit.limit_mm)})"
    if limit.margin_mm is None:
        return f"{told}: with no route there is no margin"
    if limit.margin_mm == 0:
        return f"exactly {told}"
    side = "beyond" if limit.margin_mm > 0 else "within"
    return f"{metres(abs(limit.margin_mm))} {side} {told}"


def sentence(text: str) -> str:
    """Begin with a capital and end with a stop."""
    text = text.strip()
    return capital(text) + ("" if text.endswith((".", "?", "!")) else ".")


def capital(text: str) -> str:
    """Begin with a capital."""
    return text[:1].upper() + text[1:]


def clause(text: str) -> str:
    """Take the closing stop off a text that stands inside a sentence."""
    return text.strip().rstrip(".")


def position(point: tuple[float, float]) -> str:
    """Write a position: easting and northing in metres, to the millimetre."""
    return f"{point[0]:.3f}, {point[1]:.3f}"
