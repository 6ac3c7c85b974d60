"""Parts 5 and 6: what named people judged, with reasons; and the discretion considered."""

from __future__ import annotations

from casework.panel import PanelCase
from gui.fields.figures import value_words
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.officer.decided_card import authorised
from gui.officer.determination_card import determination_lines
from gui.outcomes import Sign
from gui.panel.names import Names
from gui.panel.part import Part, entry, quote
from gui.panel.unknown import label
from gui.shapes import Shape
from gui.theme import Tone
from records.fact import Judgement
from records.london import day_in_london
from rules.quantities import day_in_words
from rules.values import Determined, Outcome

_KINDS = {
    Determined.SOLO_TRAVEL: "Travelling alone",
    Determined.PASSENGER_ASSISTANT: "A passenger assistant",
}


class JudgementsPart(Part):
    """Facts that a person judged: the value, the reasons, who and when; superseded ones too."""

    def __init__(self) -> None:
        super().__init__(5, "What officers judged")

    def fill(self, case: PanelCase, names: Names) -> None:
        """Show the judgements on record, the one that counts of each fact marked by its order."""
        judged = case.decision.judgements
        if not judged:
            self.say_none("Nothing in this case rests on a person's judgement of the child.")
        for made in case.decision.determinations:
            self.add(*determination_lines(made, _KINDS[made.kind], names.said))
        last = {each.fact: each.id for each in judged}
        for at, each in enumerate(judged):
            self.add(self._entry(case, each, names, last[each.fact] == each.id, at == 0))

    @staticmethod
    def _entry(case: PanelCase, each: Judgement, names: Names, counts: bool, first: bool):  # noqa: ANN205
        word = case.vocabulary.get(each.fact)
        value = value_words(each.value, word.type if word else None)
        title = f"{label(case, each.fact)}: {value.lower()}"
        if not counts:
            title += " (a later judgement counts instead)"
        when = day_in_words(day_in_london(each.at))
        until = f", to count until {day_in_words(each.review_on)}" if each.review_on else ""
        by = f"Judged by {each.by_name} on {when}{until}"
        return entry(Words(title, "strong"), quote(names.said(each.reasons), by), first=first)


class DiscretionPart(Part):
    """The power considered, whether it was used, and the reasons."""

    def __init__(self) -> None:
        super().__init__(6, "The discretion considered")

    def fill(self, case: PanelCase, names: Names) -> None:
        """Show the discretion on record, or that there is none."""
        considered = case.decision.discretion
        if considered is None:
            refused = case.decision.outcome is Outcome.NOT_ENTITLED
            none = "None is on record." if refused else "Help was given by a rule; none was needed."
            self.say_none(none)
            return
        said = "used" if considered.used else "considered, and not used"
        sign = Sign(Shape.OFFICER, f"Discretion under {considered.power}: {said}", Tone.OFFICER)
        self.add(SignLine(sign))
        by = considered.by_name or case.decision.decided_by_name
        when = f" on {day_in_words(day_in_london(considered.at))}" if considered.at else ""
        self.add(quote(names.said(considered.reasons), f"Considered by {by}{when}"))
        if more := authorised(considered):
            self.add(Words(names.said(more), "muted"))
