"""Mark a stretch unsafe or closed, add a path that is missing, and end what was marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from casework.desk import Desk
from casework.measure import network_of
from casework.rights import OFFICERS, require
from geography import Network
from geography.drawing import points_of
from geography.grid import check_position
from geography.snapping import edge_number
from records.measurement import Way
from records.stretch import Point, Stretch, StretchKind
from rules.problems import UserFacingError
from store import stretches
from store.identifiers import new_id


class CannotMark(UserFacingError):
    """A stretch cannot be marked or ended as it is: something is lacking or contradicts itself."""


@dataclass(frozen=True, slots=True)
class NewStretch:
    """A stretch as an officer marks it.

    Of a closed or unsafe one ``edges`` are the lines (``between`` two positions where only a part
    of a single line is meant); of an added path ``path`` is its points. ``ways`` empty means: both
    for a closed stretch, on foot for the others. Days of travel and ages are both included, None
    without end. The evidence says what the officer saw: a site visit, a closure notice, a photo.
    """

    kind: StretchKind
    reason: str
    evidence: str
    edges: tuple[str, ...] = ()
    between: tuple[Point, Point] | None = None
    path: tuple[Point, ...] = ()
    name: str = ""
    ways: tuple[Way, ...] = ()
    from_day: date | None = None
    until_day: date | None = None
    age_from: int | None = None
    age_to: int | None = None


def mark_stretch(desk: Desk, new: NewStretch) -> Stretch:
    """Mark a stretch for every case of the store, with its audit line.

    Raises NotAllowed, CannotMark naming what is lacking, or what geography says of a line or a
    position; then nothing was kept.
    """
    require(desk, "Marking a stretch", *OFFICERS)
    found = stretch_of(desk, network_of(desk), new)
    stretches.add_stretch(desk.store, found, desk.person)
    return found


def end_stretch(desk: Desk, id: str, last_day: date, because: str) -> Stretch:
    """Say on which day of travel a stretch counts for the last time, and why; it stays on record.

    Raises NotAllowed, NotThere, or CannotMark without a reason.
    """
    require(desk, "Ending a stretch", *OFFICERS)
    if not because.strip():
        raise CannotMark("Ending a stretch needs its reason. Nothing was changed.")
    before = stretches.stretch(desk.store, id)
    after = replace(before, until_day=last_day, ended_because=because.strip())
    stretches.correct_stretch(desk.store, after, desk.person)
    return after


def list_stretches(desk: Desk) -> tuple[Stretch, ...]:
    """Every stretch that was ever marked, in the order they were."""
    return stretches.list_stretches(desk.store)


def stretch_of(desk: Desk, network: Network, new: NewStretch) -> Stretch:
    """A stretch as it would be marked now, not kept. Raises as ``mark_stretch`` does."""
    wrong = what_is_wrong(new)
    if wrong:
        raise CannotMark(f"{' '.join(wrong)} Nothing was marked.")
    positions: list[Point] = [*new.path, *(new.between or ())]
    for easting, northing in positions:
        check_position(easting, northing, "A point of the stretch")
    added = new.kind is StretchKind.ADDED
    numbers = [edge_number(network, edge) for edge in new.edges]
    names = dict.fromkeys(network.names[number] for number in numbers)
    return Stretch(
        id=new_id(),
        kind=new.kind,
        name=new.name.strip() or ", ".join(name for name in names if name),
        network=network.digest,
        edges=() if added else new.edges,
        lines=(new.path,) if added else tuple(points_of(network, each) for each in numbers),
        between=new.between,
        ways=new.ways or (tuple(Way) if new.kind is StretchKind.CLOSED else (Way.WALKING,)),
        reason=new.reason.strip(),
        evidence=new.evidence.strip(),
        from_day=new.from_day,
        until_day=new.until_day,
        age_from=new.age_from,
        age_to=new.age_to,
        by=desk.person.id,
        by_name=desk.person.name,
        at=desk.now(),
    )


def what_is_wrong(new: NewStretch) -> list[str]:
    """Say what is lacking of a stretch, or contradicts itself, each as a sentence."""
    added, days, ages = (
        new.kind is StretchKind.ADDED,
        (new.from_day, new.until_day),
        (new.age_from, new.age_to),
    )
    return [
        words
        for words, is_wrong in (
            ("Say why the stretch is marked.", not new.reason.strip()),
            ("Say what the evidence is.", not new.evidence.strip()),
            ("Draw the path with two points at least.", added and len(new.path) < 2),
            ("Choose the lines of the stretch.", not added and not new.edges),
            ("A part is of one line only.", new.between is not None and len(new.edges) != 1),
            ("The last day lies before the first.", is_upside_down(*days)),
            ("The oldest age is below the youngest.", is_upside_down(*ages)),
        )
        if is_wrong
    ]


def is_upside_down(low: date | int | None, high: date | int | None) -> bool:
    """Say whether a span ends before it begins."""
    return low is not None and high is not None and high < low  # type: ignore[operator]
