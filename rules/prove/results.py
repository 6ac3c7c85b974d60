"""What proofs give back: whether something holds, the kinds of children of whom it does not."""

from __future__ import annotations

from dataclasses import dataclass

from rules.values import Facts, Outcome


@dataclass(frozen=True, slots=True)
class Interval:
    """A quantity of a region: ``fact`` is over ``above`` and at most ``upto`` (None: no end).

    Whole millimetres, pence, years or counts, as the fact has them.
    """

    fact: str
    above: int | None
    upto: int | None


@dataclass(frozen=True, slots=True)
class Region:
    """One kind of child, with what two versions say of it, and an example that was decided by both.

    ``when`` is a sentence that fits every child of the kind, and no other usual child.
    The grounds are those of the example, a child with as few as there can be. ``intervals`` are the
    kind's figures; ``count`` says how many children of a caseload are surely of it (None: none was
    given). ``exactly`` are tests that hold one and all of this kind and no other; without any the
    kind is everybody of these outcomes and first grounds.
    """

    old: Outcome
    new: Outcome
    old_grounds: tuple[str, ...]
    new_grounds: tuple[str, ...]
    when: str
    example: Facts
    intervals: tuple[Interval, ...]
    count: int | None = None
    exactly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """All children whom two versions treat differently, as disjoint regions that leave none out.

    ``cannot_compare`` are provisions of either version whose text nobody here has read, and on
    which an outcome hangs. ``assumptions`` say in sentences what the list rests on. ``not_counted``
    are children of a caseload of whom too little is known, or whose days lie outside.
    """

    old: str
    new: str
    regions: tuple[Region, ...]
    cannot_compare: tuple[str, ...]
    assumptions: tuple[str, ...]
    not_counted: int | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """One kind of child whom the floor entitles and the version does not.

    ``loses`` is the floor's provision that this kind is entitled by; ``found`` is what the version
    says instead of the example; others of the kind may raise a ground for an officer. ``when``,
    ``intervals`` and ``exactly`` are as of a region. Of a text read alone ``refused_by``
    is the title of its own rule that speaks of the kind, by age and place, and refuses it; empty
    where none speaks of it.
    """

    loses: str
    title: str
    cites: str
    found: Outcome
    when: str
    example: Facts
    intervals: tuple[Interval, ...]
    exactly: tuple[str, ...] = ()
    refused_by: str = ""


@dataclass(frozen=True, slots=True)
class Floor:
    """Whether a version leaves every child at least what the floor entitles it to.

    ``refusals`` are in the order of the floor's provisions, disjoint and complete. ``alone`` says
    that the council's own provisions were read alone, as a parent reads the printed policy.
    """

    version: str
    floor: str
    alone: bool
    refusals: tuple[Refusal, ...]
    cannot_compare: tuple[str, ...]
    assumptions: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether no possible child falls below the floor."""
        return not self.refusals

    @property
    def by_provision(self) -> dict[str, tuple[Refusal, ...]]:
        """The kinds of children by the provision of the floor that they lose."""
        lost = dict.fromkeys(each.loses for each in self.refusals)
        return {name: tuple(each for each in self.refusals if each.loses == name) for name in lost}


@dataclass(frozen=True, slots=True)
class Never:
    """Provisions without effect: those no child can meet, and those that never change an outcome.

    A provision that cannot be met is listed once, not under ``never_matter`` too.
    """

    version: str
    never_met: tuple[str, ...]
    never_matter: tuple[str, ...]
    assumptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loss:
    """One kind of child who loses by what should never lose: the child before, and after.

    ``when`` tells the kind, ``then`` what its facts are afterwards; the examples differ in those
    facts alone. ``after`` is what the example gets then; all of the kind lose what they had before.
    """

    before: Outcome
    after: Outcome
    when: str
    then: str
    example: Facts
    example_after: Facts


@dataclass(frozen=True, slots=True)
class Sanity:
    """Where living further away, or a lower income, loses a child something.

    Both are empty where it never does.
    """

    version: str
    further_away: tuple[Loss, ...]
    lower_income: tuple[Loss, ...]
    assumptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Charged:
    """One kind of child that a charge treats as it should not.

    ``provisions`` are those concerned, ``says`` what is wrong, ``when`` what the kind has in
    common; the example has been through *decide* and the working out of what is paid.
    """

    provisions: tuple[str, ...]
    says: str
    when: str
    example: Facts


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two cases, or two charges, that fit the same child with different sums.

    ``says`` are both in words, the rest as above. ``nested``: wherever the first fits the second
    does too, as with bands; ``settled_by`` says which of the two counts.
    """

    provisions: tuple[str, ...]
    says: str
    nested: bool
    settled_by: str
    when: str
    example: Facts


@dataclass(frozen=True, slots=True)
class Charges:
    """Gaps and overlaps in what a version charges; all empty where there are none.

    ``gaps``: children offered help that is charged for, whom no charge or no case fits.
    ``never_reached``: charges and cases that set nobody's sum. ``entitled``: children who pay
    though ``floor`` entitles them. ``charging`` are the charges looked at; ``cannot_compare``
    those whose sums, or the help they are for, nobody here has read.
    """

    version: str
    floor: str
    charging: tuple[str, ...]
    gaps: tuple[Charged, ...]
    overlaps: tuple[Overlap, ...]
    never_reached: tuple[str, ...]
    entitled: tuple[Charged, ...]
    cannot_compare: tuple[str, ...]
    assumptions: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nobody falls in a gap, no case is idle, and nobody entitled pays."""
        return not (self.gaps or self.never_reached or self.entitled)
