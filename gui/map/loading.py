"""Everything the full map is drawn from, read and made ready off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Lock

from casework.assess import Assessment, assess
from casework.desk import Desk
from casework.maps.added_paths import Joined, joined_paths
from casework.maps.of_case import CaseMap, case_map, other_routes
from casework.maps.of_store import NetworkMap, marked_stretches, network_map
from casework.schools.boundary import SchoolReach
from gui.map.names import StreetNames
from gui.map.scene import MapScene, Mark, Place, Reach, Trace
from gui.map.streets import Streets
from gui.map.stretch_words import marked_lines
from gui.officer.map_card import scene_of as scene_of_case
from gui.officer.map_words import walk_words
from records.certificate import Alternative
from records.london import day_in_london
from records.measurement import Way
from records.stretch import Stretch
from rules.problems import UserFacingError
from rules.quantities import day_in_words, limit_in_miles, miles_and_metres

_kept: dict[str, Streets] = {}
_lock = Lock()


@dataclass(frozen=True, eq=False)
class Loaded:
    """What a map is drawn from. ``network`` and ``streets`` are None where ``trouble`` says why.

    ``shown`` are the stretches in force on the day of travel of the case, or today.
    """

    network: NetworkMap | None
    streets: Streets | None
    stretches: tuple[Stretch, ...]
    shown: tuple[Stretch, ...]
    assessment: Assessment | None = None
    case: CaseMap | None = None
    others: tuple[Alternative, ...] = ()
    trouble: str = ""
    names: StreetNames | None = None
    joined: tuple[Joined, ...] = ()


def load(desk: Desk, application: str | None) -> Loaded:
    """Read the network and, where one is open, the case. Raises NotThere for an unknown case."""
    try:
        network, trouble = network_map(desk), ""
    except UserFacingError as error:
        network, trouble = None, str(error)
    marked = marked_stretches(desk)
    today = tuple(
        one for one in marked if any(one.in_force(way, desk.today(), None) for way in Way)
    )
    found = Loaded(network, streets_of(network) if network else None, marked, today)
    names = StreetNames(network.names.words, network.names.ends) if network else None
    found = replace(found, trouble=trouble, names=names)
    if application is None:
        return replace(found, joined=joined_paths(desk, today))
    case = case_map(desk, application)
    others = other_routes(desk, application)
    assessment = assess(desk, application)
    return replace(found, case=case, others=others, assessment=assessment, shown=case.marked,
                   joined=case.joined)  # fmt: skip


def streets_of(network: NetworkMap) -> Streets:
    """Give a network's streets made ready; those of the last network are kept."""
    with _lock:
        if network.digest not in _kept:
            made = Streets(network.drawing.segments, network.drawing.passes).prepare()
            _kept.clear()
            _kept[network.digest] = made
        return _kept[network.digest]


def scene_of(
    loaded: Loaded, reach: SchoolReach | None = None, trial: Trace | None = None
) -> MapScene:
    """Draw what was loaded, with a walking-distance boundary and a route that is tried out."""
    base = MapScene(in_words=_without_case(loaded))
    if loaded.case is not None and loaded.assessment is not None:
        base = scene_of_case(loaded.case, loaded.assessment)
    measured = [Trace(other_words(each, loaded), each.line) for each in loaded.others]
    if not loaded.others:
        measured = list(base.others)
    return replace(
        base,
        streets=() if loaded.streets else base.streets,
        no_foot=() if loaded.streets else base.no_foot,
        network=loaded.streets,
        places=(*base.places, *_schools(loaded)),
        others=(*measured, *([trial] if trial else [])),
        stretches=marked_lines(loaded.shown, loaded.joined),
        reach=reach_of(reach) if reach else None,
        names=loaded.names,
        source=source_words(loaded.network) if loaded.network else "",
    )


def _without_case(loaded: Loaded) -> str:
    if loaded.network is None:
        return "There is no network to draw yet."
    lines, schools = loaded.network.drawing.lines, len(loaded.network.schools)
    return f"Map of {lines:,} streets and paths with {schools:,} schools."


def _schools(loaded: Loaded) -> list[Place]:
    """Mark every school at its first gate; that of the case stands there already."""
    there = loaded.case.school if loaded.case else None
    schools = loaded.network.schools if loaded.network else ()
    return [
        Place(Mark.SCHOOL, one.gates[0].easting, one.gates[0].northing, one.name, needed=False)
        for one in schools
        if one.gates and one.name != there
    ]


def other_words(other: Alternative, loaded: Loaded) -> str:
    """Tell of another route: what it is and how long, or why there is none."""
    policy = loaded.assessment.policy if loaded.assessment else None
    grid = policy is not None and policy.length_that_counts == "grid"
    length = other.grid_mm if grid else other.ground_mm
    if length is None:
        return f"{other.what}: no route, {other.why_none or 'none exists on this network'}"
    return f"{other.what}: {miles_and_metres(length)}"


def source_words(network: NetworkMap) -> str:
    """Say what network the lines are from and of which day, and whose its makers say they are."""
    day = day_in_words(day_in_london(network.imported_at))
    rights = [note for note in network.notes if "©" in note or "copyright" in note.casefold()]
    return ". ".join([f"{network.name}, brought in {day}", *(one.rstrip(".") for one in rights)])


def reach_of(found: SchoolReach) -> Reach:
    """Make a boundary ready to be drawn, and tell it in words."""
    limit, reached = limit_in_miles(found.boundary.limit_mm), found.boundary
    streets = Streets.of_lines(reached.lines)
    length = sum(
        ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5
        for line in reached.lines
        for a, b in zip(line, line[1:], strict=False)
    )
    whom = "" if found.age is None else f" for a child of {found.age}"
    words = (
        f"Within {limit} of {found.school.name} on foot along the network, on "
        f"{day_in_words(found.day)}{whom}: {length / 1000:,.1f} km of streets and paths, of which "
        f"{len(reached.ends):,} lead on beyond it. The dashed ring is for the eye alone."
    )
    return Reach(words, streets, reached.ends, reached.outline)


def summary_of(loaded: Loaded) -> str:
    """Say for the header what the map is of."""
    if loaded.case is None or loaded.assessment is None:
        return source_words(loaded.network) if loaded.network else ""
    return walk_words(loaded.case, loaded.assessment)
