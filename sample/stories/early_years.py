"""Stories about children under five: Reception before compulsory school age, and nurseries."""

from __future__ import annotations

from records.application import Directorate
from rules.values import Outcome
from sample.stories.story import SUMMER, Band, Born, Case, Circle, Ending, Said, Story, To

OFFERED, REFUSED, OPEN = Outcome.OFFERED, Outcome.NOT_ENTITLED, Outcome.CANNOT_TELL_YET
EARLY, SEND = Circle.EARLY_YEARS, Directorate.SEND
FAR, NEAR = Band(2.05, 4), Band(0.6, 1.9)
NURSERY = ("nursery", "early_years_setting")
RUN = ("maintained", "other")

LITTLE = Said(
    "She is four. You want me to walk two miles with her and the baby in the rain and be back "
    "for my shift?",
    "Before compulsory school age there is no duty. Our policy offers help in Reception beyond "
    "two miles; we measured the way with the path through the park.",
)
RECEPTION = Ending("{child} is in Reception and not yet of compulsory school age. Our policy "
                   "offers help beyond two miles.")  # fmt: skip

STORIES = (
    Story(
        "Reception, under compulsory school age, beyond two miles",
        (Case(OFFERED, Born((0,), SUMMER), To(walking=FAR, nearer=(0, 0)), EARLY),),
        4, 2, (RECEPTION,),
    ),
    Story(
        "Reception last year, beyond two miles",
        (Case(OFFERED, Born((0,), SUMMER), To(walking=FAR, nearer=(0, 0)), EARLY, year=2025),),
        2, 2, (RECEPTION,),
    ),
    Story(
        "Reception, under compulsory school age, within two miles",
        (Case(REFUSED, Born((0,), SUMMER), To(walking=NEAR, nearer=(0, 0)), EARLY,
              said=(LITTLE,)),),
        3, 1,
        (Ending("{child} is not yet of compulsory school age, and {school} is within the two miles "
                "of our policy.",
                "We considered the walk with two small children. It is under two miles, with a "
                "path through the park, and a neighbour walks the same way."),),
    ),
    Story(
        "nursery, backed by a team, beyond two miles",
        (Case(OFFERED, Born((-1,)), To(NURSERY, RUN, walking=FAR), EARLY, SEND,
              facts={"placement_backed_by": "early_years_team", "has_send": True}),),
        3, 1,
        (Ending("The early years team backs the place of {child} at {school}, beyond two miles."),),
    ),
    Story(
        "nursery last year, backed by the SEN team",
        (Case(OFFERED, Born((-1,)), To(NURSERY, RUN, walking=FAR), EARLY, SEND, year=2025,
              facts={"placement_backed_by": "sen_team", "has_send": True}),),
        2, 2, (Ending("The SEN team backs the place of {child} at {school}, beyond two miles."),),
    ),
    Story(
        "nursery, backed by nobody",
        (Case(REFUSED, Born((-1,)), To(NURSERY, RUN, walking=FAR), EARLY,
              facts={"placement_backed_by": "nobody"}),),
        2, 1,
        (Ending("Our policy offers help for an early-years place that a team backs; no team backs "
                "this one.",
                "We considered the distance and that the family has no car. Nearer settings have "
                "places, and the choice of {school} was the family's own."),),
    ),
    Story(
        "nursery, not known who backs it",
        (Case(OPEN, Born((-1,)), To(NURSERY, RUN, walking=FAR), EARLY, SEND,
              facts={"placement_backed_by": None, "ehc_assessment_agreed": True}),),
        2,
    ),
)  # fmt: skip
