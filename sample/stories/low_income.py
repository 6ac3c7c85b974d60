"""Stories about low income and belief: paragraphs 9, 11, 12 and 14."""

from __future__ import annotations

from datetime import date

from rules.values import Outcome
from sample.stories.judging import SAFE_ACCOMPANIED, SAFE_ALONE
from sample.stories.story import (
    Band,
    Born,
    Case,
    Ending,
    Facts,
    Said,
    Story,
    To,
    just_over,
    just_within,
)

ENTITLED, REFUSED, OPEN = Outcome.ENTITLED, Outcome.NOT_ENTITLED, Outcome.CANNOT_TELL_YET
JUNIORS, SECONDARY = (4, 5), (7, 8, 9, 10)
CATHOLIC_FAITH = "Roman Catholic"
BETWEEN = To(walking=Band(2.05, 2.95), nearer=(0, 0))
CHOICE = To(walking=Band(2.05, 2.95), road=Band(0, 6), nearer=(1, 2))
CATHOLIC = To(belief=CATHOLIC_FAITH, walking=Band(3.05, 40), road=Band(2, 15), nearer=(1, 9),
              belief_nearer=False)  # fmt: skip

OTHER_LIMBS: Facts = {
    "asylum_support": False,
    "guarantee_pension_credit": False,
    "income_based_benefit": False,
    "maximum_working_tax_credit": False,
}
AT_THE_LIMIT: Facts = {"universal_credit": True, "earned_in_last_period": 61_667}
TWO_PERIODS: Facts = {
    "universal_credit": True,
    "earned_in_last_period": 70_112,
    "earned_in_last_two_periods": 123_334,
}
THREE_PERIODS: Facts = {
    "universal_credit": True,
    "earned_in_last_period": 90_000,
    "earned_in_last_two_periods": 131_050,
    "earned_in_last_three_periods": 185_000,
}
A_PENNY_OVER: Facts = OTHER_LIMBS | {
    "universal_credit": True,
    "earned_in_last_period": 61_668,
    "earned_in_last_two_periods": 123_335,
    "earned_in_last_three_periods": 185_001,
    "low_income_found_on": date(2024, 10, 2),
}
NO_BENEFIT: Facts = OTHER_LIMBS | {
    "universal_credit": False,
    "low_income_found_on": date(2025, 1, 20),
}

LOW = Ending("The family has a low income as the Act means it, and {school} is more than two miles "
             "away.")  # fmt: skip
CHOSEN = Ending("The family has a low income, {school} lies between two and six miles away and "
                "fewer than three suitable schools with places are nearer.")  # fmt: skip
FAITH = Ending("The family has a low income and chose {school} for its religion; no nearer school "
               "of that religion has a place.")  # fmt: skip
PENNY = Ending(
    "The earnings of the last one, two and three periods are each over the limit, if only by a "
    "penny, and {school} is within the limit that then holds.",
    "We considered how near the earnings are to the limit and that they rise with overtime. We "
    "told the family to ask again after the next assessment period, when they may well be below.",
)
THREE = Ending(
    "Three or more suitable schools with places are nearer to the home of {child} than {school}.",
    "We considered the family's income and the music scholarship at {school}. Free travel to any "
    "of the three nearest schools was on offer and remains so.",
)
PENNY_POINT = Said(
    "One penny. I did an extra hour because a colleague was ill, and for that you take the bus "
    "pass away from two children?",
    "The limits are set by regulations and we may not round them. We looked at two and three "
    "periods as well as one.",
    ("universal credit statement", "Statements of three assessment periods"),
)
FAITH_POINT = Said(
    "Our faith is not a hobby. We want her taught where it is lived every day, and that there is "
    "one such school and that it is far is not our doing.",
    "We accept that the school was chosen for your religion; the priest's letter says so.",
    ("letter from a faith leader", "Letter from the parish priest"),
)

STORIES = (
    Story(
        "aged 8 to 10, exactly at the limit of earnings",
        (Case(ENTITLED, Born(JUNIORS), BETWEEN, facts=AT_THE_LIMIT),), 4, 1, (LOW,),
    ),
    Story(
        "a penny over on every count",
        (Case(REFUSED, Born(JUNIORS), BETWEEN, facts=A_PENNY_OVER, judged=SAFE_ACCOMPANIED,
              said=(PENNY_POINT,)),), 2, 1, (PENNY,),
    ),
    Story(
        "from 11, second of the three nearest, two periods at the limit",
        (Case(ENTITLED, Born(SECONDARY), CHOICE, facts=TWO_PERIODS),), 5, 2, (CHOSEN,),
    ),
    Story(
        "from 11, three periods at the limit",
        (Case(ENTITLED, Born(SECONDARY), CHOICE, facts=THREE_PERIODS),), 2, 0, (CHOSEN,),
    ),
    Story(
        "from 11, three suitable schools are nearer",
        (Case(REFUSED, Born(SECONDARY), To(walking=Band(3.05, 5), nearer=(3, 9)),
              facts=AT_THE_LIMIT),), 3, 1, (THREE,),
    ),
    Story(
        "just within six miles",
        (Case(ENTITLED, Born(SECONDARY), To(walking=Band(2, 9), road=just_within(6), nearer=(1, 2)),
              facts=AT_THE_LIMIT),), 2, 0, (CHOSEN,),
    ),
    Story(
        "just over six miles",
        (Case(REFUSED, Born(SECONDARY), To(walking=Band(3.05, 9), road=just_over(6), nearer=(1, 2)),
              facts=AT_THE_LIMIT),), 2, 1,
        (Ending("{school} is more than six miles away by road, if only by a few metres, and a "
                "nearer suitable school had a place.",
                "We considered how little is over six miles and measured again. The Act gives no "
                "leeway, and free travel to the nearer school is on offer."),),
    ),
    Story(
        "chosen for religion, within fifteen miles",
        (Case(ENTITLED, Born(SECONDARY), CATHOLIC,
              facts=AT_THE_LIMIT | {"chosen_for_belief": True}, said=(FAITH_POINT,)),),
        3, 1, (FAITH,),
    ),
    Story(
        "chosen for religion, just within fifteen miles",
        (Case(ENTITLED, Born(SECONDARY),
              To(belief=CATHOLIC_FAITH, road=just_within(15), nearer=(1, 9), belief_nearer=False),
              facts=AT_THE_LIMIT | {"chosen_for_belief": True}, said=(FAITH_POINT,)),),
        1, 0,
    ),
    Story(
        "chosen for religion, just over fifteen miles",
        (Case(REFUSED, Born(SECONDARY),
              To(belief=CATHOLIC_FAITH, road=just_over(15), nearer=(1, 9), belief_nearer=False),
              facts=AT_THE_LIMIT | {"chosen_for_belief": True}, said=(FAITH_POINT,)),),
        1, 1,
        (Ending("{school} is more than fifteen miles away by road, if only by a few metres.",
                "We considered the family's faith and that nothing nearer serves it. The journey "
                "would be over an hour each way for {child}, and we did not think it right."),),
    ),
    Story(
        "chosen for religion, without a low income",
        (Case(REFUSED, Born(SECONDARY), CATHOLIC, facts={"chosen_for_belief": True},
              said=(FAITH_POINT,)),),
        2, 1,
        (Ending("The wider right for religion or belief is for families with a low income. A "
                "nearer suitable school had a place.",
                "We considered the family's faith, which nobody doubts. Free travel to a school of "
                "one's faith without a low income ended with our policy of 2019."),),
    ),
    Story(
        "asylum support",
        (Case(ENTITLED, Born(JUNIORS), BETWEEN, facts={"asylum_support": True}),), 2, 0, (LOW,),
    ),
    Story(
        "guarantee pension credit, living with grandparents",
        (Case(ENTITLED, Born(SECONDARY), CHOICE, facts={"guarantee_pension_credit": True}),),
        1, 0, (CHOSEN,),
    ),
    Story(
        "income support, while it counted",
        (Case(ENTITLED, Born(JUNIORS), BETWEEN, year=2025, day=date(2026, 3, 9),
              received=date(2026, 2, 9), facts={"income_based_benefit": True}),), 2, 2, (LOW,),
    ),
    Story(
        "income support, after it stopped counting",
        (Case(REFUSED, Born(JUNIORS), BETWEEN,
              facts=NO_BENEFIT | {"income_based_benefit": True}, judged=SAFE_ACCOMPANIED),), 2,
    ),
    Story(
        "found in September, earning more by January",
        (Case(ENTITLED, Born(SECONDARY), CHOICE, day=date(2027, 1, 5), received=date(2026, 11, 12),
              facts={"low_income_found_on": date(2026, 9, 10), "universal_credit": True,
                     "earned_in_last_period": 120_400}),), 2,
    ),
    Story(
        "says universal credit, no statement yet",
        (Case(OPEN, Born(SECONDARY), CHOICE, judged=SAFE_ALONE,
              facts={"universal_credit": True, "earned_in_last_period": None}),), 5,
    ),
    Story(
        "nobody has asked about income",
        (Case(OPEN, Born(JUNIORS), BETWEEN, judged=SAFE_ACCOMPANIED, left_out=("low_income",)),), 1,
    ),
)  # fmt: skip
