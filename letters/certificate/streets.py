"""The streets and paths of a certified route in order, with lengths that add up to its own."""

from __future__ import annotations

from dataclasses import dataclass

from letters.blocks import Paragraph, Table
from letters.errors import NOTHING_LOST
from records.certificate import MeasurementCertificate, StreetOnTheWay
from records.measurement import Measurement, Starts
from rules.problems import UserFacingError

MOST_ROWS = 30
"""More streets than this are folded together, so that a long route stays on two pages."""

NM = 1_000_000
DUST_NM = 10
"""Up to so much above a whole millimetre is dust of the first rounding, as in the measuring."""


class DoesNotAddUp(UserFacingError):
    """The streets of a certificate are not the length that it certifies."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: what it is called, of how many lines, and its lengths in nm.

    ``short`` is what it is called, without its kind, where it shares a line with others.
    """

    label: str
    short: str
    named: bool
    lines: int
    grid_nm: int
    ground_nm: int


def way_in_order(record: MeasurementCertificate) -> tuple[Table | Paragraph, ...]:
    """Give the streets in travelled order; nothing where there is no route.

    Raises DoesNotAddUp where they are not the measured length.
    """
    kept = record.measurement
    if kept.ground_mm is None or kept.grid_mm is None:
        return ()
    streets = joined(record.streets)
    rows = folded(streets)
    first = (_first_leg(kept, record.streets),) if kept.starts == Starts.ADDRESS else ()
    ground = millimetres([row.ground_nm for row in (*first, *rows)], kept.ground_mm)
    grid = millimetres([row.grid_nm for row in (*first, *rows)], kept.grid_mm)
    listed = [
        (str(at), _label(row), _figure(one), _figure(other))
        for at, (row, one, other) in enumerate(
            zip((*first, *rows), ground, grid, strict=True), start=1
        )
    ]
    total = ("", "In all", _figure(kept.ground_mm), _figure(kept.grid_mm))
    table = Table(
        "Streets and paths in the order they are travelled, with their lengths in metres",
        ("No.", "Street or path", "On the ground, m", "On the grid, m"),
        (*listed, total),
        (7, 49, 24, 20),
        figures=(2, 3),
        totalled=True,
    )
    return (table, *_folded_words(len(streets), len(rows)))


def joined(streets: tuple[StreetOnTheWay, ...]) -> tuple[Row, ...]:
    """Join pieces without a name that follow each other and are of one kind."""
    rows: list[Row] = []
    for each in streets:
        row = Row(
            _name(each),
            _short(each),
            bool(each.name),
            len(each.edges),
            each.grid_nm,
            each.ground_nm,
        )
        if rows and not row.named and rows[-1].label == row.label:
            rows[-1] = _together(rows[-1], row, row.label, row.short)
        else:
            rows.append(row)
    return tuple(rows)


def folded(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Put the shortest neighbours on one line until the list is short enough; no name is lost."""
    found = list(rows)
    while len(found) > MOST_ROWS:
        pairs = [a.ground_nm + b.ground_nm for a, b in zip(found, found[1:], strict=False)]
        at = pairs.index(min(pairs))
        names = dict.fromkeys((*found[at].short.split("; "), *found[at + 1].short.split("; ")))
        both = "; ".join(names)
        found[at : at + 2] = [_together(found[at], found[at + 1], both, both)]
    return tuple(found)


def millimetres(nm: list[int], total_mm: int) -> list[int]:
    """Round lengths that follow each other to millimetres whose sum is the whole, exactly.

    Where each ends along the way is rounded up, as the whole is; a length is the difference.
    """
    found: list[int] = []
    reached = gone = 0
    for at, each in enumerate(nm, start=1):
        gone += each
        ends = total_mm if at == len(nm) else min(total_mm, -(-(gone - DUST_NM) // NM))
        found.append(max(ends, reached) - reached)
        reached = max(ends, reached)
    if abs(gone - total_mm * NM) > NM + DUST_NM:
        raise DoesNotAddUp(
            f"The streets on the way come to {_figure(round(gone / NM))} m and the measured "
            f"length is {_figure(total_mm)} m, so there is no certificate. {NOTHING_LOST} "
            "Measure the case anew."
        )
    return found


def _first_leg(kept: Measurement, streets: tuple[StreetOnTheWay, ...]) -> Row:
    """Give the straight way from an address point to the network, which its route begins with.

    What the streets leave of the whole must be that snap, but for rounding and the grid's scale,
    a few parts in ten thousand; else the sum is refused.
    """
    ground = (kept.ground_mm or 0) * NM - sum(each.ground_nm for each in streets)
    grid = (kept.grid_mm or 0) * NM - sum(each.grid_nm for each in streets)
    snap = kept.home_snap_mm * NM
    fits = all(abs(each - snap) <= 2 * NM + snap // 1000 for each in (ground, grid))
    longer = round((ground - grid) / NM) * NM if fits else 0
    label = "Straight from the address point to the network"
    return Row(label, label, True, 0, snap, snap + longer)


def _together(one: Row, other: Row, label: str, short: str) -> Row:
    return Row(
        label,
        short,
        one.named or other.named,
        one.lines + other.lines,
        one.grid_nm + other.grid_nm,
        one.ground_nm + other.ground_nm,
    )


def _short(street: StreetOnTheWay) -> str:
    return street.name or "a way without a name"


def _name(street: StreetOnTheWay) -> str:
    kind = street.kind.replace("_", " ")
    if street.name:
        return f"{street.name} ({kind})" if kind else street.name
    return f"{kind}, without a name" if kind else "a way without a name"


def _label(row: Row) -> str:
    return f"{row.label[:1].upper()}{row.label[1:]}" + (
        f", in {row.lines} pieces" if row.lines > 1 and not row.named else ""
    )


def _figure(millimetres: int) -> str:
    return f"{millimetres // 1000:,}.{millimetres % 1000:03d}"


def _folded_words(streets: int, rows: int) -> tuple[Paragraph, ...]:
    if rows == streets:
        return ()
    return (
        Paragraph(
            f"The list is folded: {streets} streets and paths stand on {rows} lines. Short ones "
            "that follow each other are told together, with the sum of their lengths."
        ),
    )
