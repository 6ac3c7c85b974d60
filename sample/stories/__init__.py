"""The stories of the sample council, by what they are about."""

from sample.stories import (
    after_16,
    birthdays,
    distance,
    early_years,
    elsewhere,
    low_income,
    needs,
    others,
    plans,
    routes,
    siblings,
    unknown,
)
from sample.stories.story import Case, Story

STORIES: tuple[Story, ...] = (
    *distance.STORIES,
    *birthdays.STORIES,
    *siblings.STORIES,
    *needs.STORIES,
    *plans.STORIES,
    *routes.STORIES,
    *low_income.STORIES,
    *elsewhere.STORIES,
    *early_years.STORIES,
    *after_16.STORIES,
    *others.STORIES,
    *unknown.STORIES,
)

__all__ = ["STORIES", "Case", "Story"]
