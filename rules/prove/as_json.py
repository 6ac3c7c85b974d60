"""Results of proofs as plain values that can be written as JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from rules.prove.examples import in_words
from rules.prove.results import (
    Charged,
    Charges,
    Difference,
    Floor,
    Loss,
    Never,
    Overlap,
    Refusal,
    Region,
    Sanity,
)
from rules.values import Facts, FactType, FactValue, NoRoute
from rules.vocabulary import Vocabulary

Json = dict[str, object]


def facts_as_json(facts: Facts, vocabulary: Vocabulary) -> Json:
    """Facts as a case file writes them: ISO days, lengths with their unit, sums with theirs."""
    return {
        name: _value(value, vocabulary[name].type)
        for name, value in facts.items()
        if value is not None
    }


def _value(value: FactValue, kind: FactType) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, NoRoute):
        return "no route"
    if kind is FactType.LENGTH and isinstance(value, int):
        return f"{Decimal(value) / 1000} m"
    if kind is FactType.MONEY and isinstance(value, int):
        return f"£{Decimal(value) / 100:.2f}"
    return value


def difference_as_json(found: Difference, vocabulary: Vocabulary) -> Json:
    """A difference as ``compare --json`` prints it."""
    return {
        "old": found.old,
        "new": found.new,
        "assumptions": list(found.assumptions),
        "regions": [_region(region, vocabulary) for region in found.regions],
        "cannot_compare": list(found.cannot_compare),
    }


def _region(region: Region, vocabulary: Vocabulary) -> Json:
    return {
        "old": region.old.value,
        "new": region.new.value,
        "old_grounds": list(region.old_grounds),
        "new_grounds": list(region.new_grounds),
        "when": region.when,
        "example": facts_as_json(region.example, vocabulary),
        "count": region.count,
    }


def floor_as_json(found: Floor, vocabulary: Vocabulary) -> Json:
    """Whether the floor holds, and the kinds of children who fall below it."""
    return {
        "policy": found.version,
        "floor": found.floor,
        "alone": found.alone,
        "holds": found.holds,
        "refusals": [_refusal(each, vocabulary) for each in found.refusals],
        "cannot_compare": list(found.cannot_compare),
        "assumptions": list(found.assumptions),
    }


def _refusal(refusal: Refusal, vocabulary: Vocabulary) -> Json:
    return {
        "loses": refusal.loses,
        "title": refusal.title,
        "cites": refusal.cites,
        "found": refusal.found.value,
        "refused_by": refusal.refused_by,
        "when": refusal.when,
        "exactly": list(refusal.exactly),
        "example": facts_as_json(refusal.example, vocabulary),
        "example_in_words": in_words(refusal.example, vocabulary),
    }


def never_as_json(found: Never) -> Json:
    """Provisions that cannot be met, and that never matter."""
    return {
        "policy": found.version,
        "never_met": list(found.never_met),
        "never_matter": list(found.never_matter),
        "assumptions": list(found.assumptions),
    }


def sanity_as_json(found: Sanity, vocabulary: Vocabulary) -> Json:
    """Where living further away, or a lower income, loses something."""
    return {
        "policy": found.version,
        "further_away": [_loss(each, vocabulary) for each in found.further_away],
        "lower_income": [_loss(each, vocabulary) for each in found.lower_income],
        "assumptions": list(found.assumptions),
    }


def _loss(loss: Loss, vocabulary: Vocabulary) -> Json:
    return {
        "before": loss.before.value,
        "after": loss.after.value,
        "when": loss.when,
        "then": loss.then,
        "example": facts_as_json(loss.example, vocabulary),
        "example_in_words": in_words(loss.example, vocabulary),
        "example_after": facts_as_json(loss.example_after, vocabulary),
    }


def charges_as_json(found: Charges, vocabulary: Vocabulary) -> Json:
    """Gaps and overlaps in what a version charges."""
    return {
        "policy": found.version,
        "floor": found.floor,
        "sound": found.sound,
        "charging": list(found.charging),
        "gaps": [_charged(each, vocabulary) for each in found.gaps],
        "overlaps": [_overlap(each, vocabulary) for each in found.overlaps],
        "never_reached": list(found.never_reached),
        "entitled": [_charged(each, vocabulary) for each in found.entitled],
        "cannot_compare": list(found.cannot_compare),
        "assumptions": list(found.assumptions),
    }


def _charged(found: Charged | Overlap, vocabulary: Vocabulary) -> Json:
    return {
        "provisions": list(found.provisions),
        "says": found.says,
        "when": found.when,
        "example": facts_as_json(found.example, vocabulary),
        "example_in_words": in_words(found.example, vocabulary),
    }


def _overlap(found: Overlap, vocabulary: Vocabulary) -> Json:
    more: Json = {"nested": found.nested, "settled_by": found.settled_by}
    return {**_charged(found, vocabulary), **more}
