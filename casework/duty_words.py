"""Where the duty of a recommendation stands, in words, for screens and the command line alike."""

from __future__ import annotations

from rules.duty_source import duty_sources
from rules.policy import PolicyVersion
from rules.recommendation import Recommendation


def duty_places(policy: PolicyVersion, found: Recommendation) -> tuple[str, ...]:
    """The places of the duty, each once: ``section 508B(2)``, or its citation without a place."""
    sources = (each.source for each in duty_sources(policy, found))
    return tuple(dict.fromkeys(each.at or each.cites for each in sources))
