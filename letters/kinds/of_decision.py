"""The letters that tell of a decision: entitled, offered, or not entitled."""

from __future__ import annotations

from letters.kinds.kind import OF_A_DECISION, Kind, Must, must_tell
from records.offers import ContributionAsked
from rules.values import Outcome

PAID = Must("what is paid for the help, or that nothing is", ("@payment",))
MEASURED = Must("the measured distance and the method", ("@distances", "measuring"))
DAYS = Must("the first and the last day", ("starts_on", "ends_on"))
TRAVEL = (
    Must("what ends the help on its last day", ("?end_told", "ends_because")),
    Must("when the help is looked at again", ("?looked_at_again", "looked_at_by")),
    Must("what ends the help early", ("@ends_when", "eighth_birthday")),
    Must("the kind of travel, and why no lesser kind is suitable", ("@travel",)),
    Must("how the travel is chosen, and when we will tell", ("mode_how", "mode_told_by")),
    Must("how to ask for a review of the kind of travel", ("review_how",)),
)

APPROVE = Kind(
    name="approve",
    title="Approve: entitled by law",
    outcomes=frozenset({Outcome.ENTITLED}),
    first=("child", "school"),
    must=(
        *OF_A_DECISION,
        Must("the ground of the decision", ("@grounds",)),
        MEASURED,
        DAYS,
        PAID,
        *TRAVEL,
    ),
)

BY_DISCRETION = Kind(
    name="approve-by-discretion",
    title="Approve by discretion: an exception",
    outcomes=frozenset({Outcome.OFFERED}),
    first=("child", "school"),
    must=(
        *OF_A_DECISION,
        DAYS,
        PAID,
        *TRAVEL,
        Must("the power used, and the reasons", ("discretion_power", "discretion_reasons")),
        Must("who authorised it", ("authorised_by",)),
        Must("its limits and the day of review", ("limits", "help_reviewed_on")),
        Must("which tests of the law were not met", ("@failed",)),
    ),
)

OFFER = Kind(
    name="offer",
    title="Offer: help under the council's own policy",
    outcomes=frozenset({Outcome.OFFERED}),
    first=("child", "school"),
    must=(
        *OF_A_DECISION,
        Must("the ground of the offer", ("@grounds",)),
        MEASURED,
        DAYS,
        PAID,
        *TRAVEL,
    ),
)

CONTRIBUTION = Kind(
    name="post-16-contribution",
    title="Offer after 16, with a contribution",
    outcomes=frozenset({Outcome.OFFERED}),
    occasion=ContributionAsked,
    first=("child", "school"),
    must=(
        *OF_A_DECISION,
        Must("the ground of the offer", ("@grounds",)),
        DAYS,
        *TRAVEL,
        Must(
            "the sum for the year, each part and each day", ("annual_sum", "each_part", "daily_sum")
        ),
        Must("how the sum was worked out", ("@contribution",)),
        *must_tell(ContributionAsked),
    ),
)

REFUSE = Kind(
    name="refuse",
    title="Refuse",
    outcomes=frozenset({Outcome.NOT_ENTITLED}),
    first=("child", "school"),
    must=(
        *OF_A_DECISION,
        Must(
            "which tests were applied and failed, with the facts",
            ("@failed", "@not_settled", "@ruled_out"),
        ),
        Must(
            "the nearest suitable school with both distances",
            ("nearest", "nearest_walking", "nearest_road"),
        ),
        MEASURED,
        Must("the route measured, where distance or route decides", ("@route",)),
        Must("special needs, disability, mobility and accompaniment considered", ("@need",)),
        Must(
            "the discretion considered, its power and the reasons",
            ("discretion_power", "discretion_reasons"),
        ),
        Must("why the decision departs, where it does", ("departs_because",)),
        Must("the right to a stage one review and its form", ("review_how",)),
        Must("other help", ("@other_help",)),
    ),
)

KINDS_OF_DECISION = (APPROVE, BY_DISCRETION, OFFER, CONTRIBUTION, REFUSE)
