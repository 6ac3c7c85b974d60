"""Stories about what a plan names: one school, a condition, two schools, an independent school."""

from __future__ import annotations

from records.application import Directorate
from rules.values import Outcome
from sample.stories.story import Band, Born, Case, Ending, Facts, Said, Story, To

ENTITLED, REFUSED = Outcome.ENTITLED, Outcome.NOT_ENTITLED
SEND = Directorate.SEND
FAR_SPECIAL = To(("special", "resourced_unit"), walking=Band(3.05, 12))
FAR_INDEPENDENT = To(("special",), ("independent",), walking=Band(3.05, 18))

HAS_PLAN: Facts = {"has_ehcp": True, "has_send": True}
ALONE: Facts = HAS_PLAN | {"schools_named_in_plan": 1, "plan_names_condition": False}
CONDITIONAL: Facts = HAS_PLAN | {"schools_named_in_plan": 1, "plan_names_condition": True}
PLAN_SEEN = (("the plan", "Section I of the plan", "schools_named_in_plan"),)

SIDE_LETTER = Said(
    "They made us sign a letter saying we would drive him. The plan says nothing of the kind, I "
    "have it here in front of me.",
    "You are right that a letter beside the plan is not a condition of the plan. The plan names "
    "the school alone, so it is the nearest suitable one.",
    ("the plan", "Section I of the plan"),
)
CONDITION_POINT = Said(
    "We agreed to drive her when I still had the car. Now I do not, and the nearer school could "
    "never have coped with her seizures anyway.",
    "The plan names the school on condition that you bring her. Both schools were found suitable "
    "when it was written. We have asked for the condition to be looked at in the review in March.",
)
CONDITION = (
    "Section I says that the parents bring her. It was written in January, the nearer school still "
    "has a place in the year, and the difference in cost is about £5,700 a term."
)
FEES_POINT = Said(
    "We pay for the school ourselves, so we save the council a place. A seat on the bus that "
    "drives past our door would cost you nothing.",
    "An independent school counts only for a child with special needs whose plan names it. We may "
    "sell spare seats, and have put you on the list for one.",
)

STORIES = (
    Story(
        "named alone, though a nearer school is claimed",
        (Case(ENTITLED, Born((5, 8, 9, 10)), FAR_SPECIAL, directorate=SEND,
              facts=ALONE | {"nearer_suitable_schools": 1}, said=(SIDE_LETTER,),
              evidence=PLAN_SEEN),),
        5, 3,
        (Ending("The plan names {school} alone, without a condition. So it is the nearest suitable "
                "school, whatever else lies nearer, and it is beyond walking distance."),),
    ),
    Story(
        "named on condition that the parents drive",
        (Case(REFUSED, Born((8, 9, 10)), FAR_SPECIAL, directorate=SEND,
              facts=CONDITIONAL | {"nearer_suitable_schools": 1},
              judged={"plan_condition_stands": True}, because={"plan_condition_stands": CONDITION},
              said=(CONDITION_POINT,), evidence=PLAN_SEEN),),
        4, 2,
        (Ending("The plan names {school} on condition that the parents arrange travel; a nearer "
                "suitable school has a place for {child}.",
                "We considered the loss of the car and what a term of taxis would cost, about "
                "£5,700. The review of the plan in March is the place to change the condition; "
                "until then we offered mileage for another family's car, which was declined."),),
    ),
    Story(
        "whether the plan has a condition is not known",
        (Case(Outcome.CANNOT_TELL_YET, Born((8, 9, 10)), FAR_SPECIAL, directorate=SEND,
              facts=HAS_PLAN | {"schools_named_in_plan": 1, "plan_names_condition": None,
                                "nearer_suitable_schools": 1}),),
        2,
    ),
    Story(
        "independent special school named alone",
        (Case(ENTITLED, Born((6, 8, 10)), FAR_INDEPENDENT, directorate=SEND,
              facts=ALONE | {"nearer_suitable_schools": 1}),),
        3, 1, (Ending("{school} is the only school that the plan of {child} names."),),
    ),
    Story(
        "independent special school, the nearest of two named",
        (Case(ENTITLED, Born((7, 9)), FAR_INDEPENDENT, directorate=SEND,
              facts=HAS_PLAN | {"schools_named_in_plan": 2, "nearest_of_schools_named": True,
                                "nearer_suitable_schools": 0}),),
        2, 1, (Ending("{school} is the nearest of the schools that the plan names."),),
    ),
    Story(
        "independent special school, the further of two named",
        (Case(REFUSED, Born((7, 9)), FAR_INDEPENDENT, directorate=SEND,
              facts=HAS_PLAN | {"schools_named_in_plan": 2, "nearest_of_schools_named": False,
                                "nearer_suitable_schools": 1}),),
        2, 1,
        (Ending("The plan of {child} names two schools and {school} is the further one, so it does "
                "not count as a qualifying school.",
                "We compared both journeys and both places. The nearer school is ready to take "
                "{child} in January, and we offered travel to it."),),
    ),
    Story(
        "independent school that the family pays for",
        (Case(REFUSED, Born((2, 5, 8, 9)), To(("mainstream",), ("independent",),
              walking=Band(2.1, 5)), said=(FEES_POINT,)),),
        3, 1,
        (Ending("{school} is an independent school and no plan names it, so it is not a qualifying "
                "school.",
                "We considered it under our discretion. The family chose a school that charges and "
                "lies further than two schools with places."),),
    ),
)  # fmt: skip
