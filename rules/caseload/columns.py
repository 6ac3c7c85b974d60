"""A table of children, column by column: exact values, those not known included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from rules.amounts import FURTHEST
from rules.caseload.days import FIRST_DAY, LAST_DAY
from rules.dates import FIRST_YEAR, LAST_YEAR
from rules.problems import BadFacts, Problem
from rules.shape import nearest
from rules.values import NO_ROUTE, Facts, FactType, FactValue, NoRoute
from rules.vocabulary import FactWord, Vocabulary

Values = NDArray[Any]
Mask = NDArray[np.bool_]

NO_ROUTE_MM: Final = int(np.iinfo(np.int64).max)
"""How a column of lengths holds *no route*: beyond every limit."""

MOST_PENCE: Final = 10**12
SHOWN: Final = 100
"""Problems told one by one; of more, how many."""

_DTYPES: dict[FactType, Any] = {
    FactType.YES_NO: np.int8,
    FactType.CHOICE: np.int16,
    FactType.NUMBER: np.int32,
    FactType.LENGTH: np.int64,
    FactType.MONEY: np.int64,
    FactType.DATE: np.int32,
}
_FILLERS = {FactType.YES_NO: -1, FactType.CHOICE: -1, FactType.DATE: FIRST_DAY}


@dataclass(frozen=True, slots=True)
class Column:
    """One fact of every child.

    ``values`` are, by type: yes/no 1 and 0 (int8); a choice its place among the fact's choices
    (int16); a number (int32); a length in mm, ``NO_ROUTE_MM`` for no route (int64); money in pence
    (int64); a day as ``date.toordinal`` (int32). Where ``known`` is False the value means nothing,
    and is -1 for yes/no and choices.
    """

    word: FactWord
    values: Values
    known: Mask


@dataclass(frozen=True, slots=True)
class Children:
    """A table of children: ``count`` rows, and a column for each fact that is known of any."""

    count: int
    columns: Mapping[str, Column]

    def facts(self, row: int) -> Facts:
        """One child's facts, as *decide* takes them."""
        return {
            name: _fact(column.word, int(column.values[row]))
            for name, column in self.columns.items()
            if column.known[row]
        }

    def rows(self, start: int, end: int) -> Children:
        """Some of the rows, as a table of their own that shares its memory."""
        cut = {
            name: Column(each.word, each.values[start:end], each.known[start:end])
            for name, each in self.columns.items()
        }
        return Children(max(0, min(end, self.count) - start), cut)


def column(word: FactWord, values: Values, known: Mask | None = None) -> Column:
    """A column of whole values as ``Column`` describes them; ``known`` None: all are known.

    Yes/no and choices below 0 are not known. Raises BadFacts naming each row whose value is not
    of the fact's type or range, and the fact where it must be worked out.
    """
    if not word.may_be_given:
        raise BadFacts([worked_out(word)])
    whole = np.asarray(values)
    if whole.dtype.kind not in "iub":
        raise BadFacts([Problem(word.name, f"expected whole numbers, not {whole.dtype}")])
    known = np.ones(len(whole), np.bool_) if known is None else np.asarray(known, np.bool_)
    if word.type in (FactType.YES_NO, FactType.CHOICE):
        known = known & (whole >= 0)
    wrong = known & ~fits(word, whole)
    if wrong.any():
        raise BadFacts(at_rows(word.name, np.flatnonzero(wrong), f"expected {expected(word)}"))
    filler, kept_as = blank(word)
    return Column(word, np.where(known, whole, filler).astype(kept_as), known)


def blank(word: FactWord) -> tuple[int, Any]:
    """What a column of a fact holds where it is not known, and the type of its values."""
    return _FILLERS.get(word.type, 0), _DTYPES[word.type]


def fits(word: FactWord, values: Values) -> Mask:
    """Where whole values lie in the fact's range."""
    least, most = _range(word)
    inside = (values >= least) & (values <= most)
    return inside | (values == NO_ROUTE_MM) if word.type is FactType.LENGTH else inside


def _range(word: FactWord) -> tuple[int, int]:
    return {
        FactType.YES_NO: (0, 1),
        FactType.CHOICE: (0, len(word.choices) - 1),
        FactType.NUMBER: (word.least, word.most),
        FactType.LENGTH: (0, FURTHEST),
        FactType.MONEY: (0, MOST_PENCE),
        FactType.DATE: (FIRST_DAY, LAST_DAY),
    }[word.type]


def expected(word: FactWord) -> str:
    """What a column of that fact may hold, for a problem."""
    least, most = _range(word)
    return {
        FactType.YES_NO: "1 (yes), 0 (no) or -1 (not known)",
        FactType.CHOICE: f"the place of a choice, 0 to {most}, or -1 (not known)",
        FactType.NUMBER: f"a whole number from {least} to {most}",
        FactType.LENGTH: f"millimetres from 0 to {most}, or {NO_ROUTE_MM} for no route",
        FactType.MONEY: f"pence from 0 to {most}",
        FactType.DATE: f"the ordinal of a day from the years {FIRST_YEAR} to {LAST_YEAR}",
    }[word.type]


def at_rows(name: str, rows: Iterable[int], message: str) -> list[Problem]:
    """A problem for each row (counted from 1), or for the first of very many."""
    every = list(rows)
    found = [Problem(f"row {row + 1}", f"{name}: {message}") for row in every[:SHOWN]]
    if len(every) > SHOWN:
        found.append(Problem("children", f"{name}: {len(every) - SHOWN} more rows like these"))
    return found


def table(columns: Iterable[Column]) -> Children:
    """A table of columns of the same length. Raises BadFacts where they differ, or one is twice."""
    every = list(columns)
    by_name = {each.word.name: each for each in every}
    counts = {name: len(each.values) for name, each in by_name.items()}
    if len(by_name) < len(every):
        raise BadFacts([Problem("children", "a fact has more than one column")])
    if len(set(counts.values())) > 1:
        stated = ", ".join(f"{name} {count}" for name, count in counts.items())
        raise BadFacts([Problem("children", f"the columns differ in length: {stated}")])
    return Children(next(iter(counts.values()), 0), by_name)


def joined(tables: Sequence[Children]) -> Children:
    """Tables of the same columns, one below the other."""
    if not tables:
        return Children(0, {})
    columns = {
        name: Column(
            first.word,
            np.concatenate([each.columns[name].values for each in tables]),
            np.concatenate([each.columns[name].known for each in tables]),
        )
        for name, first in tables[0].columns.items()
    }
    return Children(sum(each.count for each in tables), columns)


def from_facts(rows: Sequence[Facts], vocabulary: Vocabulary) -> Children:
    """A table of children whose facts are already exact values (see ``rules.facts``)."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    unknown = [name for name in names if name not in vocabulary]
    if unknown:
        raise BadFacts([no_such_fact(name, vocabulary) for name in unknown])
    every = [from_values(vocabulary[name], [row.get(name) for row in rows]) for name in names]
    return Children(len(rows), {each.word.name: each for each in every})


def from_values(word: FactWord, values: Sequence[FactValue | None]) -> Column:
    """A column of exact values, None where not known."""
    known = np.array([value is not None for value in values], np.bool_)
    whole = np.array([whole_value(word, value) for value in values], np.int64)
    return column(word, whole, known)


def no_such_fact(name: str, vocabulary: Vocabulary) -> Problem:
    """The problem of a column that is no fact."""
    return Problem(name, f"there is no fact of that name{nearest(name, vocabulary)}")


def worked_out(word: FactWord) -> Problem:
    """The problem of a column for a fact that may not be given."""
    return Problem(word.name, "this is worked out from other facts and may not be given")


def whole_value(word: FactWord, value: FactValue | None) -> int:
    """An exact value as columns hold it."""
    if value is None:
        return -1
    if isinstance(value, NoRoute):
        return NO_ROUTE_MM
    if isinstance(value, date):
        return value.toordinal()
    return word.choices.index(value) if isinstance(value, str) else int(value)


def _fact(word: FactWord, value: int) -> FactValue:
    if word.type is FactType.YES_NO:
        return bool(value)
    if word.type is FactType.CHOICE:
        return word.choices[value]
    if word.type is FactType.DATE:
        return date.fromordinal(value)
    return NO_ROUTE if word.type is FactType.LENGTH and value == NO_ROUTE_MM else value
