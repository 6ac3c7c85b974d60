"""Turns a policy's tree into one program of column steps, and says which masks hold its answers."""

from __future__ import annotations

from dataclasses import dataclass

from rules import tree
from rules.caseload.choices import choice
from rules.caseload.compiler import Compiler, Readers
from rules.caseload.conditions import truth, yes_no
from rules.caseload.held import Held
from rules.caseload.numbers import number
from rules.caseload.outcome import Drawing
from rules.caseload.program import Builder, Program
from rules.caseload.result import OUTCOMES
from rules.policy import PolicyVersion
from rules.values import FactType, KnownHow

_READERS = Readers(truth=truth, yes_no=yes_no, number=number, choice=choice)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A program, and the registers of the masks it ends in.

    ``contradictory`` rows break a domain truth, ``without_value`` rows meet a dated parameter that
    has no value for their day; neither is in any other mask. ``outcome_bits`` and ``first_bits``
    are the bits of a number by row, the lowest first: the outcome's code, and one more than the
    index of the first ground (0: none). ``grounds`` go by provision, and so do ``met`` and
    ``not_met``, which are empty where results are not wanted. ``outcome_program`` ends in the
    outcome's masks alone.
    """

    program: Program
    outcome_program: Program
    contradictory: int
    without_value: int
    outcome_bits: tuple[int, ...]
    first_bits: tuple[int, ...]
    grounds: tuple[int, ...]
    met: tuple[int, ...]
    not_met: tuple[int, ...]


def compiled(
    policy: PolicyVersion, given: frozenset[str], full: frozenset[str], *, results: bool
) -> Compiled:
    """Compile a policy for tables with columns for the facts ``given``, of which some are full."""
    compiler = Compiler(policy, given, full, _READERS)
    b = compiler.builder
    holds = [compiler.truth(each.holds) for each in policy.truths]
    truths = {each.id: compiler.provision(each.id) for each in policy.provisions}
    broken = b.any_of(each.not_met for each in holds)
    early = compiler.gathered(holds).fault
    late = compiler.gathered([*truths.values(), *_derived(compiler)]).fault
    contradictory = b.without(broken, early)
    without_value = b.either(early, b.without(late, broken))
    decided = b.opposite(b.either(contradictory, without_value))
    drawn = Drawing(policy, b, truths, left=decided).draw()
    grounds = [drawn.grounds.get(each.id, 0) for each in policy.provisions]
    wanted = truths.values() if results else ()
    found = {
        "outcome_bits": _bits(b, [drawn.outcomes[each] for each in OUTCOMES], start=0),
        "first_bits": _bits(b, _first_of_each(b, grounds), start=1),
        "grounds": tuple(grounds),
        "met": tuple(b.both(decided, each.met) for each in wanted),
        "not_met": tuple(b.both(decided, each.not_met) for each in wanted),
    }
    ends = [contradictory, without_value, *(mask for masks in found.values() for mask in masks)]
    of_outcome = b.program([contradictory, without_value, *found["outcome_bits"]])
    return Compiled(b.program(ends), of_outcome, contradictory, without_value, **found)


def _derived(compiler: Compiler) -> list[Held]:
    """Derived facts are worked out for the record, needed or not: they too can meet a fault."""
    policy = compiler.policy
    return [
        _fact(compiler, word.name, word.type)
        for word in policy.vocabulary.values()
        if word.how is KnownHow.DERIVED and word.name in policy.definitions
    ]


def _fact(compiler: Compiler, name: str, kind: FactType) -> Held:
    if kind is FactType.YES_NO:
        return compiler.yes_no(name)
    fact = tree.Fact(name, kind)
    return compiler.choice(fact) if kind is FactType.CHOICE else compiler.number(fact)


def _first_of_each(b: Builder, grounds: list[int]) -> list[int]:
    """Where each ground is the first."""
    found, before = [], 0
    for mask in grounds:
        found.append(b.without(mask, before))
        before = b.either(before, mask)
    return found


def _bits(b: Builder, masks: list[int], start: int) -> tuple[int, ...]:
    """The bits of the number of the mask that each row is in, counted from ``start``."""
    numbered = list(enumerate(masks, start))
    width = (len(masks) - 1 + start).bit_length()
    return tuple(
        b.any_of(mask for number, mask in numbered if number >> bit & 1) for bit in range(width)
    )
