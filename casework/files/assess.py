"""The verb behind ``assess``: one case in a file under one version, with no store involved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casework.files.case import CaseFile, read_case_file
from casework.moved_up import moved_up, moves_told
from casework.policies.new import school_year_days
from casework.shelf import Shelf, days_words
from casework.year_timeline import Span, Ungoverned, draft_for, policy_of, year_timeline
from rules.ask import Question, missing_in_order
from rules.decide import decide
from rules.part_values import Parts
from rules.parts import as_json, parts
from rules.policy import PolicyVersion
from rules.problems import BadFacts, Problem, UserFacingError
from rules.recommendation import Recommendation
from rules.what_if import Change, what_if


class BadYear(UserFacingError):
    """A school year that is not written as one."""


@dataclass(frozen=True, slots=True)
class AssessedFile:
    """A case of a file, the version it was held against, and what that says.

    ``notes`` are for the reader beside the result, such as a day outside the version's own days.
    """

    policy: PolicyVersion
    case: CaseFile
    recommendation: Recommendation
    notes: tuple[str, ...]


def assess_file(shelf: Shelf, named: str, path: Path) -> AssessedFile:
    """Assess the case in a file under a version on the shelf, or in a ``.yaml`` file.

    Raises UserFacingErrors that name the file, the fact and what was expected.
    """
    policy = shelf.read_file(Path(named)) if named.endswith(".yaml") else shelf.read(named)
    case = read_case_file(path, policy.vocabulary)
    try:
        recommendation = decide(policy, case.facts)
    except BadFacts as error:
        raise BadFacts([Problem(str(path), each.message) for each in error.problems]) from None
    return AssessedFile(policy, case, recommendation, _notes(policy, case, recommendation, path))


def _notes(
    policy: PolicyVersion, case: CaseFile, recommendation: Recommendation, path: Path
) -> tuple[str, ...]:
    keys = [
        f'{path}: "{key}" is not read here; only "facts", "changes" and "letter" are'
        for key in case.unknown_keys
    ]
    day = recommendation.day_of_travel
    if day is None or policy.governs(day):
        return tuple(keys)
    outside = (
        f"Warning: {policy.id} governs travel {days_words(policy)}, not {day.isoformat()}; "
        "it was evaluated all the same."
    )
    return (*keys, outside)


def timeline_of_file(shelf: Shelf, assessed: AssessedFile, school_year: str) -> tuple[Span, ...]:
    """The spans of a school year (``2026-27``) in which version or outcome of the case differs.

    Beyond the version's own days the council's adopted one is followed, and in another school year
    the child is in another year group. Raises BadYear for another form of year.
    """
    days = school_year_days(f"of/{school_year}")
    if days is None:
        raise BadYear(f"'{school_year}' is no school year; expected one such as 2026-27")
    facts_on = moved_up(assessed.case, assessed.policy.vocabulary)
    return year_timeline(shelf, assessed.policy, facts_on, *days)


def timeline_notes(shelf: Shelf, assessed: AssessedFile, spans: Sequence[Span]) -> tuple[str, ...]:
    """What a timeline takes for granted that the file and ``--policy`` do not say."""
    first, policy = spans[0].first, assessed.policy
    notes = moves_told(assessed.case, policy.vocabulary, first)
    if _governs_some(policy, first, spans[-1].last):
        return notes
    followed = {policy_of(each): None for each in spans if not isinstance(each, Ungoverned)}
    if policy.id not in followed:
        other = " and ".join(followed)
        return (*notes, f"{policy.id} governs no day of this school year; {other} is followed.")
    draft = draft_for(shelf, policy, first)
    held = f" ({draft} is a draft for these days)" if draft else ""
    return (
        *notes,
        f"Warning: no adopted version of {policy.body} governs travel in this school year{held}; "
        f"{policy.id} was followed as if it did.",
    )


def _governs_some(policy: PolicyVersion, first: date, last: date) -> bool:
    since, until = policy.travel_from or date.min, policy.travel_until or date.max
    return since <= last and first <= until


def missing_of_file(assessed: AssessedFile) -> tuple[Question, ...]:
    """The facts that keep the outcome open, the best one to ask first, and what waits for each."""
    return missing_in_order(assessed.policy, assessed.case.facts, assessed.recommendation)


def parts_of_file(assessed: AssessedFile) -> Parts:
    """What is paid, arranged, kept, ended and determined, on the facts of a file's case."""
    return parts(assessed.policy, assessed.case.facts, assessed.recommendation)


def parts_as_json(found: Parts) -> dict[str, object]:
    """The parts in the form other programs read, by name."""
    return as_json(found)


def what_if_of_file(assessed: AssessedFile) -> tuple[Change, ...]:
    """The smallest changes of facts (one or two) that would change the outcome."""
    return what_if(assessed.policy, assessed.case.facts, assessed.recommendation)
