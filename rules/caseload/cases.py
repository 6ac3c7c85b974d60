"""Definitions by cases as column steps: the first met wins, and an open one before it keeps both.

As in ``rules.evaluate``: the lines up to the first that is met, less those not met, are what the
value may be. It is settled when all of them say the same; words that differ leave it between them;
and while no line is met it is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import cast

import numpy as np

from rules import tree
from rules.caseload.compiler import Compiler
from rules.caseload.held import Choice, Gathered, Held, Number, Truth
from rules.caseload.program import EVERYWHERE, NOWHERE, ROWS, Builder, unpack

Cases = tuple[tree.Case, ...]


@dataclass(slots=True)
class Walk:
    """Goes through the lines, keeping the rows that entered one and those that came to an end."""

    compiler: Compiler
    gathered: Gathered
    entered: int = NOWHERE
    stopped: int = NOWHERE

    def lines(self, cases: Cases) -> Iterator[tuple[tree.Case, int]]:
        """Each line with the rows whose value it may give."""
        b = self.compiler.builder
        for case in cases:
            reached = b.opposite(self.stopped)
            met, not_met = EVERYWHERE, NOWHERE
            if case.when is not None:
                when = self.compiler.truth(case.when)
                met, not_met = when.met, when.not_met
                self.gathered.add(when, reached)
            entering = b.without(reached, not_met)
            yield case, entering
            self.entered = b.either(self.entered, entering)
            self.stopped = b.either(self.stopped, b.both(met, reached))

    def masks(self, cases: Cases, settled: int) -> dict[str, int]:
        """What is wanted; where no line is left, the facts that the lines would have given."""
        b, compiler = self.compiler.builder, self.compiler
        for case in cases:
            if isinstance(case.value, tree.Fact):
                wants = compiler.wants(case.value.name, b.opposite(self.entered))
                self.gathered.add(Held(**wants))
        return self.gathered.masks(settled)


def _walk(compiler: Compiler) -> Walk:
    return Walk(compiler, Gathered(compiler.builder))


Line = tuple[int, dict[str, int], int]
"""The rows that enter a line, for each word the rows it may say, and the rows it says one word."""


def choice_by_cases(compiler: Compiler, cases: Cases) -> Choice:
    """A named choice by cases."""
    b, walk = compiler.builder, _walk(compiler)
    lines = [_choice_line(walk, case, entering) for case, entering in walk.lines(cases)]
    said, same, clear = _words(b, lines)
    kept = b.both(walk.stopped, b.either(same, clear))
    maybe = {word: b.both(mask, kept) for word, mask in said.items()}
    known = b.any_of(maybe.values())
    masks = walk.masks(cases, b.both(same, known))
    return Choice(maybe, known, same != EVERYWHERE, **masks)


def _choice_line(walk: Walk, case: tree.Case, entering: int) -> Line:
    if isinstance(case.value, str):
        return entering, {case.value: EVERYWHERE}, EVERYWHERE
    found = walk.compiler.choice(case.value)
    walk.gathered.add(found, entering)
    b = walk.compiler.builder
    several = NOWHERE
    for one, two in combinations(found.maybe.values() if found.several else (), 2):
        several = b.either(several, b.both(one, two))
    return entering, found.maybe, b.without(found.known, several)


def _words(b: Builder, lines: list[Line]) -> tuple[dict[str, int], int, int]:
    """What the entered lines say, where all say the same, and where each says one word."""
    said: dict[str, int] = {}
    differ = unclear = NOWHERE
    for word in dict.fromkeys(word for _, says, _ in lines for word in says):
        masks = [(entering, says.get(word, NOWHERE)) for entering, says, _ in lines]
        said[word] = b.any_of(b.both(entering, mask) for entering, mask in masks)
        unsaid = b.any_of(b.without(entering, mask) for entering, mask in masks)
        differ = b.either(differ, b.both(said[word], unsaid))
    for entering, _, one in lines:
        unclear = b.either(unclear, b.without(entering, one))
    return said, b.opposite(differ), b.opposite(unclear)


def yes_no_by_cases(compiler: Compiler, cases: Cases) -> Truth:
    """A yes/no fact by cases: lines that differ leave it not known."""
    b, walk = compiler.builder, _walk(compiler)
    lines = [_yes_no_line(walk, case, entering) for case, entering in walk.lines(cases)]
    said, same, _ = _words(b, lines)
    kept = b.both(walk.stopped, same)
    met, not_met = b.both(said["yes"], kept), b.both(said["no"], kept)
    return Truth(met, not_met, **walk.masks(cases, b.either(met, not_met)))


def _yes_no_line(walk: Walk, case: tree.Case, entering: int) -> Line:
    found = _yes_no(walk.compiler, case.value)
    walk.gathered.add(found, entering)
    known = walk.compiler.builder.either(found.met, found.not_met)
    return entering, {"yes": found.met, "no": found.not_met}, known


def _yes_no(compiler: Compiler, value: tree.Value | str) -> Truth:
    if isinstance(value, tree.Fact):
        return compiler.yes_no(value.name)
    name = cast(tree.Defined, value).name
    body = compiler.policy.definitions[name].body
    if isinstance(body, tuple):
        return yes_no_by_cases(compiler, body)
    if isinstance(body, tree.Fact | tree.Defined):
        return _yes_no(compiler, body)
    return compiler.definition(name)


def number_by_cases(compiler: Compiler, cases: Cases) -> Number:
    """A number, length, sum or day by cases: lines that differ leave it not known."""
    b, walk = compiler.builder, _walk(compiler)
    held, known, differ = b.constant(0, ("value", 0)), NOWHERE, NOWHERE
    for case, entering in walk.lines(cases):
        found = compiler.number(cast(tree.Value, case.value))
        walk.gathered.add(found, entering)
        again = b.both(entering, walk.entered)
        first = b.without(entering, walk.entered)
        unlike = _unlike(b, (held, known), (found.register, found.known), again)
        differ = b.either(differ, unlike)
        if first != NOWHERE:
            held = _put(b, first, found, held) if walk.entered else _spread(b, found)
        known = b.either(known, b.both(first, found.known))
    known = b.both(known, b.without(walk.stopped, differ))
    return Number(held, known, **walk.masks(cases, known))


def _spread(b: Builder, found: Number) -> int:
    return found.register if found.constant is None else b.step(np.full, ROWS, found.register)


def _put(b: Builder, where: int, found: Number, held: int) -> int:
    """The line's value in the rows that enter it first, what is held already in the others."""
    return b.step(np.where, b.step(unpack, where, ROWS), found.register, held)


def _unlike(b: Builder, one: tuple[int, int], other: tuple[int, int], where: int) -> int:
    """Where two values are not the same: only one is known, or both are and they differ."""
    both = b.both(one[1], other[1])
    either = b.without(b.either(one[1], other[1]), both)
    if both == NOWHERE or one[0] == other[0]:
        return b.both(where, either)
    differs = b.packed(np.not_equal, one[0], other[0])
    return b.both(where, b.either(either, b.both(both, differs)))
