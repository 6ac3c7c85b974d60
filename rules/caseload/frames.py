"""Reads a table of Arrow, Polars, pandas or another library, through the table's own methods.

None of these libraries is imported: a table brings its own.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np

from rules.caseload.columns import Children
from rules.caseload.reading import read_columns
from rules.problems import BadFacts, Problem
from rules.vocabulary import Vocabulary


def read_frame(
    frame: Any, vocabulary: Vocabulary, place: str = "children", beside: Collection[str] = ()
) -> Children:
    """A table of children from a data frame whose columns are named by their facts.

    Columns named in ``beside`` are left out. Nulls are not known; bare numbers are metres, or
    pounds. Raises BadFacts with every problem: the row, the column and what was expected.
    """
    names = [name for name in column_names(frame) if name not in beside]
    return read_columns({name: values_of(frame[name]) for name in names}, vocabulary, place)


def column_names(frame: Any) -> list[str]:
    """The names of a data frame's columns. Raises BadFacts for what is no data frame."""
    for own_word in ("column_names", "columns"):  # Arrow's, and everybody else's
        names = getattr(frame, own_word, None)
        if names is not None and not callable(names):
            return [str(name) for name in names]
    raise BadFacts([Problem("children", f"{type(frame).__name__} is no table with named columns")])


def values_of(column: Any) -> Any:
    """A frame's column as an array where nothing is lost by it, else as a list with None."""
    if not _has_nulls(column):
        found = np.asarray(column.to_numpy())
        if found.ndim == 1 and found.dtype.kind in "biufM":
            return found
    for own_word in ("to_pylist", "to_list", "tolist"):
        if hasattr(column, own_word):
            return getattr(column, own_word)()
    return list(column)


def _has_nulls(column: Any) -> bool:
    count = getattr(column, "null_count", None)  # a number in Arrow, a method in Polars
    if count is not None:
        return bool((count() if callable(count) else count) > 0)
    if hasattr(column, "isna"):
        return bool(column.isna().any())
    return True
