"""What a node of the tree becomes in a program: registers of its value and of what it wants."""

from __future__ import annotations

from dataclasses import dataclass

from rules.caseload.program import EVERYWHERE, NOWHERE, Builder


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What every node leaves behind, as masks.

    ``judged`` and ``other``: rows where a fact is still wanted that a person must judge, or
    another one. ``fault``: rows where a dated parameter has no value for the day of travel.
    """

    judged: int = NOWHERE
    other: int = NOWHERE
    fault: int = NOWHERE


@dataclass(frozen=True, slots=True)
class Truth(Held):
    """A condition: the rows where it is met, and those where it is not met."""

    met: int
    not_met: int


@dataclass(frozen=True, slots=True)
class Number(Held):
    """A number, length, sum or day: its register and the rows where it is known.

    ``constant`` is the value itself where it is the same for every row.
    """

    register: int
    known: int
    constant: int | None = None


@dataclass(frozen=True, slots=True)
class Choice(Held):
    """A named choice: for each choice the rows that may hold it, and the rows where one may.

    ``several`` says whether a row may be left between several choices.
    """

    maybe: dict[str, int]
    known: int
    several: bool = False


@dataclass(frozen=True, slots=True)
class Wants:
    """The facts still wanted, as two masks."""

    judged: int = NOWHERE
    other: int = NOWHERE

    @property
    def masks(self) -> dict[str, int]:
        """For the fields of the same names."""
        return {"judged": self.judged, "other": self.other}


@dataclass(slots=True)
class Gathered:
    """Adds up what several parts want, and where they fail."""

    builder: Builder
    judged: int = NOWHERE
    other: int = NOWHERE
    fault: int = NOWHERE

    def add(self, part: Held, where: int = EVERYWHERE) -> None:
        """Add one part, as far as ``where`` reaches."""
        b = self.builder
        self.judged = b.either(self.judged, b.both(part.judged, where))
        self.other = b.either(self.other, b.both(part.other, where))
        self.fault = b.either(self.fault, b.both(part.fault, where))

    def masks(self, settled: int = NOWHERE) -> dict[str, int]:
        """For the fields of the same names; what is settled wants nothing more."""
        b = self.builder
        return {
            "judged": b.without(self.judged, settled),
            "other": b.without(self.other, settled),
            "fault": self.fault,
        }
