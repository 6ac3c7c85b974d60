"""Stories about area, others' travel, exceptional circumstances, and use of discretion."""

from __future__ import annotations

from datetime import date

from records.application import Directorate
from rules.values import Outcome
from sample.stories.distance import BEYOND, SECONDARY
from sample.stories.judging import SAFE_ACCOMPANIED, SAFE_ALONE
from sample.stories.story import Band, Born, Case, Ending, Facts, Said, Story, To

ENTITLED, REFUSED = Outcome.ENTITLED, Outcome.NOT_ENTITLED
OPEN, OFFICER = Outcome.CANNOT_TELL_YET, Outcome.FOR_AN_OFFICER
FAR = To(walking=Band(3.05, 7), nearer=(0, 0))
NEAR = To(walking=Band(1.5, 2.9), nearer=(0, 0))
CLAIMED: Facts = {"exceptional_ground_claimed": True}

FIRE = Said(
    "We lost the house in the fire in October and are put up at the other end of the city until "
    "the spring. His school is the only thing that is still the same.",
    "We are sorry. We asked the housing team how long you will be there and looked at what help "
    "we could give meanwhile.",
    ("statement", "Letter from the housing team"),
)
REFUGE = Said(
    "I cannot let him see which way we walk. You know why, it is in the file from the refuge.",
    "We have read it, and only the officer who decides sees it.",
)

STORIES = (
    Story(
        "lives in the next council's area",
        (Case(REFUSED, Born(SECONDARY), To(walking=Band(3.05, 30)), facts={"in_area": False},
              in_area=False),),
        3, 1,
        (Ending("{child} does not live in Marlhaven's area, so the duty is the next council's.",
                "We considered it and sent the family to their own council with a copy of what "
                "they told us; nothing speaks for Marlhaven paying."),),
    ),
    Story(
        "not known which council's area",
        (Case(OPEN, Born(SECONDARY), FAR, facts={"in_area": None},
              said=(Said("We are on the boat. It moves with the tide, so you tell me whose we are.",
                         "We are asking where the boat is moored for most of the year."),)),), 2,
    ),
    Story(
        "the school's own free bus is suitable",
        (Case(ENTITLED, Born(SECONDARY), FAR, facts={"free_travel_by_others": True},
              judged={"others_travel_suitable": True}),), 3, 1, (BEYOND,),
    ),
    Story(
        "the school's own free bus is not suitable",
        (Case(ENTITLED, Born(SECONDARY), FAR, facts={"free_travel_by_others": True},
              judged={"others_travel_suitable": False}),), 2, 0, (BEYOND,),
    ),
    Story(
        "whether the school's own free bus is suitable is not judged",
        (Case(ENTITLED, Born(SECONDARY), FAR, facts={"free_travel_by_others": True}),), 2,
    ),
    Story(
        "exceptional circumstances: after a fire",
        (Case(OFFICER, Born(SECONDARY), NEAR, received=date(2026, 10, 26), facts=CLAIMED,
              judged=SAFE_ALONE, said=(FIRE,)),), 3,
    ),
    Story(
        "exceptional circumstances: after a flood, last summer",
        (Case(OFFICER, Born(SECONDARY), NEAR, year=2025, day=date(2026, 7, 6),
              received=date(2026, 6, 22), facts=CLAIMED, judged=SAFE_ALONE,
              said=(Said("The cellar and the ground floor are gone and we sleep at my sister's. It "
                         "was only for the last weeks of term, but we paid the taxis and we would "
                         "like the money back.",
                         "We are asking the insurer what it covers before we decide."),)),),
        1,
    ),
    Story(
        "exceptional circumstances: a refuge",
        (Case(OFFICER, Born((3, 4, 5)), To(walking=Band(1, 1.9), nearer=(0, 0)),
              received=date(2026, 11, 5), facts=CLAIMED, judged=SAFE_ACCOMPANIED,
              said=(REFUGE,)),), 2,
    ),
    Story(
        "refused by the rules, helped by discretion",
        (Case(REFUSED, Born((10, 11)), To(walking=Band(2.2, 2.9), nearer=(0, 0)), judged=SAFE_ALONE,
              said=(Said("Her mother died in June. She will not walk past the hospital, and there "
                         "is no other way.",
                         "We are very sorry. We have decided to help until the examinations."),)),),
        3, 3,
        (Ending("There is no duty: {school} is within walking distance and the route is safe.",
                "The bereavement is recent and the only route passes the hospital. A bus pass "
                "until the examinations in June costs little and keeps {child} in school. It is "
                "no precedent for others, and it will be looked at again at Easter.",
                used=True,
                departs="There is no duty, and we use our discretion for a bereaved child in an "
                "examination year."),),
    ),
    Story(
        "looked after by the council, beyond the limit",
        (Case(ENTITLED, Born(SECONDARY), FAR, facts={"looked_after": True}),), 2, 0, (BEYOND,),
    ),
    Story(
        "looked after by the council, care plan speaks of travel",
        (Case(OFFICER, Born(SECONDARY), NEAR, directorate=Directorate.TRANSPORT,
              facts=CLAIMED | {"looked_after": True}, judged=SAFE_ALONE,
              said=(Said("His social worker promised that he would not have to change schools and "
                         "that somebody would take him.",
                         "We are reading the care plan with his social worker."),)),), 2,
    ),
)  # fmt: skip
