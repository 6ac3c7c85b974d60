"""What would have changed a decision is told in sentences with figures and law."""

from __future__ import annotations

from casework.assess import assess
from casework.decide import decide_case
from casework.gate import Intent
from casework.otherwise import otherwise_of_case, otherwise_of_decision
from rules.values import Outcome
from tests.casework.town import Town

REFUSE = Intent(Outcome.NOT_ENTITLED, "The route is within the limit.", "We looked at work hours.")


def test_a_refusal_tells_what_the_family_could_prove_and_what_nobody_can_change(
    town: Town,
) -> None:
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    found = otherwise_of_decision(decision)
    assert any("route too unsafe" in each and "paragraph 4" in each for each in found.in_reach)
    assert found.beyond == (
        "If walking distance were more than 2 miles (it is 1.50 miles): entitled "
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
