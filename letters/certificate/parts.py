"""The tables and lists of a certificate: lengths, ends, other ways, stretches, network, record."""

from __future__ import annotations

from letters.blocks import Bullets, Paragraph, Table
from letters.certificate.words import (
    ON,
    OTHER,
    capital,
    clause,
    margin_words,
    nearest_limit,
    position,
    sentence,
)
from records.certificate import Alternative, MeasurementCertificate
from records.figure import ClaimedFigure
from records.gate_words import gate_words
from records.london import day_in_london
from records.measurement import ChosenPlace
from records.stretch import Stretch, StretchKind
from rules.quantities import day_in_words, metres, miles_and_metres

LABEL, VALUE = 24, 76
KIND = {
    StretchKind.CLOSED: "Closed",
    StretchKind.UNSAFE: "Not safe to walk",
    StretchKind.ADDED: "Added, since the network lacks it",
}


def lengths(record: MeasurementCertificate) -> Table:
    """Give both lengths, which of them counts, and every limit with its margin."""
    kept, limit = record.measurement, nearest_limit(record)
    by = {"ground": kept.ground_mm, "grid": kept.grid_mm}
    rows = [
        (capital(ON[basis]) + mark, "no route" if by[basis] is None else _length(by[basis], limit))
        for basis, mark in ((record.counts, ", which counts"), (OTHER[record.counts], ""))
    ]
    rows += [("Held against the limit", capital(margin_words(each))) for each in record.limits]
    if not record.limits:
        rows.append(("Held against the limit", "None: nothing turned on a limit."))
    return Table("Lengths, limit and margin", (), tuple(rows), (38, 62))


def _length(length: int | None, limit: int | None) -> str:
    return miles_and_metres(length or 0, limit)


def claims(record: MeasurementCertificate) -> tuple[Bullets, ...]:
    """Give each figure that the family measured, beside ours, with why ours prevails."""
    told = tuple(_claim(each, record.measurement.id) for each in record.claimed)
    return (Bullets(told),) if told else ()


def as_of(record: MeasurementCertificate) -> tuple[Paragraph, ...]:
    """Say of which day the limits and claims are; nothing where the record does not know."""
    if record.as_of is None:
        return ()
    day = day_in_words(record.as_of)
    told = (
        f"as the decision of {day} had them"
        if record.of_decision
        else f"as they stood on {day}, when this was drawn up"
    )
    return (Paragraph(f"The limits, and what the family measured, are told {told}."),)


def _claim(each: ClaimedFigure, measurement: str) -> str:
    day = day_in_words(each.claimed_on)
    then = "no route" if each.ours_mm is None else miles_and_metres(each.ours_mm)
    ours = "ours is the figure above" if each.ours == measurement else f"ours then was {then}"
    return (
        f"The family measured {miles_and_metres(each.claimed_mm)} with {clause(each.tool)} on "
        f"{day}; {ours}. Why ours prevails: {sentence(each.why_ours)}"
    )


def ends(record: MeasurementCertificate) -> Table:
    """Give home and gate, each with the point of the network it was moved to, and how far."""
    kept = record.measurement
    places = (
        ("Home", kept.home, kept.home_on_network, kept.home_snap_mm),
        (
            capital(gate_words(kept.gate)),
            record.gate_position,
            kept.gate_on_network,
            kept.gate_snap_mm,
        ),
    )
    return Table(
        "Where the route begins and ends: easting and northing in metres of the National Grid",
        ("Place", "Its position (E, N)", "Where it meets the network", "Apart"),
        tuple((name, position(at), position(on), metres(mm)) for name, at, on, mm in places),
        (20, 32, 32, 16),
        figures=(3,),
    )


def chosen_places(record: MeasurementCertificate) -> tuple[Bullets, ...]:
    """Give the ends that an officer put on another line than the nearest, with the reasons."""
    told = tuple(_chosen(each) for each in record.chosen if each.edge)
    return (Bullets(told),) if told else ()


def _chosen(each: ChosenPlace) -> str:
    end = "home" if each.end == "home" else gate_words(each.end)
    day = day_in_words(day_in_london(each.at))
    return (
        f"The {end} was put on the line {each.edge} by {each.by_name} on {day}, not on the "
        f"nearest one: {sentence(each.reason)}"
    )


def alternatives(record: MeasurementCertificate) -> tuple[Table, ...]:
    """Give the other ways that were measured, with both lengths of each."""
    if not record.alternatives:
        return ()
    rows = tuple(_alternative(each) for each in record.alternatives)
    header = ("Way", "On the ground", "On the grid")
    return (Table("Other ways measured", header, rows, (48, 33, 19)),)


def _alternative(each: Alternative) -> tuple[str, str, str]:
    if each.ground_mm is None or each.grid_mm is None:
        why = sentence(each.why_none or "the network has none")
        return f"{capital(each.what)}: no route. {why}", "no route", "no route"
    return capital(each.what), miles_and_metres(each.ground_mm), metres(each.grid_mm)


def stretches(record: MeasurementCertificate) -> tuple[Bullets, ...]:
    """Give what officers marked and what counted here, each with reason, evidence and who."""
    told = tuple(f"{KIND[each.kind]}: {_stretch(each)}" for each in record.stretches)
    return (Bullets(told),) if told else ()


def _stretch(each: Stretch) -> str:
    """Say of a stretch what it is, why, on what evidence, when and for whom."""
    what = each.name or _lines(each)
    part = ", the part of it that is marked" if each.between else ""
    day = day_in_words(day_in_london(each.at))
    return (
        f"{what}{part}. {sentence(each.reason)} Evidence: {clause(each.evidence)}. Marked by "
        f"{each.by_name} on {day}{_for_whom(each)}."
    )


def _lines(each: Stretch) -> str:
    if not each.edges:
        return "a path"
    return f"{'line' if len(each.edges) == 1 else 'lines'} {', '.join(each.edges)}"


def _for_whom(each: Stretch) -> str:
    days = [
        f"{word} {day_in_words(day)}"
        for word, day in (("from", each.from_day), ("until", each.until_day))
        if day
    ]
    ages = [
        f"{word} {age}"
        for word, age in (("from the age of", each.age_from), ("up to the age of", each.age_to))
        if age is not None
    ]
    return "".join(f", {words}" for words in (" ".join(days), " ".join(ages)) if words)


def not_placed(record: MeasurementCertificate) -> tuple[Paragraph, ...]:
    """Name the stretches that the network does not have as they were marked, which do not count."""
    if not record.not_placed:
        return ()
    named = "; ".join(each.name or _lines(each) for each in record.not_placed)
    return (
        Paragraph(f"Marked on an earlier network, not found on this one, not counted: {named}."),
    )


def warnings(record: MeasurementCertificate) -> tuple[Bullets, ...]:
    """Give what somebody should look at: far ends, a home placed roughly, notes of the network."""
    told = list(record.warnings)
    if record.measurement.home_is_approximate:
        told.append(
            "The home stands at the middle of its postcode, so both lengths are approximate."
        )
    return (Bullets(tuple(map(sentence, told))),) if told else ()


def network(record: MeasurementCertificate) -> Table:
    """Give the network with its digest, what was noted of it, and the record of the measurement."""
    kept = record.measurement
    day, imported = day_in_london(kept.at), day_in_london(record.imported_on)
    came = "imported" if kept.id else "read"
    named = f"{kept.network}, {record.network_edges:,} lines"
    rows = [
        ("Network", f"{named}, {came} on {day_in_words(imported)}"),
        ("SHA-256 of the network", kept.digest),
        ("Measured", f"on {day_in_words(day)}" + (f"; record {kept.id}" if kept.id else "")),
    ]
    if record.stretches and kept.made_from:
        rows.insert(2, ("With what was marked", kept.made_from))
    if record.network_notes:
        rows.append(("Noted of the network", " ".join(map(sentence, record.network_notes))))
    return Table("Network and record", (), tuple(rows), (LABEL, VALUE), kept=True)
