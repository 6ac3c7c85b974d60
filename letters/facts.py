"""Facts in words: the rows of the table "The facts we used"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from letters import trace
from letters.matter import FactRow
from letters.said_of_facts import figure_told
from records.fact import Fact
from rules.part_values import Parts
from rules.quantities import day_in_words, miles_and_metres, pounds
from rules.recommendation import Finding, Recommendation
from rules.values import FactType, FactValue, NoRoute
from rules.vocabulary import FactWord, Vocabulary

WORKED_OUT = "worked out from other facts"
"""Where a fact came from that nobody gave."""

BEHIND = frozenset({"date_of_birth", "year_group", "day_of_travel"})
"""Facts from which age and phase are worked out, on which every provision turns."""


def fact_rows(
    facts: Iterable[Fact],
    recommendation: Recommendation | None,
    vocabulary: Vocabulary,
    also: frozenset[str] = frozenset(),
) -> tuple[FactRow, ...]:
    """Put facts into words: those given, then those worked out from them that the tests looked at.

    A length is written so that it reads on its own side of every limit it was held against.
    ``also`` names the facts that what is paid, arranged and ended looked at, beside those tests.
    """
    given = tuple(facts)
    tested = _looked_at(recommendation)
    looked_at = None if tested is None else tested | also
    rows = [
        FactRow(
            fact_label(fact.name, vocabulary),
            value_words(fact.name, fact.value, recommendation, vocabulary),
            _source_words(fact),
            looked_at is None or fact.name in looked_at | BEHIND,
            fact.name,
        )
        for fact in given
    ]
    return (*rows, *_derived_rows(frozenset(f.name for f in given), recommendation, vocabulary))


def _looked_at(recommendation: Recommendation | None) -> frozenset[str] | None:
    """Give the facts that the tests which told for or against looked at; None without tests.

    For help those are its grounds; without a ground, all that failed, took away or stayed open.
    """
    if recommendation is None:
        return None
    telling = trace.grounds(recommendation) or (
        *trace.failed(recommendation),
        *trace.withheld(recommendation),
        *trace.open_still(recommendation),
    )
    return frozenset[str]().union(*map(trace.names, telling)) if telling else None


def used_by_parts(parts: Parts | None) -> frozenset[str]:
    """Give the facts that the sum, the kind of travel and the last day of the help looked at."""
    if parts is None:
        return frozenset()
    found: list[Finding | None] = [parts.period.ended_by, parts.period.reviewed_by]
    if travel := parts.arrangement:
        found += [travel.suggested, travel.meanwhile, travel.open, *travel.excluded]
    told = frozenset[str]().union(*(trace.names(each) for each in found if each))
    because = parts.contribution.because
    return told | {step.name for step in (trace.steps(because) if because else ()) if step.name}


def _source_words(fact: Fact) -> str:
    """Say where a fact came from, and when, if that is known."""
    return fact.source if fact.on is None else f"{fact.source}, {day_in_words(fact.on)}"


def value_words(
    name: str,
    value: FactValue | None,
    recommendation: Recommendation | None,
    vocabulary: Vocabulary,
) -> str:
    """Put a fact's value into words: "Yes", "14 March 2027", "2.31 miles (3,717.604 m)"."""
    word = vocabulary.get(name)
    match value:
        case None:
            return "Not known"
        case bool():
            return "Yes" if value else "No"
        case date():
            return day_in_words(value)
        case str():
            return _choice_words(value, word)
        case NoRoute():
            return "No route"
    return _number_words(name, value, word.type if word else None, recommendation)


def _number_words(
    name: str, value: int, kind: FactType | None, recommendation: Recommendation | None
) -> str:
    """Put a whole number into the words of its unit, or of its own where it has any."""
    if told := figure_told(name, value):
        return told
    if kind is FactType.LENGTH or name in trace.LENGTHS:
        held = trace.limits(recommendation.findings, name) if recommendation else frozenset()
        return miles_and_metres(value, trace.closest(value, held))
    if kind is FactType.MONEY:
        return pounds(value)
    return f"{value} days" if kind is FactType.DAYS else str(value)


def _choice_words(value: str, word: FactWord | None) -> str:
    """Give a choice's label."""
    if word and value in word.choices and len(word.choice_labels) == len(word.choices):
        return word.choice_labels[word.choices.index(value)]
    return value.replace("_", " ")


def fact_label(name: str, vocabulary: Vocabulary) -> str:
    """Give a fact's label, or its name in plain words."""
    return vocabulary[name].label if name in vocabulary else name.replace("_", " ").capitalize()


def _derived_rows(
    given: frozenset[str], recommendation: Recommendation | None, vocabulary: Vocabulary
) -> tuple[FactRow, ...]:
    """Give the facts that were worked out and that the deciding or failed tests looked at."""
    if recommendation is None:
        return ()
    used = _looked_at(recommendation) or frozenset()
    return tuple(
        FactRow(
            fact_label(each.name, vocabulary),
            value_words(each.name, each.value, recommendation, vocabulary),
            WORKED_OUT,
            name=each.name,
        )
        for each in recommendation.derived
        if each.name in used and each.name not in given and each.value is not None
    )
