"""Decides by the functions of a version written out, once that version is asked often enough."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from rules.outcome import Places, Ruling, duties_and_rest, ruling_of, verdict
from rules.policy import PolicyVersion
from rules.problems import NoPolicyInForce
from rules.recommendation import Duty, Eligibility, Recommendation
from rules.run import Missing
from rules.values import Facts, Result
from rules.written.conditions import TRUTH
from rules.written.kept import Kept
from rules.written.lines import recommendation
from rules.written.version import Numbers, write_decide, write_weigh

FIRST_PLAINLY = 20
"""How many children are decided plainly first: writing a version out takes as long as they do."""

MOST_VERDICTS = 64
"""How many verdicts a ruling keeps, which differ in the facts still wanted."""

Verdict = tuple[Eligibility, Duty]
Ruled = tuple[Places, Kept]
"""The provisions that a ruling leaves open, and its verdicts by what those still want."""


class WrittenOut:
    """One version's functions, and the verdicts that follow from what they find."""

    def __init__(self, policy: PolicyVersion) -> None:
        self._policy = policy
        self._head = (policy.id, policy.digest)
        self._decide = _Often(policy, write_decide)
        self._weigh = _Often(policy, write_weigh)
        self._duties, self._rest = duties_and_rest(policy)
        self._duty_rulings = Kept(self._duty_ruling)
        self._other_rulings = Kept(self._other_ruling)

    def decide(self, facts: Facts) -> Recommendation | None:
        """The recommendation; None where it has to be made plainly."""
        found = self._decide.of(facts)
        if found is None:
            return None
        duties, rest, wanted, findings, derived = found
        said = self._judged(duties, rest, wanted)
        day = facts.get("day_of_travel")
        on = day if isinstance(day, date) else None
        return recommendation(self._head, on, said, findings, derived)

    def outcome(self, facts: Facts) -> Eligibility | None:
        """The eligibility alone; None where it has to be found plainly."""
        found = self._weigh.of(facts)
        return None if found is None else self._judged(*found)[0]

    def _judged(self, duties: Numbers, rest: Numbers, wanted: tuple[Missing, ...]) -> Verdict:
        """The verdict of what was weighed: of the duties alone where they settle it."""
        still_open, verdicts = self._duty_rulings[duties] or self._other_rulings[rest]
        key = tuple([wanted[at] for at in still_open]) if still_open else ()
        return verdicts[key]  # type: ignore[no-any-return]

    def _duty_ruling(self, numbers: Numbers) -> Ruled | None:
        """What the duties alone settle; None where none is met or open."""
        ruling = self._ruling(self._duties, numbers)
        entitled_or_open = ruling.grounds or ruling.keepers
        return self._ruled(ruling) if entitled_or_open else None

    def _other_ruling(self, numbers: Numbers) -> Ruled:
        return self._ruled(self._ruling(self._rest, numbers))

    def _ruling(self, places: Places, numbers: Numbers) -> Ruling:
        """The ruling when no provisions but these are met or open."""
        results = [Result.NOT_MET] * len(self._policy.provisions)
        for at, number in zip(places, numbers, strict=True):
            results[at] = TRUTH[number]
        return ruling_of(self._policy, tuple(results))

    def _ruled(self, ruling: Ruling) -> Ruled:
        still_open = (*ruling.keepers, *ruling.wanting)
        return still_open, Kept(lambda wanted: self._of(ruling, wanted), MOST_VERDICTS)

    def _of(self, ruling: Ruling, still_wanted: tuple[Missing, ...]) -> Verdict:
        """The verdict of a ruling; the facts wanted are those of the places it leaves open."""
        wanted: list[Missing] = [()] * len(self._policy.provisions)
        for at, missing in zip((*ruling.keepers, *ruling.wanting), still_wanted, strict=True):
            wanted[at] = missing
        return verdict(self._policy, ruling, tuple(wanted))


class _Often:
    """One function of a version, written once it has been asked for often."""

    def __init__(self, policy: PolicyVersion, write: Callable[[PolicyVersion], Any]) -> None:
        self._policy, self._write = policy, write
        self._function: Any = None
        self._asked = 0

    def of(self, facts: Facts) -> Any:
        """What the function gives; None while it is not written, or a limit has no value."""
        if self._function is None and not self._is_written():
            return None
        try:
            return self._function(facts.get)
        except NoPolicyInForce:
            return None

    def _is_written(self) -> bool:
        """Count one more call, and write the function when they are enough."""
        self._asked += 1
        if self._asked > FIRST_PLAINLY:
            self._function = self._write(self._policy)
        return self._asked > FIRST_PLAINLY


@lru_cache(maxsize=64)
def written_out(policy: PolicyVersion) -> WrittenOut:
    """The functions of a version, made once."""
    return WrittenOut(policy)
