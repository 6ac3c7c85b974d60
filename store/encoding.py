"""The canonical form of a record: the same value always gives the same bytes, and comes back.

JSON with sorted keys and no spaces. Whole numbers stay whole. Values whose type plain JSON cannot
carry are tagged: ``{"$date": "2026-09-01"}``, ``{"$at": …}`` (UTC), ``{"$length": "no route"}``.
A field that an older text lacks takes the default of its dataclass.
"""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from hashlib import sha256
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from rules.values import NO_ROUTE, NoRoute

T = TypeVar("T")

_NO_ROUTE = {"$length": "no route"}
_AS_THEY_ARE = frozenset({str, int, float, bool, NoneType})
"""What plain JSON carries, and most of a record; a choice is a string of a class of its own."""


def encode(value: object) -> bytes:
    """Give the canonical bytes of a record, a value, or a mapping or sequence of them.

    Raises ValueError for a time without a zone and for a number that is not finite.
    """
    return json.dumps(
        _plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def digest(value: object) -> str:
    """Give the SHA-256 of a value's canonical bytes, as hexadecimal text."""
    return sha256(encode(value)).hexdigest()


def decode(kind: type[T], data: bytes | str) -> T:
    """Read a value of ``kind`` (a type, or a union of types) back from its canonical bytes."""
    return cast(T, _value(kind, json.loads(data)))


def in_utc(at: datetime) -> str:
    """Write a moment in ISO form in UTC; a time without a zone is refused with ValueError."""
    if at.tzinfo is None:
        raise ValueError(f"{at!r} has no time zone; moments are kept in UTC")
    return at.astimezone(UTC).isoformat()


def _plain(value: Any) -> Any:
    of = type(value)
    if of in _AS_THEY_ARE:
        return value
    if of is tuple:
        return [_plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime):
        return {"$at": in_utc(value)}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    if isinstance(value, NoRoute):
        return _NO_ROUTE
    return _plain_parts(value)


def _plain_parts(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, frozenset):
        return sorted(_plain(part) for part in value)
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if dataclasses.is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _names(value.__class__)}
    raise TypeError(f"{type(value).__name__} has no canonical form")


def _value(kind: Any, plain: Any) -> Any:
    of = type(plain)
    if of is str:
        return _text(kind, plain)
    if of is list:
        return _sequence(kind, plain)
    if of is dict:
        return _tagged(plain) if _is_tagged(plain) else _record(kind, plain)
    return plain


def _is_tagged(plain: dict[str, Any]) -> bool:
    return len(plain) == 1 and next(iter(plain)).startswith("$")


def _tagged(plain: dict[str, Any]) -> Any:
    ((tag, text),) = plain.items()
    if tag == "$date":
        return date.fromisoformat(text)
    if tag == "$at":
        return datetime.fromisoformat(text)
    if plain == _NO_ROUTE:
        return NO_ROUTE
    raise ValueError(f"{tag} is not a tag of the canonical form")


def _text(kind: Any, plain: str) -> Any:
    words = _enum(kind)
    return words(plain) if words else plain


@cache
def _enum(kind: Any) -> Any:
    words = [one for one in alternatives(kind) if isinstance(one, type) and issubclass(one, Enum)]
    return words[0] if words else None


def _sequence(kind: Any, plain: list[Any]) -> Any:
    one = _listed(kind)
    parts = get_args(one)
    if get_origin(one) is frozenset:
        return frozenset([_value(parts[0], part) for part in plain])
    if parts[-1] is Ellipsis:
        of = parts[0]
        return tuple([_value(of, part) for part in plain])
    return tuple([_value(of, part) for of, part in zip(parts, plain, strict=True)])


@cache
def _listed(kind: Any) -> Any:
    for one in alternatives(kind):
        if get_origin(one) in (frozenset, tuple):
            return one
    raise ValueError(f"{kind} cannot hold a sequence")


def _record(kind: Any, plain: dict[str, Any]) -> Any:
    one, types, members = _made_as(kind)
    given = dict(plain)
    for name, part in plain.items():  # numbers and None stand as they are; the rest is looked up
        of = type(part)
        if of is str:
            choices = members[name]
            if choices is not None:
                given[name] = choices[part] if part in choices else _text(types[name], part)
        elif of is list or of is dict:
            given[name] = _value(types[name], part)
    return one(**given)


@cache
def _made_as(kind: Any) -> tuple[Any, dict[str, Any], dict[str, dict[str, Any] | None]]:
    """Give the class, the type of each of its fields, and the words of those that are choices."""
    for one in alternatives(kind):
        if dataclasses.is_dataclass(one):
            types = get_type_hints(cast(type, one))
            return one, types, {name: _members(of) for name, of in types.items()}
    raise ValueError(f"{kind} cannot hold a record")


def _members(kind: Any) -> dict[str, Any] | None:
    words = _enum(kind)
    return None if words is None else {each.value: each for each in words}


@cache
def alternatives(kind: Any) -> tuple[Any, ...]:
    """Give the types a union allows, without None; a type that is no union gives itself."""
    if get_origin(kind) in (Union, UnionType):
        return tuple(one for one in get_args(kind) if one is not NoneType)
    return (kind,)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))
