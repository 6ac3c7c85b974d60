"""Where a case stands with its letters: decisions, occasions, letters sent, and the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from casework.desk import Desk
from casework.letters.clocks import AppealClock, appeal_clock
from casework.letters.issuing import standing_letters
from casework.letters.rights import NAMES_OF_DECISION
from records.application import Application
from records.decision import Decision
from records.letter import Letter
from records.occasions import REQUEST_OF, RecordedOccasion
from records.reviews import ReviewOutcome
from records.sending import Sending
from rules.values import Outcome
from store import applications, decisions, letters, occasions, sendings

T = TypeVar("T")

HELPS = (Outcome.ENTITLED, Outcome.OFFERED)


@dataclass(frozen=True, slots=True)
class CaseLetters:
    """All that bears on which letters fit a case now.

    ``occasions`` are those that count, ``every_occasion`` also those that were corrected since.
    """

    application: Application
    decisions: tuple[Decision, ...]
    occasions: tuple[RecordedOccasion, ...]
    every_occasion: tuple[RecordedOccasion, ...]
    letters: tuple[Letter, ...]
    sendings: tuple[Sending, ...]
    clock: AppealClock | None

    @property
    def current(self) -> Decision | None:
        """The decision that stands."""
        return self.decisions[-1] if self.decisions else None

    @property
    def helps(self) -> bool:
        """Say whether the decision that stands gives help."""
        return self.current is not None and self.current.outcome in HELPS

    @property
    def standing(self) -> tuple[Letter, ...]:
        """The issued letters whose place no other took."""
        return standing_letters(self.letters)

    @property
    def telling(self) -> Letter | None:
        """The letter that was issued of the decision that stands; None while none was."""
        if self.current is None:
            return None
        of_it = [each for each in self.standing if each.decision == self.current.id]
        return next((each for each in reversed(of_it) if each.kind in NAMES_OF_DECISION), None)

    def last(self, kind: type[T]) -> tuple[RecordedOccasion, T] | None:
        """What was recorded last of one kind, with its record; None where nothing was."""
        found = [
            (each, each.occasion) for each in self.occasions if isinstance(each.occasion, kind)
        ]
        return found[-1] if found else None

    def requested(self, stage: int) -> RecordedOccasion | None:
        """The request for a stage that counts; for stage two, since stage one was last decided."""
        asked = [each for each in self.occasions if each.kind == REQUEST_OF[stage]]
        if not asked:
            return None
        first = self.last(ReviewOutcome) if stage == 2 else None
        return None if first and not self.follows(asked[-1], first[0]) else asked[-1]

    def follows(self, later: RecordedOccasion, earlier: RecordedOccasion) -> bool:
        """Say whether one occasion was first recorded after another; corrections move neither."""
        return self._place(later) > self._place(earlier)

    def _place(self, recorded: RecordedOccasion) -> int:
        every = {each.id: at for at, each in enumerate(self.every_occasion)}
        at = every[recorded.id]
        while (before := self.every_occasion[at].replaces) is not None:
            at = every[before]
        return at

    def last_day(self, stage: int) -> date | None:
        """The last day to ask for a stage, as the letter that stands set it; None without one."""
        standing = {each.id for each in self.standing}
        found = [
            each.last_day
            for each in self.sendings
            if each.stage == stage and each.letter in standing
        ]
        return found[-1] if found else None

    def decision(self, id: str | None) -> Decision | None:
        """A decision of the case by its id."""
        return next((each for each in self.decisions if each.id == id), None)

    def reviewed(self) -> Decision | None:
        """The decision that stage one is about: the one that stood when it was asked for."""
        asked = self.requested(1)
        return self.decision(asked.decision) if asked else self.current

    def heard(self) -> Decision | None:
        """The decision that stage two is about: what stage one left."""
        first = self.last(ReviewOutcome)
        return (self.decision(first[0].rests_on) if first else None) or self.reviewed()

    def sent(self, letter: str) -> Sending | None:
        """When a letter was sent, as recorded last."""
        return next((each for each in reversed(self.sendings) if each.letter == letter), None)


def case_letters(desk: Desk, application: str) -> CaseLetters:
    """Read where a case stands with its letters. Raises NotThere."""
    store = desk.store
    return CaseLetters(
        application=applications.application(store, application),
        decisions=decisions.decisions_of(store, application),
        occasions=occasions.occasions_of(store, application),
        every_occasion=occasions.every_occasion_of(store, application),
        letters=letters.letters_of_case(store, application),
        sendings=sendings.sendings_of(store, application),
        clock=appeal_clock(desk, application),
    )
