"""Every ``${name}`` and every ``when NAME:`` there is: of the decision, and of the occasion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from letters.conditions import CONDITIONS as OF_DECISION
from letters.help import PHRASES_OF_HELP
from letters.matter import Matter
from letters.money import (
    annual_sum,
    budget_sum,
    budget_working,
    daily_distance,
    daily_sum,
    each_part,
    nothing_to_pay,
)
from letters.occasions import occasion_conditions, occasion_phrases
from letters.of_phase import learner_word, place_word
from letters.onwards import onwards
from letters.phrases import PHRASES as FROM_DECISION
from letters.phrases import Phrase

PLACEHOLDERS: Final[dict[str, Phrase]] = {
    **occasion_phrases(),
    **FROM_DECISION,
    **PHRASES_OF_HELP,
    "place_word": Phrase("word for the kind of place", place_word),
    "learner_word": Phrase("word for the learner", learner_word),
    "budget_sum": Phrase("sum of the budget", budget_sum),
    "daily_distance": Phrase("distance paid for each day", daily_distance),
    "budget_working": Phrase("how the budget is worked out", budget_working),
    "annual_sum": Phrase("contribution for the year", annual_sum),
    "each_part": Phrase("parts the contribution is paid in", each_part),
    "daily_sum": Phrase("contribution for a day", daily_sum),
    "onwards": Phrase("where to turn next, as the council's lawyer has confirmed", onwards),
}
"""The placeholders by name. What a kind must say and the record lacks stands as ``[label]``."""

WRITTEN_HERE: Final = frozenset(
    {"budget_working", "each_part", "discretion_power", "policy", "travel_word", "officer_title"}
    | {"mode", "place_word", "learner_word"}
)
"""Placeholders whose words the program makes, so that another language has its own for them."""

CONDITIONS: Final[dict[str, Callable[[Matter], bool | None]]] = {
    **occasion_conditions(),
    **OF_DECISION,
    "nothing_to_pay": nothing_to_pay,
}
"""The conditions by name; None is not known, and then neither ``when`` nor ``when not`` holds."""
