"""Bringing a network in: what the file is, which column says what, a try, and the import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from casework.bring_in import BroughtIn, bring_in_network
from casework.files.network import Choices, Kind, NetworkCheck, Recognised, check_network, look_at
from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.entries import Choice, Line
from gui.fields.facts import FactRow
from gui.fields.form import FormField
from gui.fields.layout import clear, column
from gui.fields.notice import Kind as Tone
from gui.fields.segmented import Option
from gui.fields.words import Words
from gui.page import Page
from gui.records_room.column_fields import ColumnFields
from gui.records_room.work_card import WorkCard
from gui.room import Surroundings
from gui.tasks import Task

BRINGING = "Bringing in the network"
GRIDS = "OSTN15 (*.gsb *.tif)"
NAME_HINT = "As cases and letters will say where a route was measured. Empty: the file's name."


class NetworkPage(Page):
    """Shows what was recognised of one or more files; nothing is kept before "Bring it in"."""

    def __init__(self, around: Surroundings, paths: Sequence[Path], found: Recognised) -> None:
        super().__init__("Bring in a network", ", ".join(path.name for path in paths))
        self.around, self.paths, self.found = around, list(paths), found
        self.layer = Choice("Layer of lines")
        self.layer_field = FormField("Layer of lines", self.layer, "", QWidget())
        self.file, self.columns_card = Card("The file", gap=0), ColumnFields()
        self.work = NetworkWork(around, self)
        self.main.addWidget(self.file)
        self.main.addWidget(self.columns_card)
        self.main.addWidget(self.work)
        self.layer.offer([Option(name, name) for name in found.layers], next(iter(found.layers), 0))
        self.layer.currentIndexChanged.connect(self._on_layer)
        self.show_file(found)

    def arrive(self) -> None:
        """Begin with the try."""
        self.work.try_button.setFocus()

    def show_file(self, found: Recognised) -> None:
        """Show what the file is and, for lines with columns of their own, their meanings."""
        self.found = found
        has_columns = found.kind is Kind.LINES
        self.layer_field.setParent(None)
        self.file.empty()
        rows = [("kind", "It is", found.words)]
        if found.features is not None:
            rows.append(("count", "Lines", f"{found.features:,}"))
        if found.layers and not (has_columns and len(found.layers) > 1):
            rows.append(("layers", "Layers", ", ".join(found.layers)))
        for at, row in enumerate(rows):
            self.file.add(FactRow(*row, first=at == 0))
        if has_columns and len(found.layers) > 1:
            self.file.add(self.layer_field)
        self.columns_card.setVisible(has_columns)
        self.columns_card.show_file(found)

    def choices(self) -> Choices:
        """Give how the files are to be imported, as the fields say."""
        plain = Choices(kind=self.found.kind, ostn15=self.work.grid)
        if self.found.kind is not Kind.LINES:
            return plain
        layer = self.layer.value()
        return replace(
            plain,
            layer=layer if isinstance(layer, str) else None,
            columns=self.columns_card.columns(),
        )

    def _on_layer(self) -> None:
        layer, path = self.layer.value(), self.paths[0]
        if isinstance(layer, str):
            self.work.work("Looking at the layer", lambda _: look_at(path, layer), self.show_file)


class NetworkWork(WorkCard):
    """Trying an import and doing it, each with progress and Cancel, and what came of it."""

    def __init__(self, around: Surroundings, page: NetworkPage) -> None:
        about = "Trying reads and checks everything and keeps nothing."
        super().__init__(around, "Try it, then bring it in", about)
        self.page = page
        self.grid: Path | None = None
        self.name = Line("What to call it", 34)
        self.report = column(gap=4)
        self.add(self.report)
        self.try_button = Button("Try it", self.check)
        self.bring_button = Button("Bring it in", self.bring_in)
        self.grid_button = Button("OSTN15 grid…", self.ask_grid)
        self.ask_above(FormField("What to call it", self.name, NAME_HINT, QWidget()))
        self.offer(self.try_button, self.bring_button, self.grid_button)

    def ask_grid(self) -> None:
        """Ask for the file of the OSTN15 grid."""
        self.choose_file("The OSTN15 grid", GRIDS, self.use_grid)

    def use_grid(self, path: Path) -> None:
        """Use a grid for latitude and longitude."""
        self.grid = path
        self.tell(Tone.INFO, f"Latitude and longitude will be turned into metres with {path.name}.")

    def check(self) -> Task | None:
        """Import without keeping anything, and show the report."""
        work = partial(check_network, self.page.paths, self.page.choices())
        return self.work("Trying the import", lambda p: work(progress=p), self._checked)

    def bring_in(self) -> Task | None:
        """Import and keep it."""
        name = self.name.text().strip() or None
        desk, paths, choices = self.around.desk, self.page.paths, self.page.choices()
        work = partial(bring_in_network, desk, paths, name, choices=choices)
        return self.work(BRINGING, lambda p: work(progress=p), self._brought, away=network_words)

    def show_report(self, lines: Sequence[str]) -> None:
        """Show a report, a line below the other."""
        clear(self.report)
        for line in lines:
            self.report.addWidget(Words(line, "reading"))

    def _checked(self, found: NetworkCheck) -> None:
        self.show_report(found.report)
        happened = f"This would bring in {found.links:,} links. Nothing was kept yet."
        self.tell(Tone.INFO, happened)

    def _brought(self, came: BroughtIn) -> None:
        self.show_report(came.notes)
        self.tell(Tone.DONE, *network_words(came))


def network_words(came: BroughtIn) -> tuple[str, str]:
    """Say that a network is here, and along which network is measured from now on."""
    if came.new:
        happened = f"{came.name} is here: {came.count:,} streets and paths."
    else:
        happened = f"{came.name} was here already, the same in all."
    if came.measured_on is None:
        return happened, "What is measured from now on is measured along it."
    return happened, f"{came.measured_on} came later: what is measured is measured along that."
