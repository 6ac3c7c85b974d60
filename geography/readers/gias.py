"""Reads schools from the establishment file of Get Information about Schools (GIAS)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geography.counted import counted
from geography.grid import what_is_wrong
from geography.readers.schools import ADMITS, NO_BELIEF, NUMBER, SITE_POINT, whole
from geography.readers.tables import Row, read_table, unreadable
from records.school import Gate, School

COLUMNS: Final = ("urn", "establishmentname", "typeofestablishment (name)", "easting", "northing")
STATUS: Final = "establishmentstatus (name)"
OPEN: Final = frozenset({"", "open", "open, but proposed to close"})

MAINSTREAM: Final = "mainstream"
TYPES: Final[dict[str, tuple[str | None, str | None]]] = {
    "community school": (MAINSTREAM, "maintained"),
    "voluntary aided school": (MAINSTREAM, "maintained"),
    "voluntary controlled school": (MAINSTREAM, "maintained"),
    "foundation school": (MAINSTREAM, "maintained"),
    "community special school": ("special", "maintained"),
    "foundation special school": ("special", "maintained"),
    "local authority nursery school": ("nursery", "maintained"),
    "pupil referral unit": ("pupil_referral_unit", "maintained"),
    "academy converter": (MAINSTREAM, "academy"),
    "academy sponsor led": (MAINSTREAM, "academy"),
    "free schools": (MAINSTREAM, "academy"),
    "university technical college": (MAINSTREAM, "academy"),
    "studio schools": (MAINSTREAM, "academy"),
    "city technology college": (MAINSTREAM, "academy"),
    "academy special converter": ("special", "academy"),
    "academy special sponsor led": ("special", "academy"),
    "free schools special": ("special", "academy"),
    "academy alternative provision converter": ("alternative_provision", "academy"),
    "academy alternative provision sponsor led": ("alternative_provision", "academy"),
    "free schools alternative provision": ("alternative_provision", "academy"),
    "academy 16-19 converter": ("sixth_form", "academy"),
    "academy 16 to 19 sponsor led": ("sixth_form", "academy"),
    "free schools 16 to 19": ("sixth_form", "academy"),
    "sixth form centres": ("sixth_form", None),
    "non-maintained special school": ("special", "non_maintained_special"),
    "other independent school": (MAINSTREAM, "independent"),
    "other independent special school": ("special", "independent"),
    "further education": ("further_education", "other"),
    "special post 16 institution": ("special_post_16", "other"),
}
"""What kind of place a type of GIAS is, and who runs it; other types stay not known."""


@dataclass(frozen=True, slots=True)
class SchoolList:
    """The schools of a file in its order, and in words what was left out or is not known."""

    schools: tuple[School, ...]
    notes: tuple[str, ...] = ()


def is_gias(content: bytes) -> bool:
    """Say whether a file's header is that of GIAS."""
    return b"establishmentname" in content.partition(b"\n")[0].lower()


def schools_from_gias(content: bytes, place: str) -> SchoolList:
    """Return the open schools of a GIAS file; closed ones are left out and counted.

    GIAS gives the site's point, which stands for the gate until gates are known. A school without
    a position keeps none. Raises UnreadableFile where columns are missing or no school is open.
    """
    text = content if is_utf8(content) else content.decode("cp1252").encode()
    rows = read_table(text, place, COLUMNS)
    open_rows = [row for row in rows if row[STATUS].strip().lower() in OPEN]
    if not open_rows:
        raise unreadable(place, "has no open school; expected some.")
    schools = tuple(school_of(row) for row in open_rows)
    return SchoolList(schools, tuple(notes(rows, open_rows, schools)))


def is_utf8(content: bytes) -> bool:
    """Say whether a file is UTF-8; GIAS publishes in Windows' own code."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def school_of(row: Row) -> School:
    """Return one school; what its row does not say is None."""
    kind, governance = TYPES.get(row["typeofestablishment (name)"].strip().lower(), (None, None))
    belief = row["religiouscharacter (name)"].strip()
    return School(
        id=row["urn"].strip(),
        urn=row["urn"].strip(),
        name=row["establishmentname"].strip(),
        kind=kind,
        governance=governance,
        age_from=whole(row["statutorylowage"]),
        age_to=whole(row["statutoryhighage"]),
        belief=None if belief.lower() in NO_BELIEF else belief,
        places_free=None,
        gates=site_of(row),
        admits=ADMITS.get(row["gender (name)"].strip().lower()),
        authority=row["la (name)"].strip() or None,
    )


def site_of(row: Row) -> tuple[Gate, ...]:
    """Return the site's point as a gate, none where the row has no usable position."""
    east, north = row["easting"].strip(), row["northing"].strip()
    if not (NUMBER.fullmatch(east) and NUMBER.fullmatch(north)):
        return ()
    if float(east) == 0 or what_is_wrong(float(east), float(north)) is not None:
        return ()
    return (Gate(SITE_POINT, float(east), float(north)),)


def notes(rows: Sequence[Row], kept: Sequence[Row], schools: Sequence[School]) -> list[str]:
    """Say what was left out and what is lacking."""
    told = []
    if len(kept) < len(rows):
        shut = len(rows) - len(kept)
        told.append(counted(shut, "{place that is|places that are} not open {was|were} left out."))
    nowhere = [school.name for school in schools if not school.gates]
    if nowhere:
        lacking = "{has|have} no usable position, so no route to {it|them} can be measured"
        told.append(
            f"{counted(len(nowhere), lacking)}: "
            f"{', '.join(nowhere[:5])}{' and more' if len(nowhere) > 5 else ''}."
        )
    told.append("GIAS gives each site's own point, not its gates: add gates where they matter.")
    return told
