"""Every action of the program under a name, with its shortcut: what Ctrl+K lists and finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Entry:
    """One action as the palette lists it: what it does, of which room, and its keys."""

    words: str
    group: str
    keys: str
    action: QAction


_LAST = {"Applications": 1, "Rooms": 1, "Settings": 2, "Milepost": 3}
"""Groups that are listed after what the page itself offers."""


@dataclass(frozen=True, slots=True)
class _Known:
    action: QAction
    owner: QWidget
    group: str
    is_possible: Callable[[], bool]

    def is_there(self) -> bool:
        return shiboken6.isValid(self.action) and shiboken6.isValid(self.owner)

    def can_be_done(self) -> bool:
        shown = self.is_there() and self.owner.isVisible() and self.action.isEnabled()
        return shown and self.is_possible()


class Actions(QObject):
    """The register. An action belongs to a widget and can be done while that is on the screen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: list[_Known] = []

    def add(
        self,
        owner: QWidget,
        words: str,
        do: Callable[[], object],
        keys: str | Iterable[str] = (),
        group: str = "Milepost",
        is_possible: Callable[[], bool] | None = None,
    ) -> QAction:
        """Name an action of ``owner`` (a window or a page), with one or more shortcuts.

        A shortcut of a single letter works wherever nobody is typing. ``is_possible`` is asked
        when the action is about to be listed or done.
        """
        action = QAction(words, owner)
        sequences = [keys] if isinstance(keys, str) else list(keys)
        action.setShortcuts([QKeySequence(one) for one in sequences if one])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        known = _Known(action, owner, group, is_possible or _always)
        action.triggered.connect(lambda *_: do() if known.is_possible() else None)
        owner.addAction(action)
        self._known = [one for one in self._known if one.is_there()] + [known]
        return action

    def entries(self) -> tuple[Entry, ...]:
        """Give what can be done now, on the pages that are shown, the page's own first."""
        entries = [
            Entry(known.action.text(), known.group, keys_of(known.action), known.action)
            for known in self._known
            if known.can_be_done()
        ]
        return tuple(sorted(entries, key=lambda entry: _LAST.get(entry.group, 0)))


def _always() -> bool:
    return True


def keys_of(action: QAction) -> str:
    """Write an action's first shortcut as people read it, empty if it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
