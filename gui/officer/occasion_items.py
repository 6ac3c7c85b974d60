"""The list of evidence that is asked for: what, why, for which test, and what would do instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gui.fields.buttons import quiet
from gui.fields.entries import Paragraphs
from gui.fields.form import FormField
from gui.fields.layout import column, surface
from gui.fields.words import Words
from gui.shapes import Shape
from gui.theme import Tone
from records.offers import WantedItem

_LABELS = {
    "what": "What we need",
    "why": "Why",
    "test": "For which test",
    "instead": "What would do instead",
}


class ItemsField(QWidget):
    """A well for each item; items can be added and taken out."""

    def __init__(self, label: str, changed: Callable[[], object]) -> None:
        super().__init__()
        self._changed = changed
        lines = column(self, gap=8)
        lines.addWidget(Words(label, "strong"))
        self._problem = Words("", "body", Tone.NOT_MET)
        self._problem.hide()
        lines.addWidget(self._problem)
        self._stack = column(gap=8)
        lines.addLayout(self._stack)
        self.add_button = quiet("Add an item", self.add_item, Shape.PLUS)
        lines.addWidget(self.add_button)
        self.items: list[ItemForm] = []

    def add_item(self, item: WantedItem | None = None) -> None:
        """Add an item, empty or as it is known."""
        form = ItemForm(item or WantedItem("", "", "", ""), self._changed, self._take_out)
        self.items.append(form)
        self._stack.addWidget(form)
        if item is None:
            form.setFocus()
            self._changed()

    def _take_out(self, form: ItemForm) -> None:
        self.items.remove(form)
        self._stack.removeWidget(form)
        form.hide()
        form.deleteLater()
        self.add_button.setFocus()
        self._changed()

    def value(self) -> object:
        """Give the items that say what is needed."""
        found = tuple(form.item() for form in self.items)
        return tuple(each for each in found if each.what)

    def show_value(self, value: object) -> None:
        """Show these items and no others."""
        for form in tuple(self.items):
            self.items.remove(form)
            self._stack.removeWidget(form)
            form.deleteLater()
        for item in value if isinstance(value, tuple) else ():
            self.add_item(item)

    def show_problem(self, words: str = "") -> None:
        """Say what is wrong."""
        self._problem.show_words(words)
        self._problem.setVisible(bool(words))


class ItemForm(QWidget):
    """The four texts of one item."""

    def __init__(
        self,
        item: WantedItem,
        changed: Callable[[], object],
        take_out: Callable[[ItemForm], object],
    ) -> None:
        super().__init__()
        self._begun = item
        well = surface("well")
        column(self, gap=0).addWidget(well)
        lines = column(well, gap=8, margins=12)
        self.texts = {name: Paragraphs(label, 2) for name, label in _LABELS.items()}
        for name, text in self.texts.items():
            text.setPlainText(getattr(item, name))
            text.textChanged.connect(changed)
            lines.addWidget(FormField(_LABELS[name], text))
        lines.addWidget(quiet("Take this item out", lambda: take_out(self)))
        self.setFocusProxy(self.texts["what"])

    def item(self) -> WantedItem:
        """Give the item as it is typed."""
        return replace(
            self._begun,
            **{name: " ".join(text.toPlainText().split()) for name, text in self.texts.items()},
        )
