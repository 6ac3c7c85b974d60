"""The verbs behind ``compare`` and ``policy diff``: versions by id or file, a caseload by file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casework.files.caseload import read_caseload
from casework.policies.compare_charges import charges_changed
from casework.policies.text_difference import TextDifference, text_difference
from casework.shelf import Shelf
from rules.caseload.columns import Children
from rules.caseload.run import run
from rules.decisive import decisive
from rules.policy import PolicyVersion
from rules.prove.as_json import Json, difference_as_json
from rules.prove.difference import difference, traces
from rules.prove.examples import in_words
from rules.prove.results import Difference, Region
from rules.recommendation import Finding, Recommendation
from rules.values import Effect, Outcome, Result

GIVING = (Effect.ENTITLES, Effect.OFFERS)


@dataclass(frozen=True, slots=True)
class Told:
    """How one version decides an example: what it says, and the finding that decides.

    That is its first ground, else the rule that comes nearest to being met (None: none applies).
    """

    version: str
    outcome: Outcome
    deciding: Finding | None


@dataclass(frozen=True, slots=True)
class ShownRegion:
    """One kind of child, its example in words, and both decisions of it in short."""

    region: Region
    example: str
    old: Told
    new: Told


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions compared: the regions of children who differ, and a caseload under both.

    ``matrix`` counts the children of a caseload by old and new outcome (None: no caseload given);
    ``not_decided`` of them could not be decided under both. ``shown`` are the kinds of children,
    each with its example's two decisions. ``charges`` are sentences on what is charged otherwise,
    which no outcome shows.
    """

    difference: Difference
    shown: tuple[ShownRegion, ...]
    as_json: Json
    matrix: dict[tuple[Outcome, Outcome], int] | None
    not_decided: int
    charges: tuple[str, ...] = ()


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
    shown = tuple(_shown(before, after, each) for each in found.regions)
    plain = difference_as_json(found, after.vocabulary)
    charged = charges_changed(before, after)
    return Compared(found, shown, plain, matrix, not_decided, charged)


def _shown(before: PolicyVersion, after: PolicyVersion, region: Region) -> ShownRegion:
    one, two = traces(before, after, region)
    example = in_words(region.example, after.vocabulary)
    return ShownRegion(region, example, _told(one, two), _told(two, one))


def _told(found: Recommendation, beside: Recommendation) -> Told:
    return Told(found.policy, found.eligibility.outcome, _deciding(found, beside))


def _deciding(found: Recommendation, beside: Recommendation) -> Finding | None:
    """The first ground; without one the rule of the other version's ground, or the nearest."""
    grounds, others = found.eligibility.grounds, beside.eligibility.grounds[:1]
    by_id = {each.provision: each for each in found.findings}
    if grounds:
        return by_id[grounds[0]]
    alike = {each.partition("#")[2] for each in others}
    unmet = [each for each in found.findings if each.result is Result.NOT_MET]
    like_it = [each for each in unmet if each.provision.partition("#")[2] in alike]
    giving = [each for each in unmet if each.effect in GIVING]
    return min(like_it or giving, key=_distance, default=None)


def _distance(found: Finding) -> tuple[bool, int]:
    """How far a rule is from being met: ruled out from the start, else by how many tests."""
    return found.applies is False, len(decisive(found.because))


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
