"""The worked examples that ship with the policies, found for any version and all it builds on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from casework.shelf import POLICY_FOLDER, Shelf
from rules.examples import Example, Examples, read_examples
from rules.policy import VOCABULARY, PolicyVersion

SHELF = Shelf((POLICY_FOLDER,))
FILES = sorted(POLICY_FOLDER.glob("*/examples/*.yaml"))


@cache
def version_of(policy: str) -> PolicyVersion:
    return SHELF.read(policy)


@cache
def examples_in(path: Path) -> Examples:
    return read_examples(path.read_text(encoding="utf-8"), str(path), version_of)


def examples_under(policy: str) -> list[Example]:
    """The examples of a version and of every version that it builds on."""
    closure = set(version_of(policy).texts) - {VOCABULARY}
    files = [examples_in(path) for path in FILES]
    return [each for one in files if one.policy in closure for each in one.examples]
