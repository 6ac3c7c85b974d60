"""Which year groups a school serves, told from its ages, and in which of them children come."""

from __future__ import annotations

from typing import Final

from records.school import School

SECONDARY: Final = 7
"""The year group in which a school for all ages takes children in anew."""

LAST: Final = 14
"""The last year group that schools count, in which pupils become 19; colleges for adults go on."""


def years_of(school: School) -> range | None:
    """Return the year groups a school serves (Reception is 0), None where its ages are not held.

    Ages are years of life: one of 4 to 11 takes children who are 4 as the school year begins, and
    lets them go at 11, so it serves Reception to Year 6.
    """
    if school.age_from is None or school.age_to is None:
        return None
    return range(school.age_from - 4, school.age_to - 4)


def serves(school: School, year_group: int) -> bool | None:
    """Say whether a school serves a year group, None where that is not known.

    Lists give 5 to schools that take Reception and to such as do not.
    """
    years = years_of(school)
    if years is None:
        return None
    if year_group == 0 and school.age_from == 5 and len(years):
        return None
    return year_group in years


def is_for_all_ages(school: School) -> bool:
    """Say whether a school serves both the first years and the last of compulsory school age."""
    years = years_of(school)
    return years is not None and years.start < 4 and years.stop > 11


def entry_year(school: School, year_group: int) -> int:
    """Return the year group in which a school takes this child's year in, in its normal round."""
    if school.age_from is None or serves(school, year_group) is False:
        return year_group
    if is_for_all_ages(school) and year_group >= SECONDARY:
        return SECONDARY
    return min(year_group, max(0, school.age_from - 4))


def years_in_words(school: School) -> str:
    """Write the year groups a school serves: ``Reception to Year 6``, ``Year 12 and above``."""
    years = years_of(school)
    if not years:
        return "years that are not known"
    if years[0] > LAST:
        return "after the years of school"
    if years[-1] > LAST:
        return f"{_year(years[0])} and above"
    return f"{_year(years[0])} to {_year(years[-1])}" if len(years) > 1 else _year(years[0])


def _year(year: int) -> str:
    return "nursery" if year < 0 else "Reception" if year == 0 else f"Year {year}"
