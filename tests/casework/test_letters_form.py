"""A form of any occasion gives back what was put in, says what cannot be read, and tells all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.decide import decide_case
from casework.letters.desk_page import draft_letter, letter_desk, occasion_to_fill
from casework.letters.tell import tell_letter
from casework.letters.wish import LetterWish
from casework.letters.write import LetterIsDraft
from casework.occasions.form import Shape, as_typed, fields_asked, read_typed
from casework.occasions.record import occasions_of, record_occasion
from letters.errors import LetterRefused
from records.occasions import KIND_OF, OCCASION_OF
from records.people import Role
from store import letters, occasions
from tests.casework.desks import as_person
from tests.casework.test_letters_and_versions import REFUSE, text_of
from tests.casework.test_letters_clocks import standing
from tests.casework.test_letters_occasions import ASKED, OUTCOME, at, decided_again, refused
from tests.casework.town import Town
from tests.letters import occasions as good

BY_RECORD = {type(each): each for each in vars(good).values() if type(each) in KIND_OF}
ODD = replace(good.BUDGET, daily_distance=12_874_753)
PLAIN = LetterWish()


@pytest.mark.parametrize("kind", OCCASION_OF)
def test_what_is_in_a_form_is_read_back_as_it_was(kind: str) -> None:
    said = BY_RECORD[OCCASION_OF[kind]]
    assert read_typed(kind, as_typed(said)) == (said, {})
    assert read_typed(kind, as_typed(OCCASION_OF[kind]())) == (OCCASION_OF[kind](), {})
    assert [each.name for each in fields_asked(kind)] == list(as_typed(said))


def test_a_length_that_is_no_whole_hundredth_of_a_mile_stays_exact() -> None:
    assert read_typed("travel-budget", as_typed(ODD)) == (ODD, {})


def test_a_sum_a_length_and_a_number_that_cannot_be_read_say_how_they_are_written() -> None:
    typed = {"rate": "45 pence", "daily_distance": "far", "days": "many"}
    made, wrong = read_typed("travel-budget", typed)
    assert made == OCCASION_OF["travel-budget"]()
    assert set(wrong) == set(typed)
    assert wrong["days"] == "Expected a whole number."
    shapes = {each.name: each.shape for each in fields_asked("travel-budget")}
    assert (shapes["rate"], shapes["payment_days"]) == (Shape.SUM, Shape.DAYS)


def test_recording_and_issuing_are_one_and_a_refusal_leaves_nothing(town: Town) -> None:
    decision = refused(town)
    case, kind = decision.application, "stage-1-acknowledgement"
    desk = at(town.desk, date(2026, 12, 2))
    before = letters.letters_of_case(town.desk.store, case)
    with pytest.raises(LetterIsDraft):
        tell_letter(desk, case, kind, replace(ASKED, meanwhile=None), PLAIN, True)
    assert occasions_of(town.desk, case) == ()
    assert letters.letters_of_case(town.desk.store, case) == before


def test_an_occasion_is_corrected_until_its_letter_is_issued_and_then_told_anew(
    town: Town,
) -> None:
    decision = refused(town)
    case, kind = decision.application, "stage-1-acknowledgement"
    desk = at(town.desk, date(2026, 12, 2))
    for meanwhile in ("By bus", "By taxi"):
        tell_letter(desk, case, kind, replace(ASKED, meanwhile=meanwhile), PLAIN, False)
    assert len(occasions_of(town.desk, case)) == 1
    issued = tell_letter(desk, case, kind, replace(ASKED, meanwhile="By taxi"), PLAIN, True)
    assert len(occasions.every_occasion_of(town.desk.store, case)) == 2
    tell_letter(desk, case, kind, replace(ASKED, meanwhile="On foot"), PLAIN, False)
    assert len(occasions_of(town.desk, case)) == 2, "a second request, beside the first"
    wish = LetterWish(replaces=issued, because="The bus does not run")
    again = tell_letter(desk, case, kind, replace(ASKED, meanwhile="By train"), wish, True)
    assert again.replaces == issued.id and "By train" in text_of(again.pdf)
    assert standing(town, issued).id == again.id


def test_a_draft_of_any_kind_that_fits_can_be_looked_at_and_nothing_is_kept(town: Town) -> None:
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    case = decision.application
    for kind in letter_desk(town.desk, case).kinds:
        if not kind.why_not:
            begun = occasion_to_fill(town.desk, case, kind.name)
            assert draft_letter(town.desk, case, kind.name, begun, PLAIN).pdf
    assert letters.letters_of_case(town.desk.store, case) == ()
    assert date(2026, 11, 23) == town.desk.today()


def test_what_would_be_refused_as_a_letter_is_kept_holds_its_preview_back(town: Town) -> None:
    decision = refused(town)
    case, late = decision.application, at(town.desk, date(2027, 2, 1))
    asked = replace(
        ASKED,
        received_on=date(2027, 2, 1),
        outcome_due=date(2027, 3, 1),
        send_evidence_by=date(2027, 2, 12),
    )
    draft = draft_letter(late, case, "stage-1-acknowledgement", asked, PLAIN)
    assert "nobody has decided whether it is taken. Write the letter" in draft.held_because
    assert "your request for a review" in text_of(draft.pdf), "it is shown all the same"
    record_occasion(town.desk, case, ASKED)
    worked = replace(OUTCOME, reviewer="A. Officer")
    desk = as_person(town.desk, "Ngozi Obi", Role.SENIOR_REVIEWER)
    changed = replace(OUTCOME, changed=True)
    drafts = [
        draft_letter(desk, case, "stage-1-outcome", each, PLAIN) for each in (OUTCOME, changed)
    ]
    assert [bool(each.held_because) for each in drafts] == [False, True]
    assert "Decide the case again" in drafts[1].held_because
    assert len(occasions_of(town.desk, case)) == 1
    with pytest.raises(LetterRefused, match="somebody else must review"):
        draft_letter(desk, case, "stage-1-outcome", worked, PLAIN)


def test_a_preview_tells_of_the_decision_that_the_kept_letter_tells_of(town: Town) -> None:
    decision = refused(town)
    case = decision.application
    record_occasion(town.desk, case, ASKED)
    decided_again(town.desk, case)
    changed = replace(OUTCOME, changed=True, what_now="Rowan is entitled")
    draft = draft_letter(town.desk, case, "stage-1-outcome", changed, PLAIN)
    kept = tell_letter(town.desk, case, "stage-1-outcome", changed, PLAIN, issued=False)
    assert kept.decision == decision.id and draft.pdf == kept.pdf
