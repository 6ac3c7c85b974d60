"""Stories about education elsewhere: suspended, excluded, two registrations, section 19."""

from __future__ import annotations

from datetime import date

from records.application import Directorate
from rules.values import Outcome
from sample.stories.judging import CANNOT_WALK, SAFE_ALONE, UNSAFE
from sample.stories.story import Band, Born, Case, Ending, Facts, Said, Story, To

ENTITLED, REFUSED, OFFICER = Outcome.ENTITLED, Outcome.NOT_ENTITLED, Outcome.FOR_AN_OFFICER
SEND = Directorate.SEND
SECONDARY = (7, 8, 9, 10)
DURING = ("place_during_exclusion",)
PRU = ("pupil_referral_unit",)
HOME = ("section_19_place",)
FAR, BETWEEN, NEAR = Band(3.05, 9), Band(2.05, 2.95), Band(0.8, 1.95)
NO_NEARER: Facts = {"nearer_suitable_schools": 0}
SUSPENDED: Facts = NO_NEARER | {"exclusion": "suspended", "education_during_exclusion": True}
OCTOBER = date(2026, 10, 8)

LOW: Facts = {"universal_credit": True, "earned_in_last_period": 40_150}
TUITION = Ending("{child} is educated at {school}, arranged under section 19, and cannot be "
                 "expected to walk there.")  # fmt: skip
TUITION_FAR = Ending("{school}, where {child} is educated under section 19, lies beyond the "
                     "limit.")  # fmt: skip

SENT_HOME = Said(
    "They sent him home for fifteen days and then tell me to get him across town to a place I had "
    "never heard of. With what?",
    "While he is suspended and the school has arranged full-time education elsewhere, we treat "
    "that place as his school for the distance.",
)
TWO_SCHOOLS = Said(
    "He is on the books at both. On the days he goes to his own school nobody brings him.",
    "Where a child is registered at a pupil referral unit and a school, the Act counts the unit. "
    "We bring him there. For the other days we looked at our discretion.",
)

STORIES = (
    Story(
        "suspended, educated elsewhere beyond three miles",
        (Case(ENTITLED, Born(SECONDARY), To(DURING, None, walking=FAR), received=OCTOBER,
              facts=SUSPENDED, said=(SENT_HOME,)),),
        3, 1,
        (Ending("The school of {child} arranged full-time education at {school} during the "
                "suspension, and it lies beyond walking distance."),),
    ),
    Story(
        "suspended, educated elsewhere within walking distance",
        (Case(REFUSED, Born(SECONDARY), To(DURING, None, walking=NEAR), received=OCTOBER,
              facts=SUSPENDED),),
        2, 1,
        (Ending("{school} lies within walking distance of the home of {child}.",
                "We considered that the suspension is short and the route new to {child}. It is "
                "lit, paved and under two miles."),),
    ),
    Story(
        "suspended, not known whether education was arranged",
        (Case(Outcome.CANNOT_TELL_YET, Born(SECONDARY), To(DURING, None, walking=FAR),
              received=OCTOBER, facts=SUSPENDED | {"education_during_exclusion": None}),),
        2,
    ),
    Story(
        "permanently excluded, at the pupil referral unit",
        (Case(ENTITLED, Born(SECONDARY), To(PRU, walking=FAR), received=OCTOBER,
              facts=NO_NEARER | {"exclusion": "permanent", "registered_pupil": True}),),
        3, 1, (Ending("{school} is the school of {child} and lies beyond three miles."),),
    ),
    Story(
        "registered at two, travelling to the school",
        (Case(REFUSED, Born(SECONDARY), To(walking=FAR, nearer=(0, 0)), received=OCTOBER,
              facts={"also_registered_at_pru": True}, said=(TWO_SCHOOLS,)),),
        2, 1,
        (Ending("{child} is registered at a pupil referral unit as well, and the Act counts the "
                "unit, not {school}.",
                "We considered the two days a week at {school}. They end at half-term, a bus runs "
                "the whole way in twenty minutes, and {child} has used it since September."),),
    ),
    Story(
        "registered at two, travelling to the unit",
        (Case(ENTITLED, Born(SECONDARY), To(PRU, walking=FAR), received=OCTOBER,
              facts=NO_NEARER | {"also_registered_at_pru": True}),),
        1,
    ),
    Story(
        "alternative provision academy beyond three miles",
        (Case(ENTITLED, Born(SECONDARY), To(("alternative_provision",), walking=FAR),
              facts=NO_NEARER),),
        2, 1, (Ending("{school} is the nearest suitable school with a place for {child}."),),
    ),
    Story(
        "section 19, beyond three miles",
        (Case(ENTITLED, Born(SECONDARY), To(HOME, None, walking=FAR), facts=NO_NEARER),),
        2, 1, (TUITION_FAR,),
    ),
    Story(
        "section 19, cannot walk",
        (Case(ENTITLED, Born((5, 7, 9)), To(HOME, None, walking=NEAR), directorate=SEND,
              facts=NO_NEARER | {"has_send": True}, judged=CANNOT_WALK),),
        2, 0, (TUITION,),
    ),
    Story(
        "section 19, route unsafe",
        (Case(ENTITLED, Born((5, 7, 9)), To(HOME, None, walking=NEAR), facts=NO_NEARER,
              judged=UNSAFE),),
        2, 0, (TUITION,),
    ),
    Story(
        "section 19, low income, aged 8 to 10",
        (Case(ENTITLED, Born((4, 5)), To(HOME, None, walking=BETWEEN), facts=NO_NEARER | LOW),),
        2, 0, (TUITION_FAR,),
    ),
    Story(
        "section 19, low income, from 11",
        (Case(ENTITLED, Born((8, 9)), To(HOME, None, walking=BETWEEN, road=Band(0, 6)),
              facts=NO_NEARER | LOW),),
        2, 0, (TUITION_FAR,),
    ),
    Story(
        "section 19, within walking distance, route safe",
        (Case(REFUSED, Born((8, 9)), To(HOME, None, walking=NEAR), facts=NO_NEARER,
              judged=SAFE_ALONE),),
        2, 1,
        (Ending("{child} can walk to {school}, which is within walking distance.",
                "We considered the weeks of illness behind {child}. The doctor writes that walking "
                "is good for the recovery, and lessons begin at ten."),),
    ),
    Story(
        "section 19, ill, nobody has judged yet",
        (Case(OFFICER, Born((8, 9)), To(HOME, None, walking=NEAR), directorate=SEND,
              facts=NO_NEARER | {"mobility_problem": True}, judged=SAFE_ALONE),),
        2,
    ),
)  # fmt: skip
