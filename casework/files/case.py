"""Reads ``CASE.json``: the facts of one case, how they change by day, what a letter may add."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from math import inf
from pathlib import Path

from rules.amounts import read_day
from rules.facts import read_facts
from rules.problems import BadFacts, UserFacingError
from rules.values import Facts
from rules.vocabulary import Vocabulary

LARGEST_FILE = 5_000_000
"""Bytes a case file may have; a real one has a few thousand."""

_KEYS = ("facts", "changes", "letter")
_CHANGE = 'takes {"from": a day such as "2027-01-05", "facts": {name: value}}'

DIGITS = 18
"""Digits of a whole number that is still read as one."""


class BadCaseFile(UserFacingError):
    """A case file that is not there or not of the form ``{"facts": {name: value}}``."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as a file gives it: its facts as they stand on its day of travel.

    ``at_first`` are those before any change, ``changes`` what is different from a day on, by day.
    """

    facts: Facts
    letter: dict[str, object]
    unknown_keys: tuple[str, ...]
    at_first: Facts
    changes: tuple[tuple[date, Facts], ...] = ()

    def facts_on(self, day: date) -> Facts:
        """The facts as they stand on a day."""
        return _standing(self.at_first, self.changes, day)


def read_case_file(path: Path, vocabulary: Vocabulary) -> CaseFile:
    """Read a case. Raises BadCaseFile, or BadFacts: the file, the fact and what was expected."""
    whole = _object(_json(path), str(path), "the file")
    if "facts" not in whole:
        raise BadCaseFile(f'{path}: "facts" is missing; expected {{"facts": {{name: value}}}}')
    facts = _object(whole["facts"], str(path), '"facts"')
    letter = _object(whole.get("letter", {}), str(path), '"letter"')
    unknown = tuple(key for key in whole if key not in _KEYS)
    at_first, changes = _facts_and_changes(facts, whole.get("changes", []), path, vocabulary)
    day = at_first.get("day_of_travel")
    standing = _standing(at_first, changes, day) if isinstance(day, date) else at_first
    return CaseFile(standing, letter, unknown, at_first, changes)


def _facts_and_changes(
    facts: dict[str, object], listed: object, path: Path, vocabulary: Vocabulary
) -> tuple[Facts, tuple[tuple[date, Facts], ...]]:
    """Both read. What is wrong with the changes is told beside what is wrong with the facts."""
    try:
        at_first = read_facts(facts, vocabulary, str(path))
    except BadFacts as error:
        try:
            _changes(listed, str(path), vocabulary)
        except BadCaseFile as also:
            told = "\n".join(str(each) for each in error.problems)
            raise BadCaseFile(f"{told}\n{also}") from None
        raise
    return at_first, _changes(listed, str(path), vocabulary)


def _standing(at_first: Facts, changes: tuple[tuple[date, Facts], ...], day: date) -> Facts:
    found = dict(at_first)
    for since, changed in changes:
        if since <= day:
            found.update(changed)
    return found


def _changes(listed: object, place: str, vocabulary: Vocabulary) -> tuple[tuple[date, Facts], ...]:
    """The facts that are others from a day on: ``[{"from": day, "facts": {name: value}}]``."""
    if not isinstance(listed, list):
        raise BadCaseFile(f'{place}: "changes" {_CHANGE}')
    found, problems = [], []
    for each in listed:
        try:
            found.append(_change(each, place, vocabulary))
        except BadFacts as error:
            problems += [str(problem) for problem in error.problems]
        except BadCaseFile as error:
            problems.append(str(error))
    if problems:
        raise BadCaseFile("\n".join(problems))
    return tuple(sorted(found, key=lambda each: each[0]))


def _change(each: object, place: str, vocabulary: Vocabulary) -> tuple[date, Facts]:
    entry = _object(each, place, 'each of "changes"')
    since, given = entry.get("from"), entry.get("facts")
    if set(entry) != {"from", "facts"} or not isinstance(since, str):
        raise BadCaseFile(f'{place}: each of "changes" {_CHANGE}')
    try:
        day = read_day(since)
    except ValueError as error:
        raise BadCaseFile(f'{place}: "changes", "from": {error}') from None
    facts = _object(given, place, f'"facts" from {since}')
    read = read_facts(facts, vocabulary, place)
    return day, {name: read.get(name) for name in facts}


def _json(path: Path) -> object:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadCaseFile(f"{path}: larger than {LARGEST_FILE:,} bytes; this is no case file")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadCaseFile(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise BadCaseFile(f"{path}: this is not UTF-8 text; save it as UTF-8") from None
    return _parsed(text, path)


def _parsed(text: str, path: Path) -> object:
    try:
        return json.loads(
            text,
            parse_float=_number,
            parse_int=_number,
            parse_constant=float,  # NaN and Infinity, which no fact takes as a value
            object_pairs_hook=_once_each,
        )
    except json.JSONDecodeError as error:
        raise BadCaseFile(
            f"{path}, line {error.lineno}, column {error.colno}: this is not JSON: {error.msg}"
        ) from None
    except (ValueError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise BadCaseFile(f"{path}: {why}") from None


def _number(text: str) -> int | Decimal | float:
    """A number exactly as written; one too large to be any fact's becomes infinity."""
    if text.lstrip("-").isdecimal() and len(text) <= DIGITS:
        return int(text)
    try:
        return Decimal(text)
    except InvalidOperation:
        return inf


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f'"{key}" stands twice; give each fact once')
        found[key] = value
    return found


def _object(value: object, place: str, what: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise BadCaseFile(f"{place}: {what} must be an object of names and values")
    return value
