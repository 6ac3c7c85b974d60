"""The verbs behind ``compare`` and ``policy diff``: versions by id or file, a caseload by file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casework.caseload_file import read_caseload
from casework.shelf import Shelf
from casework.text_difference import TextDifference, text_difference
from rules.caseload.columns import Children
from rules.caseload.run import run
from rules.policy import PolicyVersion
from rules.prove.as_json import Json, difference_as_json
from rules.prove.difference import difference
from rules.prove.results import Difference
from rules.values import Outcome


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions compared: the regions of children who differ, and a caseload under both.

    ``matrix`` counts the children of a caseload by old and new outcome (None: no caseload given);
    ``not_decided`` of them could not be decided under both.
    """

    difference: Difference
    as_json: Json
    matrix: dict[tuple[Outcome, Outcome], int] | None
    not_decided: int


def compare_versions(shelf: Shelf, old: str, new: str, caseload: Path | None = None) -> Compared:
    """Every kind of child whom two versions treat differently; and a caseload under both.

    Raises UnknownPolicy, BadPolicy, BadCaseloadFile, or CannotProve.
    """
    before, after = _version(shelf, old), _version(shelf, new)
    if caseload is None:
        found, matrix, not_decided = difference(before, after), None, 0
    else:
        children = read_caseload(caseload, after.vocabulary).children
        cases = [children.facts(row) for row in range(children.count)]
        found = difference(before, after, None, cases)
        matrix, not_decided = _matrix(before, after, children)
    return Compared(found, difference_as_json(found, after.vocabulary), matrix, not_decided)


def texts_compared(shelf: Shelf, old: str, new: str) -> TextDifference:
    """What the texts of two versions, by id or file, say differently, in words.

    Raises UnknownPolicy or BadPolicy.
    """
    return text_difference(_version(shelf, old), _version(shelf, new))


def _matrix(
    before: PolicyVersion, after: PolicyVersion, children: Children
) -> tuple[dict[tuple[Outcome, Outcome], int], int]:
    old, new = run(before, children), run(after, children)
    counts = dict.fromkeys(((a, b) for a in Outcome for b in Outcome), 0)
    missed = 0
    for row in range(children.count):
        one, other = old.outcome(row), new.outcome(row)
        if one is None or other is None:
            missed += 1
        else:
            counts[one, other] += 1
    return counts, missed


def _version(shelf: Shelf, named: str) -> PolicyVersion:
    return shelf.read_file(Path(named)) if named.endswith(".yaml") else shelf.read(named)
