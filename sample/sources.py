"""Where the facts of the sample come from: how each is known, and from what."""

from __future__ import annotations

from typing import Final

from records.people import Role
from rules.values import KnownHow

FORM: Final = "application form"
REGISTER: Final = "admissions register"
PLACES: Final = "places table of 2 March"
SEND_RECORD: Final = "SEND case record"

R, E, M, J, D = (
    KnownHow.RECORDED,
    KnownHow.EVIDENCED,
    KnownHow.MEASURED,
    KnownHow.JUDGED,
    KnownHow.DERIVED,
)

HOW_KNOWN: Final[dict[str, tuple[KnownHow, str]]] = {
    "year_group": (R, REGISTER),
    "autumn_term_start": (R, "school's term dates"),
    "in_area": (R, "council tax record"),
    "has_ehcp": (E, SEND_RECORD),
    "has_send": (E, "school's SEN record"),
    "disabled": (E, FORM),
    "mobility_problem": (E, FORM),
    "looked_after": (R, "children's social care"),
    "registered_pupil": (R, REGISTER),
    "also_registered_at_pru": (R, REGISTER),
    "schools_named_in_plan": (E, "section I of the plan"),
    "nearest_of_schools_named": (M, "both schools measured on Marlhaven's network"),
    "plan_names_condition": (E, "section I of the plan"),
    "nearer_suitable_schools": (D, PLACES),
    "nearer_suitable_school_of_belief": (D, PLACES),
    "boarding_arranged": (R, SEND_RECORD),
    "low_income": (D, FORM),
    "low_income_found_on": (R, "travel record of last year"),
    "universal_credit": (E, "universal credit statement"),
    "earned_in_last_period": (E, "universal credit statement"),
    "earned_in_last_two_periods": (E, "universal credit statements, two periods"),
    "earned_in_last_three_periods": (E, "universal credit statements, three periods"),
    "asylum_support": (E, "award letter"),
    "guarantee_pension_credit": (E, "award letter"),
    "income_based_benefit": (E, "award letter"),
    "maximum_working_tax_credit": (E, FORM),
    "chosen_for_belief": (E, FORM),
    "exclusion": (R, "attendance service"),
    "education_during_exclusion": (R, "attendance service"),
    "free_travel_by_others": (R, "school's travel plan"),
    "course_start": (R, "college's enrolment record"),
    "had_plan_to_end_of_secondary": (E, SEND_RECORD),
    "council_secured_place_and_boarding": (R, SEND_RECORD),
    "attends_from": (R, REGISTER),
    "moved_home_on": (R, FORM),
    "placement_backed_by": (E, "early years panel's minutes"),
    "ehc_assessment_agreed": (E, SEND_RECORD),
    "exceptional_ground_claimed": (R, FORM),
}
"""How each fact is known, and in plain words from what, unless a story says otherwise."""

NOT_FOUND: Final = "asked for, not received"
"""The source of a fact that somebody looked for and that is not known."""

JUDGED_BY_SEND: Final = frozenset({"can_walk_alone", "can_walk_accompanied", "cannot_walk"})
"""What only the SEND officer judges."""

EVIDENCE_FOR: Final[dict[str, tuple[str, str]]] = {
    "has_ehcp": ("the plan", "Education, health and care plan"),
    "disabled": ("professional's letter", "Letter from the consultant"),
    "earned_in_last_period": ("universal credit statement", "Statement, last assessment period"),
    "asylum_support": ("award letter", "Award of asylum support"),
    "guarantee_pension_credit": ("award letter", "Award of pension credit"),
    "income_based_benefit": ("award letter", "Award of income support"),
}
"""Which evidence lies on a case where a fact holds: its kind and title."""


def judge_of(fact: str, send_case: bool) -> Role:
    """Give the role that judges a fact on a case of either directorate."""
    send = send_case or fact in JUDGED_BY_SEND
    return Role.SEND_OFFICER if send else Role.ELIGIBILITY_OFFICER
