"""Part 4: what the family said, in its own words, with its evidence and the answer to each."""

from __future__ import annotations

from casework.panel import PanelCase
from gui.fields.words import Words
from gui.panel.names import Names
from gui.panel.part import Part, entry, quote
from gui.theme import Tone
from records.application import Evidence, Point
from records.london import day_in_london
from rules.quantities import day_in_words


class FamilyPart(Part):
    """Every point with its evidence and answer; other evidence held follows."""

    def __init__(self) -> None:
        super().__init__(4, "What the family said, and what was answered")

    def fill(self, case: PanelCase, names: Names) -> None:
        """Show the points as they stood when the case was decided."""
        points = case.decision.points
        if not points:
            self.say_none("The family raised no point before the decision.")
        held = {each.id: each for each in case.evidence}
        for at, point in enumerate(points):
            self.add(_point(point, held, names, at == 0))
        cited = {id for point in points for id in point.evidence}
        self._add_other([each for each in case.evidence if each.id not in cited], names, not points)

    def _add_other(self, others: list[Evidence], names: Names, alone: bool) -> None:
        if not others:
            return
        self.add(Words("Other evidence held", "small"))
        for each in others:
            self.add(Words(evidence_words(each, names)))


def _point(point: Point, held: dict[str, Evidence], names: Names, first: bool):  # noqa: ANN202
    said = quote(names.said(point.words), f"Raised on {day_in_words(point.raised_on)}")
    rests = [evidence_words(held[id], names) for id in point.evidence if id in held]
    shown = "\n".join(rests) if rests else "No evidence was given with this point."
    return entry(said, Words(shown, "small"), Words(_answer(point, names)), first=first) if (
        point.answer
    ) else entry(
        said, Words(shown, "small"), Words(_answer(point, names), tone=Tone.NOT_KNOWN), first=first
    )  # fmt: skip


def _answer(point: Point, names: Names) -> str:
    if not point.answer:
        return "Not answered."
    when = f" ({day_in_words(day_in_london(point.answered_at))})" if point.answered_at else ""
    return f"Answered{when}: {names.said(point.answer)}"


def evidence_words(each: Evidence, names: Names) -> str:
    """Write a document or statement in a line: what it is, who gave it, its day."""
    dated = f", dated {day_in_words(each.dated)}" if each.dated else ""
    received = day_in_words(each.received_on)
    given = names.said(each.given_by)
    return f"{names.said(each.title)} ({each.kind}{dated}; from {given}, received {received})"
