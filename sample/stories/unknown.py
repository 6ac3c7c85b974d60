"""Stories of cases that are not complete: something was not asked, not answered, not measured."""

from __future__ import annotations

from records.application import Directorate
from rules.values import Outcome
from sample.stories.judging import SAFE_ALONE
from sample.stories.story import Band, Born, Case, Story, To

OPEN, OFFICER = Outcome.CANNOT_TELL_YET, Outcome.FOR_AN_OFFICER
PRIMARY, SECONDARY = (1, 2, 4, 5), (7, 8, 9, 10)
FAR = To(walking=Band(3.05, 7), nearer=(0, 0))
NEAR = To(walking=Band(1.0, 1.9), nearer=(0, 0))

STORIES = (
    Story("just received, nothing measured yet",
          (Case(OPEN, Born(SECONDARY), FAR, measured=False),), 6),
    Story("just received, nothing measured yet, primary",
          (Case(OPEN, Born(PRIMARY), FAR, measured=False),), 3),
    Story("home not found on the map",
          (Case(OPEN, Born(SECONDARY), FAR, measured=False, position_from="unknown"),), 3),
    Story("home known by its postcode only",
          (Case(Outcome.ENTITLED, Born(SECONDARY), FAR, position_from="postcode"),), 3),
    Story("home pointed at on the map",
          (Case(Outcome.ENTITLED, Born(SECONDARY), FAR, position_from="pointed at"),), 2),
    Story("date of birth not given",
          (Case(OPEN, Born((2,)), NEAR, knows_birth=False),), 2),
    Story("not known whether registered",
          (Case(OPEN, Born(SECONDARY), FAR, facts={"registered_pupil": None}),), 3),
    Story("special needs not asked about",
          (Case(OPEN, Born(SECONDARY), NEAR, judged=SAFE_ALONE,
                left_out=("has_send", "disabled")),), 4),
    Story("places at nearer schools not looked up",
          (Case(OPEN, Born(PRIMARY), FAR, left_out=("nearer_suitable_schools",)),), 3),
    Story("says there are special needs, no evidence yet",
          (Case(OPEN, Born(SECONDARY), NEAR, directorate=Directorate.SEND, judged=SAFE_ALONE,
                facts={"has_send": None}),), 3),
    Story("route not looked at yet, all else known",
          (Case(OFFICER, Born(SECONDARY), NEAR),), 6),
    Story("almost nothing known",
          (Case(OPEN, Born(SECONDARY), FAR, measured=False,
                left_out=("has_ehcp", "has_send", "disabled", "mobility_problem", "low_income",
                          "nearer_suitable_schools", "boarding_arranged", "registered_pupil")),),
          2),
)  # fmt: skip
