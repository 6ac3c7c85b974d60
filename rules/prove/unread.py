"""Which texts that nobody here has read keep a version's outcomes open."""

from __future__ import annotations

from rules.prove.formula import FALSE
from rules.prove.logic import Truth
from rules.prove.space import Space
from rules.values import Outcome


def unread_that_matter(space: Space, version: int, *among: Truth) -> tuple[str, ...]:
    """The unread provisions of a version on which the outcome of some child hangs.

    ``among`` narrows the children asked about.
    """
    ruled = space.versions[version]
    undecided = space.of(ruled.outcomes[Outcome.CANNOT_TELL_YET])
    found = []
    for provision in ruled.provisions:
        open_for = ruled.unread(provision)
        if open_for is FALSE:
            continue
        here = space.logic.all_of([undecided, space.of(open_for), *among])
        if space.logic.possible(space.name_of(here)):
            found.append(provision)
    return tuple(found)
