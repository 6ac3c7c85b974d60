"""Records as rows: one column a field, named as the field, and back again without loss."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_origin, get_type_hints

from store.cipher import Database
from store.encoding import alternatives, decode, encode, in_utc

T = TypeVar("T")
Row = Mapping[str, Any]
_Converter = Callable[[Any], Any]

_AS_THEY_ARE = {str, int, float, bytes}


def to_row(record: Any) -> dict[str, Any]:
    """Give a record's columns: days and moments in ISO form, parts that nest in canonical JSON."""
    return {
        name: into(getattr(record, name)) for name, (into, _) in _columns(record.__class__).items()
    }


def from_row(kind: type[T], row: Row) -> T:
    """Make a record of ``kind`` from its row; columns that are not fields are passed over."""
    return kind(
        **{name: out_of(row[name]) for name, (_, out_of) in _columns(cast(Any, kind)).items()}
    )


def insert(db: Database, table: str, columns: Row) -> None:
    """Add one row. Written out: through sqlite-utils' table object it is many times slower."""
    db.execute(_insert_sql(table, tuple(columns)), list(columns.values()))


def replace(db: Database, table: str, columns: Row) -> bool:
    """Write a row's columns over the one with the same ``id``; say whether there was one."""
    names = [name for name in columns if name != "id"]
    changes = ", ".join(f'"{name}" = ?' for name in names)
    values = [columns[name] for name in names]
    done = db.execute(f'UPDATE "{table}" SET {changes} WHERE id = ?', [*values, columns["id"]])
    return bool(done.rowcount)


@cache
def _insert_sql(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" for _ in names)})'


@cache
def _columns(kind: Any) -> dict[str, tuple[_Converter, _Converter]]:
    types = get_type_hints(kind)
    return {field.name: _converters(types[field.name]) for field in dataclasses.fields(kind)}


def _converters(kind: Any) -> tuple[_Converter, _Converter]:
    kinds = alternatives(kind)
    only = kinds[0]
    if len(kinds) > 1 or get_origin(only) or dataclasses.is_dataclass(only):
        return _json(kind)
    if only in _AS_THEY_ARE:
        return _same, _same
    return _one_word(only)


def _one_word(kind: Any) -> tuple[_Converter, _Converter]:
    if kind is bool:
        return _if_known(int), _if_known(bool)
    if kind is datetime:
        return _if_known(in_utc), _if_known(datetime.fromisoformat)
    if kind is date:
        return _if_known(date.isoformat), _if_known(date.fromisoformat)
    if issubclass(kind, Enum):
        return _if_known(lambda word: word.value), _if_known(kind)
    raise TypeError(f"{kind} has no column")


def _json(kind: Any) -> tuple[_Converter, _Converter]:
    return lambda value: encode(value).decode(), lambda text: decode(kind, text)


def _if_known(convert: _Converter) -> _Converter:
    return lambda value: None if value is None else convert(value)


def _same(value: Any) -> Any:
    return value
