"""An occasion's words: what was decided, which evidence a question asks for, and its fields."""

from __future__ import annotations

from dataclasses import Field, fields
from datetime import date
from typing import Any, Final

from casework.assess import Assessment
from letters.occasions import in_words
from records.occasion import UNIT, label_of
from records.occasions import Occasion
from records.offers import WantedItem
from rules.quantities import day_in_words
from rules.values import KnownHow, Outcome

DECIDED: Final = {
    Outcome.ENTITLED: "The child is entitled to free travel",
    Outcome.OFFERED: "Help with travel is offered",
    Outcome.NOT_ENTITLED: "The child is not entitled to free travel",
    Outcome.CANNOT_TELL_YET: "Nothing is decided yet",
    Outcome.FOR_AN_OFFICER: "Nothing is decided yet",
}
"""What a decision comes to, in a sentence without its stop."""


def evidence_wanted(assessment: Assessment) -> tuple[WantedItem, ...]:
    """The evidence for each question still open that a family can answer: what, why, which tests.

    What is measured, or judged without papers, is for the council to find out.
    """
    titles = {p.id: p.title for p in assessment.policy.provisions}
    return tuple(
        WantedItem(
            what="; ".join(each.word.evidence) or each.word.label,
            why=each.word.why,
            test=_tests(tuple(titles[id] for id in each.waiting if id in titles)),
            instead="",
            fact=each.word.name,
        )
        for each in assessment.questions
        if each.word.evidence or each.word.how is KnownHow.RECORDED
    )


def _tests(titles: tuple[str, ...]) -> str:
    told = "; ".join(dict.fromkeys(titles[:3]))
    return f"These rules wait for it: {told}." if told else ""


def told_fields(occasion: Occasion) -> tuple[tuple[str, str], ...]:
    """What is known of an occasion, field by field: its label, and the value in words."""
    return tuple(
        (label_of(one), words)
        for one in fields(occasion)
        if (words := _in_words(getattr(occasion, one.name), one))
    )


def _in_words(value: object, one: Field[Any]) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, tuple):
        return "; ".join(each for part in value if (each := _part(part)))
    return in_words(value, one.metadata[UNIT])


def _part(value: object) -> str:
    if isinstance(value, WantedItem):
        return value.what
    return day_in_words(value) if isinstance(value, date) else str(value)
