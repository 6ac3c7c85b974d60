"""How regions speak of facts: ``on a low income``, ``in Year 3 or below``, ``over 2 miles``.

The words that run well in a sentence stand here; a fact without them is told by its label.
"""

from __future__ import annotations

from rules.quantities import limit_in_miles, pounds
from rules.values import FactType
from rules.vocabulary import FactWord

YES_AND_NO = {
    "in_area": ("living in the council's area", "living outside the council's area"),
    "compulsory_school_age": ("of compulsory school age", "not of compulsory school age"),
    "has_ehcp": ("with an EHC plan", "without an EHC plan"),
    "has_send": ("with special educational needs", "without special educational needs"),
    "disabled": ("disabled", "not disabled"),
    "mobility_problem": ("with a mobility problem", "without a mobility problem"),
    "looked_after": ("looked after", "not looked after"),
    "registered_pupil": ("registered there", "not registered there"),
    "also_registered_at_pru": (
        "also registered at a pupil referral unit",
        "not also registered at a pupil referral unit",
    ),
    "plan_names_condition": ("the plan names a condition", "the plan names no condition"),
    "plan_condition_stands": (
        "the plan's condition can be relied on",
        "the plan's condition cannot be relied on",
    ),
    "nearer_suitable_place": (
        "with a nearer suitable school that has a place",
        "without a nearer suitable school that has a place",
    ),
    "boarding_arranged": ("with boarding arranged", "without boarding arranged"),
    "cannot_walk": (
        "not reasonably expected to walk, for needs",
        "reasonably expected to walk, as far as needs go",
    ),
    "route_unsafe": ("the route too unsafe to walk", "the route safe enough to walk"),
    "low_income": ("on a low income", "not on a low income"),
    "chosen_for_belief": (
        "the school chosen for religion or belief",
        "the school not chosen for religion or belief",
    ),
    "education_during_exclusion": (
        "with full-time education arranged meanwhile",
        "without full-time education arranged meanwhile",
    ),
    "travel_necessary": ("travel arrangements necessary", "travel arrangements not necessary"),
    "nearest_course": ("at the nearest suitable course", "not at the nearest suitable course"),
    "nearest_catchment_school": (
        "at the catchment school or a nearer one",
        "neither at the catchment school nor at a nearer one",
    ),
    "exceptional_ground_claimed": (
        "an exceptional ground is raised",
        "no exceptional ground is raised",
    ),
}


def yes_no_words(name: str, label: str, holds: bool) -> str:
    """A yes/no fact as it stands in a region: ``not on a low income``."""
    if name in YES_AND_NO:
        return YES_AND_NO[name][0 if holds else 1]
    return f"{lowered(label)}: {'yes' if holds else 'no'}"


def choice_words(word: FactWord, allowed: list[str]) -> str:
    """A choice as it stands in a region: ``kind of place: special school or nursery school``."""
    labels = dict(zip(word.choices, word.choice_labels, strict=True))
    denied = [choice for choice in word.choices if choice not in allowed]
    if len(denied) < len(allowed):
        return f"{lowered(word.label)}: not {_either([labels[each] for each in denied])}"
    return f"{lowered(word.label)}: {_either([labels[each] for each in allowed])}"


def quantity_words(
    name: str, word: FactWord | None, label: str, above: int | None, upto: int | None
) -> str:
    """A quantity between two limits: ``walking distance over 2 miles and not more than 3 miles``.

    ``above`` is the greatest value that lies below the region, ``upto`` the greatest inside it;
    None where the region has no such end.
    """
    if name == "age":
        return _age(above, upto)
    if name == "year_group":
        return _year_group(above, upto)
    kind = word.type if word else FactType.NUMBER
    if kind in (FactType.LENGTH, FactType.MONEY):
        shown = limit_in_miles if kind is FactType.LENGTH else pounds
        ends = [f"over {shown(above)}"] if above is not None else []
        ends += [f"not more than {shown(upto)}"] if upto is not None else []
        return f"{lowered(label)} {' and '.join(ends)}"
    return f"{lowered(label)}: {_count(above, upto)}"


def _age(above: int | None, upto: int | None) -> str:
    if above is None:
        return f"under {(upto or 0) + 1}"
    if upto is None:
        return f"aged {above + 1} or over"
    return f"aged {above + 1}" if above + 1 == upto else f"aged {above + 1} to {upto}"


def _year_group(above: int | None, upto: int | None) -> str:
    if above is None:
        return f"in {_year(upto or 0)} or below"
    if upto is None:
        return f"in {_year(above + 1)} or above"
    if above + 1 == upto:
        return f"in {_year(upto)}"
    return f"in {_year(above + 1)} to {_year(upto)}"


def _year(group: int) -> str:
    if group < 0:
        return "nursery" if group == -1 else f"{-group} years before Reception"
    return f"Year {group}" if group else "Reception"


def _count(above: int | None, upto: int | None) -> str:
    if above is None:
        return "none" if upto == 0 else f"at most {upto}"
    if upto is None:
        return f"{above + 1} or more"
    return f"{upto}" if above + 1 == upto else f"{above + 1} to {upto}"


def lowered(text: str) -> str:
    """A phrase as it stands inside a sentence: no capital at its start, no stop at its end."""
    text = text.strip().rstrip(".").replace("_", " ")
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
