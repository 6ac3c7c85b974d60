"""Work on policy texts: check one with its worked examples; print the format's schema."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from casework.policies.overlaps import Overlap, base_of
from casework.shelf import Shelf
from rules.examples import Examples, read_examples, shortcomings
from rules.policy import PolicyVersion
from rules.policy_schema import policy_schema
from rules.policy_text import read_policy_text
from rules.problems import BadPolicy, Problem
from rules.touching import idle_touches
from rules.yaml_text import Mapping, Node, Text, read_yaml


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
    problems = [*_overlapping(shelf, version, named), *_touching(version, named)]
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


def _touching(version: PolicyVersion, named: str) -> list[Problem]:
    """The provisions of this text that touch what they can do nothing to, where they say so."""
    place = named if _is_file(named) else f"policy/{named}.yaml"
    at: dict[str, Node] = {}
    for node in read_policy_text(version.texts[version.id], place).provisions:
        if isinstance(node, Mapping) and isinstance(name := node.entries.get("provision"), Text):
            at[f"{version.id}#{name.value}"] = node.entries.get("touches", node)
    return [
        Problem(place, each.says, at[each.provision].line, at[each.provision].column)
        for each in idle_touches(version)
        if each.provision in at
    ]


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


def schema_text() -> str:
    """The JSON Schema of the policy format, as the text of a file for editors."""
    return json.dumps(policy_schema(), indent=1, ensure_ascii=False) + "\n"
