"""What would have changed a decision is told in sentences with figures and law."""

from __future__ import annotations

from casework.assess import assess
from casework.decide import decide_case
from casework.gate import Intent
from casework.otherwise import change_sentence, otherwise_of_case, otherwise_of_decision
from casework.shelf import Shelf
from rules.decide import decide
from rules.facts import read_facts
from rules.values import Outcome
from rules.what_if import what_if
from tests.casework.town import Town
from tests.rules.test_timeline import SEVEN

REFUSE = Intent(Outcome.NOT_ENTITLED, "The route is within the limit.", "We looked at work hours.")


def test_a_refusal_tells_what_the_family_could_prove_and_what_nobody_can_change(
    town: Town,
) -> None:
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    found = otherwise_of_decision(decision)
    assert any("route too unsafe" in each and "paragraph 4" in each for each in found.in_reach)
    assert found.beyond == (
        "If walking distance were more than 2 miles (it is 1.501 miles): entitled "
        "(Education Act 1996, Schedule 35B, paragraph 6).",
    )


def test_an_entitled_case_tells_what_would_take_it_away(town: Town) -> None:
    found = otherwise_of_case(assess(town.desk, town.child_at(2.5)))
    assert found is not None
    assert any("not more than 2 miles" in each for each in found.beyond)
    assert any("boarding arranged" in each and "not entitled" in each for each in found.in_reach)


def test_the_telling_rests_on_the_stored_texts_not_on_todays(town: Town) -> None:
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    assert otherwise_of_decision(decision) == otherwise_of_decision(decision)


def words(policy: str, **changes: object) -> list[str]:
    version = Shelf().read(policy)
    facts = read_facts({**SEVEN, **changes}, version.vocabulary)
    found = what_if(version, facts, decide(version, facts))
    return [change_sentence(version, each) for each in found]


def test_an_age_that_would_change_it_is_told_with_the_age_that_is() -> None:
    told = words("england/1996-act", date_of_birth="2018-01-12", walking_distance="2.81 miles")
    assert (
        "If under 8 on the day (the child is aged 8): entitled "
        "(Education Act 1996, Schedule 35B, paragraph 6)."
    ) in told


def test_an_age_to_come_is_told_from_the_other_side() -> None:
    told = words("england/1996-act", walking_distance="2.81 miles")
    assert "If 8 or over on the day (the child is aged 7): not entitled." in told


def test_choices_are_told_by_their_labels_and_numbers_as_they_are() -> None:
    told = words("england/1996-act", year_group=None)
    assert any("further education college" in each for each in told)
    assert not any("pupil_referral" in each or "not more than 0" in each for each in told)
