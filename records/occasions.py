"""What gave rise to a letter of a case, as somebody recorded it, and every kind of it there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from records.changes import GrantedInError, HelpChanged, RefusedInError
from records.offers import BudgetOffer, ContributionAsked, EvidenceAsked
from records.reviews import (
    Hearing,
    LateRequest,
    MoreTime,
    Onwards,
    PanelOutcome,
    ReviewOutcome,
    ReviewReceived,
)

Occasion = (
    EvidenceAsked
    | BudgetOffer
    | ContributionAsked
    | HelpChanged
    | GrantedInError
    | RefusedInError
    | ReviewReceived
    | ReviewOutcome
    | Hearing
    | PanelOutcome
    | LateRequest
    | MoreTime
    | Onwards
)

OCCASION_OF: Final[dict[str, type[Occasion]]] = {
    "more-evidence": EvidenceAsked,
    "travel-budget": BudgetOffer,
    "post-16-contribution": ContributionAsked,
    "withdrawal-or-change": HelpChanged,
    "granted-in-error": GrantedInError,
    "refused-in-error": RefusedInError,
    "stage-1-acknowledgement": ReviewReceived,
    "stage-1-outcome": ReviewOutcome,
    "stage-2-acknowledgement": ReviewReceived,
    "stage-2-invitation": Hearing,
    "stage-2-outcome": PanelOutcome,
    "late-appeal": LateRequest,
    "extension": MoreTime,
    "signposting": Onwards,
}
"""The record that gives rise to a letter, by the kind of letter. Names are for ever."""

KIND_OF: Final[dict[type[Occasion], str]] = {
    kind: name for name, kind in reversed(OCCASION_OF.items())
}
"""The letter that a record gives rise to; a request is one for stage one where nobody says else."""

REQUEST_OF: Final = {1: "stage-1-acknowledgement", 2: "stage-2-acknowledgement"}
"""The kind under which a request for each stage is recorded."""


@dataclass(frozen=True, slots=True)
class RecordedOccasion:
    """One occasion on a case. A later one that ``replaces`` it counts instead; both stay.

    ``kind`` is the kind of letter it gives rise to. ``decision`` is the decision it is about (None
    before the first); ``rests_on`` the later decision that a changed outcome rests on.
    """

    id: str
    application: str
    kind: str
    occasion: Occasion
    decision: str | None
    rests_on: str | None
    replaces: str | None
    by: str
    by_name: str
    at: datetime
