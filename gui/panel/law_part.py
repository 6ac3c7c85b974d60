"""Part 9: the law as it stood that day, from the texts stored with the decision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from casework.panel import PanelCase
from casework.policies.in_words import WrittenProvision
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.fields.provision_text import ProvisionText
from gui.fields.sign import SignLine
from gui.fields.standing import STANDINGS, UNSURE
from gui.fields.words import Words
from gui.officer.caution import caution
from gui.outcomes import Sign
from gui.panel.names import Names
from gui.panel.part import Part
from gui.shapes import Shape
from gui.theme import Tone
from records.london import day_in_london
from rules.quantities import day_in_words

REPLAYS = Sign(
    Shape.MET, "Replayed: the stored facts under the stored texts give the same findings.", Tone.MET
)
DOES_NOT_REPLAY = Sign(
    Shape.NOT_MET,
    "Replayed: the stored facts under the stored texts now give other findings. Tell the "
    "administrator; the record itself is as it was written.",
    Tone.NOT_MET,
)


class LawPart(Part):
    """Each rule that was tested opens into its wording; the rest of the version is folded away."""

    def __init__(self) -> None:
        super().__init__(9, "The law as it stood")

    def fill(self, case: PanelCase, names: Names) -> None:
        """Show the rules, how sure their texts are, the version and its digest."""
        day = day_in_words(day_in_london(case.decision.decided_at))
        self.show_title(f"9   The law as it stood on {day}")
        tested = _tested(case)
        for words in unsure_words(tested):
            self.add(caution(words))
        self.add(_provisions(tested))
        rest = [each for each in case.law.provisions if each not in tested]
        if rest:
            count = "1 other rule" if len(rest) == 1 else f"{len(rest)} other rules"
            words = f"{count} of the same texts"
            self.add(Fold(words, lambda: _provisions(rest), inset=(16, 0, 0, 0)))
        self._tell_version(case)

    def _tell_version(self, case: PanelCase) -> None:
        self.replay = SignLine(REPLAYS if case.replays else DOES_NOT_REPLAY)
        self.add(self.replay)
        law = case.law
        known = f"; decided {law.known}" if law.known else ""
        self.add(Words(f"{law.title} ({law.id}, {law.status}), travel {law.days}{known}", "small"))
        if said := case.decision.confirmation:
            day = day_in_words(day_in_london(said.at))
            words = f"Confirmed for use by {said.by_name} on {day}: {said.because}"
            self.add(Words(words, "small"))
        self.add(Words(f"Digest of the texts (SHA-256): {in_groups(law.digest)}", "small"))


def _tested(case: PanelCase) -> list[WrittenProvision]:
    """Give the rules that were tested in the order of part 3."""
    found = case.rationale
    order = [
        each.provision
        for group in (found.deciding, found.failed, found.open, found.other)
        for each in group
    ]
    written = {each.id: each for each in case.law.provisions}
    return [written[id] for id in order if id in written]


def unsure_words(provisions: Sequence[WrittenProvision]) -> list[str]:
    """Say which of the rules rest on texts that are to be confirmed, or were not read."""
    return [
        f"{each.title}: {STANDINGS[each.standing].word.lower()}."
        for each in provisions
        if each.standing in UNSURE
    ]


def _provisions(provisions: Sequence[WrittenProvision]) -> QWidget:
    box = QWidget()
    lines = column(box, gap=0)
    for at, each in enumerate(provisions):
        lines.addWidget(ProvisionText(each, first=at == 0))
    return box


def in_groups(digest: str) -> str:
    """Write a digest in groups of eight, so that it can be read out and breaks over lines."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
