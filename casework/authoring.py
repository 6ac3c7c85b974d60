"""Work on policy texts: check one with its worked examples; start a new year from an old one."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casework.overlaps import Overlap, base_of
from casework.shelf import POLICY_FOLDER, Shelf
from rules.amounts import read_day
from rules.examples import Examples, read_examples, shortcomings
from rules.policy import PolicyVersion, is_policy_id
from rules.policy_schema import policy_schema
from rules.problems import BadPolicy, Problem, UserFacingError
from rules.yaml_text import read_yaml

_YEAR = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
_TITLE_YEAR = re.compile(r"\b(\d{4})([-–/])(\d{4}|\d\d)\b", re.ASCII)


class CannotStart(UserFacingError):
    """A new version that cannot be started: its name, its place, or the one it builds on."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a text found: every problem, and how many worked examples it was held to."""

    version: PolicyVersion | None
    problems: tuple[Problem, ...]
    examples: int


def check_policy(shelf: Shelf, named: str) -> Checked:
    """Check a policy file, or a version on the shelf, and its worked examples.

    Problems are given, not raised, all of them, each with file, line and column where known.
    """
    try:
        version = shelf.read_file(Path(named)) if _is_file(named) else shelf.read(named)
    except BadPolicy as error:
        return Checked(None, error.problems, 0)
    problems = _overlapping(shelf, version, named)
    count = 0
    for path in example_files(shelf, version):
        try:
            found = read_examples(
                path.read_text("utf-8"), str(path), lambda policy: _same(shelf, version, policy)
            )
        except BadPolicy as error:
            problems += error.problems
            continue
        if found.policy == version.id:
            count += len(found.examples)
            problems += _differing(version, found)
    return Checked(version, tuple(problems), count)


def _overlapping(shelf: Shelf, version: PolicyVersion, named: str) -> list[Problem]:
    """The versions that govern the same days as this one, told where its days stand."""
    place = named if _is_file(named) else f"policy/{named}.yaml"
    keys = read_yaml(version.texts[version.id], place).keys
    at = keys.get("travel", keys["policy"])
    found = [each for each in shelf.overlaps(version.body, version) if version.id in _both(each)]
    return [Problem(place, _told(each, version.id), at.line, at.column) for each in found]


def _both(overlap: Overlap) -> tuple[str, str]:
    return overlap.first, overlap.second


def _told(overlap: Overlap, policy: str) -> str:
    other = next(each for each in _both(overlap) if each != policy)
    return (
        f"{other} governs travel on some of the same days ({overlap.days}); a day has one version. "
        f"Let one end sooner, or name this a revision: {base_of(other)}@date"
    )


def _is_file(named: str) -> bool:
    return named.endswith((".yaml", ".yml"))


def _same(shelf: Shelf, version: PolicyVersion, policy: str) -> PolicyVersion:
    if policy == version.id:
        return version
    if policy in shelf.ids():
        return shelf.read(policy)
    raise KeyError(policy)


def example_files(shelf: Shelf, version: PolicyVersion) -> tuple[Path, ...]:
    """The files of worked examples of a version's body."""
    return tuple(
        path
        for folder in shelf.folders
        for path in sorted((folder / version.body / "examples").glob("*.yaml"))
    )


def _differing(version: PolicyVersion, found: Examples) -> list[Problem]:
    return [
        Problem(found.place, f"{example.sentence}: {said}", example.line)
        for example in found.examples
        for said in shortcomings(version, example)
    ]


Days = tuple[date, date]
"""The first and the last day of travel that a version governs."""


def start_policy(
    shelf: Shelf,
    policy: str,
    source: str,
    folder: Path = POLICY_FOLDER,
    travel: tuple[str, str] | None = None,
) -> Path:
    """Start a draft in one file that builds on another version; give the file's path.

    ``travel`` are its first and last day, as 2027-09-01; without it the school year in its name
    gives them. Raises CannotStart, or what the shelf says of ``source``; then nothing was written.
    """
    base = shelf.read(source)
    if not is_policy_id(policy):
        raise CannotStart(
            f"'{policy}' is no name for a version; expected body/version, "
            f"such as {base.body}/2027-28"
        )
    days = _days(travel) if travel else school_year_days(policy)
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
        f"title: {json.dumps(new_title(policy, base.title), ensure_ascii=False)}\n"
        "status: draft\n"
        f"travel: {{from: {days[0]}, until: {days[1]}}}\n"
        f"builds_on: {base.id}\n"
    )


def schema_text() -> str:
    """The JSON Schema of the policy format, as the text of a file for editors."""
    return json.dumps(policy_schema(), indent=1, ensure_ascii=False) + "\n"


def school_year_days(policy: str) -> tuple[date, date] | None:
    """The first and last day of the school year in a version's name: 2027-28 begins in 2027."""
    found = _YEAR.search(policy)
    if not found or int(found[2]) != (int(found[1]) + 1) % 100:
        return None
    year = int(found[1])
    return date(year, 9, 1), date(year + 1, 8, 31)


def new_title(policy: str, title: str) -> str:
    """A title for a draft: that of the version it builds on, with the new year for the old.

    What the old title says after its year in a clause of its own (``, carried forward from …``) is
    true of that version alone, and left out.
    """
    new = _YEAR.search(policy)
    name = new[0] if new else policy.partition("/")[2]
    old = next((each for each in _TITLE_YEAR.finditer(title) if _is_year(each)), None)
    if old is None:
        return f"{title}, {name} (draft)"
    year = f"{name[:4]}{old[2]}{name[:2]}{name[5:7]}" if new and len(old[3]) == 4 else name
    rest = re.sub(r"^( and \d{4}\S+)+", "", title[old.end() :]).partition(",")[0]
    return f"{title[: old.start()]}{year}{rest} (draft)"


def _is_year(found: re.Match[str]) -> bool:
    """Whether two years follow one another: 2025-26, 2025/2026; not 1996-2016."""
    return int(found[3][-2:]) == (int(found[1]) + 1) % 100
