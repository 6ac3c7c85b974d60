"""Citations as short as a line of the screen allows; the long form stays in letters."""

from __future__ import annotations

import re

_ACT = "Education Act 1996, "
_SHORTER = (
    (re.compile(r"\bSchedule\b"), "Sch"),
    (re.compile(r"\bparagraphs\b"), "paras"),
    (re.compile(r"\bparagraph\b"), "para"),
    (re.compile(r"\bsection "), "s."),
    (re.compile(r"\bsections "), "ss."),
)


def short_cites(cites: str) -> str:
    """Write ``Education Act 1996, Schedule 35B, paragraph 6`` as ``Sch 35B para 6``.

    Of a council's policy the place in it is kept: the header names the policy.
    """
    of_the_act = cites.startswith(_ACT)
    document, _, place = cites.rpartition(", ")
    words = cites.removeprefix(_ACT) if of_the_act else f"policy {place}" if document else cites
    for pattern, short in _SHORTER:
        words = pattern.sub(short, words)
    return words.replace("Sch 35B, ", "Sch 35B ")
