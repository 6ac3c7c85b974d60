"""The full map: of a case, or of the whole network; beside it what can be asked of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from casework.schools.boundary import SchoolReach
from casework.schools.suitable_ranking import walking_limit
from gui.fields.buttons import primary
from gui.fields.card import Card
from gui.fields.empty import EmptyState
from gui.fields.notice import Kind, Notice
from gui.fields.progress import ProgressLine
from gui.map.find_card import FindCard
from gui.map.legend import Legend
from gui.map.loading import Loaded, load, scene_of, source_words, summary_of
from gui.map.map_doings import MapDoings
from gui.map.marked_card import MarkedCard
from gui.map.panel import MapPanel
from gui.map.picked_card import PickedCard
from gui.map.reach_card import ReachCard
from gui.map.scene import Layer, MapScene, Trace
from gui.map.spread import Spread
from gui.map.stretch_form import StretchForm
from gui.map.told import told
from gui.map.told_card import ToldCard
from gui.map.trial_card import TrialCard
from gui.officer.who_may import may_work
from gui.page import Page
from gui.records_room.room import ROOM as RECORDS
from gui.room import Surroundings
from gui.shapes import Shape

TITLE = "Map"


def no_network(around: Surroundings) -> EmptyState:
    """Say that there is nothing to draw yet, and lead to where a network is brought in."""
    may = RECORDS.is_for(around.desk)
    there = primary("Open Records", lambda: around.shell.go(RECORDS.key), RECORDS.keys)
    return EmptyState(
        Shape.MAP, "No streets to draw yet",
        "A network of streets and paths is brought in first, in Records." if may else
        "An officer or an administrator brings a network of streets and paths in first.",
        there if may else None,
    )  # fmt: skip


class MapPage(Page):
    """A map that fills the page."""

    def __init__(
        self, around: Surroundings, application: str | None = None, title: str = ""
    ) -> None:
        super().__init__(
            f"{TITLE}: {title}" if title else TITLE, "The map is being read.", scrolls=False
        )
        self.around, self.application = around, application
        self.loaded: Loaded | None = None
        self.reach: SchoolReach | None = None
        self.trial: Trace | None = None
        self._make_parts()
        self._place_parts()
        self.doings = MapDoings(self)

    def _make_parts(self) -> None:
        may = may_work(self.around.desk.person)
        self.panel = MapPanel(words_shown=False)
        self.view = self.panel.view
        self.view.may_point = True
        self.waiting = ProgressLine("Reading the network", may_cancel=False)
        self.trouble = Notice(may_close=False)
        self.find, self.reach_card = FindCard(), ReachCard()
        self.picked, self.form = PickedCard(may), StretchForm()
        self.trial_card, self.marked = TrialCard(), MarkedCard(may)
        self.legend, self.words = Legend(), ToldCard()

    def _place_parts(self) -> None:
        self.spread = Spread(self.panel)
        layers = Card("Legend: tick what is shown")
        layers.add(self.legend)
        for part in (self.waiting, self.trouble):
            self.main.addWidget(part)
        self.main.addWidget(self.spread, 1)
        self.nothing = no_network(self.around)
        self.main.addWidget(self.nothing, 1)
        self.nothing.hide()
        for card in (
            self.find, self.picked, self.trial_card, self.form, layers, self.reach_card,
            self.marked, self.words,
        ):  # fmt: skip
            self.spread.cards.addWidget(card)
        self.spread.cards.addStretch(1)
        self.legend.changed.connect(self._on_hidden)
        self.view.moved.connect(lambda: self.legend.show_scale(self.view.scale))

    def arrive(self) -> None:
        """Read what the map is drawn from, each time the page comes to the front."""
        self.read()
        QTimer.singleShot(0, self, lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))

    def read(self) -> None:
        """Read it again; the part of the land that is seen stays."""
        desk, application = self.around.desk, self.application
        self.around.tasks.run(
            "Reading the network", lambda _: load(desk, application), self.show_loaded, owner=self
        ).ended.connect(self.waiting.hide)

    def show_loaded(self, loaded: Loaded) -> None:
        """Show what was read."""
        first, self.loaded = self.loaded is None, loaded
        bare = loaded.network is None and self.application is None
        self.nothing.setVisible(bare)
        self.spread.setVisible(not bare)
        self.trouble.show_notice(Kind.CARE, "" if bare else loaded.trouble)
        self.header.about.show_words(summary_of(loaded))
        limit = walking_limit(loaded.assessment) if loaded.assessment else None
        schools = loaded.network.schools if loaded.network else ()
        self.reach_card.offer(schools, loaded.case.school if loaded.case else None, limit)
        self.marked.show_stretches(loaded.stretches, self.around.desk.today())
        self.show_scene(stay=not first)

    def scene(self) -> MapScene:
        """Give the map as it now stands."""
        return scene_of(self.loaded, self.reach, self.trial) if self.loaded else MapScene()

    def show_scene(self, stay: bool = True) -> None:
        """Draw what was read with what was asked for since; nobody is moved about."""
        scene = self.scene()
        self.view.show_scene(scene, stay=stay)
        self.legend.show_layers(scene.layers())
        self.legend.show_scale(self.view.scale)
        self._tell()

    def _on_hidden(self, hidden: frozenset[Layer]) -> None:
        self.view.hide_layers(hidden)
        self._tell()

    def _tell(self) -> None:
        lines = told(self.view.scene, self.view.hidden)
        self.words.show_lines(lines)
        self.view.setAccessibleDescription(" ".join(lines))

    def subtitle(self) -> str:
        """Say on paper what network it is and of which day, and when it was printed."""
        network = self.loaded.network if self.loaded else None
        return source_words(network) if network else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a form with Escape, else go back to the case."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.form.isVisible():
            self.doings.marking.leave()
        else:
            self.around.shell.back()
