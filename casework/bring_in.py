"""Bring in what a council holds in files: a network, a school list, homes by postcode."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from casework.desk import Desk
from casework.families import is_bare
from casework.files.postcodes import UnreadablePostcodes, read_postcodes
from casework.rights import OFFICERS, require
from casework.schools.list import day_in_name, list_notes, listed_anew, on_day
from casework.schools.reach import within_reach
from geography import Choices, import_network
from geography.imports import AS_SUGGESTED
from geography.readers import read_school_list
from records.child import Household
from records.network import Network
from records.people import Role
from records.school import School
from rules.problems import UserFacingError
from rules.quantities import day_in_words
from store import change, households, networks, schools

__all__ = [
    "BroughtIn",
    "UnreadablePostcodes",
    "WrongDay",
    "bring_in_network",
    "bring_in_postcodes",
    "bring_in_schools",
]

Progress = Callable[[int, int, str], object]
"""Told how far the work is: done, of how many, in words. An error it raises stops the work, and
then nothing of it is kept."""
KEEPERS = (*OFFICERS, Role.ADMINISTRATOR)

STEP = 200
"""How many records lie between two reports of progress."""


def _unheard(done: int, total: int, words: str) -> None:
    """Nobody asked how far it is."""


class WrongDay(UserFacingError):
    """A list cannot be of the day that was given for it."""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came in: how many, what was new, and what the reader should know about it.

    ``measured_on`` is what a network that is here already gave way to: the name of the one that is
    measured on, None where that is the one brought in.
    """

    name: str
    count: int
    new: int
    notes: tuple[str, ...]
    measured_on: str | None = None


def bring_in_network(
    desk: Desk,
    path: Path | Sequence[Path],
    name: str | None = None,
    progress: Progress = _unheard,
    choices: Choices = AS_SUGGESTED,
) -> BroughtIn:
    """Keep a network of streets and paths, so that measurements can be made again.

    Several files are those of one delivery, such as roads and paths. A table of edges is kept byte
    for byte as it came, anything else packed, with the SHA-256 of its files; ``choices`` say how
    its columns are to be read. Raises NotAllowed, or UnreadableFile naming what was expected; then
    nothing was kept.
    """
    require(desk, "Bringing in a network", *KEEPERS)
    paths = [path] if isinstance(path, Path) else list(path)
    came = import_network(paths, replace(choices, name=name or choices.name), progress)
    network = came.network
    progress(0, 0, "Keeping it")
    kept = Network(network.name, network.digest, desk.now(), came.content)
    new = networks.add_network(desk.store, kept, desk.person)
    digest, latest = networks.list_networks(desk.store)[-1]
    later = None if digest == network.digest else latest
    return BroughtIn(network.name, len(network.edge_ids), int(new), came.report, later)


def bring_in_schools(
    desk: Desk, path: Path, progress: Progress = _unheard, listed_on: date | None = None
) -> BroughtIn:
    """Keep the schools of a list: new ones are added, known ones (by URN) corrected.

    The file is our own table, or one of GIAS, of which only schools in reach of the network are
    kept. ``listed_on`` is the day the list is of; without it the one in the file's name, else none.
    What the file does not say (kind, who runs it) stays as it was, places with the day they are of,
    and gates that are known stay where it gives only a site's point. Raises NotAllowed, WrongDay
    for a day to come, or UnreadableFile; then nothing was kept.
    """
    require(desk, "Bringing in schools", *KEEPERS)
    day = listed_on or day_in_name(path)
    if day is not None and day > desk.today():
        raise WrongDay(
            f"{path.name}: {day_in_words(day)}, the day of the list, is still to come. Nothing of "
            "it was kept. Give the day that the list is of."
        )
    progress(0, 0, "Reading the file")
    listed = read_school_list(path)
    found, beyond = within_reach(desk, listed.schools)
    known = {school.urn: school for school in schools.list_schools(desk.store)}
    with change.bulk(desk.store, desk.person, "schools brought in"):
        for at, school in enumerate(on_day(found, day)):
            _tell(progress, at, len(found), "Keeping the schools")
            _keep_school(desk, school, known.get(school.urn))
    notes = (*list_notes(found, known, day, listed_on), *listed.notes, *beyond)
    return BroughtIn(path.stem, len(found), len({s.urn for s in found} - set(known)), notes)


def _keep_school(desk: Desk, school: School, before: School | None) -> None:
    if before is None:
        schools.add_school(desk.store, school, desk.person)
        return
    same = listed_anew(before, school)
    if same != before:
        schools.correct_school(desk.store, same, desk.person)


def bring_in_postcodes(
    desk: Desk, path: Path, limit: int | None = None, progress: Progress = _unheard
) -> BroughtIn:
    """Keep a home at the middle of each postcode of a file, marked as approximate.

    A postcode that was brought in before is moved where the file says, and not added again.

    The file has the columns postcode, easting and northing, or is Code-Point Open or NSPL. Raises
    NotAllowed or UnreadablePostcodes naming rows; then nothing was kept.
    """
    require(desk, "Bringing in postcodes", *KEEPERS)
    progress(0, 0, "Reading the file")
    file = read_postcodes(path)
    homes = file.homes[:limit]
    known = {
        home.postcode: home for home in households.list_households(desk.store) if is_bare(home)
    }
    with change.bulk(desk.store, desk.person, "homes brought in by postcode"):
        for at, home in enumerate(homes):
            _tell(progress, at, len(homes), "Keeping the postcodes")
            _keep_home(desk, home, known.get(home.postcode))
    note = "Each home stands at the middle of its postcode: approximate, and marked so."
    new = len({home.postcode for home in homes} - set(known))
    return BroughtIn(path.stem, len(homes), new, (note, *file.notes))


def _keep_home(desk: Desk, home: Household, before: Household | None) -> None:
    if before is None:
        households.add_household(desk.store, home, desk.person)
    elif (before.easting, before.northing) != (home.easting, home.northing):
        households.correct_household(desk.store, replace(home, id=before.id), desk.person)


def _tell(progress: Progress, at: int, of: int, words: str) -> None:
    if at % STEP == 0:
        progress(at, of, words)
