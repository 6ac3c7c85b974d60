"""Gaps and overlaps in charges: whom no case fits, or two, what nobody reaches, who is owed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rules.contribution import contribution
from rules.decide import decide
from rules.part_values import ContributionOutcome
from rules.policy import PolicyVersion, Provision
from rules.prove.assumptions import assumptions_of
from rules.prove.charging import Charging, Place
from rules.prove.children import decided, facts_of, plainest
from rules.prove.cubes import Cube
from rules.prove.formula import FALSE, Formula, negated
from rules.prove.logic import Truth
from rules.prove.needed import shown
from rules.prove.outcomes import all_of, any_of
from rules.prove.problems import CannotProve
from rules.prove.results import Charged, Charges, Overlap
from rules.prove.space import ELIGIBILITY, open_space
from rules.prove.words import described
from rules.values import Effect, Facts, Outcome

BY_ORDER = "the first met counts"
BY_COST = "the one that costs least counts"
DUE, FREE, OPEN = (
    ContributionOutcome.DUE,
    (ContributionOutcome.NONE, ContributionOutcome.WAIVED),
    ContributionOutcome.CANNOT_TELL_YET,
)


def charges(
    version: PolicyVersion, below: PolicyVersion, days: tuple[date, date] | None = None
) -> Charges:
    """What is wrong, or worth knowing, in what a version charges; ``below`` is the law.

    Each child shown is offered help, and what it pays has been worked out. ``days`` as in
    ``difference``. Raises CannotProve.
    """
    if all(each.effect is not Effect.CHARGES for each in version.provisions):
        return Charges(version.id, below.id, (), (), (), (), (), (), ())
    effects = (*ELIGIBILITY, Effect.CHARGES)
    asking = _Asking(Charging(open_space((below, version), days, effects=effects, usual=True), 1))
    return Charges(
        version.id,
        below.id,
        tuple(each.id for each in asking.charging.all),
        tuple(asking.gaps()),
        tuple(asking.overlaps()),
        tuple(asking.never_reached()),
        tuple(asking.entitled()),
        tuple(asking.unread()),
        assumptions_of(asking.charging.space),
    )


@dataclass(frozen=True, slots=True)
class _Asking:
    """Asks of one version's charges."""

    charging: Charging

    def gaps(self) -> Iterator[Charged]:
        """Whom a charge meets and no case of it fits; whose offer is charged for, but not them."""
        c = self.charging
        for charge in c.charges:
            cases = c.space.cases[c.at][charge.id]
            for offer in c.offers_of(charge):
                none = [negated(pair.may) for pair in cases]
                gap = all_of([c.reaches(charge, offer), *none])
                yield from self._shown(
                    (charge.id,), f"{charge.title}: no case fits", gap, offer, (OPEN,)
                )
        for offer, touching in self._charged_offers().items():
            gap = all_of([c.on(offer), *(c.ruled_out(each) for each in touching)])
            says = f"{c.version.policy.provision(offer).title}: no charge fits, so it is free"
            yield from self._shown((offer,), says, gap, offer, FREE)

    def _charged_offers(self) -> dict[str, list[Provision]]:
        """The offers that something charges for, with all that does."""
        c, found = self.charging, {}
        for offer in c.version.grounds[Outcome.OFFERED]:
            touching = [each for each in c.all if offer in c.offers_of(each)]
            if touching:
                found[offer] = touching
        return found

    def _shown(
        self,
        provisions: tuple[str, ...],
        says: str,
        holds: Formula,
        offer: str | None,
        pays: tuple[ContributionOutcome, ...],
    ) -> Iterator[Charged]:
        name = self._possible(holds)
        if name is not None:
            when, example = self._example(name, offer, pays)
            yield Charged(provisions, says, when, example)

    def _possible(self, holds: Formula) -> Truth | None:
        """The name of what can hold of a child; None where it cannot."""
        space = self.charging.space
        name = space.name_of(space.of(holds))
        return name if holds is not FALSE and space.logic.possible(name) else None

    def _example(
        self, name: Truth, offer: str | None, pays: tuple[ContributionOutcome, ...]
    ) -> tuple[str, Facts]:
        """What the children of whom ``name`` holds have in common, and the plainest, decided."""
        space, offers = self.charging.space, self.charging.version.grounds[Outcome.OFFERED]
        wishes = [space.logic.no(space.of(each)) for one, each in offers.items() if one != offer]
        when = described(space, Cube(None, (), name)).when
        whole = facts_of(space, plainest(space, [name], wishes))
        facts = shown(space, whole, [name], self._paid)
        recommended = decided(self.charging.version, facts, Outcome.OFFERED)
        found = contribution(self.charging.version.policy, facts, recommended)
        alone = offer is None or recommended.eligibility.grounds == (offer,)
        if alone and found.outcome not in pays:
            raise CannotProve(
                f"{recommended.policy}: the proof and what is worked out to be paid do not agree "
                f"('{found.outcome}'). Nothing was proved; please report this."
            )
        return when, facts

    def _paid(self, facts: Facts) -> object:
        """Why a child is helped, and what it pays."""
        policy = self.charging.version.policy
        recommended = decide(policy, facts)
        paid = contribution(policy, facts, recommended)
        return recommended.eligibility.outcome, recommended.eligibility.grounds, paid

    def overlaps(self) -> Iterator[Overlap]:
        """Two cases of a charge, or two charges, that both fit with different sums."""
        c = self.charging
        for charge in c.charges:
            for one, two in c.overlapping(charge):
                both = all_of([c.reached(charge), c.sets(one), c.fits(two)])
                apart = all_of([c.reached(charge), c.fits(one), negated(c.fits(two))])
                yield from self._overlap((one, two), both, self._possible(apart) is None, BY_ORDER)
        for first, second in combinations(c.charges, 2):
            yield from self._of_charges(first, second)

    def _overlap(
        self, places: tuple[Place, Place], both: Formula, nested: bool, settled_by: str
    ) -> Iterator[Overlap]:
        name = self._possible(both)
        if name is not None:
            when, example = self._example(name, None, (*FREE, DUE))
            provisions = tuple(dict.fromkeys(each.provision.id for each in places))
            says = self.charging.both_in_words(*places)
            yield Overlap(provisions, says, nested, settled_by, when, example)

    def _of_charges(self, first: Provision, second: Provision) -> Iterator[Overlap]:
        """Two charges for one offer, of which the first counts; or for two, when the cheaper does.

        One pair of cases for each is shown.
        """
        c = self.charging
        shared = [each for each in c.offers_of(first) if each in c.offers_of(second)]
        same = any_of([all_of([c.reaches(first, each), c.met(second)]) for each in shared])
        two = all_of([c.reached(first), c.reached(second)])
        for meeting, settled_by in ((same, BY_ORDER), (two, BY_COST)):
            for one in c.places(first):
                for other in c.places(second):
                    both = all_of([meeting, c.sets(one), c.sets(other)])
                    found = c.differ(one, other) and self._possible(both) is not None
                    if found:
                        yield from self._overlap((one, other), both, False, settled_by)
                        break
                else:
                    continue
                break

    def unread(self) -> Iterator[str]:
        """The charges of which it hangs on a text nobody here has read whom they reach."""
        for charge in self.charging.all:
            if charge.charge is None or self._is_open(charge):
                yield charge.id

    def _is_open(self, charge: Provision) -> bool:
        """Whether a charge that surely reaches nobody may reach somebody yet."""
        c = self.charging
        surely = self._possible(c.reached(charge))
        return surely is None and self._possible(c.may_reach(charge)) is not None

    def never_reached(self) -> Iterator[str]:
        """The charges that no child meets, and the cases that set nobody's sum.

        Help that an officer may grant counts as help.
        """
        c = self.charging
        for charge in c.charges:
            reached = any_of([c.reached(charge), c.granted(charge)])
            if self._possible(reached) is None:
                if self._possible(c.may_reach(charge)) is None:
                    yield charge.id
                continue
            for place in c.places(charge):
                if self._possible(all_of([reached, c.sets(place)])) is None:
                    yield f"{charge.id}, case {place.number + 1} ({c.in_words(place)})"

    def entitled(self) -> Iterator[Charged]:
        """Who pays though the law entitles them, by the first provision that does."""
        c, below = self.charging, self.charging.space.versions[0]
        before: list[Formula] = []
        for provision, met in below.grounds[Outcome.ENTITLED].items():
            holds = all_of([met, *before, c.pays()])
            title = below.policy.provision(provision).title
            yield from self._shown(
                (provision,), f"{title}: yet a charge is due", holds, None, (DUE,)
            )
            before.append(negated(met))
