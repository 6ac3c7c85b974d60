"""One good record for each letter that is not a decision's own, and the matter it is told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from letters import Matter
from records.changes import GrantedInError, HelpChanged, RefusedInError
from records.decision import Discretion
from records.offers import BudgetOffer, ContributionAsked, EvidenceAsked, WantedItem
from records.reviews import (
    Hearing,
    LateRequest,
    MoreTime,
    Onwards,
    PanelOutcome,
    ReviewOutcome,
    ReviewReceived,
)
from rules.part_values import (
    Contribution,
    ContributionOutcome,
    Parts,
    Period,
    PeriodOutcome,
    Protection,
    ProtectionOutcome,
)
from rules.values import Outcome

DAY = date(2026, 9, 1)

EVIDENCE = EvidenceAsked(
    items=(
        WantedItem(
            "A letter from the consultant",
            "It shows whether Zofia can walk the distance.",
            "Paragraph 2 of the law asks that.",
            "A letter from the school nurse or from Zofia's doctor",
        ),
    ),
    evidence_by=date(2026, 7, 3),
    if_not_received="We decide on what we hold",
    clock_paused=True,
    clock_reason="We cannot judge the walk without it",
)
BUDGET = BudgetOffer(
    rate=45,
    daily_distance=12_874_752,
    days=190,
    payment_days=(date(2026, 10, 30), date(2027, 2, 12)),
    budget_starts_on=date(2026, 9, 7),
    budget_ends_on=date(2027, 7, 23),
    answer_by=date(2026, 7, 3),
    attendance="We pay for days on which Zofia goes to school",
    overpayment="We take it off the next payment",
    siblings="One car is paid for once, also when two children travel in it",
    how_to_decline="tick No and send the form back, or do nothing",
    tax_note="Ask the office that pays your benefit whether it counts",
)
CONTRIBUTION_ASKED = ContributionAsked(
    due_days=(date(2026, 9, 30), date(2027, 1, 29), date(2027, 4, 30)),
    days_of_travel=190,
    waivers="a household with a low income pays half; send us your award letter",
    refunds="we pay back whole weeks in which you do not travel",
    affordability="tell us, and we look at it again",
)
CHANGED = HelpChanged(
    withdrawn=True,
    what_changed="You moved to 3 Quay Street on 1 June 2026",
    evidence_of_change="the school's register",
    help_before="a seat on bus 14",
    help_after="no help, because the walk is 0.80 miles",
    takes_effect_on=date(2026, 9, 1),
    notice_days=28,
    continues_meanwhile=True,
    transition="the pass stays good for the first week of term",
)
GRANTED = GrantedInError(
    how_found="in our yearly check",
    what_was_wrong="We measured to the wrong gate",
    notice_until=date(2026, 12, 18),
    what_stays="your right to apply again",
)
REFUSED_WRONGLY = RefusedInError(
    how_found="when you asked for a review",
    what_was_wrong="We measured to the wrong gate",
    help_starts_on=date(2026, 6, 22),
    refund_from=date(2025, 9, 1),
    refund_until=date(2026, 6, 19),
    refund_how="Send us tickets, or a list of the journeys by car",
)
RECEIVED = ReviewReceived(
    received_on=date(2026, 6, 12),
    reviewer_role="the Head of Travel Support",
    outcome_due=date(2026, 7, 10),
    send_evidence_by=date(2026, 6, 26),
    meanwhile="you arrange Zofia's travel",
)
PANEL_ASKED = ReviewReceived(
    received_on=date(2026, 6, 12),
    reviewer_role="an independent panel of three",
    outcome_due=date(2026, 8, 7),
    send_evidence_by=date(2026, 7, 10),
    meanwhile="you arrange Zofia's travel",
    came_by="by email",
    family_says="The neighbour cannot walk with Zofia in winter",
    was_due_on=date(2026, 7, 14),
)
STAGE_ONE = ReviewOutcome(
    changed=False,
    what_now="Zofia is not entitled to free travel",
    how_conducted="Ms Obi read the whole case and walked the route on 10 June 2026",
    consulted=("the school", "the road safety team"),
    factors=("the length of the walk", "your hours of work"),
    rationale="The walk is 1.50 miles, on lit footways, and a neighbour can walk with Zofia",
    reviewer="Ngozi Obi",
    stage_two_by=date(2026, 7, 14),
    stage_two_how="Use the form at https://www.marlhaven.example/travel/stage-two",
)
HEARING = Hearing(
    hearing_on=date(2026, 7, 20),
    hearing_time="10.30am",
    place="Room 2, Harbour House",
    joining="https://www.marlhaven.example/join",
    taking_part="You can attend, write to the panel, or have somebody speak for you",
    supporters="up to two people",
    procedure="We speak first, then you. You speak last",
    papers_on=date(2026, 7, 6),
    late_evidence_by=date(2026, 7, 10),
    access_needs="ring us on 01632 960 001",
    panel_names=("Mr J Singh", "Ms L Hart", "Mrs P Cole"),
    hearing_notice_days=28,
)
STAGE_TWO = PanelOutcome(
    changed=True,
    what_now="Zofia will have a seat on bus 14",
    heard_on=date(2026, 6, 11),
    how_conducted="You spoke to the panel, and so did the Head of Travel Support",
    consulted=("the school",),
    factors=("your hours of work", "the neighbour's letter"),
    rationale="Nobody can walk with Zofia on two days a week",
    panel_names=("Mr J Singh", "Ms L Hart", "Mrs P Cole"),
    conditions="the help ends if your hours change",
    help_from=date(2026, 9, 7),
    help_until=date(2027, 7, 23),
)
LATE = LateRequest(
    received_on=date(2026, 6, 8),
    was_due_on=date(2026, 5, 29),
    taken=True,
    why_late="our letter was in the junk folder",
    reason="you wrote as soon as you saw it",
    how_to_complain="You can complain at https://www.marlhaven.example/complain",
    reviewer_role="the Head of Travel Support",
    outcome_due=date(2026, 7, 6),
)
LONGER = MoreTime(
    what_is_late="the outcome of your review",
    first_due=date(2026, 6, 19),
    now_due=date(2026, 7, 3),
    why_longer="we are waiting for the consultant's letter",
    meanwhile="the seat on bus 14 stays",
)
ENDED = Onwards(ended_on=date(2026, 6, 11))

PARTS = Parts(
    contribution=Contribution(
        ContributionOutcome.DUE,
        60_000,
        (20_000, 20_000, 20_000),
        "marlhaven/2026-27#post-16-contribution",
        "Marlhaven policy, paragraph 4.4",
        (),
    ),
    arrangement=None,
    period=Period(PeriodOutcome.NONE, None, None, None, None, None, (), None),
    protection=Protection(ProtectionOutcome.NONE, None, None, None, ()),
    determinations=(),
)

FREE = replace(PARTS, contribution=Contribution(ContributionOutcome.NONE, 0, (), None, None, ()))

USED = Discretion(
    power="s.508C",
    used=True,
    reasons="nobody can walk with Zofia on two days a week",
    authorised_by="anna",
    authorised_by_name="Anna Reyes",
    limits="A seat on bus 14 on Tuesdays and Thursdays",
    review_on=date(2027, 1, 29),
)


def good_matters(approved: Matter, refused: Matter, offered: Any) -> dict[str, Matter]:
    """A good matter for each kind of letter. ``offered`` is a recommendation of an offer."""
    offer = replace(
        approved,
        recommendation=offered,
        outcome=offered.eligibility.outcome,
        grounds=offered.eligibility.grounds,
        parts=FREE,
    )
    later = replace(refused, decider="Daniel Okafor", decided_on=date(2026, 5, 1))
    later = replace(later, touched_by=("Daniel Okafor", "Ngozi Obi"))
    of_approved = {
        "travel-budget": BUDGET,
        "refused-in-error": REFUSED_WRONGLY,
    }
    of_refused = {
        "granted-in-error": GRANTED,
        "withdrawal-or-change": CHANGED,
        "stage-1-acknowledgement": RECEIVED,
        "stage-1-outcome": STAGE_ONE,
        "stage-2-acknowledgement": PANEL_ASKED,
        "stage-2-outcome": STAGE_TWO,
        "late-appeal": LATE,
        "extension": LONGER,
        "signposting": ENDED,
    }
    invited = replace(
        later.terms,
        received_on=date(2026, 6, 17),
        hearing_notice=10,
        hearing_from=date(2026, 7, 1),
    )
    undecided = replace(refused.recommendation.eligibility, outcome=Outcome.CANNOT_TELL_YET)
    return {
        "approve": approved,
        "approve-by-discretion": replace(
            refused, outcome=offer.outcome, discretion=USED, parts=FREE
        ),
        "offer": offer,
        "post-16-contribution": replace(
            offer, phase="sixth_form_age", parts=PARTS, occasion=CONTRIBUTION_ASKED
        ),
        "refuse": refused,
        **{kind: replace(approved, occasion=each) for kind, each in of_approved.items()},
        **{kind: replace(later, occasion=each) for kind, each in of_refused.items()},
        "stage-2-invitation": replace(later, occasion=HEARING, terms=invited),
        "more-evidence": replace(
            later,
            outcome=None,
            decided_on=None,
            decider=None,
            recommendation=replace(refused.recommendation, eligibility=undecided),
            occasion=EVIDENCE,
        ),
    }
