"""Sorts findings into what decides, what failed, what is open and what could not apply."""

from __future__ import annotations

from dataclasses import dataclass

from rules.decisive import decisive, margin
from rules.recommendation import Finding, Recommendation
from rules.values import BESIDE_ELIGIBILITY, Result

APART = BESIDE_ELIGIBILITY
"""Effects that are not of eligibility."""


@dataclass(frozen=True, slots=True)
class Rationale:
    """The findings of a recommendation in the order people read them.

    ``deciding`` are the grounds, ``open`` wait for a fact or a text, ``failed`` were tried and not
    met (the nearest misses first), ``other`` are met without deciding, ``ruled_out`` could not
    apply by age, phase or kind of place.
    """

    deciding: tuple[Finding, ...]
    open: tuple[Finding, ...]
    failed: tuple[Finding, ...]
    other: tuple[Finding, ...]
    ruled_out: tuple[Finding, ...]


def rationale(recommendation: Recommendation) -> Rationale:
    """Sort the findings of eligibility; duty, contribution and arrangement stand apart."""
    grounds = set(recommendation.eligibility.grounds)
    shown = [each for each in recommendation.findings if each.effect not in APART]
    possible = [each for each in shown if each.applies is not False]
    failed = [each for each in possible if each.result is Result.NOT_MET]
    return Rationale(
        deciding=tuple(each for each in shown if each.provision in grounds),
        open=tuple(each for each in possible if each.result is Result.UNKNOWN),
        failed=tuple(sorted(failed, key=nearness)),
        other=tuple(
            each for each in possible if each.result is Result.MET and each.provision not in grounds
        ),
        ruled_out=tuple(each for each in shown if each.applies is False),
    )


def nearness(finding: Finding) -> tuple[int, int]:
    """How near a failed provision came: failed tests, then the smallest margin."""
    tests = decisive(finding.because)
    return len(tests), min((margin(test) for test in tests), default=0)
