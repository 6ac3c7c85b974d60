"""Stories about distance alone: beyond the limit, within it, a nearer school with a place."""

from __future__ import annotations

from datetime import date

from rules.values import Outcome
from sample.stories.judging import SAFE_ACCOMPANIED, SAFE_ALONE
from sample.stories.story import (
    NOWHERE,
    Band,
    Born,
    Case,
    Ending,
    Said,
    Story,
    To,
    just_over,
    just_within,
)

ENTITLED, REFUSED = Outcome.ENTITLED, Outcome.NOT_ENTITLED
SECONDARY, JUNIORS, INFANTS = (7, 8, 9, 10, 11), (4, 5, 6), (1, 2)

BEYOND = Ending(
    "{school} is the nearest suitable school with a place for {child}, and it lies beyond walking "
    "distance."
)
WITHIN = Ending(
    "{school} lies within walking distance and the route is reasonably safe for {child}.",
    "We looked at whether to help all the same. The walk is one that many children of this age "
    "make, both parents can share it, and nothing in the family's circumstances sets {child} "
    "apart. Helping here would mean helping every child on the same streets.",
)
NEARER = Ending(
    "A nearer suitable school had a place for {child} when places were offered. The family "
    "preferred {school}, as they may, but the duty is to the nearest suitable school.",
    "We considered everything the family says of the nearer school and of {child}. None of it "
    "makes it unsuitable, {child} can still move there, and we found no reason to "
    "spend on travel what a nearer school would have avoided.",
)

NEARER_POINT = Said(
    "The nearer school is not right for her. It is rated lower, it has no hockey team and not one "
    "of her friends is going there. How is that suitable?",
    "A school is suitable when it gives an education that fits the child's age, ability and any "
    "special needs. A missing sport, a rating or friends elsewhere do not make it unsuitable. It "
    "had a place on 1 March.",
)
CLOCK_POINT = Said(
    "My phone says it is 3.2 miles from our front door. You say 2.9. I have walked it with the app "
    "running and I do not see how you get your number.",
    "We measured along streets and the path behind the close, which your app does not know. The "
    "route is drawn on the map we enclose, with its start and end. The app followed the road.",
    ("screenshot", "Picture of a walking app"),
)
WORK_POINT = Said(
    "We both leave for work at half past six and cannot be in two places. He would be walking that "
    "road in the dark all winter.",
    "We looked at the route in the dark: it is lit. Working hours alone are not usually a reason "
    "why a parent cannot arrange for a child to be accompanied, and he is of an age to walk it "
    "alone.",
)

STORIES = (
    Story(
        "secondary school beyond three miles",
        (Case(ENTITLED, Born(SECONDARY), To(walking=Band(3.05, 7), nearer=(0, 0))),),
        16, 6, (BEYOND,),
    ),
    Story(
        "under eight, beyond two miles",
        (Case(ENTITLED, Born(INFANTS), To(walking=Band(2.05, 4), nearer=(0, 0))),),
        10, 3, (BEYOND,),
    ),
    Story(
        "last year's children beyond the limit",
        (Case(ENTITLED, Born(SECONDARY), To(walking=Band(3.05, 7), nearer=(0, 0)), year=2025),),
        6, 6, (BEYOND,),
    ),
    Story(
        "secondary school within three miles",
        (Case(REFUSED, Born(SECONDARY), To(walking=Band(1.2, 2.9), nearer=(0, 0)),
              judged=SAFE_ALONE, said=(WORK_POINT,)),),
        13, 5, (WITHIN,),
    ),
    Story(
        "under eight, within two miles",
        (Case(REFUSED, Born(INFANTS), To(walking=Band(0.8, 1.9), nearer=(0, 0)),
              judged=SAFE_ACCOMPANIED),),
        6, 2, (WITHIN,),
    ),
    Story(
        "junior between two and three miles",
        (Case(REFUSED, Born(JUNIORS), To(walking=Band(2.1, 2.9), nearer=(0, 0)),
              judged=SAFE_ACCOMPANIED),),
        7, 3, (WITHIN,),
    ),
    Story(
        "a nearer school had a place",
        (Case(REFUSED, Born(SECONDARY), To(walking=Band(3.05, 6), nearer=(1, 4)),
              said=(NEARER_POINT,)),),
        11, 5, (NEARER,),
    ),
    Story(
        "a nearer primary school had a place",
        (Case(REFUSED, Born(JUNIORS), To(walking=Band(3.05, 6), nearer=(1, 4))),),
        4, 2, (NEARER,),
    ),
    Story(
        "just over two miles",
        (Case(ENTITLED, Born(INFANTS), To(walking=just_over(2), nearer=(0, 0))),), 3, 1, (BEYOND,),
    ),
    Story(
        "just within two miles",
        (Case(REFUSED, Born(INFANTS), To(walking=just_within(2), nearer=(0, 0)),
              judged=SAFE_ACCOMPANIED),), 3, 1, (WITHIN,),
    ),
    Story(
        "just over three miles",
        (Case(ENTITLED, Born(SECONDARY), To(walking=just_over(3), nearer=(0, 0)),
              said=(CLOCK_POINT,)),), 3, 1, (BEYOND,),
    ),
    Story(
        "just within three miles, and the family measured more",
        (Case(REFUSED, Born(SECONDARY), To(walking=just_within(3), nearer=(0, 0)),
              judged=SAFE_ALONE, said=(CLOCK_POINT,)),), 3, 2, (WITHIN,),
    ),
    Story(
        "no route from an island",
        (Case(ENTITLED, Born((*INFANTS, *JUNIORS)), To(walking=NOWHERE),
              said=(Said("There is no bridge. We row across or we do not come.",
                         "We found no walking route from your home to any school."),)),),
        3, 1, (Ending("No walking route leads from the home of {child} to {school}."),),
    ),
    Story(
        "boarding was arranged",
        (Case(REFUSED, Born((9, 10)), To(walking=Band(6, 40), nearer=(0, 3)),
              facts={"boarding_arranged": True}),),
        2, 1,
        (Ending("We arranged boarding for {child} near {school}.",
                "We considered the weekends at home that the family asks for. Travel at the start "
                "and end of each term and at half-term is part of the boarding arrangement."),),
    ),
    Story(
        "moved in November and asked late",
        (Case(Outcome.CANNOT_TELL_YET, Born(SECONDARY), To(walking=Band(3.05, 7)),
              received=date(2026, 11, 9), left_out=("nearer_suitable_schools",),
              facts={"moved_home_on": date(2026, 10, 30), "attends_from": date(2026, 11, 16)},
              said=(Said("We only got the keys on the thirtieth. By then every school near us "
                         "said it was full, ring round yourselves if you do not believe it.",
                         "We are asking each of the nearer schools whether it had a place when "
                         "you applied."),)),),
        3,
    ),
)  # fmt: skip
