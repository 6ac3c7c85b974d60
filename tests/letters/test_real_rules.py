"""Letters drawn from what the real law and a real policy version find, not from made-up ones."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pikepdf
import pytest

from casework.shelf import Shelf
from letters import LetterContent, NearestSchool, compose, fact_rows, pdf
from letters.blocks import all_texts
from records.fact import Fact
from rules.decide import decide
from rules.values import KnownHow, Outcome
from tests.letters.case import APPROVED, REFUSED, TWO_MILES, WALK, terms
from tests.letters.pdf_check import check

FACTS: dict[str, Any] = {
    "day_of_travel": date(2019, 9, 9),
    "date_of_birth": date(2012, 2, 3),
    "in_area": True,
    "school_kind": "mainstream",
    "school_governance": "maintained",
    "registered_pupil": True,
    "also_registered_at_pru": False,
    "has_ehcp": False,
    "has_send": False,
    "disabled": False,
    "mobility_problem": False,
    "nearer_suitable_place": False,
    "boarding_arranged": False,
    "looked_after": False,
    "exclusion": "none",
    "chosen_for_belief": False,
    "low_income": False,
    "cannot_walk": False,
    "route_unsafe": False,
    "free_travel_by_others": False,
    "exceptional_ground_claimed": False,
}
DEPARTS = "The text of one rule is not held"


def written(kind: str, policy: str, metres_and_mm: int, **changes: Any) -> LetterContent:
    version = Shelf().read(policy)
    facts = FACTS | {"walking_distance": metres_and_mm} | changes
    found = decide(version, facts)
    held = [
        Fact(n, v, KnownHow.RECORDED, "application form", "p", date(2019, 6, 3))
        for n, v in facts.items()
    ]
    matter = replace(
        APPROVED if kind == "approve" else REFUSED,
        recommendation=found,
        grounds=found.eligibility.grounds,
        facts=fact_rows(held, found, version.vocabulary),
        distances=(replace(WALK, length=metres_and_mm),),
        nearest_suitable=NearestSchool(str(REFUSED.school), metres_and_mm, 3_500_000),
        terms=terms(starts_on=FACTS["day_of_travel"], ends_on=date(2020, 7, 17)),
        date_of_birth=date(2012, 2, 3),
        policy_id=policy,
        departs_because=None if found.eligibility.outcome is Outcome.NOT_ENTITLED else DEPARTS,
    )
    return compose(matter, kind)


@pytest.mark.parametrize("policy", ["england/1996-act", "southampton/2019-20"])
@pytest.mark.parametrize(("kind", "walked"), [("approve", TWO_MILES + 1), ("refuse", TWO_MILES)])
def test_a_letter_is_whole_and_passes_every_check(policy: str, kind: str, walked: int) -> None:
    content = written(kind, policy, walked)
    assert content.blanks == ()
    assert check(pikepdf.open(io.BytesIO(pdf(content)))) == []


def test_the_law_one_millimetre_beyond_two_miles_reads_beyond() -> None:
    told = " ".join(all_texts(written("approve", "england/1996-act", TWO_MILES + 1)))
    assert "walking distance is 2.000001 miles, more than 2 miles" in told
    assert "2.000001 miles (3,218.689 m)" in told
    assert "2.00 miles" not in told
    assert "(Education Act 1996, Schedule 35B, paragraph 6)" in told


def test_a_refusal_tells_the_tests_on_distance_route_and_needs() -> None:
    told = " ".join(all_texts(written("refuse", "england/1996-act", TWO_MILES)))
    assert "walking distance is 2.00 miles, not more than 2 miles" in told
    assert "Route too unsafe to walk" in told
    assert "Cannot walk, special needs, disability or mobility" in told
    assert "These rules cannot apply to Zofia Łuczak" in told


def test_rules_nobody_here_has_read_are_said_to_be_unread() -> None:
    told = " ".join(all_texts(written("refuse", "southampton/2019-20", TWO_MILES)))
    assert "We have not been able to read the text of this rule." in told


def test_a_ground_of_distance_is_told_by_its_figure_and_one_of_need_by_the_need() -> None:
    far = " ".join(all_texts(written("approve", "england/1996-act", TWO_MILES + 1)))
    assert (
        "(Education Act 1996, Schedule 35B, paragraph 6). The age on the day of travel is 7, "
        "under 8. The walking distance is 2.000001 miles, more than 2 miles."
    ) in far
    needs = {"has_send": True, "cannot_walk": True}
    near = " ".join(all_texts(written("approve", "england/1996-act", TWO_MILES, **needs)))
    assert (
        "Cannot walk, special needs, disability or mobility (Education Act 1996, Schedule 35B, "
        "paragraph 2). Zofia Łuczak has special educational needs. Zofia Łuczak cannot reasonably "
        "be expected to walk there, alone or with an adult."
    ) in near
    assert "what Zofia Łuczak needs changes" in near
