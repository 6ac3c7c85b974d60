"""The columns of the list of cases."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from casework.cases import CaseLine
from gui.fields.table import Column
from gui.officer.outcome_sign import sign_of_line
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone
from records.application import Directorate, Stage
from records.london import day_in_london
from rules.quantities import day_in_words

_AFTER_EVERY_DAY: Final = 2 * date.max.toordinal()
DIRECTORATES: Final = {Directorate.TRANSPORT: "Transport", Directorate.SEND: "SEND"}


def outcome_words(line: CaseLine) -> str:
    """Say what is recommended of a case now, or what was decided."""
    return sign_of_line(line).word


def stage_words(line: CaseLine) -> str:
    """Say at which stage a case is."""
    return line.stage.value.capitalize()


def clock_words(line: CaseLine) -> str:
    """Say where an open case stands against its time, or when it was decided."""
    if line.decision is not None:
        return f"decided {day_in_words(day_in_london(line.decision.decided_at))}"
    if line.stage is not Stage.OPEN:
        return ""
    over = line.clock.day - line.clock.of
    late = "1 day late" if over == 1 else f"{over} days late"
    return late if line.clock.late else line.clock.words


def _clock_sign(line: CaseLine) -> Sign | None:
    late = line.stage is Stage.OPEN and line.clock.late
    return Sign(Shape.WARNING, clock_words(line), Tone.NOT_MET) if late else None


def due_first(lines: Iterable[CaseLine]) -> tuple[CaseLine, ...]:
    """Order lines as the list opens: what is due first, then what was decided, withdrawn last.

    Of what was decided, the latest stands first.
    """
    orders = [(_clock_order(line), line) for line in lines]
    last = 2 * _AFTER_EVERY_DAY
    found = sorted(orders, key=lambda each: last if each[0] is None else each[0])
    return tuple(line for _, line in found)


def _clock_order(line: CaseLine) -> int | None:
    if line.decision is not None:
        return _AFTER_EVERY_DAY - day_in_london(line.decision.decided_at).toordinal()
    return line.clock.due.toordinal() if line.stage is Stage.OPEN else None


def appeal_words(line: CaseLine) -> str:
    """Say until when the family can ask for a review or stage two; nothing where no letter says."""
    return day_in_words(line.appeal_ends) if line.appeal_ends else ""


def _appeal_order(line: CaseLine) -> int | None:
    return line.appeal_ends.toordinal() if line.appeal_ends else None


COLUMNS: Final = (
    Column("Reference", lambda line: line.reference, width=88),
    Column("Child", lambda line: line.child, width=126, stretches=True),
    Column("Recommended", outcome_words, width=132, stretches=True, sign=sign_of_line),
    Column("School", lambda line: line.school, width=132, stretches=True),
    Column("Postcode", lambda line: line.postcode, width=82, spare=4),
    Column(
        "Wanted",
        lambda line: str(line.wanted) if line.wanted else "",
        width=68,
        sort=lambda line: line.wanted,
        figures=True,
        spare=2,
    ),
    Column(
        "Clock",
        clock_words,
        width=136,
        stretches=True,
        sort=_clock_order,
        sign=_clock_sign,
        spare=1,
    ),
    Column("Appeal ends", appeal_words, width=128, sort=_appeal_order, muted=True, spare=3),
    Column("Stage", stage_words, width=80, muted=True, spare=6),
    Column(
        "Directorate", lambda line: DIRECTORATES[line.directorate], width=94, muted=True, spare=5
    ),
)
"""What is wanted counts the facts that could still decide. The spare columns stand on the case."""
