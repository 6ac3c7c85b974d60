"""A new policy text, started in one file from another: its name, its days, its title."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casework.shelf import POLICY_FOLDER, Shelf
from rules.amounts import read_day
from rules.policy import PolicyVersion, is_policy_id
from rules.problems import UserFacingError
from rules.quantities import day_in_words

_YEAR = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
_TITLE_YEAR = re.compile(r"\b(\d{4})([-–/])(\d{4}|\d\d)\b", re.ASCII)
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names that Windows keeps for its devices: no file or folder there may have them."""

Days = tuple[date, date]
"""The first and the last day of travel that a version governs."""


class CannotStart(UserFacingError):
    """A new version that cannot be started: its name, its place, or the one it builds on."""


@dataclass(frozen=True, slots=True)
class _Named:
    """An id taken apart; ``since`` is the day of a revision, as written (empty: it is none)."""

    body: str
    version: str
    since: str


def start_policy(
    shelf: Shelf,
    policy: str,
    source: str,
    folder: Path = POLICY_FOLDER,
    travel: tuple[str, str] | None = None,
) -> Path:
    """Start a draft in one file that builds on another version; give the file's path.

    ``travel`` are its first and last day, as 2027-09-01; without it the school year in its name
    gives them, of a revision those of what it revises, from its own day on. Raises CannotStart, or
    what the shelf says of ``source``; then nothing was written.
    """
    base = shelf.read(source)
    _check_name(policy, base)
    days = _days(travel) if travel else _days_of(shelf, policy)
    if days is None:
        raise CannotStart(
            f"'{policy}' names no school year, so its days of travel are not known. Nothing was "
            f"written; name it such as {base.body}/2027-28, or add --travel 2027-09-01 2028-08-31."
        )
    path = folder / f"{policy}.yaml"
    if path.exists() or policy in shelf.ids():
        raise CannotStart(f"{policy} is there already. Nothing was changed; choose another name.")
    _write(path, new_text(policy, base, days))
    return path


def _check_name(policy: str, base: PolicyVersion) -> None:
    if not is_policy_id(policy):
        raise CannotStart(
            f"'{policy}' is no name for a version; expected body/version, "
            f"such as {base.body}/2027-28"
        )
    named = _taken_apart(policy)
    kept = next((each for each in (named.body, named.version) if _DEVICES.fullmatch(each)), None)
    if kept:
        raise CannotStart(
            f"'{policy}' cannot be written on every computer: Windows keeps the name '{kept}' for "
            "itself. Nothing was written; choose another name."
        )


def _taken_apart(policy: str) -> _Named:
    body, _, rest = policy.partition("/")
    version, _, since = rest.partition("@")
    return _Named(body, version, since)


def _days_of(shelf: Shelf, policy: str) -> Days | None:
    """The days that a name gives: a school year, or the rest of what it revises from a day on."""
    named = _taken_apart(policy)
    days = _revised(shelf, named) or school_year_days(policy)
    if days is None or not named.since:
        return days
    try:
        since = read_day(named.since)
    except ValueError as error:
        raise CannotStart(f"'{policy}': {error}. Nothing was written.") from None
    if since > days[1]:
        raise CannotStart(
            f"'{policy}': the day lies after the days of travel that it would revise, which end on "
            f"{day_in_words(days[1])}. Nothing was written."
        )
    return max(since, days[0]), days[1]


def _revised(shelf: Shelf, named: _Named) -> Days | None:
    """The days of the version that a revision revises, where that is on the shelf."""
    revised = f"{named.body}/{named.version}"
    if not named.since or revised not in shelf.ids():
        return None
    version = shelf.read(revised)
    both = version.travel_from, version.travel_until
    return (both[0], both[1]) if both[0] and both[1] else None


def _days(travel: tuple[str, str]) -> Days:
    try:
        first, last = (read_day(each) for each in travel)
    except ValueError as error:
        raise CannotStart(f"--travel: {error}. Nothing was written.") from None
    if last < first:
        raise CannotStart("--travel: the last day lies before the first. Nothing was written.")
    return first, last


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotStart(
            f"{path} cannot be written ({error.strerror}). Nothing changed."
        ) from None


def new_text(policy: str, base: PolicyVersion, days: Days) -> str:
    """The text of a new draft: it inherits everything, and says where to write what changes."""
    return (
        f"# A draft that carries {base.id} forward. Write below only what changes: a parameter,\n"
        "# definition or provision with 'replaces:', a new provision, or 'drops:'.\n"
        "format: 1\n"
        f"policy: {policy}\n"
        f"title: {json.dumps(new_title(policy, base), ensure_ascii=False)}\n"
        "status: draft\n"
        f"travel: {{from: {days[0]}, until: {days[1]}}}\n"
        f"builds_on: {base.id}\n"
    )


def school_year_days(policy: str) -> Days | None:
    """The first and last day of the school year in a version's name: 2027-28 begins in 2027."""
    found = _YEAR.match(policy.partition("/")[2])
    if not found or int(found[2]) != (int(found[1]) + 1) % 100:
        return None
    year = int(found[1])
    return date(year, 9, 1), date(year + 1, 8, 31)


def new_title(policy: str, base: PolicyVersion) -> str:
    """A title for a draft: that of the version it builds on, with the new year for the old.

    A title is its council's own: a text of another council begins with that council's name. A
    revision says from which day.
    """
    named = _taken_apart(policy)
    if named.body == base.body:
        title = _retitled(named.version, base.title)
    else:
        title = f"{named.body.replace('-', ' ').title()} {named.version}"
    return f"{title}{_since(named)} (draft)"


def _since(named: _Named) -> str:
    try:
        return f", from {day_in_words(read_day(named.since))}" if named.since else ""
    except ValueError:
        return f", {named.since}"


def _retitled(version: str, title: str) -> str:
    """A council's title with a version's year for its own.

    What the old title says after its year in a clause of its own (``, carried forward from …``) is
    true of that version alone, and left out.
    """
    new = _YEAR.match(version)
    name = new[0] if new else version
    old = next((each for each in _TITLE_YEAR.finditer(title) if _is_year(each)), None)
    if old is None:
        return f"{title}, {name}"
    year = f"{name[:4]}{old[2]}{name[:2]}{name[5:7]}" if new and len(old[3]) == 4 else name
    rest = re.sub(r"^( and \d{4}\S+)+", "", title[old.end() :]).partition(",")[0]
    return f"{title[: old.start()]}{year}{rest}"


def _is_year(found: re.Match[str]) -> bool:
    """Whether two years follow one another: 2025-26, 2025/2026; not 1996-2016."""
    return int(found[3][-2:]) == (int(found[1]) + 1) % 100
