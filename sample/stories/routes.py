"""Stories about routes that families say are not safe: paragraph 4."""

from __future__ import annotations

from rules.values import Outcome
from sample.stories.judging import SAFE_ACCOMPANIED, UNSAFE
from sample.stories.story import Band, Born, Case, Ending, Said, Story, To

ENTITLED, REFUSED, OFFICER = Outcome.ENTITLED, Outcome.NOT_ENTITLED, Outcome.FOR_AN_OFFICER
WITHIN_3 = To(walking=Band(1.0, 2.9), nearer=(0, 0))
WITHIN_2 = To(walking=Band(0.7, 1.9), nearer=(0, 0))

LANE_POINT = Said(
    "There is no pavement past the pumping station and the lorries do not slow down. In November "
    "you cannot see your own feet. Come and walk it at eight, not at noon.",
    "We walked it at 8.10 am on a wet school day and wrote down what passed us, metre by metre. "
    "Our notes are with this letter.",
    ("photograph", "Six photographs of the lane in the morning"),
)
WATER_POINT = Said(
    "The towpath floods every spring and there is no rail. A boy went in two years ago, ask "
    "anyone.",
    "We looked at the whole towpath and at the record of floods. Where it floods we measured the "
    "way round by the street instead.",
)
CROSSING_POINT = Said(
    "The crossing patrol was cut. You took her away and now you tell me that the road is safe "
    "to cross without her.",
    "We counted 310 vehicles an hour at 8.30 am where the patrol stood, with a refuge in the "
    "middle. With an adult that is reasonably safe.",
    ("statement", "Petition of 41 families about the crossing patrol"),
)

STORIES = (
    Story(
        "a lane that nobody can walk safely",
        (Case(ENTITLED, Born((4, 5, 7, 8)), WITHIN_3, judged=UNSAFE, said=(LANE_POINT,)),),
        5, 2,
        (Ending("The route to {school} is not reasonably safe, with or without an adult, and no "
                "other route within the limit is."),),
    ),
    Story(
        "route said to be unsafe, not yet looked at",
        (Case(OFFICER, Born((4, 5, 7, 8, 9)), WITHIN_3, said=(WATER_POINT,)),),
        6,
    ),
    Story(
        "safe with an adult, and the family disagrees",
        (Case(REFUSED, Born((1, 2)), WITHIN_2, judged=SAFE_ACCOMPANIED,
              said=(CROSSING_POINT, LANE_POINT)),),
        4, 3,
        (Ending("The route to {school} is reasonably safe for {child} with an adult, and a parent "
                "can come.",
                "We weighed the petition, the photographs and our own count. The patrol may return "
                "in April. Until then a school staff member meets children at the refuge; we found "
                "no further reason to help {child} apart from the other children of the street."),),
    ),
    Story(
        "unsafe route, but a nearer school had a place",
        (Case(REFUSED, Born((7, 8)), To(walking=Band(1.5, 2.9), nearer=(1, 3)), judged=UNSAFE,
              said=(LANE_POINT,)),),
        2, 1,
        (Ending("The route to {school} is not safe, but a nearer suitable school with a place can "
                "be reached safely.",
                "We considered the friends {child} has at {school} and found no reason to go "
                "beyond the nearer school."),),
    ),
)  # fmt: skip
