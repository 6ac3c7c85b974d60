"""What a gate is called inside a sentence, whether or not its name says that it is one."""

from __future__ import annotations

import re

SAYS_IT = frozenset({"gate", "gates", "entrance", "gateway", "door"})
"""Words in a name that say what it names."""

CODE = re.compile(r"[A-Za-z]?\d*[A-Za-z]?")
"""A letter or a number, which follows what it names: gate B, gate 2."""


def gate_words(name: str) -> str:
    """Call a gate by its name: ``main gate``, ``gate B``; ``gate`` where that is its name."""
    if SAYS_IT & set(name.lower().split()):
        return name
    return f"gate {name}".strip() if CODE.fullmatch(name) else f"{name} gate"
