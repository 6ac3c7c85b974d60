"""The letters before and after a decision: evidence, a budget, changes, errors, and reviews."""

from __future__ import annotations

from letters.kinds.kind import COMMON, Kind, Must, must_tell
from records.changes import GrantedInError, HelpChanged, RefusedInError
from records.offers import BudgetOffer, EvidenceAsked
from records.reviews import (
    Hearing,
    LateRequest,
    MoreTime,
    Onwards,
    PanelOutcome,
    ReviewOutcome,
    ReviewReceived,
)
from rules.values import Outcome

HELPED = frozenset({Outcome.ENTITLED, Outcome.OFFERED})
REVIEW = Must("how to ask for a review, and by when", ("review_by", "review_how"))
ANSWERS = Must("the answer to each point the family made", ("@points",))
ONWARDS = Must("where to turn next", ("onwards",))


def _kind(
    name: str,
    title: str,
    occasion: type,
    first: tuple[str, ...],
    *more: Must,
    outcomes: frozenset[Outcome] = frozenset(),
) -> Kind:
    must = (*COMMON, *must_tell(occasion), *more)
    return Kind(name, title, first, must, outcomes, occasion)


KINDS_OF_OCCASION = (
    _kind("more-evidence", "More evidence", EvidenceAsked, ("child", "evidence_by")),
    _kind(
        "travel-budget",
        "Offer of a travel budget or mileage",
        BudgetOffer,
        ("child", "budget_sum"),
        Must("the sum and how it is worked out", ("budget_sum", "budget_working")),
        Must("the agreement to sign", ("@agreement",)),
        outcomes=HELPED,
    ),
    _kind(
        "withdrawal-or-change",
        "Withdrawal or change after a review of the help",
        HelpChanged,
        ("child", "takes_effect_on"),
        REVIEW,
    ),
    _kind(
        "granted-in-error", "Help given in error", GrantedInError, ("child", "notice_until"), REVIEW
    ),
    _kind(
        "refused-in-error",
        "Help refused in error",
        RefusedInError,
        ("child", "help_starts_on"),
        outcomes=HELPED,
    ),
    _kind(
        "stage-1-acknowledgement",
        "Stage one: acknowledgement",
        ReviewReceived,
        ("child", "outcome_due"),
    ),
    _kind("stage-1-outcome", "Stage one: outcome", ReviewOutcome, ("child",), ANSWERS),
    _kind(
        "stage-2-acknowledgement",
        "Stage two: acknowledgement",
        ReviewReceived,
        ("child", "outcome_due"),
    ),
    _kind("stage-2-invitation", "Stage two: invitation", Hearing, ("child", "hearing_on")),
    _kind("stage-2-outcome", "Stage two: outcome", PanelOutcome, ("child",), ANSWERS, ONWARDS),
    _kind("late-appeal", "Late request: taken or not", LateRequest, ("child",)),
    _kind("extension", "More time needed", MoreTime, ("child", "now_due")),
    _kind("signposting", "Where to turn next", Onwards, ("child",), ONWARDS),
)
