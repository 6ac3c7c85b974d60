"""Writes a count before its words, which are of one or of many."""

from __future__ import annotations

import re
from typing import Final

CHOICE: Final = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")


def counted(count: int, words: str) -> str:
    """Write a count and its words, in which ``{one|many}`` stands for what differs.

    ``counted(1, "{link is|links are} cut")`` gives ``1 link is cut``.
    """
    number = 1 if count == 1 else 2
    return f"{count:,} {CHOICE.sub(lambda found: found[number], words)}"
