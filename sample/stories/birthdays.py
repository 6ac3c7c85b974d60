"""Stories about birthdays: eight in the year, the switch at Year 4, 29 February, sixteen."""

from __future__ import annotations

from datetime import date

from rules.values import Outcome
from sample.stories.judging import SAFE_ACCOMPANIED
from sample.stories.story import AUTUMN, Band, Born, Case, Circle, Ending, Facts, Said, Story, To

ENTITLED, OFFERED, REFUSED = Outcome.ENTITLED, Outcome.OFFERED, Outcome.NOT_ENTITLED
BETWEEN = To(walking=Band(2.08, 2.92), nearer=(0, 0))

UNTIL_EIGHT = Ending(
    "{school} is the nearest suitable school with a place, more than two miles away. This holds "
    "until the eighth birthday of {child}."
)
AFTER_EIGHT = Ending(
    "{child} is eight, so the limit is three miles, and {school} is nearer than that along a route "
    "that is reasonably safe with an adult.",
    "We considered carrying on to the end of the school year. Our policy of 2026-27 follows the "
    "Act's birthday, a parent walks with a younger child the same way, and a term's notice was "
    "given.",
)
YEAR_FOUR = Ending(
    "The Act's limit is three miles from the eighth birthday. Our policy keeps two miles until the "
    "start of Year 4, so we offer help to {child} until then."
)
EIGHT_POINT = Said(
    "Nothing about the walk changes because she blew out eight candles. She was entitled on the "
    "Monday and on the Wednesday she is not?",
    "The Act sets the limit by age, two miles under eight and three from then. We looked at the "
    "route again for a child of eight with an adult.",
)

LEAP_LOW_INCOME: Facts = {
    "universal_credit": True,
    "earned_in_last_period": 58_210,
    "chosen_for_belief": False,
}

STORIES = (
    Story(
        "seven in September, eight during the year",
        (Case(ENTITLED, Born((3,), (1, 2, 3, 4, 5)), BETWEEN, day=date(2026, 9, 2)),),
        4, 2, (UNTIL_EIGHT,),
    ),
    Story(
        "asked before and after the eighth birthday",
        (
            Case(ENTITLED, Born(on=date(2019, 1, 14)), BETWEEN, day=date(2026, 9, 2)),
            Case(REFUSED, Born(on=date(2019, 1, 14)), BETWEEN, day=date(2027, 1, 14),
                 received=date(2026, 11, 4), judged=SAFE_ACCOMPANIED, said=(EIGHT_POINT,),
                 same_child=True),
        ),
        2, 1, (UNTIL_EIGHT, AFTER_EIGHT),
    ),
    Story(
        "already eight in Year 3, before the policy changed",
        (Case(OFFERED, Born((3,), AUTUMN), BETWEEN, year=2025, day=date(2026, 1, 6),
              received=date(2025, 12, 1), judged=SAFE_ACCOMPANIED),),
        5, 5, (YEAR_FOUR,),
    ),
    Story(
        "already eight in Year 3, after the policy changed",
        (Case(REFUSED, Born((3,), AUTUMN), BETWEEN, day=date(2027, 1, 5),
              received=date(2026, 11, 10), judged=SAFE_ACCOMPANIED, said=(EIGHT_POINT,)),),
        5, 2, (AFTER_EIGHT,),
    ),
    Story(
        "eleven on 1 March, born on 29 February",
        (
            Case(ENTITLED, Born(on=date(2016, 2, 29)), BETWEEN, day=date(2027, 2, 26),
                 received=date(2026, 10, 19), facts=LEAP_LOW_INCOME),
            Case(ENTITLED, Born(on=date(2016, 2, 29)),
                 To(walking=Band(2.08, 2.92), road=Band(0, 6), nearer=(0, 0)),
                 day=date(2027, 3, 1), received=date(2026, 10, 19), facts=LEAP_LOW_INCOME,
                 same_child=True),
        ),
        1,
    ),
    Story(
        "sixteen on 5 September, after term began",
        (Case(ENTITLED, Born(on=date(2010, 9, 5)), To(walking=Band(3.05, 7), nearer=(0, 0)),
              day=date(2026, 9, 14), received=date(2026, 7, 6),
              facts={"autumn_term_start": date(2026, 9, 2)}),),
        2, 1,
        (Ending("{child} turned sixteen after the term had begun, so is of compulsory school age "
                "until June, and {school} lies beyond three miles."),),
    ),
    Story(
        "sixteen on 4 September, before term began",
        (Case(REFUSED, Born((12,), on=date(2010, 9, 4)),
              To(("sixth_form", "further_education"), None, walking=Band(1, 4)),
              Circle.AFTER_16, day=date(2026, 9, 14), received=date(2026, 7, 6),
              facts={"autumn_term_start": date(2026, 9, 7), "course_start": date(2026, 9, 7)}),),
        1,
    ),
    Story(
        "sixteen on 3 September, first day of term not known",
        (Case(Outcome.CANNOT_TELL_YET, Born(on=date(2010, 9, 3)),
              To(walking=Band(3.05, 7), nearer=(0, 0)), day=date(2026, 9, 14),
              received=date(2026, 7, 6)),),
        2,
    ),
)  # fmt: skip
