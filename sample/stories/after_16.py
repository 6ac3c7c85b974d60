"""Stories about sixth-form age and adult learners."""

from __future__ import annotations

from datetime import date

from records.application import Directorate
from rules.values import Outcome
from sample.stories.story import Band, Born, Case, Circle, Ending, Facts, Judged, Said, Story, To

ENTITLED, OFFERED, REFUSED = Outcome.ENTITLED, Outcome.OFFERED, Outcome.NOT_ENTITLED
OFFICER = Outcome.FOR_AN_OFFICER
AFTER, ADULT, SEND = Circle.AFTER_16, Circle.ADULT, Directorate.SEND
COLLEGE = ("sixth_form", "further_education")
FAR = To(COLLEGE, None, walking=Band(3.05, 9))
STARTED = date(2026, 9, 2)
NEEDS: Facts = {
    "has_send": True,
    "has_ehcp": True,
    "course_start": STARTED,
    "had_plan_to_end_of_secondary": True,
}
LAST_YEAR: Facts = NEEDS | {"course_start": date(2025, 9, 3)}
NEAREST: Judged = {"nearest_course": True}
NO_NEEDS: Facts = {"course_start": STARTED}
BEGAN_AT_19: Facts = {"course_start": STARTED, "has_send": True, "has_ehcp": True}

STATEMENT = Ending("{child} has special needs, {school} is the nearest with the course, and it "
                   "lies beyond three miles.")  # fmt: skip
NECESSARY = Ending("We consider arrangements necessary for {child} to attend {school}. They are "
                   "free.")  # fmt: skip
BUS_POINT = Said(
    "He has never been on a bus alone in his life. You cannot start on the first day of college, "
    "with everything else that is new.",
    "We agree that the first weeks are not the time. Travel training is offered for the spring, "
    "and help meanwhile.",
)
ADULT_POINT = Said(
    "I am nineteen and I want to go by myself but I get lost when the bus is a different one. Then "
    "I panic. Mum works.",
    "Thank you for telling us yourself. We judged whether help is necessary for you, not for your "
    "parents.",
)

OWN_BUS = Ending(
    "{child} can travel free on the college's own bus, which is suitable.",
    "We considered whether {child} needs help beyond the bus. The college's assistant rides on it "
    "every day.",
)

STORIES = (
    Story(
        "sixth-form age with special needs, beyond three miles",
        (Case(OFFERED, Born((12, 13)), FAR, AFTER, SEND, facts=NEEDS, judged=NEAREST,
              said=(BUS_POINT,)),),
        5, 2, (STATEMENT,),
    ),
    Story(
        "sixth-form age with special needs, last year",
        (Case(OFFERED, Born((12,)), FAR, AFTER, SEND, year=2025, facts=LAST_YEAR, judged=NEAREST),),
        3, 3, (STATEMENT,),
    ),
    Story(
        "sixth-form age, nobody has judged whether it is the nearest course",
        (Case(OFFICER, Born((12, 13)), FAR, AFTER, SEND, facts=NEEDS),), 3,
    ),
    Story(
        "sixth-form age, the college's own bus is free",
        (Case(REFUSED, Born((12, 13)), FAR, AFTER, SEND,
              facts=NEEDS | {"free_travel_by_others": True},
              judged=NEAREST | {"others_travel_suitable": True}),),
        2, 1, (OWN_BUS,),
    ),
    Story(
        "sixth-form age, the college's own bus was free last year",
        (Case(REFUSED, Born((12,)), FAR, AFTER, SEND, year=2025,
              facts=LAST_YEAR | {"free_travel_by_others": True},
              judged=NEAREST | {"others_travel_suitable": True}),),
        1, 1, (OWN_BUS,),
    ),
    Story(
        "sixth-form age, whether the college's bus is suitable is not judged",
        (Case(OFFICER, Born((12, 13)), FAR, AFTER, SEND,
              facts=NEEDS | {"free_travel_by_others": True}, judged=NEAREST),), 1,
    ),
    Story(
        "sixth-form age without special needs",
        (Case(REFUSED, Born((12, 13)), FAR, AFTER, facts=NO_NEEDS,
              said=(Said("The bus pass is £640. That is my wages for three weeks.",
                         "We pointed you to the college's bursary, which pays for passes."),)),),
        4, 1,
        (Ending("Our statement offers help after 16 to young people with special needs or a "
                "disability.",
                "We considered the cost of the pass and the family's means. The college's bursary "
                "pays for it, and the college has confirmed this to us."),),
    ),
    Story(
        "nineteen, on a course begun at eighteen",
        (Case(OFFERED, Born((14,), (9, 10, 11)), FAR, AFTER, SEND, day=date(2026, 12, 1),
              received=date(2026, 11, 3), facts=LAST_YEAR | {"year_group": None}, judged=NEAREST),),
        2, 1, (STATEMENT,),
    ),
    Story(
        "nineteen on 1 March, born on 29 February",
        (Case(ENTITLED, Born(on=date(2008, 2, 29)), FAR, ADULT, SEND, day=date(2027, 3, 1),
              received=date(2026, 11, 16),
              facts=BEGAN_AT_19 | {"course_start": date(2027, 3, 1)},
              judged={"travel_necessary": True}, said=(ADULT_POINT,)),), 1,
    ),
    Story(
        "adult learner, help necessary",
        (Case(ENTITLED, Born((15, 16, 17)), FAR, ADULT, SEND, facts=BEGAN_AT_19,
              judged={"travel_necessary": True}, said=(ADULT_POINT,)),),
        3, 1, (NECESSARY,),
    ),
    Story(
        "adult learner, help not necessary",
        (Case(REFUSED, Born((15, 16)), FAR, ADULT, SEND, facts=BEGAN_AT_19,
              judged={"travel_necessary": False}),),
        1, 1,
        (Ending("{child} travels on the same bus line alone already, so arrangements are not "
                "necessary.",
                "We considered paying part of the fare and found that the disabled person's pass "
                "covers it after 9.30 am, when the course begins."),),
    ),
    Story(
        "adult learner, nobody has judged yet",
        (Case(OFFICER, Born((15, 16)), FAR, ADULT, SEND, facts=BEGAN_AT_19),), 2,
    ),
    Story(
        "adult at a specialist college, place and boarding secured",
        (Case(ENTITLED, Born((15, 16, 17)), To(("special_post_16",), None), ADULT, SEND,
              facts=BEGAN_AT_19 | {"council_secured_place_and_boarding": True},
              judged={"travel_necessary": True}),),
        2, 1, (NECESSARY,),
    ),
)  # fmt: skip
