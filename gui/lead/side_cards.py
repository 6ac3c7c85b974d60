"""What stands beside a comparison: both versions, what is not certain, what was left out, how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.fields.card import Card
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.fields.standing import STANDINGS
from gui.fields.words import Words
from gui.lead.figures import Change
from gui.lead.study import Study
from gui.officer.caution import caution

_METHOD = (
    "Every case of the store is decided under both versions on the facts it holds now, for its own "
    "day of travel, also where that day lies outside a version's own days. Officers' decisions are "
    "not changed and do not count here. The rule named is the first, in the order of the text, "
    "whose result differs."
)


def versions_card(study: Study) -> Card:
    """Name both versions with their ids, status and days."""
    card = Card("The two versions", gap=4)
    for word, version in (("Old", study.old), ("New", study.new)):
        card.add(Words(f"{word}: {version.title}", "strong"))
        card.add(Words(f"{version.id}, {version.status}; travel {version.days}", "small"))
    return card


class UnsureCard(Card):
    """Rules and figures that are to be confirmed or were not read, and how many cases rest on."""

    def __init__(self, study: Study) -> None:
        super().__init__("What is not certain in the texts")
        rules, figures = study.unsure(), study.unsure_figures()
        if not rules and not figures:
            self.add(
                Words("Every rule of both versions was read in the text that counts.", "muted")
            )
        if rules:
            self.add(caution(_resting(study)))
        for each in rules:
            word = STANDINGS[each.standing].word.lower()
            self.add(Words(f"{each.title} ({each.owner}): {word}", "small"))
        if figures:
            count = "1 figure is" if len(figures) == 1 else f"{len(figures)} figures are"
            words = f"{count} still to be confirmed"
            self.figures = Fold(words, lambda: _lines(figures), first=True, inset=(16, 0, 0, 4))
            self.add(self.figures)


def _resting(study: Study) -> str:
    unsure = {each.id for each in study.unsure()}
    resting = sum(len(each.cases) for each in study.changes if _rests(each, unsure))
    words = "1 case changes" if resting == 1 else f"{resting:,} cases change"
    return f"{words} by a rule that is to be confirmed or was not read."


def _rests(change: Change, unsure: set[str]) -> bool:
    return change.difference is not None and change.difference.provision in unsure


class TroubleCard(Card):
    """The cases that could not be compared, each with why."""

    def __init__(self, study: Study) -> None:
        super().__init__("Cases that could not be compared")
        self.fold: Fold | None = None
        trouble = study.comparison.trouble
        if not trouble:
            self.add(Words("None: every case of the store is in the figures.", "muted"))
            return
        count = "1 case is" if len(trouble) == 1 else f"{len(trouble):,} cases are"
        self.add(caution(f"{count} left out of every figure here."))
        said = [f"{reference}: {why}" for reference, why in trouble]
        self.fold = Fold("Which, and why", lambda: _lines(said), inset=(16, 0, 0, 4))
        self.add(self.fold)


def method_card() -> Card:
    """Say how the cases were counted."""
    card = Card("How it was counted")
    card.add(Words(_METHOD, "small"))
    return card


def _lines(said: Sequence[str]) -> QWidget:
    box = QWidget()
    lines = column(box, gap=6)
    for words in said:
        lines.addWidget(Words(words, "small"))
    return box
