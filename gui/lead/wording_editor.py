"""The field a wording is written in: its marks coloured, names completed, mistakes underlined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QCompleter, QTextEdit

from casework.wordings.check import Remark, Weight
from casework.wordings.names import Nameable
from gui.fields.entries import Paragraphs
from gui.theme import Tone, theme

BEGUN = re.compile(r"(?:\$\{?[a-z0-9_]*|^@[a-z0-9_]*|^when [a-z0-9_]*)$")
"""What of a name stands before the caret: ``${ch``, ``@fa``, ``when ta``."""

TONES = {Weight.WRONG: Tone.NOT_MET, Weight.UNCONFIRMED: Tone.OFFICER, Weight.HINT: Tone.NOT_KNOWN}


class Marks(QSyntaxHighlighter):
    """Colours what a template means by its marks: names, parts, conditions, headings, notes."""

    RULES = (
        (re.compile(r"^\s*//.*"), "muted", False),
        (re.compile(r"^(?:when (?:not )?\w+: +)?##? .*"), "ink", True),
        (re.compile(r"^\s*when (?:not )?\w+:"), "officer", False),
        (re.compile(r"(?:^|(?<=: ))@\w+"), "accent", True),
        (re.compile(r"\$\{[^}]*\}"), "accent", True),
    )

    def highlightBlock(self, text: str) -> None:
        """Colour one line; the later rules stand over the earlier."""
        for rule, token, bold in self.RULES:
            for found in rule.finditer(text):
                look = QTextCharFormat()
                look.setForeground(theme().colour(token))
                look.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
                self.setFormat(found.start(), found.end() - found.start(), look)


class WordingEditor(Paragraphs):
    """A wording to write; the beginning of a name offers the names there are."""

    def __init__(self, name: str, lines: int = 15) -> None:
        super().__init__(name, lines)
        self.marks = Marks(self.document())
        self._names: dict[str, str] = {}
        self._room = 0
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setWidget(self)
        self.completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        self.completer.popup().setAccessibleName("Names to put in")
        self.completer.activated[str].connect(self.put_in)
        theme().changed.connect(self.marks.rehighlight)

    def offer(self, names: Sequence[Nameable]) -> None:
        """Offer these names; what each stands for is told beside it."""
        self._names = {f"{each.written.strip()}   {each.says}": each.written for each in names}
        self._model.setStringList(list(self._names))

    def show_text(self, text: str) -> None:
        """Show another text, its undo begun anew."""
        self.setPlainText(text)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Underline what the remarks are about."""
        self.setExtraSelections([self._underlined(each) for each in remarks if each.line])

    def _underlined(self, remark: Remark) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        found.cursor = self._cursor(remark)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(theme().colour(TONES[remark.weight])))
        found.format = look
        return found

    def _cursor(self, remark: Remark) -> QTextCursor:
        cursor = QTextCursor(self.document())
        text = self.toPlainText()
        cursor.setPosition(_units(text, remark.start))
        cursor.setPosition(_units(text, remark.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def go_to(self, remark: Remark) -> None:
        """Put the caret on what a remark is about."""
        cursor = self._cursor(remark)
        cursor.clearSelection()
        cursor.setPosition(_units(self.toPlainText(), remark.start))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def begun(self) -> str:
        """Give the beginning of a name that stands before the caret; empty where none does."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = BEGUN.search(before)
        return found.group() if found else ""

    def complete(self) -> None:
        """Offer the names that go on as what is written begins."""
        prefix = self.begun()
        prefix = "${" + prefix[1:] if prefix.startswith("$") and prefix[1:2] != "{" else prefix
        self.completer.setCompletionPrefix(prefix)
        if not self.completer.completionCount():
            self.completer.popup().hide()
            return
        self.completer.popup().setCurrentIndex(self.completer.completionModel().index(0, 0))
        place = self.cursorRect()
        place.setWidth(min(self.width(), theme().px(420)))
        self.completer.complete(place)

    def put_in(self, chosen: str) -> None:
        """Put a name in where its beginning stands."""
        cursor = self.textCursor()
        written = self._names.get(chosen, chosen)
        begun = self.begun()
        after = cursor.block().text()[cursor.positionInBlock() :]
        for _ in begun:
            cursor.deletePreviousChar()
        if written.endswith("}") and after.startswith("}"):
            cursor.deleteChar()
        cursor.insertText(written)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the list of names take its keys; offer it once a name is begun."""
        popup = self.completer.popup()
        takes = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
        if popup.isVisible() and event.key() in takes:
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text() and self.begun():
            self.complete()
        elif popup.isVisible():
            popup.hide()

    def take(self, room: int) -> None:
        """Grow to so many pixels, where that is more than the lines asked for."""
        self._room = room
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give room for the lines asked for, or more where there is more."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._room))

    def minimumSizeHint(self) -> QSize:
        """Keep some lines in sight, however large the text."""
        metrics = QFontMetrics(theme().font())
        return QSize(theme().px(160), metrics.lineSpacing() * 8)


def _units(text: str, at: int) -> int:
    """Give a place in Qt's counting, in which a sign beyond the first plane is two."""
    return len(text[:at].encode("utf-16-le")) // 2
