"""The shelf: reads the policy folders and picks the version for a council and two days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casework.overlaps import IN_FORCE, Overlap, overlaps, refuse_overlap
from rules.policy import VOCABULARY, PolicyVersion, is_policy_id
from rules.problems import BadPolicy, NoPolicyInForce, Problem, UserFacingError
from rules.reader import read
from rules.shape import nearest
from rules.vocabulary import Vocabulary
from rules.vocabulary_text import read_vocabulary

ROOT = Path(__file__).resolve().parent.parent
POLICY_FOLDER = ROOT / "policy"
SAMPLE_FOLDER = ROOT / "sample" / "policy"


class UnknownPolicy(UserFacingError):
    """No policy text of that name is on the shelf."""


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """One text on the shelf: the version, or (when it cannot be read) its problems."""

    id: str
    version: PolicyVersion | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """Policy folders, searched in order; a text stands at ``<folder>/<body>/<version>.yaml``."""

    folders: tuple[Path, ...] = (POLICY_FOLDER, SAMPLE_FOLDER)

    def ids(self) -> tuple[str, ...]:
        """Every policy id on the shelf, sorted."""
        ids = [each for each in self.ids() if each.startswith(f"{council}/")]
        found = {policy: self._line(policy).version for policy in ids}
        if also is not None:
            found[also.id] = also
        return overlaps(each for each in found.values() if each is not None)

    def _versions(self, council: str) -> Iterable[PolicyVersion]:
        return (self.read(each) for each in self.ids() if each.startswith(f"{council}/"))


def days_words(policy: PolicyVersion) -> str:
    """The days of travel a version governs: ``2019-09-01 to 2020-08-31``."""
    start = policy.travel_from.isoformat() if policy.travel_from else "any day"
    return f"{start} to {policy.travel_until.isoformat()}" if policy.travel_until else f"{start} on"


def standings(policy: PolicyVersion) -> dict[str, int]:
    """How many of the version's own provisions (or all, where it adds none) have which standing."""
    own = [each for each in policy.provisions if each.id in policy.own] or policy.provisions
    return dict(Counter(each.standing.value for each in own))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BadPolicy([Problem(str(path), "this is not UTF-8 text")]) from None
    except OSError as error:
        raise UnknownPolicy(f"{path}: cannot be read ({error.strerror}).") from None
