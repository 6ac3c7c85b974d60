"""What gives rise to a letter is recorded on the case, guarded in plain words, and told from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

import letters as words
from casework.decide import decide_case
from casework.desk import Desk
from casework.gate import Intent
from casework.letters.clocks import appeal_clock
from casework.letters.kinds_now import letter_kinds_now
from casework.letters.notices import NotANotice, Notices, promise_notice, promised_notice
from casework.letters.rebuilt import rebuilt
from casework.letters.write import (
    DaysTooShort,
    LetterIsDraft,
    issue_case_letter,
    issue_letter,
    write_case_letter,
)
from casework.occasions.known import known_occasion
from casework.occasions.record import (
    CameTooLate,
    CannotRecordOccasion,
    occasions_of,
    record_occasion,
)
from casework.record import answer_point, raise_point, record_judgement
from casework.rights import NotAllowed
from letters.errors import LetterRefused
from letters.kinds.of_occasion import KINDS_OF_OCCASION
from records.decision import Decision
from records.london import day_in_london
from records.occasions import OCCASION_OF
from records.offers import EvidenceAsked
from records.people import Role
from records.reviews import (
    Hearing,
    LateRequest,
    MoreTime,
    PanelOutcome,
    ReviewOutcome,
    ReviewReceived,
)
from rules.values import Outcome
from store import occasions
from store.applications import list_applications
from tests.casework.desks import as_person
from tests.casework.test_letters_and_versions import APPROVE, REFUSE, text_of
from tests.casework.town import Town

ASKED = ReviewReceived(
    date(2026, 12, 1), "the Head of Travel", date(2026, 12, 30), date(2026, 12, 15), "By bus"
)
OUTCOME = ReviewOutcome(
    False, "Rowan is not entitled", "She read the case", ("the school",), ("the walk",),
    "The walk is 1.50 miles", "Ngozi Obi", date(2027, 1, 25), "Use the form",
)  # fmt: skip
PANEL_ASKED = ReviewReceived(
    date(2026, 12, 28), "an independent panel", date(2027, 2, 25), date(2027, 2, 1), "By bus",
    "by email", "Nobody can walk with Rowan", date(2027, 1, 25),
)  # fmt: skip
PANEL = "stage-2-acknowledgement"
HEARING = Hearing(
    date(2027, 3, 19), "10.30am", "Room 2", "https://m.example/join", "You can attend", "two",
    "You speak last", date(2027, 3, 5), date(2027, 3, 10), "ring us", ("Mr J Singh",), 28,
)  # fmt: skip


def refused(town: Town) -> Decision:
    """A case refused, whose letter went out on 23 November 2026."""
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    issue_letter(town.desk, decision.id)
    return decision


def at(desk: Desk, day: date) -> Desk:
    """The same desk on another day."""
    moment = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    return replace(desk, today=lambda: day, now=lambda: moment)


def decided_again(desk: Desk, application: str) -> Decision:
    """The case decided for the family: the route was judged unsafe."""
    record_judgement(desk, application, "route_unsafe", True, "No footway at the bend.")
    return decide_case(desk, application, Intent(Outcome.ENTITLED, "The route is not safe."))


def test_every_letter_of_an_occasion_has_its_record() -> None:
    assert {kind.name: kind.occasion for kind in KINDS_OF_OCCASION}.items() <= OCCASION_OF.items()


def test_before_a_decision_evidence_is_asked_for_from_what_is_still_open(town: Town) -> None:
    application = town.child_at(2.3, in_area=None)
    begun = known_occasion(town.desk, application, "more-evidence")
    assert isinstance(begun, EvidenceAsked)
    assert [item.why for item in begun.items] != [""]
    items = tuple(replace(item, instead="A letter of the school") for item in begun.items)
    asked = EvidenceAsked(items, date(2026, 12, 11), "we decide on what we hold", False, "we go on")
    record_occasion(town.desk, application, asked)
    letter = issue_case_letter(town.desk, application, "more-evidence")
    assert letter.decision is None and letter.application == application
    text = text_of(letter.pdf)
    assert items[0].what in text and "11 December 2026" in text
    assert "A. Officer" in text, "whoever writes it signs it"
    assert rebuilt(town.desk, letter).same
    assert "vocabulary" not in letter.inputs.partition('"texts"')[0], "texts are kept once, beside"


def test_a_letter_of_an_occasion_with_blanks_is_kept_and_not_issued(town: Town) -> None:
    decision = refused(town)
    desk = at(town.desk, date(2026, 12, 2))
    record_occasion(desk, decision.application, replace(ASKED, meanwhile=None))
    kept = write_case_letter(desk, decision.application, "stage-1-acknowledgement")
    assert "[how the child travels meanwhile]" in text_of(kept.pdf)
    with pytest.raises(LetterIsDraft, match="how the child travels meanwhile"):
        issue_case_letter(desk, decision.application, "stage-1-acknowledgement")


def test_an_occasion_is_corrected_and_the_letter_tells_the_correction(town: Town) -> None:
    decision = refused(town)
    first = record_occasion(town.desk, decision.application, ASKED)
    better = replace(ASKED, meanwhile="By taxi")
    second = record_occasion(town.desk, decision.application, better, replaces=first.id)
    assert occasions_of(town.desk, decision.application) == (second,)
    desk = at(town.desk, date(2026, 12, 2))
    letter = issue_case_letter(desk, decision.application, "stage-1-acknowledgement")
    assert "By taxi" in text_of(letter.pdf) and letter.occasion == second.id


def test_whoever_worked_on_the_case_does_not_review_it(town: Town) -> None:
    decision = refused(town)
    record_occasion(town.desk, decision.application, ASKED)
    with pytest.raises(CannotRecordOccasion, match=r"A\. Officer worked on this case.*Nothing was"):
        record_occasion(town.desk, decision.application, replace(OUTCOME, reviewer="A. Officer "))
    assert len(occasions_of(town.desk, decision.application)) == 1


@pytest.mark.parametrize("name", ["Mr A. Officer", "a officer", "Officer, A.", "Dr A OFFICER"])
def test_a_title_or_another_spelling_makes_nobody_a_new_reviewer(town: Town, name: str) -> None:
    decision = refused(town)
    record_occasion(town.desk, decision.application, ASKED)
    with pytest.raises(CannotRecordOccasion, match="worked on this case"):
        record_occasion(town.desk, decision.application, replace(OUTCOME, reviewer=name))


def test_a_like_name_holds_the_outcome_back_until_somebody_tells_the_two_apart(
    town: Town,
) -> None:
    decision = refused(town)
    desk = at(as_person(town.desk, "Ngozi Obi", Role.SENIOR_REVIEWER), date(2026, 12, 16))
    record_occasion(desk, decision.application, ASKED)
    like = replace(OUTCOME, reviewer="Alice Officer")
    record_occasion(desk, decision.application, like)
    with pytest.raises(LetterIsDraft, match=r"Alice Officer is not A\. Officer"):
        issue_case_letter(desk, decision.application, "stage-1-outcome")
    apart = replace(like, told_apart="Alice Officer is the head of another service")
    record_occasion(desk, decision.application, apart)
    assert issue_case_letter(desk, decision.application, "stage-1-outcome").issued


def test_a_like_name_of_another_person_of_the_store_is_that_person(town: Town) -> None:
    decision = refused(town)
    desk = at(as_person(town.desk, "Alice Officer", Role.SENIOR_REVIEWER), date(2026, 12, 16))
    record_occasion(town.desk, decision.application, ASKED)
    record_occasion(town.desk, decision.application, replace(OUTCOME, reviewer="Ms Alice Officer"))
    assert issue_case_letter(desk, decision.application, "stage-1-outcome").issued


def test_a_hearing_keeps_the_notice_that_the_policy_lead_set(town: Town) -> None:
    desk = reviewed(town)
    record_occasion(desk, case_of(desk), PANEL_ASKED, kind=PANEL)
    soon = replace(
        HEARING,
        hearing_on=date(2027, 1, 20),
        papers_on=date(2027, 1, 12),
        late_evidence_by=date(2027, 1, 14),
        hearing_notice_days=None,
    )
    record_occasion(desk, case_of(desk), soon)
    with pytest.raises(NotAllowed):
        promise_notice(desk, Notices(hearing=20))
    lead = as_person(town.desk, "P. Lead", Role.POLICY_LEAD)
    with pytest.raises(NotANotice, match="at least 10 working days"):
        promise_notice(lead, Notices(hearing=9))
    assert promise_notice(lead, Notices(hearing=20, change=28)) == promised_notice(desk)
    with pytest.raises(LetterRefused, match="less than 20 working days.*3 February 2027"):
        issue_case_letter(desk, case_of(desk), "stage-2-invitation")


def test_a_stage_one_outcome_tells_who_decided_and_starts_the_clock_of_stage_two(
    town: Town,
) -> None:
    decision = refused(town)
    reviewer = at(as_person(town.desk, "Ngozi Obi", Role.SENIOR_REVIEWER), date(2026, 12, 16))
    record_occasion(reviewer, decision.application, ASKED)
    record_occasion(reviewer, decision.application, OUTCOME)
    letter = issue_case_letter(reviewer, decision.application, "stage-1-outcome")
    text = text_of(letter.pdf)
    assert "A. Officer made the decision on 23 November 2026. Ngozi Obi reviewed it" in text
    assert "25 January 2027" in text
    clock = appeal_clock(reviewer, decision.application)
    assert clock is not None
    assert (clock.stage, clock.last_day) == (2, date(2027, 1, 25))


def test_a_point_made_after_the_decision_is_answered_in_the_outcome_or_holds_it_back(
    town: Town,
) -> None:
    decision = refused(town)
    desk = at(as_person(town.desk, "Ngozi Obi", Role.SENIOR_REVIEWER), date(2026, 12, 16))
    record_occasion(desk, decision.application, ASKED)
    record_occasion(desk, decision.application, OUTCOME)
    point = raise_point(town.desk, decision.application, "The bend has no footway.")
    with pytest.raises(LetterIsDraft, match="answer to a point"):
        issue_case_letter(desk, decision.application, "stage-1-outcome")
    answer_point(town.desk, point.id, "We walked it: there is one.")
    letter = issue_case_letter(desk, decision.application, "stage-1-outcome")
    assert "The bend has no footway." in text_of(letter.pdf)
    assert "there is one" in text_of(letter.pdf)
    assert rebuilt(desk, letter).same


def test_a_stage_one_outcome_may_not_give_fewer_days_than_are_owed(town: Town) -> None:
    decision = refused(town)
    desk = at(town.desk, date(2026, 12, 16))
    record_occasion(desk, decision.application, ASKED)
    short = replace(OUTCOME, stage_two_by=date(2026, 12, 30))
    record_occasion(desk, decision.application, short)
    with pytest.raises(DaysTooShort, match="20 January 2027"):
        issue_case_letter(desk, decision.application, "stage-1-outcome")


def test_a_changed_outcome_rests_on_a_decision_in_the_record(town: Town) -> None:
    decision = refused(town)
    record_occasion(town.desk, decision.application, ASKED)
    changed = replace(OUTCOME, changed=True, what_now="Rowan is entitled")
    with pytest.raises(CannotRecordOccasion, match="Decide the case again, then record"):
        record_occasion(town.desk, decision.application, changed)
    later = decided_again(town.desk, decision.application)
    with pytest.raises(CannotRecordOccasion, match="did not change the decision, but"):
        record_occasion(town.desk, decision.application, OUTCOME)
    made = record_occasion(town.desk, decision.application, changed)
    assert (made.decision, made.rests_on) == (decision.id, later.id)
    letter = write_case_letter(town.desk, decision.application, "stage-1-outcome")
    assert letter.decision == decision.id, "it tells of the decision that was reviewed"
    assert "We have changed our decision" in text_of(letter.pdf)


def test_the_panel_is_new_to_the_case_and_its_outcome_leads_to_where_to_turn_next(
    town: Town,
) -> None:
    decision = refused(town)
    desk = at(town.desk, date(2027, 1, 4))
    for each in (ASKED, OUTCOME):
        record_occasion(desk, decision.application, each)
    record_occasion(desk, decision.application, PANEL_ASKED, kind="stage-2-acknowledgement")
    with pytest.raises(LetterRefused, match=r"A\. Officer worked on this case"):
        record_occasion(desk, decision.application, replace(HEARING, panel_names=("A. Officer",)))
    record_occasion(desk, decision.application, HEARING)
    outcome = known_occasion(desk, decision.application, "stage-2-outcome")
    assert isinstance(outcome, PanelOutcome)
    assert (outcome.heard_on, outcome.panel_names) == (HEARING.hearing_on, HEARING.panel_names)
    later = at(town.desk, date(2027, 3, 22))
    record_occasion(later, decision.application, outcome)
    kinds = {kind.name: kind for kind in letter_kinds_now(later, decision.application)}
    assert kinds["signposting"].why_not == ""


def test_a_late_request_is_decided_before_it_is_acknowledged(town: Town) -> None:
    decision = refused(town)
    desk = at(town.desk, date(2027, 2, 1))
    late = replace(
        ASKED,
        received_on=date(2027, 2, 1),
        outcome_due=date(2027, 3, 1),
        send_evidence_by=date(2027, 2, 12),
    )
    with pytest.raises(CameTooLate, match="Late request: taken or not"):
        record_occasion(desk, decision.application, late)
    begun = known_occasion(desk, decision.application, "late-appeal")
    assert isinstance(begun, LateRequest) and begun.was_due_on == date(2026, 12, 23)
    wrong = replace(begun, was_due_on=date(2026, 12, 24))
    with pytest.raises(CannotRecordOccasion, match="the last day was 23 December 2026"):
        record_occasion(desk, decision.application, wrong)
    record_occasion(desk, decision.application, replace(begun, taken=True))
    record_occasion(desk, decision.application, late)


def test_a_late_request_that_was_not_taken_is_not_reviewed(town: Town) -> None:
    decision = refused(town)
    desk = at(town.desk, date(2027, 2, 1))
    begun = known_occasion(desk, decision.application, "late-appeal")
    assert isinstance(begun, LateRequest)
    record_occasion(desk, decision.application, replace(begun, taken=False))
    with pytest.raises(CameTooLate, match="It was not taken"):
        record_occasion(desk, decision.application, replace(ASKED, received_on=date(2027, 2, 1)))


def reviewed(town: Town) -> Desk:
    """A case refused and not changed at stage one, whose outcome went out on 16 December 2026."""
    decision = refused(town)
    desk = at(as_person(town.desk, "Ngozi Obi", Role.SENIOR_REVIEWER), date(2026, 12, 16))
    record_occasion(desk, decision.application, ASKED)
    record_occasion(desk, decision.application, OUTCOME)
    issue_case_letter(desk, decision.application, "stage-1-outcome")
    return at(as_person(town.desk, "Idris Kelp", Role.PANEL_CLERK), date(2027, 1, 4))


def case_of(desk: Desk) -> str:
    """The only case of the town."""
    (application,) = list_applications(desk.store)
    return application.id


def test_a_hearing_is_not_recorded_before_the_family_asked_for_stage_two(town: Town) -> None:
    desk = reviewed(town)
    case = case_of(desk)
    with pytest.raises(CannotRecordOccasion, match="No request for stage two is recorded since"):
        record_occasion(desk, case, HEARING)
    request = known_occasion(desk, case, PANEL)
    assert isinstance(request, ReviewReceived)
    assert (request.was_due_on, request.outcome_due) == (date(2027, 1, 25), date(2027, 3, 1))
    made = record_occasion(desk, case, PANEL_ASKED, kind=PANEL)
    assert (made.kind, made.by_name) == (PANEL, "Idris Kelp")
    assert PANEL_ASKED.is_late is False
    record_occasion(desk, case, HEARING)
    assert [each.kind for each in occasions_of(desk, case)][2:] == [PANEL, "stage-2-invitation"]


def test_a_stage_two_request_is_acknowledged_in_its_own_letter(town: Town) -> None:
    desk = reviewed(town)
    case = case_of(desk)
    record_occasion(desk, case, PANEL_ASKED, kind=PANEL)
    letter = issue_case_letter(desk, case, PANEL)
    text = text_of(letter.pdf)
    assert "your request for stage two" in text and "an independent panel" in text
    assert rebuilt(desk, letter).same
    first = known_occasion(desk, case, "stage-1-acknowledgement")
    assert first == ASKED, "each stage keeps its own request"


def test_there_is_no_request_for_stage_two_before_stage_one_has_its_outcome(town: Town) -> None:
    decision = refused(town)
    record_occasion(town.desk, decision.application, ASKED)
    with pytest.raises(CannotRecordOccasion, match="No stage one outcome is recorded"):
        record_occasion(town.desk, decision.application, PANEL_ASKED, kind=PANEL)


def test_a_late_request_for_stage_two_is_decided_before_it_is_taken(town: Town) -> None:
    desk = at(reviewed(town), date(2027, 2, 1))
    case = case_of(desk)
    late = replace(
        PANEL_ASKED,
        received_on=date(2027, 2, 1),
        outcome_due=date(2027, 3, 30),
        send_evidence_by=date(2027, 2, 12),
    )
    assert late.is_late
    with pytest.raises(CameTooLate, match="the last day was 25 January 2027"):
        record_occasion(desk, case, late, kind=PANEL)
    begun = known_occasion(desk, case, "late-appeal")
    assert isinstance(begun, LateRequest) and begun.was_due_on == date(2027, 1, 25)
    record_occasion(desk, case, replace(begun, taken=True))
    record_occasion(desk, case, late, kind=PANEL)
    record_occasion(desk, case, HEARING)


def test_a_request_names_the_last_day_that_the_letter_set(town: Town) -> None:
    desk = reviewed(town)
    wrong = replace(PANEL_ASKED, was_due_on=date(2027, 3, 1))
    with pytest.raises(CannotRecordOccasion, match="the last day was 25 January 2027"):
        record_occasion(desk, case_of(desk), wrong, kind=PANEL)


def test_a_stage_one_outcome_corrected_later_leaves_the_request_for_stage_two(town: Town) -> None:
    desk = reviewed(town)
    case = case_of(desk)
    record_occasion(desk, case, PANEL_ASKED, kind=PANEL)
    outcome = next(each for each in occasions_of(desk, case) if each.occasion == OUTCOME)
    reviewer = as_person(desk, "Ngozi Obi", Role.SENIOR_REVIEWER)
    better = replace(OUTCOME, factors=("the walk", "the hours"))
    record_occasion(reviewer, case, better, replaces=outcome.id)
    record_occasion(desk, case, HEARING)


def test_a_clerk_records_nothing_of_stage_one(town: Town) -> None:
    decision = refused(town)
    clerk = as_person(town.desk, "Idris Kelp", Role.PANEL_CLERK)
    with pytest.raises(NotAllowed):
        record_occasion(clerk, decision.application, ASKED)


def test_an_entitled_childs_help_is_not_withdrawn(town: Town) -> None:
    decision = decide_case(town.desk, town.child_at(2.3), APPROVE)
    begun = known_occasion(town.desk, decision.application, "withdrawal-or-change")
    with pytest.raises(LetterRefused, match="the law entitles this child"):
        record_occasion(town.desk, decision.application, replace(begun, withdrawn=True))
    assert occasions.every_occasion_of(town.desk.store, decision.application) == ()


def test_a_refusal_in_error_wants_the_decision_that_corrects_it(town: Town) -> None:
    decision = refused(town)
    kinds = {each.name: each.why_not for each in letter_kinds_now(town.desk, decision.application)}
    assert "No decision in the record corrects a refusal" in kinds["refused-in-error"]
    decided_again(town.desk, decision.application)
    kinds = {each.name: each.why_not for each in letter_kinds_now(town.desk, decision.application)}
    assert kinds["refused-in-error"] == ""
    assert "help" in kinds["granted-in-error"]


def test_the_kinds_that_fit_an_open_case_and_why_not_the_others(town: Town) -> None:
    kinds = {each.name: each for each in letter_kinds_now(town.desk, town.child_at(1.5))}
    assert [name for name, kind in kinds.items() if not kind.why_not] == [
        "more-evidence", "extension",
    ]  # fmt: skip
    assert list(kinds) == list(words.KINDS)
    assert kinds["approve"].why_not == "The case is not decided yet."


def test_more_time_keeps_the_first_day_promised(town: Town) -> None:
    application = town.child_at(1.5)
    begun = known_occasion(town.desk, application, "extension")
    assert isinstance(begun, MoreTime)
    assert begun.first_due == date(2026, 11, 30)
    with pytest.raises(LetterRefused, match="is not after"):
        record_occasion(town.desk, application, replace(begun, now_due=date(2026, 11, 27)))


def test_a_reader_records_nothing(town: Town) -> None:
    decision = refused(town)
    auditor = as_person(town.desk, "Aud Itor", Role.AUDITOR)
    with pytest.raises(NotAllowed):
        record_occasion(auditor, decision.application, ASKED)
    reviewer = as_person(town.desk, "Ngozi Obi", Role.SENIOR_REVIEWER)
    kinds = {each.name: each.why_not for each in letter_kinds_now(reviewer, decision.application)}
    assert kinds["refuse"] == "An officer writes this letter."
    assert day_in_london(town.desk.now()) == town.desk.today()
