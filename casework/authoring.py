"""Work on policy texts: check one with its worked examples; start a new year from an old one."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casework.overlaps import Overlap, base_of
from casework.shelf import POLICY_FOLDER, Shelf
from rules.examples import Examples, read_examples, shortcomings
from rules.policy import PolicyVersion, is_policy_id
from rules.policy_schema import policy_schema
from rules.problems import BadPolicy, Problem, UserFacingError
from rules.yaml_text import read_yaml

_YEAR = re.compile(r"(\d{4})-(\d\d)", re.ASCII)


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


def start_policy(shelf: Shelf, policy: str, source: str, folder: Path = POLICY_FOLDER) -> Path:
    """Start a draft in one file that builds on another version; give the file's path.

    The school year in its name gives the days of travel. Raises CannotStart, or what the shelf
    says of ``source``; then nothing was written.
    """
    base = shelf.read(source)
    if not is_policy_id(policy):
        raise CannotStart(
            f"'{policy}' is no name for a version; expected body/version, "
            f"such as {base.body}/2027-28"
        )
    path = folder / f"{policy}.yaml"
    if path.exists() or policy in shelf.ids():
        raise CannotStart(f"{policy} is there already. Nothing was changed; choose another name.")
    text = new_text(policy, base)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotStart(
            f"{path} cannot be written ({error.strerror}). Nothing changed."
        ) from None
    return path


def new_text(policy: str, base: PolicyVersion) -> str:
    """The text of a new draft: it inherits everything, and says where to write what changes."""
    days = school_year_days(policy)
    travel = f"travel: {{from: {days[0]}, until: {days[1]}}}\n" if days else ""
    return (
        f"# A draft that carries {base.id} forward. Write below only what changes: a parameter,\n"
        "# definition or provision with 'replaces:', a new provision, or 'drops:'.\n"
        "format: 1\n"
        f"policy: {policy}\n"
        f"title: {_title(policy, base)}\n"
        "status: draft\n"
        f"{travel}"
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


def _title(policy: str, base: PolicyVersion) -> str:
    old, new = _YEAR.search(base.id), _YEAR.search(policy)
    title = base.title.replace(old[0], new[0]) if old and new else base.title
    return f'"{title} (draft)"' if ":" in title else f"{title} (draft)"
