"""What a gate is called inside a sentence, whether or not its name says that it is one."""

from __future__ import annotations


def gate_words(name: str) -> str:
    """Call a gate by its name: ``gate north``, ``main gate``; ``gate`` where that is its name."""
    return name if "gate" in name.lower().split() else f"gate {name}".strip()
