"""A made-up case for each kind of letter, so that a wording can be seen before anybody needs it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from casework.files.assess import assess_file
from casework.files.letter import matter_of_file
from casework.files.occasion import read_occasion
from casework.letters.notices import with_days
from casework.shelf import Shelf
from letters import Matter, kind_named
from letters.compose import SHARED
from records.decision import Discretion
from rules.values import Outcome

SAMPLES = SHARED / "samples"
POLICY = "marlhaven/2026-27"
"""The sample council's own version, under which the made-up cases are decided."""

CASE_OF = {
    "approve-by-discretion": "refuse",
    "granted-in-error": "refuse",
    "stage-1-outcome": "refuse",
    "late-appeal": "refuse",
}
"""The case that a kind is shown on; else the one of its own name, or the approved one."""

REASONS = "We looked at the whole case, and help until the leg has healed is fair."


@cache
def sample_matter(kind: str) -> Matter:
    """All that a letter of a kind may say of its made-up case; everybody in it is fictional.

    Raises UnknownKind.
    """
    wanted = kind_named(kind)
    matter = _told(kind)
    if kind == "approve-by-discretion":
        matter = _by_discretion(matter)
    if wanted.occasion:
        path = SAMPLES / "occasions.json"
        given = json.loads(path.read_text("utf-8"))[kind]
        told = read_occasion(wanted.occasion, given, path.name)
        matter = replace(matter, occasion=told, terms=with_days(matter.terms, told, kind=kind))
    return matter


def _case(kind: str) -> Path:
    own = SAMPLES / f"{CASE_OF.get(kind, kind)}.json"
    return own if own.is_file() else SAMPLES / "approve.json"


def _told(kind: str) -> Matter:
    """The made-up case as a letter tells it; where it is not settled, its kind is named."""
    shelf, path = Shelf(), _case(kind)
    assessed = assess_file(shelf, POLICY, path)
    named = kind if path.stem == kind and assessed.recommendation.eligibility.missing else None
    return matter_of_file(shelf, assessed, path.name, named)[1]


def _by_discretion(matter: Matter) -> Matter:
    used = Discretion(
        power="s.508C",
        used=True,
        reasons="The walk is within the limit, and Robin cannot manage it while the leg heals",
        authorised_by_name="M. Reviewer",
        limits="a seat on bus 14, on school days",
        review_on=date(2026, 12, 18),
    )
    return replace(matter, outcome=Outcome.OFFERED, discretion=used, reasons=REASONS)
