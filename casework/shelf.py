"""The shelf: reads the policy folders and picks the version for a council and two days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casework.policies.overlaps import IN_FORCE, Overlap, overlaps, refuse_overlap
from rules.policy import VOCABULARY, PolicyVersion, is_policy_id
from rules.problems import BadPolicy, NoPolicyInForce, Problem, UserFacingError
from rules.reader import read
from rules.shape import nearest
from rules.vocabulary import Vocabulary
from rules.vocabulary_text import read_vocabulary
from rules.yaml_text import LONGEST_TEXT

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
        found = {
            f"{path.parent.name}/{path.stem}"
            for folder in self.folders
            for path in folder.glob("*/*.yaml")
        }
        return tuple(sorted(found))

    def text(self, policy: str) -> str:
        """The text of a policy id, or of ``vocabulary``. Raises KeyError where there is none."""
        if policy != VOCABULARY and not is_policy_id(policy):
            raise KeyError(policy)
        for folder in self.folders:
            path = folder / f"{policy}.yaml"
            if path.is_file():
                return _text_of(path)
        raise KeyError(policy)

    def read(self, policy: str) -> PolicyVersion:
        """Read a version. Raises UnknownPolicy, or BadPolicy with every problem of its text."""
        try:
            text = self.text(policy)
        except KeyError:
            hint = nearest(policy, self.ids()) or f"; there are {', '.join(self.ids())}"
            raise UnknownPolicy(f"There is no policy '{policy}'{hint}") from None
        return read(text, self.text, f"policy/{policy}.yaml")

    def read_file(self, path: Path) -> PolicyVersion:
        """Read a version from a file anywhere; what it builds on comes from the shelf."""
        return read(_text_of(path), self.text, str(path))

    def is_fictional(self, body: str) -> bool:
        """Say whether a body's policies are those of the sample council."""
        return (SAMPLE_FOLDER / body).is_dir()

    def vocabulary(self) -> Vocabulary:
        """The words for facts."""
        return read_vocabulary(self.text(VOCABULARY)).facts

    def lines(self) -> tuple[ShelfLine, ...]:
        """Every text on the shelf, also those that cannot be read, with why."""
        return tuple(self._line(policy) for policy in self.ids())

    def _line(self, policy: str) -> ShelfLine:
        try:
            return ShelfLine(policy, self.read(policy))
        except BadPolicy as error:
            return ShelfLine(policy, None, error.problems)

    def in_force(self, council: str, day_of_travel: date, known_on: date) -> PolicyVersion:
        """The version that governs a council's travel on a day, as known on another.

        Of a version and its revisions that govern the day, the one decided last is in force.
        Raises NoPolicyInForce naming the council and the day, and OverlappingVersions naming both
        where two versions govern it.
        """
        governing = [
            version
            for version in self._versions(council)
            if version.status in IN_FORCE
            and version.governs(day_of_travel)
            and (version.known_from is None or version.known_from <= known_on)
        ]
        if not governing:
            raise NoPolicyInForce(
                f"No policy of {council} is in force for travel on {day_of_travel.isoformat()}, "
                f"as known on {known_on.isoformat()}. Nothing was changed. Put the adopted text "
                f"for that day into policy/{council}/, or ask about another day."
            )
        refuse_overlap(council, day_of_travel, governing)
        return max(governing, key=lambda each: (each.known_from or date.min, each.id))

    def overlaps(self, council: str, also: PolicyVersion | None = None) -> tuple[Overlap, ...]:
        """The pairs of a council's versions that govern the same days; unreadable ones left aside.

        ``also`` is a version in the place of the one of its id, such as one read from a file.
        """
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
    whole = Counter(each.standing.value for each in policy.provisions)
    return own_standings(policy) or dict(whole)


def own_standings(policy: PolicyVersion) -> dict[str, int]:
    """How many of the version's own provisions have which standing; empty where it adds none."""
    own = [each for each in policy.provisions if each.id in policy.own]
    return dict(Counter(each.standing.value for each in own))


def inherited(policy: PolicyVersion) -> int:
    """How many provisions a version takes over from the texts that it builds on."""
    return len(policy.provisions) - len(policy.own)


LARGEST_FILE = 4 * LONGEST_TEXT
"""Bytes of a file that may hold a policy text: a character takes four at most."""


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            size = f"the file has {path.stat().st_size:,} bytes; {LARGEST_FILE:,} are allowed"
            raise BadPolicy([Problem(str(path), size)])
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise BadPolicy([Problem(str(path), "this is not UTF-8 text", line, column)]) from None
    except OSError as error:
        raise UnknownPolicy(f"{path}: cannot be read ({error.strerror}).") from None
