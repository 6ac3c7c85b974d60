"""What gives rise to a letter beside the decision itself, and how its fields are asked for."""

from __future__ import annotations

from dataclasses import Field, field, fields
from typing import Any

LABEL = "label"
UNIT = "unit"
OPTIONAL = "optional"
PENCE = "pence"
MILLIMETRES = "millimetres"


def wanted(label: str, unit: str | None = None, default: Any = None) -> Any:
    """A field that the letter cannot be sent without. ``label`` names the blank it leaves."""
    return field(default=default, metadata={LABEL: label, UNIT: unit, OPTIONAL: False})


def listed(label: str) -> Any:
    """A list that the letter cannot be sent without any entry of."""
    return wanted(label, default=())


def optional(label: str, unit: str | None = None, default: Any = None) -> Any:
    """A field that is told where it is known, and leaves no blank."""
    return field(default=default, metadata={LABEL: label, UNIT: unit, OPTIONAL: True})


def label_of(one: Field[Any]) -> str:
    """The field's name in plain words."""
    return str(one.metadata[LABEL])


def lacking(occasion: object) -> tuple[str, ...]:
    """The labels of what an occasion must have and has not, in the order of its fields."""
    return tuple(
        label_of(one)
        for one in fields(occasion)  # type: ignore[arg-type]
        if not one.metadata[OPTIONAL] and getattr(occasion, one.name) in (None, (), "")
    )
