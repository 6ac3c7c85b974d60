"""Reads columns as files and other programs give them, by the rules of the vocabulary's types.

As in ``rules.facts``: a bare number is metres, or pounds; days are ISO; nothing given is not known.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import numpy as np

from rules.caseload.columns import (
    SHOWN,
    Children,
    Column,
    column,
    joined,
    no_such_fact,
    table,
    whole_value,
    worked_out,
)
from rules.caseload.figures import read_figures
from rules.facts import read_value
from rules.problems import BadFacts, Problem
from rules.shape import nearest
from rules.values import FactType
from rules.vocabulary import FactWord, Vocabulary

BLOCK = 1 << 16
"""Lines of text held at once."""

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_NOT_KNOWN = ("", "not known")
_NO_FACTS = "the first line names no facts; it takes their names, such as date_of_birth"


def read_columns(
    given: Mapping[str, Any], vocabulary: Vocabulary, place: str = "children", first_row: int = 1
) -> Children:
    """A table from columns by fact name: NumPy arrays, or sequences with None for not known.

    Arrays may hold bools, whole numbers, floats (NaN is not known), datetime64 days or text.
    ``first_row`` is what the first row is called. Raises BadFacts with every problem: the row, the
    column and what was expected.
    """
    problems: list[Problem] = []
    found: list[Column] = []
    for name, values in given.items():
        if name not in vocabulary:
            problems.append(no_such_fact(name, vocabulary))
            continue
        try:
            found.append(read_column(vocabulary[name], values, place, first_row))
        except BadFacts as error:
            problems += error.problems
    if problems:
        raise BadFacts(problems)
    return table(found)


def read_rows(
    rows: Sequence[Mapping[str, object]], vocabulary: Vocabulary, place: str = "children"
) -> Children:
    """A table from one ``{name: value}`` a child, as from JSON. Raises BadFacts."""
    names = dict.fromkeys(name for row in rows for name in row)
    columns = {name: [row.get(name) for row in rows] for name in names}
    return read_columns(columns, vocabulary, place)


def read_column(word: FactWord, values: Any, place: str = "children", first_row: int = 1) -> Column:
    """One column. Raises BadFacts naming the rows whose value cannot be read."""
    if not word.may_be_given:
        raise BadFacts([worked_out(word)])
    if isinstance(values, np.ndarray):
        figures = read_figures(word, values, place, first_row)
        if figures is not None:
            return figures
        values = values.tolist()
    return _read_each(word, values, place, first_row)


def _read_each(word: FactWord, values: Sequence[object], place: str, first_row: int) -> Column:
    """Value by value; each distinct one is read once."""
    read: dict[object, int | None] = {}
    whole = np.empty(len(values), np.int64)
    known = np.ones(len(values), np.bool_)
    problems: list[Problem] = []
    for row, value in enumerate(values):
        try:
            key = (type(value), one_value(value))
            if key not in read:
                read[key] = _read_one(word, value)
        except ValueError as error:
            if len(problems) < SHOWN:
                problems.append(Problem(place, f"{word.name}: {error}", first_row + row))
            continue
        found = read[key]
        known[row] = found is not None
        whole[row] = -1 if found is None else found
    if problems:
        raise BadFacts(problems)
    return column(word, whole, known)


def one_value(value: object) -> object:
    """The value itself. Raises ValueError where a cell holds a list or a record of several."""
    if isinstance(value, list | dict | set | np.ndarray):
        raise ValueError("the cell holds several values; expected one")
    return value


def _read_one(word: FactWord, value: object) -> int | None:
    plain = _plain(value)
    return None if plain is None else whole_value(word, read_value(word, plain))


def _plain(value: object) -> object:
    """A value of another program as JSON would give it."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        return None if value != value else Decimal(repr(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else str(value)
    return value.isoformat() if isinstance(value, date) else value


def read_csv(
    lines: Iterable[str],
    vocabulary: Vocabulary,
    place: str = "children.csv",
    beside: Sequence[str] = (),
) -> tuple[Children, dict[str, list[str]]]:
    """A table from CSV text: a line of fact names, then one child a line; blank is not known.

    Gives back the table, and as text the columns named in ``beside``, which are no facts (such as
    a reference). Raises BadFacts naming each line and column that cannot be read.
    """
    reader = csv.reader(lines)
    header = [name.strip() for name in next(_sound(reader, place), [])]
    _check_header(header, vocabulary, place, beside)
    parts: list[Children] = []
    kept: dict[str, list[str]] = {name: [] for name in header if name in beside}
    for first_line, block in _blocks(reader, len(header), place):
        cells = [list(column) for column in zip(*block, strict=True)]
        texts = dict(zip(header, cells, strict=True))
        for name in kept:
            kept[name] += texts.pop(name)
        values = {name: _texts(vocabulary[name], texts[name]) for name in texts}
        parts.append(read_columns(values, vocabulary, place, first_line))
    return joined(parts), kept


def _check_header(
    header: list[str], vocabulary: Vocabulary, place: str, beside: Sequence[str]
) -> None:
    known = [name for name in header if name in vocabulary or name in beside]
    if not known and not any(nearest(name, vocabulary) for name in header):
        # Most likely a child's own line: what it says is not repeated.
        raise BadFacts([Problem(place, _NO_FACTS, 1)])
    problems = [no_such_fact(name, vocabulary) for name in header if name not in known]
    if len(set(header)) < len(header):
        problems.append(Problem(place, "a fact has more than one column", 1))
    if problems:
        raise BadFacts(problems)


def _blocks(
    reader: Iterator[list[str]], width: int, place: str
) -> Iterator[tuple[int, list[list[str]]]]:
    block: list[list[str]] = []
    first, blank = 2, 0
    for line, cells in enumerate(_sound(reader, place), 2):
        if not cells:
            blank = blank or line
            continue
        if blank:
            raise BadFacts([Problem(place, "a blank line among the children", blank)])
        if len(cells) != width:
            raise BadFacts([Problem(place, f"{len(cells)} cells; expected {width}", line)])
        block.append(cells)
        if len(block) == BLOCK:
            yield first, block
            block, first = [], line + 1
    if block:
        yield first, block


def _sound(reader: Iterator[list[str]], place: str) -> Iterator[list[str]]:
    """The lines of a CSV text, whatever is wrong with its form told as a problem."""
    try:
        yield from reader
    except csv.Error as error:
        raise BadFacts([Problem(place, f"this cannot be read as CSV: {error}")]) from None


def _texts(word: FactWord, texts: Sequence[str]) -> list[object]:
    return [_from_text(word, text.strip()) for text in texts]


def _from_text(word: FactWord, text: str) -> object:
    """A cell as JSON would give it; what cannot be is left as it stands, for its problem."""
    if text.lower() in _NOT_KNOWN:
        return None
    if word.type is FactType.YES_NO:
        return _YES_NO.get(text.lower(), text)
    if word.type in (FactType.NUMBER, FactType.LENGTH, FactType.MONEY):
        try:
            return Decimal(text)
        except InvalidOperation:
            return text
    return text
