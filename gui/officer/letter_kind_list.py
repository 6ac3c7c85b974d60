"""The kinds of letter: first those that fit, then one's own greyed with why not, then others'."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from casework.letters.kinds_now import KindNow
from gui.officer.letter_words import kind_words
from gui.theme import theme

_NAME = Qt.ItemDataRole.UserRole


class LetterKindList(QListWidget):
    """``chosen`` tells the name of a kind that fits, when a person chooses it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Kind of letter")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.currentItemChanged.connect(self._on_changed)
        theme().changed.connect(self._redress)

    def show_kinds(self, kinds: Sequence[KindNow], name: str = "") -> None:
        """List the kinds, the one of this name chosen; without one, the first that fits."""
        self.blockSignals(True)
        self.clear()
        for kind in sorted(kinds, key=lambda each: (bool(each.why_not), not each.mine)):
            self.addItem(_item(kind))
        self.choose(name)
        self._redress()
        self.blockSignals(False)

    def choose(self, name: str) -> None:
        """Choose the kind of this name, if it fits; else the first that does."""
        fitting = [self.item(at) for at in range(self.count()) if _fits(self.item(at))]
        wanted = [item for item in fitting if item.data(_NAME) == name] or fitting
        if wanted:
            self.setCurrentItem(wanted[0])

    def name(self) -> str:
        """Give the name of the kind that is chosen; empty where none fits."""
        item = self.currentItem()
        return str(item.data(_NAME)) if item is not None and _fits(item) else ""

    def fitting(self) -> tuple[str, ...]:
        """Name the kinds that fit, in the order of the list."""
        items = (self.item(at) for at in range(self.count()))
        return tuple(str(item.data(_NAME)) for item in items if _fits(item))

    def words_of(self, name: str) -> str:
        """Give the words that the list shows for a kind."""
        items = (self.item(at) for at in range(self.count()))
        return next((item.text() for item in items if item.data(_NAME) == name), "")

    def _on_changed(self, item: QListWidgetItem | None, _: object) -> None:
        if item is not None and _fits(item):
            self.chosen.emit(str(item.data(_NAME)))

    def _redress(self) -> None:
        """Grey what does not fit; the stylesheet colours all items alike."""
        self.setFixedHeight(theme().px(200))
        for at in range(self.count()):
            item = self.item(at)
            item.setForeground(theme().colour("ink" if _fits(item) else "muted"))


def _item(kind: KindNow) -> QListWidgetItem:
    words = kind_words(kind.name)
    item = QListWidgetItem(f"{words}\n{kind.why_not}" if kind.why_not else words)
    item.setData(_NAME, kind.name)
    if kind.why_not:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setToolTip(kind.why_not)
        said = f"{words}, does not fit: {kind.why_not}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    return item


def _fits(item: QListWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)
