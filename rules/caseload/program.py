"""A program of column steps: each works out one register once, and masks are packed bits.

A mask says of every row yes or no, one bit a row. Two masks make a three-valued truth: where it is
met, and where it is not met; in neither, it is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Function = Callable[..., Any]

NOWHERE, EVERYWHERE, ROWS = 0, 1, 2
"""The registers of the mask of no row, of the mask of every row, and of how many rows there are."""

Input = tuple[str, str]
"""A fact and what is taken of its column: ``values``, ``known``, or ``index`` (into day tables)."""


def pack(rows: Array) -> Array:
    """One bit a row out of one byte a row."""
    return np.packbits(rows, bitorder="little")


def unpack(mask: Array, count: int) -> Array:
    """One byte (0 or 1) a row out of one bit a row."""
    return np.unpackbits(mask, count=count, bitorder="little")


@dataclass(frozen=True, slots=True)
class Step:
    """One register worked out from others; ``frees`` are those no later step needs."""

    function: Function
    out: int
    args: tuple[int, ...]
    frees: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """Steps in order, what they start from, and which masks they end in."""

    size: int
    inputs: Mapping[int, Input]
    constants: Mapping[int, Any]
    steps: tuple[Step, ...]

    def execute(self, given: Mapping[Input, Array], rows: int) -> list[Any]:
        """Work out every register for one chunk; ``given`` holds its columns, ``rows`` its size."""
        registers: list[Any] = [None] * self.size
        width = (rows + 7) // 8
        registers[NOWHERE] = np.zeros(width, np.uint8)
        registers[EVERYWHERE] = np.full(width, 255, np.uint8)
        registers[ROWS] = rows
        for register, constant in self.constants.items():
            registers[register] = constant
        for register, name in self.inputs.items():
            registers[register] = given[name]
        for step in self.steps:
            registers[step.out] = step.function(*[registers[each] for each in step.args])
            for register in step.frees:
                registers[register] = None
        return registers


@dataclass(slots=True)
class Builder:
    """Lays down steps, each distinct one once."""

    size: int = 3
    inputs: dict[int, Input] = field(default_factory=dict)
    constants: dict[int, Any] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    known: dict[Hashable, int] = field(default_factory=dict)

    def _register(self, key: Hashable) -> tuple[int, bool]:
        if key in self.known:
            return self.known[key], False
        self.known[key] = self.size
        self.size += 1
        return self.size - 1, True

    def column(self, fact: str, what: str) -> int:
        """The register of a column, or of its known rows."""
        register, new = self._register((fact, what))
        if new:
            self.inputs[register] = (fact, what)
        return register

    def constant(self, value: Any, key: Hashable) -> int:
        """The register of a value that is the same for every chunk, told apart by ``key``."""
        register, new = self._register(("constant", key))
        if new:
            self.constants[register] = value
        return register

    def step(self, function: Function, *args: int) -> int:
        """The register of a function of others."""
        register, new = self._register((function, args))
        if new:
            self.steps.append(Step(function, register, args))
        return register

    def packed(self, function: Function, *args: int) -> int:
        """The mask of a test that gives one byte a row."""
        return self.step(pack, self.step(function, *args))

    def both(self, one: int, two: int) -> int:
        """Where both masks are set."""
        if one == two or two == EVERYWHERE:
            return one
        if one == EVERYWHERE:
            return two
        if NOWHERE in (one, two):
            return NOWHERE
        return self.step(np.bitwise_and, *sorted((one, two)))

    def either(self, one: int, two: int) -> int:
        """Where one of the masks is set."""
        if one == two or two == NOWHERE:
            return one
        if one == NOWHERE:
            return two
        if EVERYWHERE in (one, two):
            return EVERYWHERE
        return self.step(np.bitwise_or, *sorted((one, two)))

    def opposite(self, one: int) -> int:
        """Where the mask is not set."""
        if one in (NOWHERE, EVERYWHERE):
            return EVERYWHERE if one == NOWHERE else NOWHERE
        return self.step(np.bitwise_not, one)

    def without(self, one: int, two: int) -> int:
        """Where the first mask is set and the second is not."""
        return NOWHERE if one == two else self.both(one, self.opposite(two))

    def all_of(self, masks: Iterable[int]) -> int:
        """Where every mask is set."""
        found = EVERYWHERE
        for mask in masks:
            found = self.both(found, mask)
        return found

    def any_of(self, masks: Iterable[int]) -> int:
        """Where at least one mask is set."""
        found = NOWHERE
        for mask in masks:
            found = self.either(found, mask)
        return found

    def program(self, outputs: Sequence[int]) -> Program:
        """The steps that the outputs need, each freeing what nothing after it needs."""
        needed, kept = set(outputs), []
        for step in reversed(self.steps):
            if step.out in needed:
                frees = tuple(each for each in dict.fromkeys(step.args) if each not in needed)
                needed |= set(step.args)
                kept.append(Step(step.function, step.out, step.args, frees))
        inputs = {each: name for each, name in self.inputs.items() if each in needed}
        constants = {each: value for each, value in self.constants.items() if each in needed}
        return Program(self.size, inputs, constants, tuple(reversed(kept)))
