"""What was looked at again of a measurement: figures near a limit, and what the family measured."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.measuring.claimed import Compared
from casework.panel import PanelCase
from gui.fields.layout import column, surface
from gui.fields.words import Words
from records.figure import ConfirmedFigure
from records.london import day_in_london
from records.measurement import Way
from rules.quantities import day_in_words, limit_in_miles, metres

_BY = {Way.WALKING: "on foot", Way.ROAD: "by road"}


def looked_at(case: PanelCase) -> tuple[QWidget, ...]:
    """Give the lines: each figure that was confirmed, then each that the family measured."""
    return (
        *(_quote(confirmed_words(case, each), each.note) for each in case.confirmed),
        *(_quote(claim_words(each), claim_days(each)) for each in case.claims),
    )


def confirmed_words(case: PanelCase, each: ConfirmedFigure) -> str:
    """Say which figure was near which limit, who confirmed it, and what was looked at."""
    margin = each.value_mm - each.limit_mm
    side = "beyond" if margin > 0 else "within"
    label, day = case.vocabulary[each.fact].label, day_in_words(day_in_london(each.at))
    return (
        f"{label} is near the limit of {limit_in_miles(each.limit_mm)}: {metres(abs(margin))} "
        f"{side} it. {each.by_name} looked at it again on {day} and confirmed it. Looked at: "
        f"{' '.join(each.checked)}"
    )


def claim_words(each: Compared) -> str:
    """Write the family's figure beside ours with why ours prevails."""
    return f"The family measured it too, {_BY[each.claimed.way]}: {each.says}"


def claim_days(each: Compared) -> str:
    """Say when the family measured, and who recorded it."""
    claimed = each.claimed
    return (
        f"Measured {day_in_words(claimed.claimed_on)}; recorded "
        f"{day_in_words(day_in_london(claimed.at))} by {claimed.by_name}"
    )


def _quote(words: str, small: str) -> QWidget:
    frame = surface("quote")
    lines = column(frame, gap=3, margins=(12, 2, 0, 2))
    lines.addWidget(Words(words))
    if small:
        lines.addWidget(Words(small, "small"))
    return frame
