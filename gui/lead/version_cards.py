"""What a version's page shows beside its rules: the text, its definitions and its figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from casework.policies.in_words import (
    WrittenDefinition,
    WrittenParameter,
    WrittenProvision,
    WrittenVersion,
)
from gui.fields.card import Card
from gui.fields.fold import Fold
from gui.fields.layout import column, surface
from gui.fields.provision_text import ConditionLines
from gui.fields.reflow import ReflowLayout
from gui.fields.sign import SignLine
from gui.fields.standing import STANDINGS, UNSURE
from gui.fields.words import Words


def head_card(version: WrittenVersion) -> Card:
    """The text itself: who decided it, how lengths count, its digest and documents."""
    card = Card("The text", gap=4)
    if version.known:
        card.add(Words(f"{version.known_head} {version.known}"))
    if version.note:
        card.add(Words(version.note, "muted"))
    counts = "on the ground" if version.length_that_counts == "ground" else "on the National Grid"
    card.add(Words(f"Lengths count {counts}."))
    card.add(Words(f"Digest (SHA-256) {version.digest[:16]}…", "small"))
    count = len(version.documents)
    words = "1 document it rests on" if count == 1 else f"{count} documents it rests on"
    card.add(Fold(words, lambda: _documents(version.documents), inset=(28, 0, 0, 0)))
    return card


def unsure_words(rules: Sequence[WrittenProvision]) -> str:
    """Count the rules that are not sure: ``3 of these 18 rules …``; else nothing."""
    counts = {each: sum(rule.standing is each for rule in rules) for each in UNSURE}
    told = [f"{count} {STANDINGS[each].word.lower()}" for each, count in counts.items() if count]
    if not told:
        return ""
    every = sum(counts.values())
    are = "is" if every == 1 else "are"
    these = f"{every} of these {len(rules)} rules {are} not certain"
    return f"{these}: {', '.join(told)}. Each says so below."


def _documents(titles: Sequence[str]) -> QWidget:
    box = QWidget()
    lines = column(box, gap=4)
    for title in titles:
        lines.addWidget(Words(title, "small"))
    return box


def definition_line(each: WrittenDefinition, first: bool) -> Fold:
    """A definition that opens into its conditions as written."""
    return Fold(
        each.says or each.name[:1].upper() + each.name[1:],
        lambda: ConditionLines(each.lines, as_written=True),
        first=first,
    )


def definition_lines(definitions: Sequence[WrittenDefinition]) -> QWidget:
    """Definitions one below the other."""
    box = QWidget()
    lines = column(box, gap=0)
    for at, each in enumerate(definitions):
        lines.addWidget(definition_line(each, at == 0))
    return box


def figure_lines(figures: Sequence[WrittenParameter]) -> QWidget:
    """Figures one below the other."""
    box = QWidget()
    lines = column(box, gap=0)
    for each in figures:
        lines.addWidget(figure_line(each))
    return box


def figure_line(figure: WrittenParameter) -> QWidget:
    """A figure with its values, their days and sources."""
    box = surface("row")
    lines = column(box, gap=2, margins=(0, 6, 0, 6))
    name = figure.name[:1].upper() + figure.name[1:]
    for value in figure.values:
        across = QWidget()
        line = ReflowLayout(across, gap=12)
        line.set_main(Words(name))
        line.end_with(Words(value.value, "strong", wrap=len(value.value) > 24))
        lines.addWidget(across)
        held = f"{value.days}; " if value.days else ""
        lines.addWidget(Words(f"{held}{value.cites}", "small"))
        if value.standing in UNSURE and value.standing is not None:
            lines.addWidget(SignLine(STANDINGS[value.standing], role="small"))
        if value.note:
            lines.addWidget(Words(f"Note: {value.note}", "small"))
    return box
