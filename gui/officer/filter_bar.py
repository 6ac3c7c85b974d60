"""The views of a list side by side, each with its count; they wrap where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from gui.fields.flow import FlowLayout
from gui.fields.segmented import Option, Segment
from gui.officer.list_filters import VIEWS, View


class FilterBar(QWidget):
    """One view is chosen at a time; ``chosen`` tells its key. Arrows move, Space chooses."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Views of the list")
        self._line = FlowLayout(self, gap=6)
        self._group = QButtonGroup(self)
        self.segments = [self._segment(at, view) for at, view in enumerate(VIEWS)]
        self._group.buttonClicked.connect(self._on_clicked)
        self.choose(VIEWS[0].key)

    def _segment(self, at: int, view: View) -> Segment:
        segment = Segment(Option(view.key, view.title), at, self)  # type: ignore[arg-type]
        segment.setProperty("end", "only")
        segment.setAccessibleDescription(f"Shortcut {at + 1}. Arrow keys move, Space chooses.")
        segment.setToolTip(f"{view.title} ({at + 1})")
        self._group.addButton(segment)
        self._line.addWidget(segment)
        return segment

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many lines each view keeps."""
        for segment, view in zip(self.segments, VIEWS, strict=True):
            count = counts.get(view.key, 0)
            segment.setText(f"{view.title}  {count:,}")
            segment.setAccessibleName(f"{view.title}, {count}")
            segment.updateGeometry()

    def key(self) -> str:
        """Give the key of the view that is chosen."""
        at = next(at for at, segment in enumerate(self.segments) if segment.isChecked())
        return VIEWS[at].key

    def choose(self, key: str) -> None:
        """Choose a view and tell nobody."""
        for at, view in enumerate(VIEWS):
            if view.key == key:
                self.segments[at].setChecked(True)
                self._rove(at)

    def move_to(self, place: int) -> None:
        """Put the focus on a view, round the ends (its segments ask for this)."""
        place %= len(self.segments)
        self._rove(place)
        self.segments[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _rove(self, place: int) -> None:
        for at, segment in enumerate(self.segments):
            policy = Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)
        self.setFocusProxy(self.segments[place])

    def _on_clicked(self, segment: Segment) -> None:
        self._rove(self.segments.index(segment))
        self.chosen.emit(VIEWS[self.segments.index(segment)].key)
