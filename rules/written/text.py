"""The text of a function being written: names of our own, and everything else by reference.

No word of a policy ever stands in the text. Locals are ``n`` with a number; whatever the function
needs from outside (a fact's name, a limit, a line's words) is handed to it under ``k`` with a
number. The function reaches nothing else, no built-in function either.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from types import CodeType, FunctionType
from typing import Any


class Text:
    """A function of one argument, ``n0``, that grows line by line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.references: dict[str, Any] = {}
        self._known: dict[int, str] = {}
        self._numbers = count(1)

    def local(self) -> str:
        """A new name for a local value."""
        return f"n{next(self._numbers)}"

    def refer(self, thing: object) -> str:
        """The name under which the function finds a thing."""
        name = self._known.get(id(thing))
        if name is None:
            name = self._known[id(thing)] = f"k{len(self.references)}"
            self.references[name] = thing
        return name

    def add(self, line: str) -> None:
        """Add a line."""
        self.lines.append(line)

    def later(self) -> int:
        """Leave a line open that ``fill`` writes, once it is known what must stand there."""
        self.lines.append("")
        return len(self.lines) - 1

    def fill(self, line: int, text: str) -> None:
        """Write a line that was left open."""
        self.lines[line] = text

    def let(self, expression: str) -> str:
        """Add a line that gives a new local the value of an expression; return its name."""
        name = self.local()
        self.add(f"{name} = {expression}")
        return name

    def source(self) -> str:
        """The whole text."""
        return "def n(n0):\n" + "".join(f"    {line}\n" for line in self.lines)

    def function(self) -> Callable[[Any], Any]:
        """The function, made from its text alone."""
        module = compile(self.source(), "<a version written out>", "exec")
        body = next(each for each in module.co_consts if isinstance(each, CodeType))
        return FunctionType(body, {**self.references, "__builtins__": {}})
