"""Ctrl+K: one field that finds and does every action of the pages that are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from gui.actions import Actions, Entry
from gui.fields.entries import Line
from gui.fields.layout import column
from gui.fields.words import Words
from gui.fuzzy import score
from gui.palette_rows import ENTRY, EntryDelegate
from gui.theme import theme

_TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QFrame):
    """A panel over the window: type a few letters, Enter does it, Escape goes back."""

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._actions, self._before = actions, None
        self.setProperty("surface", "panel")
        self.setAccessibleName("Find or do anything")
        lines = column(self, gap=8, margins=12)
        self.field = Line("Find an action", example="Type what you want to do")
        self.list = QListWidget()
        self.list.setAccessibleName("Actions found")
        self._delegate = EntryDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = Words("Nothing here is called that.", "muted")
        for part in (self.field, self.list, self.nothing):
            lines.addWidget(part)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(lambda _: self.do_current())
        self.list.itemClicked.connect(lambda _: self.do_current())
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the panel with every action that can be done now."""
        self._before = self.window().focusWidget()
        self._entries = self._actions.entries()
        self.field.clear()
        self._find("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Put the panel away and give the focus back to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def found(self) -> tuple[str, ...]:
        """Give the words of what is listed, best first."""
        return tuple(self.list.item(at).data(ENTRY).words for at in range(self.list.count()))

    def do_current(self) -> None:
        """Do the chosen action, once the panel has gone."""
        item = self.list.currentItem()
        if item is None:
            return
        entry = item.data(ENTRY)
        self.close_panel()
        entry.action.trigger()

    def _find(self, text: str) -> None:
        scored = [(score(text, f"{entry.group} {entry.words}"), entry) for entry in self._entries]
        hits = sorted((pair for pair in scored if pair[0] is not None), key=lambda pair: pair[0])
        self.list.clear()
        for _, entry in hits:
            self.list.addItem(_item(entry))
        self.list.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        self.list.setCurrentRow(0)
        self._place()
        self._tell()

    def _tell(self) -> None:
        """Let a screen reader hear what Enter would do, though the focus stays in the field."""
        item = self.list.currentItem()
        self.field.setAccessibleDescription(
            item.data(Qt.ItemDataRole.AccessibleTextRole) if item else self.nothing.text()
        )

    def _place(self) -> None:
        window = self.window()
        width = min(theme().px(560), window.width() - theme().px(48))
        height = min(self._wanted_height(), window.height() - theme().px(96))
        self.setGeometry((window.width() - width) // 2, theme().px(56), width, height)

    def _wanted_height(self) -> int:
        rows = sum(self.list.sizeHintForRow(at) for at in range(min(self.list.count(), 12)))
        field = self.field.sizeHint().height()
        return field + max(rows, theme().px(28)) + theme().px(8 + 24 + 12)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list from the field; follow the window's size; go when the focus goes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self._on_focus_gone(event)
        return False

    def _on_focus_gone(self, event: QFocusEvent) -> None:
        """Go away when the person goes elsewhere in the window, not with the window itself."""
        if event.reason() in (Qt.FocusReason.MouseFocusReason, *_TABS):
            self.hide()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.do_current()
        elif event.key() in _MOVES:
            self.list.keyPressEvent(event)
            self._tell()
        else:
            return False
        return True


def _item(entry: Entry) -> QListWidgetItem:
    """Write one action: its words, its group and its keys, each in a place of its own."""
    item = QListWidgetItem(entry.words)
    item.setData(ENTRY, entry)
    spoken = ", ".join(part for part in (entry.words, entry.group, entry.keys) if part)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    return item
