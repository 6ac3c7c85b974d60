"""Who writes which letters: a decision's own are the officers'; reviews have other hands too.

The senior reviewer writes letters of anything beside a decision, the panel's clerk those of stage
two: its request, the hearing, its outcome, what came late or takes longer, and where to turn next.
"""

from __future__ import annotations

from typing import Final

from casework.desk import Desk
from casework.rights import OFFICERS, require
from letters.kinds.of_decision import KINDS_OF_DECISION
from records.people import Person, Role

WRITERS: Final = (*OFFICERS, Role.SENIOR_REVIEWER)
"""Who records what gives rise to a letter, and writes letters of it."""

STAGE_TWO: Final = frozenset(
    {
        "stage-2-acknowledgement",
        "stage-2-invitation",
        "stage-2-outcome",
        "late-appeal",
        "extension",
        "signposting",
    }
)
"""The letters that the panel's clerk writes too."""

NAMES_OF_DECISION: Final = frozenset(kind.name for kind in KINDS_OF_DECISION)
"""The kinds of letter that tell of a decision."""


def may_write(person: Person, kind: str | None) -> bool:
    """Say whether a person writes letters of a kind; None is the letter of the decision."""
    return person.holds(*_roles(kind))


def require_writer(desk: Desk, kind: str | None, what: str) -> None:
    """Refuse the work to whoever does not write letters of the kind. Raises NotAllowed."""
    require(desk, what, *_roles(kind))


def _roles(kind: str | None) -> tuple[Role, ...]:
    if kind is None or kind in NAMES_OF_DECISION:
        return OFFICERS
    return (*WRITERS, Role.PANEL_CLERK) if kind in STAGE_TWO else WRITERS
