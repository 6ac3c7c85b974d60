"""Stories about special needs, disability and mobility: paragraph 2 and special schools."""

from __future__ import annotations

from datetime import date

from records.application import Directorate
from rules.values import Outcome
from sample.stories.judging import (
    CANNOT_WALK,
    SAFE_ACCOMPANIED,
    SAFE_ALONE,
    WALKS_ACCOMPANIED,
    WALKS_BUT_NOBODY_CAN_COME,
)
from sample.stories.story import Band, Born, Case, Ending, Facts, Said, Story, To

ENTITLED, REFUSED, OFFICER = Outcome.ENTITLED, Outcome.NOT_ENTITLED, Outcome.FOR_AN_OFFICER
SEND = Directorate.SEND
AGES = (2, 3, 4, 5, 6, 7, 8, 9, 10)
NEAR = To(walking=Band(0.3, 1.9), nearer=(0, 0))
SPECIAL = ("special", "resourced_unit")
PLAN: Facts = {
    "has_ehcp": True,
    "has_send": True,
    "schools_named_in_plan": 1,
    "plan_names_condition": False,
}

WALK = Ending(
    "{child} cannot reasonably be expected to walk to {school} because of special needs, neither "
    "alone nor with an adult. The distance does not matter for this."
)
CAN_WALK = Ending(
    "{child} can walk to {school} with an adult, and it is reasonable to expect a parent to come.",
    "We considered the tiredness the family describes and asked the school, which sees none on "
    "arrival. We would look again if that changes, and offered a place on the walking bus.",
)
MONEY_POINT = Said(
    "He has no idea that cars hurt. Holding his hand is not enough, he is as tall as me and he "
    "pulls free. I should not have to prove this every single year.",
    "The school and the paediatrician say the same. We have recorded it so that you need not send "
    "the letters again while his needs stay as they are.",
    ("professional's letter", "Letter from the community paediatrician"),
)
TIRED_POINT = Said(
    "By the time she gets there she is finished for the day. You are measuring metres, I am "
    "watching a little girl fall asleep at her desk.",
    "We asked the school how she arrives and what the mornings are like, and looked at her health "
    "as well as the distance.",
    ("statement", "Diary of a fortnight, kept by the family"),
)
LETTER = (("professional's letter", "Consultant's letter", "mobility_problem"),)

STORIES = (
    Story(
        "cannot walk, within walking distance",
        (Case(ENTITLED, Born(AGES), NEAR, directorate=SEND, facts={"has_send": True},
              judged=CANNOT_WALK, said=(MONEY_POINT,)),),
        8, 4, (WALK,),
    ),
    Story(
        "special needs within walking distance, nobody has judged yet",
        (Case(OFFICER, Born(AGES), NEAR, directorate=SEND, facts={"has_send": True},
              judged=SAFE_ACCOMPANIED, said=(TIRED_POINT,)),),
        7,
    ),
    Story(
        "can walk with an adult who can come",
        (Case(REFUSED, Born(AGES), NEAR, directorate=SEND, facts={"has_send": True},
              judged=SAFE_ACCOMPANIED | WALKS_ACCOMPANIED, said=(TIRED_POINT,)),),
        5, 3, (CAN_WALK,),
    ),
    Story(
        "broken leg",
        (Case(ENTITLED, Born(AGES), NEAR, received=date(2026, 10, 5),
              facts={"mobility_problem": True}, judged=CANNOT_WALK, evidence=LETTER,
              because={"can_walk_accompanied": "Both legs in plaster until Christmas; the letter "
                       "allows no weight on them. Review in the first week of January.",
                       "can_walk_alone": "Both legs in plaster until Christmas."}),),
        3, 1,
        (Ending("{child} cannot walk to {school} while the leg heals. The help is for this time "
                "and will be reviewed in January."),),
    ),
    Story(
        "operation next month, letter awaited",
        (Case(OFFICER, Born(AGES), NEAR, received=date(2026, 11, 2),
              facts={"mobility_problem": True}, judged=SAFE_ACCOMPANIED,
              said=(Said("She has the operation on the first of December. The hospital says "
                         "the letter will come after, not before.",
                         "We will decide on what the hospital has told you by telephone and "
                         "look again when the letter comes."),)),),
        2,
    ),
    Story(
        "the parent is disabled and cannot come along",
        (Case(ENTITLED, Born((1, 2, 3, 4)), NEAR, directorate=SEND,
              facts={"has_send": True}, judged=WALKS_BUT_NOBODY_CAN_COME,
              said=(Said("I can walk to the gate and back with my frame, that is my lot. There is "
                         "only me.",
                         "We accept this. It would not be reasonable to expect you to walk with "
                         "him, and there is nobody else who could be expected to."),)),),
        3, 1,
        (Ending("{child} could walk to {school} with an adult, but no adult can reasonably be "
                "expected to come: the parent is disabled."),),
    ),
    Story(
        "disabled, without a plan",
        (Case(ENTITLED, Born((5, 7, 9)), To(walking=Band(0.2, 0.9), nearer=(0, 0)),
              directorate=SEND, facts={"disabled": True}, judged=CANNOT_WALK),),
        3, 1, (WALK,),
    ),
    Story(
        "special school beyond walking distance",
        (Case(ENTITLED, Born((8, 9, 10)), To(SPECIAL, walking=Band(3.05, 9)), directorate=SEND,
              facts=PLAN | {"nearer_suitable_schools": 0}),),
        5, 2,
        (Ending("The plan names {school} alone, beyond walking distance."),),
    ),
    Story(
        "non-maintained special school",
        (Case(ENTITLED, Born((4, 6, 8, 10)), To(("special",), ("non_maintained_special",),
              walking=Band(3.05, 15)), directorate=SEND,
              facts=PLAN | {"nearer_suitable_schools": 0}),),
        2, 1, (Ending("The plan names {school}, beyond walking distance."),),
    ),
    Story(
        "solo travel asked for",
        (Case(ENTITLED, Born((8, 9, 10)), To(SPECIAL, walking=Band(3.05, 9)), directorate=SEND,
              facts=PLAN | {"nearer_suitable_schools": 0}, solo=True,
              said=(Said("He attacked another boy on the minibus last year. He was frightened, he "
                         "is not bad. He cannot share, not with anybody.",
                         "The SEND team is looking at what sharing with an assistant would need "
                         "before it decides on travelling alone.",
                         ("school's view", "Incident record of the school")),)),),
        3,
    ),
    Story(
        "can walk alone though disabled",
        (Case(REFUSED, Born((8, 9)), To(walking=Band(0.5, 2.0), nearer=(0, 0)), directorate=SEND,
              facts={"disabled": True}, judged={"can_walk_alone": True} | SAFE_ALONE,
              because={"can_walk_alone": "A hearing loss, aided. The child walks alone to a club "
                       "on the same streets and looks before crossing, as the school confirms."}),),
        2, 1,
        (Ending("{child} walks the same streets alone already and can be expected to walk to "
                "{school}.",
                "We looked at the winter mornings and at crossing without hearing traffic. The "
                "route has signal crossings with a turning cone. We offered road training."),),
    ),
)  # fmt: skip
