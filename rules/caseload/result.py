"""What the *caseload* reading gives back: a few small columns, and questions put to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from rules.caseload.program import unpack
from rules.policy import PolicyVersion
from rules.values import Outcome, Result

Array = NDArray[Any]

OUTCOMES: Final = tuple(Outcome)
"""The outcome of each code."""

CONTRADICTORY: Final = -1
WITHOUT_VALUE: Final = -2
"""Stand for an outcome where a child was not decided."""


@dataclass(frozen=True, slots=True)
class CaseloadResult:
    """What a policy says of each child of a table.

    ``outcomes`` (int8) are places in ``OUTCOMES``, or CONTRADICTORY where facts break a domain
    truth, or WITHOUT_VALUE where a dated parameter has no value for the child's day. ``first``
    (int16) is the place, among the policy's provisions, of the first ground (-1: none).
    ``grounds`` (uint8, a line for each eight provisions) has a bit for each provision: of
    provision p, bit p % 8 in line p // 8. ``met`` and ``not_met`` (a line for each provision,
    packed bits) are kept on request only.
    """

    policy: PolicyVersion
    outcomes: Array
    first: Array
    grounds: Array
    met: Array | None = None
    not_met: Array | None = None

    @property
    def count(self) -> int:
        """How many children there are."""
        return len(self.outcomes)

    @property
    def not_decided(self) -> Array:
        """The rows that were not decided."""
        return np.flatnonzero(self.outcomes < 0)

    def outcome(self, row: int) -> Outcome | None:
        """One child's outcome; None where not decided."""
        code = int(self.outcomes[row])
        return OUTCOMES[code] if code >= 0 else None

    def counts(self) -> dict[Outcome, int]:
        """How many children have each outcome."""
        found = np.bincount(self.outcomes[self.outcomes >= 0], minlength=len(OUTCOMES))
        return dict(zip(OUTCOMES, found.tolist(), strict=True))

    def grounds_of(self, row: int) -> tuple[str, ...]:
        """The provisions that are one child's grounds, in text order."""
        bits = np.unpackbits(self.grounds[:, row], bitorder="little")
        return tuple(
            each.id for each, bit in zip(self.policy.provisions, bits, strict=False) if bit
        )

    def is_ground(self, provision: str) -> Array:
        """Whether a provision is a ground, of each child. Raises KeyError for an unknown one."""
        at = self._place(provision)
        bits: Array = self.grounds[at // 8] >> np.uint8(at % 8) & np.uint8(1)
        return bits.astype(np.bool_)

    def results(self, provision: str) -> Array:
        """A provision's result for each child (int8): 1 met, 0 not met, -1 not known.

        Raises KeyError for an unknown provision, ValueError where results were not asked for.
        """
        at = self._place(provision)
        if self.met is None or self.not_met is None:
            raise ValueError("results of provisions are kept when run is asked for them")
        met, not_met = (unpack(each[at], self.count) for each in (self.met, self.not_met))
        return (met + met + not_met).astype(np.int8) - np.int8(1)

    def result(self, provision: str, row: int) -> Result:
        """A provision's result for one child that was decided."""
        return {1: Result.MET, 0: Result.NOT_MET, -1: Result.UNKNOWN}[
            int(self.results(provision)[row])
        ]

    def _place(self, provision: str) -> int:
        for at, each in enumerate(self.policy.provisions):
            if each.id == provision:
                return at
        raise KeyError(provision)


@dataclass(frozen=True, slots=True)
class Answers:
    """The columns of a result while they fill."""

    outcomes: Array
    first: Array
    grounds: Array
    met: Array
    not_met: Array

    @classmethod
    def empty(cls, policy: PolicyVersion, count: int, *, results: bool) -> Answers:
        """Room for ``count`` children."""
        provisions = len(policy.provisions)
        kept = (provisions if results else 0, (count + 7) // 8)
        return cls(
            np.empty(count, np.int8),
            np.empty(count, np.int16),
            np.empty(((provisions + 7) // 8, count), np.uint8),
            np.empty(kept, np.uint8),
            np.empty(kept, np.uint8),
        )

    def result(self, policy: PolicyVersion) -> CaseloadResult:
        """The result, once they are full."""
        kept = (self.met, self.not_met) if len(self.met) else (None, None)
        return CaseloadResult(policy, self.outcomes, self.first, self.grounds, *kept)
