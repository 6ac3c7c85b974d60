"""In which round a child's place counts, as the facts drawn from the table of schools keep it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from records.fact import Fact
from records.suitable import AdmissionRound

TABLE: Final = "table of nearest suitable schools"
ROUND_WORDS: Final = {
    AdmissionRound.NORMAL: "in the normal round",
    AdmissionRound.IN_YEAR: "at another time than the normal round",
}


def source_words(round: AdmissionRound, route: str, network: str) -> str:
    """Write where a fact drawn from the table comes from, the round with it."""
    return f"{TABLE}, place sought {ROUND_WORDS[round]}, ranked by {route} on {network}"


def kept_words(source: str, by: str, because: str) -> str:
    """Write where a fact comes from that an officer kept though the table says something else."""
    return f"kept by {by}: {because.rstrip('.')}. Drawn from the {source}"


def is_drawn(fact: Fact) -> bool:
    """Say whether the table of schools speaks for a fact: drawn from it, and not kept since."""
    return fact.source.startswith(f"{TABLE}, ")


def round_recorded(facts: Iterable[Fact]) -> AdmissionRound:
    """Return the round that facts were last drawn for; the normal one where none were."""
    drawn = [fact for fact in facts if TABLE in fact.source]
    for fact in sorted(drawn, key=lambda each: each.on or date.min, reverse=True):
        for round, words in ROUND_WORDS.items():
            if f"place sought {words}," in fact.source:
                return round
    return AdmissionRound.NORMAL
