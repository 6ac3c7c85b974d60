"""The JSON Schema of the policy format, made from the table of keys, for editors that check YAML.

What one file's shape can show is in it: keys, what they take, ids, days, amounts. What needs the
other texts or the names of a text (is there such a fact?) is told by ``policy check`` alone.
"""

from __future__ import annotations

from typing import Any

from rules.expressions import LONGEST_LINE
from rules.keys import ONE_OF, PARTS, Key, Takes
from rules.values import Effect, Standing

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The dialect that editors' YAML checkers read."""

_ID = r"[a-z][a-z0-9-]*/[a-z0-9][a-z0-9-]*(@\d{4}-\d\d-\d\d)?"
_DAY = r"\d{4}-\d\d-\d\d"
_UNITS = "mi|miles?|m|metres?|km|kilometres?|mm|millimetres?"
_AMOUNTS = (
    r"-?\d{1,9}",
    rf"\d{{1,9}}(\.\d{{1,30}})?\s*({_UNITS})",
    r"£\s?(\d{1,3}(,\d{3})+|\d{1,9})(\.\d\d)?",
    _DAY,
)
_PATTERNS = {Takes.POLICY: _ID, Takes.DAY: _DAY, Takes.PROVISION: rf"{_ID}#\S+"}
_NOTHING: Schema = {"type": "null"}
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}


def policy_schema() -> Schema:
    """The schema of one policy text, as plain values to be written as JSON."""
    return {
        "$schema": DIALECT,
        "title": "Milepost policy text",
        "description": "One version of a school-travel policy, or a dated revision of one.",
        "$ref": "#/definitions/policy",
        "definitions": {_name(part): _part(part) for part in PARTS} | _CONDITIONS,
    }


def _name(part: str) -> str:
    return part.replace(" ", "_")


def _to(part: str) -> Schema:
    return {"$ref": f"#/definitions/{_name(part)}"}


def _part(part: str) -> Schema:
    """A part as an object of its keys; a definition may also be one line."""
    whole: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _key(key) for key in PARTS[part]},
    }
    if wanted := [key.name for key in PARTS[part] if key.needed]:
        whole["required"] = wanted
    if part in ONE_OF:
        whole["oneOf"] = [{"required": [name]} for name in ONE_OF[part]]
    if part == "provision":
        whole["allOf"] = _of_effects(PARTS[part])
    return {"anyOf": [_line(), whole]} if part == "definition" else whole


def _key(key: Key) -> Schema:
    found = {"description": key.says} | _taken(key)
    # A draft-07 reference stands alone: what is beside it is not read.
    return {"description": key.says, "allOf": [_taken(key)]} if "$ref" in found else found


def _taken(key: Key) -> Schema:
    match key.takes:
        case Takes.PART:
            return _to(key.part) if _is_strict(key.part) else {"anyOf": [_to(key.part), _NOTHING]}
        case Takes.NAMED:
            return {"type": ["object", "null"], "additionalProperties": _to(key.part)}
        case Takes.LIST:
            return _list(key)
        case Takes.CHOICE:
            return {"enum": _choices(key.choices)}
        case Takes.CONDITION | Takes.CONDITIONS:
            return _to(key.takes.name.lower())
        case Takes.AMOUNT:
            return _to("amount")
        case Takes.LINE:
            return _line()
        case Takes.WORDS:
            return {"type": ["array", "null"], "items": _TEXT}
    pattern = _PATTERNS.get(key.takes)
    return {"type": "string", "pattern": _whole(pattern)} if pattern else dict(_TEXT)


def _is_strict(part: str) -> bool:
    """Whether a part says nothing at all when it is empty, and so may not be."""
    return part in ONE_OF or any(key.needed for key in PARTS[part])


def _list(key: Key) -> Schema:
    if key.part == "case":
        either = {"anyOf": [_to("case"), _to("otherwise")]}
        return {"type": "array", "minItems": 1, "items": either}
    return {"type": ["array", "null"], "items": _to(key.part)}


def _choices(words: tuple[str, ...]) -> list[str | int]:
    """The words, and beside a number in quotes the number, which means the same here."""
    return [*words, *(int(word) for word in words if word.isdecimal())]


def _whole(pattern: str) -> str:
    return f"^({pattern})$"


def _line() -> Schema:
    return {"type": ["string", "boolean"], "maxLength": LONGEST_LINE}


def _of_effects(keys: tuple[Key, ...]) -> list[Schema]:
    """What hangs on the effect and the standing: ``when`` unless unread, keys of some effects."""
    unread = {
        "properties": {"standing": {"const": Standing.UNREAD.value}},
        "required": ["standing"],
    }
    found: list[Schema] = [
        {
            "if": {"properties": {"source": unread}, "required": ["source"]},
            "else": {"required": ["when"]},
        }
    ]
    for key in (each for each in keys if each.effects):
        others = [each.value for each in Effect if each not in key.effects]
        other = {"properties": {"effect": {"enum": others}}, "required": ["effect"]}
        found.append({"if": other, "then": {"properties": {key.name: False}}})
    return found


_GROUPS = ("all", "any", "none")
_CONDITIONS: Schema = {
    "condition": {
        "description": "One line, or a group: all, any or none with a list.",
        "anyOf": [
            _line(),
            {
                "type": "object",
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
                "properties": {group: _to("conditions") for group in _GROUPS},
            },
        ],
    },
    "conditions": {"type": "array", "minItems": 1, "items": _to("condition")},
    "amount": {
        "anyOf": [
            {"type": "integer"},
            {"type": "string", "pattern": _whole("|".join(_AMOUNTS))},
            {
                "type": "array",
                "minItems": 1,
                "items": {"type": "string", "pattern": r"^\d{1,2} [A-Za-z]+$"},
            },
        ],
    },
}
