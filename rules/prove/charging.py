"""Who is charged what, as formulas: which charge reaches a child, and which of its cases sets it.

As ``rules.contribution`` has it: only help that is offered is charged for; of the charges that
touch a ground the first that is met counts, of its cases the first that fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rules.policy import Provision
from rules.prove.formula import Formula, negated
from rules.prove.outcomes import Ruled, all_of, any_of
from rules.prove.space import Space
from rules.prove.telling import phrase
from rules.quantities import pounds
from rules.tree import Parameter
from rules.values import Effect, Outcome


@dataclass(frozen=True, slots=True)
class Place:
    """One case of a charge: its provision, and the case's number counted from 0."""

    provision: Provision
    number: int

    @property
    def otherwise(self) -> bool:
        """Whether it is what remains when no other case fits."""
        charge = self.provision.charge
        return charge is not None and charge.cases[self.number].when is None


@dataclass(frozen=True, slots=True)
class Charging:
    """The charges of one version of a space, by its place there."""

    space: Space
    at: int

    @property
    def version(self) -> Ruled:
        """The version."""
        return self.space.versions[self.at]

    @property
    def charges(self) -> list[Provision]:
        """The provisions that charge and say what, in text order."""
        return [each for each in self.all if each.charge is not None]

    @property
    def all(self) -> list[Provision]:
        """The provisions that charge, those too of which nobody has read what."""
        provisions = self.version.policy.provisions
        return [each for each in provisions if each.effect is Effect.CHARGES]

    def places(self, charge: Provision) -> list[Place]:
        """The cases of a charge, in order."""
        cases = charge.charge.cases if charge.charge else ()
        return [Place(charge, at) for at in range(len(cases))]

    def offers_of(self, charge: Provision) -> list[str]:
        """The offers that a charge touches."""
        offers = self.version.grounds[Outcome.OFFERED]
        return [each for each in offers if not charge.touches or each in charge.touches]

    def on(self, offer: str) -> Formula:
        """That a child is offered help, and that this offer is a ground of it."""
        outcomes, grounds = self.version.outcomes, self.version.grounds
        return all_of([outcomes[Outcome.OFFERED], grounds[Outcome.OFFERED][offer]])

    def met(self, charge: Provision) -> Formula:
        """That a charge's own condition is surely met."""
        return self.version.provisions[charge.id].must

    def ruled_out(self, charge: Provision) -> Formula:
        """That it surely is not."""
        return negated(self.version.provisions[charge.id].may)

    def reaches(self, charge: Provision, offer: str) -> Formula:
        """That a charge is the one that counts for an offer."""
        before = self.all[: self.all.index(charge)]
        earlier = [self.ruled_out(each) for each in before if offer in self.offers_of(each)]
        return all_of([self.on(offer), self.met(charge), *earlier])

    def reached(self, charge: Provision) -> Formula:
        """That a charge counts for some offer that is a ground."""
        return any_of([self.reaches(charge, offer) for offer in self.offers_of(charge)])

    def may_reach(self, charge: Provision) -> Formula:
        """That nothing read so far keeps a charge from a child."""
        may = {name: pair.may for name, pair in self.version.provisions.items()}
        offered = any_of([may[offer] for offer in self.offers_of(charge)])
        entitled = self.version.outcomes[Outcome.ENTITLED]
        return all_of([may[charge.id], offered, negated(entitled)])

    def granted(self, charge: Provision) -> Formula:
        """That a charge counts where an officer grants what a ground for an officer asks for."""
        version = self.version
        raised = version.grounds[Outcome.FOR_AN_OFFICER]
        touched = [met for name, met in raised.items() if name in charge.touches]
        return all_of([version.outcomes[Outcome.FOR_AN_OFFICER], any_of(touched), self.met(charge)])

    def fits(self, place: Place) -> Formula:
        """That a case's own condition is met, whatever stands before it."""
        return self.space.cases[self.at][place.provision.id][place.number].must

    def sets(self, place: Place) -> Formula:
        """That a case is the first that fits."""
        cases = self.space.cases[self.at][place.provision.id]
        earlier = [negated(pair.may) for pair in cases[: place.number]]
        return all_of([self.fits(place), *earlier])

    def pays(self) -> Formula:
        """That every ground of the help offered is charged for, with more than nothing."""
        asked = []
        for offer in self.version.grounds[Outcome.OFFERED]:
            sums = [
                all_of([self.reaches(charge, offer), self.sets(place)])
                for charge in self.charges
                if offer in self.offers_of(charge)
                for place in self.places(charge)
                if any(self.sums(place))
            ]
            asked.append(any_of([negated(self.on(offer)), any_of(sums)]))
        return all_of([self.version.outcomes[Outcome.OFFERED], *asked])

    def sums(self, place: Place) -> frozenset[int]:
        """The sums a case may set, in pence, before shares are taken: more than one if dated."""
        charge = place.provision.charge
        value = charge.cases[place.number].value if charge else None
        if not isinstance(value, Parameter):
            return frozenset()
        dated = self.version.policy.parameters[value.name].values
        return frozenset(each.value for each in dated if isinstance(each.value, int))

    def both_in_words(self, one: Place, two: Place) -> str:
        """Two cases: ``Contribution: low income: yes, £0; beside otherwise, £600.00``."""
        first, second = self.in_words(one), self.in_words(two)
        if one.provision is two.provision:
            second = second.removeprefix(f"{two.provision.title}: ")
        return f"{first}; beside {second}"

    def in_words(self, place: Place) -> str:
        """A case as a reader may find it: ``distance from … not more than 5 miles: £600.00``."""
        formula = self.space.cases[self.at][place.provision.id][place.number].must
        when = "otherwise" if place.otherwise else phrase(self.space, formula, True)
        sums = " or ".join(pounds(pence) for pence in sorted(self.sums(place)))
        single = len(self.places(place.provision)) == 1
        return f"{place.provision.title}: {sums if single else f'{when}, {sums}'}"

    def differ(self, one: Place, two: Place) -> bool:
        """Whether two cases ask for different sums."""
        return self.sums(one) != self.sums(two)

    def overlapping(self, charge: Provision) -> Iterator[tuple[Place, Place]]:
        """Two cases of a charge with different sums, neither of them *otherwise*."""
        named = [each for each in self.places(charge) if not each.otherwise]
        return ((one, two) for one, two in combinations(named, 2) if self.differ(one, two))
