"""What a version's text says of a charge: what its figures are, and which facts it looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

NO_FIGURES: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Charging:
    """The text of the rules that charge, as far as a letter tells it.

    ``figures`` says in plain words what a parameter is, by its name; ``facts`` are the names of
    the facts that the charge looks at, whichever of its sums it came to.
    """

    figures: Mapping[str, str] = field(default_factory=lambda: NO_FIGURES)
    facts: frozenset[str] = frozenset()

    def called(self, name: str) -> str:
        """Give what a figure is in plain words, else its name in plain letters."""
        words = self.figures.get(name, "").strip() or name.replace("_", " ")
        return words[:1].upper() + words[1:]


NOTHING_CHARGED: Final = Charging()
"""Where no rule charges, or nothing is known of its text."""
