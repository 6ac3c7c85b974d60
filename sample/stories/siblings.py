"""Stories about brothers and sisters who are treated differently, and why."""

from __future__ import annotations

from datetime import date

from rules.values import Outcome
from sample.stories.distance import BEYOND, NEARER, WITHIN
from sample.stories.judging import SAFE_ACCOMPANIED
from sample.stories.story import Band, Born, Case, Said, Story, To

ENTITLED, REFUSED = Outcome.ENTITLED, Outcome.NOT_ENTITLED

BROTHER_POINT = Said(
    "His sister has a place on the bus that stops outside. Same house, same school, same road. "
    "Are we meant to put one on the bus and walk the other?",
    "She is under eight, so her limit is two miles; his is three. One child's help is not a right "
    "of another's. We did look at whether to use our discretion for him.",
)
COLLEGE_POINT = Said(
    "You took our eldest to the same school for five years. We chose it for the younger one "
    "because of that, and nobody told us it would be different.",
    "When the eldest started, no nearer school had a place. This year one had. We are sorry that "
    "nobody said so on the open evening.",
)

STORIES = (
    Story(
        "sister under eight, brother over, same school",
        (
            Case(ENTITLED, Born((1, 2)), To(walking=Band(2.08, 2.9), nearer=(0, 0))),
            Case(REFUSED, Born((4, 5)), To(walking=Band(2.08, 2.9), nearer=(0, 0)),
                 judged=SAFE_ACCOMPANIED, said=(BROTHER_POINT,)),
        ),
        4, 2, (BEYOND, WITHIN),
    ),
    Story(
        "two secondary schools, one of them not the nearest",
        (
            Case(ENTITLED, Born((10, 11)), To(walking=Band(3.05, 6), nearer=(0, 0))),
            Case(REFUSED, Born((7, 8)), To(walking=Band(3.05, 6), nearer=(1, 3)),
                 said=(COLLEGE_POINT,)),
        ),
        3, 1, (BEYOND, NEARER),
    ),
    Story(
        "three children, three answers",
        (
            Case(ENTITLED, Born((1,)), To(walking=Band(2.08, 2.9), nearer=(0, 0))),
            Case(REFUSED, Born((5,)), To(walking=Band(2.08, 2.9), nearer=(0, 0)),
                 judged=SAFE_ACCOMPANIED),
            Case(Outcome.CANNOT_TELL_YET, Born((8,)), To(walking=Band(3.05, 7), nearer=(0, 9)),
                 received=date(2026, 10, 12), left_out=("nearer_suitable_schools",)),
        ),
        1,
    ),
)  # fmt: skip
