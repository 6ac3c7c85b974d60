"""Every ``${name}`` a template may use: where it is read, and the blank it leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from letters.discretion import power_for, power_named
from letters.matter import Matter
from letters.trace import LENGTHS, closest, limits
from rules.quantities import day_in_words, miles_and_metres
from rules.values import Length

TRAVEL = "help with travel"
"""What the help is called where a council's wording has no word of its own for it."""

Read = Callable[[Matter], str | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One placeholder: ``label`` names the blank it leaves, ``read`` finds its words."""

    label: str
    read: Read


def _day(read: Callable[[Matter], date | None]) -> Read:
    """Read a day, written out."""

    def words(matter: Matter) -> str | None:
        day = read(matter)
        return day_in_words(day) if day else None

    return words


def eighth_birthday(born: date) -> date:
    """Give the day a child turns 8: 1 March for a birthday of 29 February in a year without one."""
    try:
        return born.replace(year=born.year + 8)
    except ValueError:
        return date(born.year + 8, 3, 1)


def _birthday(matter: Matter) -> date | None:
    return eighth_birthday(matter.date_of_birth) if matter.date_of_birth else None


def _policy(matter: Matter) -> str | None:
    """Name the policy with its identifier: title (id)."""
    if matter.policy_title is None or matter.policy_id is None:
        return matter.policy_title or matter.policy_id
    return f"{matter.policy_title} (version {matter.policy_id})"


def length_words(matter: Matter, length: Length | None) -> str | None:
    """Write a length so that it reads on its own side of every limit it was held against."""
    if length is None:
        return None
    found = matter.recommendation.findings if matter.recommendation else ()
    held: frozenset[int] = frozenset().union(*(limits(found, name) for name in LENGTHS))
    held |= {distance.limit for distance in matter.distances if distance.limit is not None}
    return miles_and_metres(length, closest(length, held))


def _nearest_walking(matter: Matter) -> str | None:
    nearest = matter.nearest_suitable
    return length_words(matter, nearest.walking) if nearest else None


def _nearest_road(matter: Matter) -> str | None:
    nearest = matter.nearest_suitable
    return length_words(matter, nearest.road) if nearest else None


def _power(matter: Matter) -> str | None:
    """Name the power considered in full, or the one that fits the phase."""
    if matter.discretion is None:
        return None
    power = power_named(matter.discretion.power) or power_for(matter.phase, matter.school_kind)
    return power.words if power else matter.discretion.power


def _hearing_notice(matter: Matter) -> str | None:
    notice = matter.terms.hearing_notice
    return None if notice is None else str(notice)


def _term_days(matter: Matter) -> str | None:
    days = matter.terms.outcome_term
    return None if days is None else str(days)


PHRASES: dict[str, Phrase] = {
    "council": Phrase("council's name", lambda m: m.sender.council),
    "contact_name": Phrase("name of the person to contact", lambda m: m.sender.contact_name),
    "contact_phone": Phrase("telephone number", lambda m: m.sender.contact_phone),
    "contact_email": Phrase("email address", lambda m: m.sender.contact_email),
    "contact_hours": Phrase("opening hours", lambda m: m.sender.contact_hours),
    "measuring": Phrase("how we measure", lambda m: m.sender.measuring),
    "review_how": Phrase("how to ask for a review, and the form", lambda m: m.sender.review_how),
    "travel_word": Phrase("public word for the help", lambda m: m.sender.travel_word or TRAVEL),
    "formats": Phrase("line on other formats", lambda m: m.sender.formats),
    "privacy": Phrase("line on the use of personal data", lambda m: m.sender.privacy),
    "reference": Phrase("our reference", lambda m: m.reference),
    "letter_date": Phrase("date of the letter", _day(lambda m: m.terms.letter_date)),
    "review_by": Phrase("last day to ask for a review", _day(lambda m: m.terms.review_by)),
    "starts_on": Phrase("first day of the travel", _day(lambda m: m.terms.starts_on)),
    "ends_on": Phrase("last day of the travel", _day(lambda m: m.terms.ends_on)),
    "mode_how": Phrase(
        "how the kind of travel is chosen", lambda m: m.terms.mode_how or m.sender.mode_how
    ),
    "mode_told_by": Phrase(
        "day by which we will say how the child will travel",
        _day(lambda m: m.terms.mode_told_by),
    ),
    "hearing_notice": Phrase("least notice of a hearing", _hearing_notice),
    "owed_by": Phrase("day by which this letter was due", _day(lambda m: m.terms.owed_by)),
    "term_days": Phrase("working days in which an outcome is recommended", _term_days),
    "term_ends": Phrase(
        "day on which the recommended time ends", _day(lambda m: m.terms.outcome_term_ends)
    ),
    "decider": Phrase("name of who decided", lambda m: m.decider or m.officer),
    "decided_on": Phrase("day of the decision", _day(lambda m: m.decided_on)),
    "authorised_by": Phrase(
        "name of who authorised the help",
        lambda m: m.discretion.authorised_by_name if m.discretion else None,
    ),
    "limits": Phrase(
        "what the help is limited to", lambda m: m.discretion.limits if m.discretion else None
    ),
    "help_reviewed_on": Phrase(
        "day on which the help is looked at again",
        _day(lambda m: m.discretion.review_on if m.discretion else None),
    ),
    "officer": Phrase("officer's name", lambda m: m.officer),
    "officer_title": Phrase("officer's post", lambda m: m.terms.officer_title),
    "child": Phrase("child's name", lambda m: m.child_name),
    "date_of_birth": Phrase("date of birth", _day(lambda m: m.date_of_birth)),
    "eighth_birthday": Phrase("eighth birthday", _day(_birthday)),
    "addressee": Phrase("addressee", lambda m: m.addressee),
    "school": Phrase("name of the school", lambda m: m.school),
    "policy": Phrase("policy and its version", _policy),
    "nearest": Phrase(
        "nearest suitable school", lambda m: m.nearest_suitable.name if m.nearest_suitable else None
    ),
    "nearest_walking": Phrase("walking distance to the nearest suitable school", _nearest_walking),
    "nearest_road": Phrase("road distance to the nearest suitable school", _nearest_road),
    "discretion_power": Phrase("power of discretion considered", _power),
    "discretion_reasons": Phrase(
        "reasons on discretion", lambda m: m.discretion.reasons or None if m.discretion else None
    ),
    "departs_because": Phrase(
        "why the decision departs from the recommendation", lambda m: m.departs_because
    ),
}
"""The placeholders that a decision fills, by name."""
