"""Asking for the walking-distance boundary around a school: which school, which limit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from gui.fields.card import Card
from gui.fields.entries import Check, Choice
from gui.fields.form import FormField
from gui.fields.segmented import Option, Segmented
from gui.fields.words import Words
from records.school import School
from rules.quantities import limit_in_miles
from rules.values import MILLIMETRES_PER_MILE

STATUTORY = (2 * MILLIMETRES_PER_MILE, 3 * MILLIMETRES_PER_MILE)
"""Section 444(5): two miles under eight, three from then on."""


class ReachCard(Card):
    """``changed`` tells that another boundary is wanted, or none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("Walking distance")
        self.shown = Check("Show from where a school lies within")
        self.limit = Segmented("Limit", _options(STATUTORY), STATUTORY[0])
        self.school = Choice("School")
        self.school.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.told = Words("", "small")
        self.told.hide()
        self._school_field = FormField("School", self.school)
        self.add(self.shown, self.limit, self._school_field, self.told)
        self.shown.toggled.connect(lambda _: self.changed.emit())
        self.limit.chosen.connect(self._on_chosen)
        self.school.currentIndexChanged.connect(self._on_chosen)

    def _on_chosen(self, _: object) -> None:
        """Choosing a limit or a school asks for its boundary."""
        if not self.shown.isChecked():
            self.shown.setChecked(True)
        else:
            self.changed.emit()

    def offer(self, schools: Sequence[School], first: str | None, limit: int | None) -> None:
        """Offer these schools, one of them first, and the limit in force for a case."""
        open_to = [each for each in schools if each.gates]
        start = next((each.id for each in open_to if each.name == first), None)
        kept = self.school.value() or start or (open_to[0].id if open_to else None)
        blocked = self.school.blockSignals(True)  # offering is not choosing
        self.school.offer([Option(each.id, each.name) for each in open_to], kept)
        self.school.blockSignals(blocked)
        self.setVisible(bool(open_to))
        if limit is not None and limit in STATUTORY and not self.shown.isChecked():
            self.limit.set_value(limit)
        elif limit is not None and limit not in STATUTORY:
            self._offer_limit(limit)

    def _offer_limit(self, limit: int) -> None:
        """Offer the case's own limit beside the statutory two."""
        if limit in [segment.option.value for segment in self.limit.segments]:
            return
        before, self.limit = self.limit, Segmented("Limit", _options((*STATUTORY, limit)), limit)
        self.limit.chosen.connect(self._on_chosen)
        self.body.replaceWidget(before, self.limit)
        before.hide()
        before.deleteLater()

    def asked(self) -> tuple[str, int] | None:
        """Give the school and the limit in millimetres that are asked for, None for no boundary."""
        school, limit = self.school.value(), self.limit.value()
        if not self.shown.isChecked() or not isinstance(school, str):
            return None
        return school, int(str(limit))


def _options(limits: Sequence[int]) -> list[Option]:
    return [Option(limit, limit_in_miles(limit)) for limit in limits]
