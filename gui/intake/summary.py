"""What still has to be mended, at the top of a form: each line goes to its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt

from gui.fields.edged import EdgedFrame
from gui.fields.finding import OpenLine
from gui.fields.layout import clear, column, row
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone
from rules.problems import Problem


class ProblemSummary(EdgedFrame):
    """Lists problems under their fields' labels; ``go_to(name)`` is called for the one picked."""

    def __init__(self, labels: Mapping[str, str], go_to: Callable[[str], object]) -> None:
        super().__init__("notice", Tone.NOT_MET)
        self._labels, self._go_to = labels, go_to
        self.links: list[OpenLine] = []
        outer = row(self, gap=12, margins=(14, 12, 12, 12))
        outer.addWidget(Mark(Shape.WARNING, Tone.NOT_MET, size=18), 0, Qt.AlignmentFlag.AlignTop)
        lines = column(gap=4)
        self._heading = Words("", "strong")
        lines.addWidget(self._heading)
        self._list = column(gap=0)
        lines.addLayout(self._list)
        outer.addLayout(lines, 1)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong; without problems the summary goes."""
        clear(self._list)
        heading = _heading(len(problems))
        self._heading.show_words(heading)
        self.links = [self._link(problem) for problem in problems]
        self.setAccessibleName(f"{heading} {' '.join(each.message for each in problems)}")
        self.setVisible(bool(problems))

    def _link(self, problem: Problem) -> OpenLine:
        link = OpenLine()
        link.setCheckable(False)
        words = f"{self._labels[problem.place]}: {problem.message}"
        link.line.set_main(Words(words, tone=Tone.ACCENT))
        link.setAccessibleName(words)
        link.setAccessibleDescription("Goes to the field.")
        link.clicked.connect(lambda *_: self._go_to(problem.place))
        self._list.addWidget(link)
        return link


def _heading(count: int) -> str:
    if count == 0:
        return ""
    how_many = "One thing has" if count == 1 else f"{count} things have"
    return f"{how_many} to be mended before this is taken down. Nothing you typed is lost."
