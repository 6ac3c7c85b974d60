"""The outcome rule of ``rules.decide`` on masks: duties, then offers, then people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rules.caseload.held import Truth
from rules.caseload.program import EVERYWHERE, NOWHERE, Builder
from rules.policy import PolicyVersion, Provision
from rules.values import Effect, Outcome, Standing


@dataclass(slots=True)
class Drawn:
    """The masks of each outcome, and of the rows that each provision is a ground of."""

    outcomes: dict[Outcome, int] = field(default_factory=dict)
    grounds: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Drawing:
    """Draws outcomes from the provisions' truths; ``left`` are the rows not yet drawn."""

    policy: PolicyVersion
    builder: Builder
    truths: dict[str, Truth]
    drawn: Drawn = field(default_factory=Drawn)
    left: int = EVERYWHERE

    def draw(self) -> Drawn:
        """Every outcome and ground, in the order of the policy language."""
        b = self.builder
        self.settle(Outcome.ENTITLED, self.met(Effect.ENTITLES))
        self.keep_open(self.unsettled(Effect.ENTITLES))
        self.settle(Outcome.OFFERED, self.sure_offers())
        standing = self.standing_offers()
        self.keep_open(self.open_withholding(standing), b.any_of(standing.values()))
        self.keep_open(self.unsettled(Effect.OFFERS))
        self.settle(Outcome.FOR_AN_OFFICER, self.met(Effect.REFERS))
        self.add(Outcome.NOT_ENTITLED, self.left)
        return self.drawn

    def of(self, effect: Effect) -> list[Provision]:
        """The provisions of one effect, in text order."""
        return [each for each in self.policy.provisions if each.effect is effect]

    def met(self, effect: Effect) -> dict[str, int]:
        """Where each provision of the effect is met."""
        return {each.id: self.truths[each.id].met for each in self.of(effect)}

    def unsettled(self, effect: Effect) -> dict[str, int]:
        """Where each provision of the effect is not known."""
        return {each.id: self.unknown(each.id) for each in self.of(effect)}

    def unknown(self, provision: str) -> int:
        """Where a provision is neither met nor not met."""
        found = self.truths[provision]
        return self.builder.opposite(self.builder.either(found.met, found.not_met))

    def sure_offers(self) -> dict[str, int]:
        """Offers met that nothing withholds, nor may."""
        return self._offers_left(lambda each: self.builder.opposite(self.truths[each.id].not_met))

    def standing_offers(self) -> dict[str, int]:
        """Offers met that nothing withholds, though something may."""
        return self._offers_left(lambda each: self.truths[each.id].met)

    def _offers_left(self, against: Callable[[Provision], int]) -> dict[str, int]:
        b = self.builder
        return {
            offer: b.without(met, b.any_of(against(each) for each in self._withholding(offer)))
            for offer, met in self.met(Effect.OFFERS).items()
        }

    def _withholding(self, offer: str) -> Iterable[Provision]:
        return (
            each for each in self.of(Effect.WITHHOLDS) if not each.touches or offer in each.touches
        )

    def open_withholding(self, standing: dict[str, int]) -> dict[str, int]:
        """Where each ``withholds`` is not known and touches an offer that stands."""
        b, found = self.builder, {}
        for each in self.of(Effect.WITHHOLDS):
            touched = [mask for offer, mask in standing.items() if offer in each.touches]
            reach = b.any_of(touched) if each.touches else EVERYWHERE
            found[each.id] = b.both(self.unknown(each.id), reach)
        return found

    def settle(self, outcome: Outcome, grounds: dict[str, int]) -> None:
        """Draw the outcome where one of the grounds is met."""
        b, before = self.builder, self.left
        self.add(outcome, b.both(before, b.any_of(grounds.values())))
        for ground, mask in grounds.items():
            self.drawn.grounds[ground] = b.both(before, mask)

    def keep_open(self, keepers: dict[str, int], where: int | None = None) -> None:
        """Leave rows undecided: for an officer where only judged facts could settle them."""
        b = self.builder
        rows = b.both(self.left, b.any_of(keepers.values()) if where is None else where)
        judged = other = unread = NOWHERE
        for each, mask in keepers.items():
            judged = b.either(judged, b.both(mask, self.truths[each].judged))
            other = b.either(other, b.both(mask, self.truths[each].other))
            if self.policy.provision(each).standing is Standing.UNREAD:
                unread = b.either(unread, mask)
        a_person = b.without(judged, b.either(other, unread))
        self.add(Outcome.FOR_AN_OFFICER, b.both(rows, a_person))
        self.add(Outcome.CANNOT_TELL_YET, b.without(rows, a_person))

    def add(self, outcome: Outcome, rows: int) -> None:
        """Add rows to an outcome, and take them off what is left."""
        b, outcomes = self.builder, self.drawn.outcomes
        outcomes[outcome] = b.either(outcomes.get(outcome, NOWHERE), rows)
        self.left = b.without(self.left, rows)
