"""Bring in what a council holds in files: a network, a school list, homes by postcode."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from casework.desk import Desk
from casework.rights import OFFICERS, require
from geography import read_network, read_schools
from geography.grid import check_position
from geography.problems import UnusablePosition
from records.child import Household
from records.network import Network
from records.people import Role
from records.school import School
from rules.problems import UserFacingError
from store import change, households, networks, schools
from store.identifiers import new_id

KEEPERS = (*OFFICERS, Role.ADMINISTRATOR)
ROWS_NAMED = 5
"""How many bad rows a message names; the rest are counted."""


class UnreadablePostcodes(UserFacingError):
    """A postcode file in which rows cannot be read; nothing of it was brought in."""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came in: how many, what was new, and what the reader should know about it."""

    name: str
    count: int
    new: int
    notes: tuple[str, ...]


def bring_in_network(desk: Desk, path: Path, name: str | None = None) -> BroughtIn:
    """Keep a network of streets and paths, byte for byte, so that measurements can be made again.

    Raises NotAllowed, or UnreadableFile naming line and expectation; then nothing was kept.
    """
    require(desk, "Bringing in a network", *KEEPERS)
    read = read_network(path, name)
    content = path.read_bytes()
    kept = Network(read.name, sha256(content).hexdigest(), desk.now(), content)
    new = networks.add_network(desk.store, kept, desk.person)
    return BroughtIn(read.name, len(read.edge_ids), int(new), read.notes)


def bring_in_schools(desk: Desk, path: Path) -> BroughtIn:
    """Keep the schools of a list: new ones are added, known ones (by URN) corrected.

    What the file does not say (kind, who runs it, places) stays not known. Raises NotAllowed or
    UnreadableFile; then nothing was kept.
    """
    require(desk, "Bringing in schools", *KEEPERS)
    found = read_schools(path)
    known = {school.urn: school for school in schools.list_schools(desk.store)}
    with change.bulk(desk.store, desk.person, "schools brought in"):
        for school in found:
            _keep_school(desk, school, known.get(school.urn))
    unknown = sum(school.kind is None for school in found)
    notes = (f"The file does not say what kind of place {unknown} of them are.",) if unknown else ()
    return BroughtIn(path.stem, len(found), len({s.urn for s in found} - set(known)), notes)


def _keep_school(desk: Desk, school: School, before: School | None) -> None:
    if before is None:
        schools.add_school(desk.store, school, desk.person)
        return
    same = School(
        before.id,
        school.urn,
        school.name,
        school.kind or before.kind,
        school.governance or before.governance,
        school.age_from if school.age_from is not None else before.age_from,
        school.age_to if school.age_to is not None else before.age_to,
        school.belief or before.belief,
        school.places_free if school.places_free is not None else before.places_free,
        school.gates or before.gates,
    )
    if same != before:
        schools.correct_school(desk.store, same, desk.person)


def bring_in_postcodes(desk: Desk, path: Path, limit: int | None = None) -> BroughtIn:
    """Keep a home at the middle of each postcode of a file, marked as approximate.

    The file has the columns postcode, easting and northing. Raises NotAllowed or
    UnreadablePostcodes naming rows; then nothing was kept.
    """
    require(desk, "Bringing in postcodes", *KEEPERS)
    homes = _homes(path)[:limit]
    with change.bulk(desk.store, desk.person, "homes brought in by postcode"):
        for home in homes:
            households.add_household(desk.store, home, desk.person)
    note = "Each home stands at the middle of its postcode: approximate, and marked so."
    return BroughtIn(path.stem, len(homes), len(homes), (note,))


def _homes(path: Path) -> list[Household]:
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadablePostcodes(f"{path}: cannot be read ({error}). Nothing was kept.") from None
    columns = set(rows[0]) if rows else set()
    missing = {"postcode", "easting", "northing"} - columns
    if missing:
        raise UnreadablePostcodes(
            f"{path}: the column {', '.join(sorted(missing))} is missing; expected postcode, "
            "easting and northing. Nothing was kept."
        )
    homes, bad = [], []
    for number, row in enumerate(rows, 2):
        try:
            homes.append(_home(row))
        except (ValueError, TypeError, UnusablePosition) as error:
            bad.append(f"line {number}: {error}")
    if bad:
        more = f" and {len(bad) - ROWS_NAMED} more" if len(bad) > ROWS_NAMED else ""
        raise UnreadablePostcodes(
            f"{path}: {'; '.join(bad[:ROWS_NAMED])}{more}. Nothing was kept; mend the file first."
        )
    return homes


def _home(row: dict[str, str]) -> Household:
    easting, northing = float(row["easting"]), float(row["northing"])
    check_position(easting, northing, row["postcode"])
    return Household(new_id(), (), row["postcode"].strip(), easting, northing, "postcode", "")
