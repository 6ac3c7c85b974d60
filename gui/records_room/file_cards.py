"""The cards that bring files in: the network, the schools, the postcodes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from casework.bring_in import (
    BroughtIn,
    bring_in_network,
    bring_in_postcodes,
    bring_in_schools,
)
from casework.files.network import Recognised, look_at
from casework.holdings import Holdings
from gui.fields.buttons import Button
from gui.fields.entries import Line
from gui.fields.facts import FactRow
from gui.fields.form import FormField
from gui.fields.notice import Kind
from gui.intake.day_field import DayField
from gui.records_room.moments import moment_words
from gui.records_room.network_page import BRINGING, NetworkPage, network_words
from gui.records_room.who_may import may_keep
from gui.records_room.work_card import WorkCard
from gui.room import Surroundings
from gui.school_words import unknown_of
from gui.tasks import Task
from records.school import School

LINES = "Streets and paths (*.gpkg *.shp *.geojson *.json *.csv *.pbf *.osm *.gml *.gz)"
TABLES = "Tables (*.csv)"
LIST_DAY = "The day the list is of. Left empty, it is read from the file's name where that has one."


class NetworkCard(WorkCard):
    """The network that cases are measured on, with what its bytes are known by."""

    def __init__(self, around: Surroundings) -> None:
        about = (
            "Streets and paths that routes are measured along: OS MasterMap Highways, OS Open "
            "Roads, OpenStreetMap, or any lines. Kept so that every measurement can be made again."
        )
        super().__init__(around, "Network of streets and paths", about)
        self.name = Line("What to call it", 34)
        hint = "As cases and letters will say where a route was measured. Empty: the file's name."
        self.bring_button = Button("Bring in a network…", self.ask)
        if may_keep(around.desk.person):
            self.ask_above(FormField("What to call it", self.name, hint, QWidget()))
            self.offer(self.bring_button)

    def show_holdings(self, found: Holdings) -> None:
        """Show the network that is measured on, and how many came before it."""
        if not found.networks:
            self.show_facts(FactRow("network", "Network", "none yet", known=False, first=True))
            return
        now, *before = found.networks
        rows = [
            FactRow("network", "Measured on", now.name, first=True),
            FactRow(
                "digest", "SHA-256 of what is kept", f"{now.digest[:12]}…", size_words(now.size)
            ),
            FactRow("came", "Brought in", moment_words(now.imported_at)),
        ]
        if before:
            names = ", ".join(each.name for each in before)
            rows.append(FactRow("before", "Kept for earlier measurements", names))
        self.show_facts(*rows)

    def ask(self) -> None:
        """Ask which file, or files of one delivery."""
        self.choose_files("Bring in a network", LINES, self.look_at)

    def look_at(self, paths: list[Path]) -> Task | None:
        """See what files are, and go on: a table of edges comes in at once, others are shown."""
        if paths[0].suffix.lower() == ".csv":
            return self.bring_in(paths[0])
        return self.work("Looking at the file", lambda _: look_at(paths[0]), self._open(paths))

    def _open(self, paths: list[Path]) -> Callable[[Recognised], None]:
        def open_page(found: Recognised) -> None:
            page = NetworkPage(self.around, paths, found)
            page.work.name.setText(self.name.text())
            page.work.changed.connect(self.changed)
            page.work.when_gone = self._on_gone
            self.around.shell.open_page(page)

        return open_page

    def _on_gone(self) -> None:
        if isValid(self):
            self.changed.emit()

    def bring_in(self, path: Path) -> Task | None:
        """Bring a table of edges in, with progress."""
        name = self.name.text().strip() or None
        work = partial(bring_in_network, self.around.desk, path, name)
        return self.work(BRINGING, lambda p: work(progress=p), self._told, away=network_words)

    def _told(self, came: BroughtIn) -> None:
        self.name.clear()
        happened, follows = network_words(came)
        self.tell(Kind.DONE, happened, "\n".join(came.notes), follows)


class SchoolsCard(WorkCard):
    """How many schools there are, and what is not known of them."""

    def __init__(self, around: Surroundings, open_schools: Button) -> None:
        about = "Places travelled to, with their gates. What no file says stays not known."
        super().__init__(around, "Schools and other places", about)
        self.bring_button = Button("Bring in schools…", self.ask)
        self.day = DayField("Day of the list", LIST_DAY)
        if may_keep(around.desk.person):
            self.ask_above(self.day)
            self.offer(open_schools, self.bring_button)
        else:
            self.offer(open_schools)

    def show_holdings(self, found: Holdings) -> None:
        """Show how many there are and which particulars are lacking."""
        count = len(found.schools)
        rows = [FactRow("count", "Schools", f"{count:,}" if count else "none yet",
                        known=count > 0, first=True)]  # fmt: skip
        lacking = lacking_words(found.schools)
        if count:
            rows.append(
                FactRow("lacking", "Not known", lacking or "nothing", known=not lacking,
                        source="a decision may turn on it" if lacking else "")
            )  # fmt: skip
        self.show_facts(*rows)

    def ask(self) -> None:
        """Ask which file, once the day of the list can be read or is left out."""
        unread = bool(self.day.line.text().strip()) and self.day.day() is None
        self.day.show_problem("Type the day, for example 17 April 2026." if unread else "")
        if not unread:
            self.choose_file("Bring in schools", TABLES, self.bring_in)

    def bring_in(self, path: Path) -> Task | None:
        """Bring schools in, with progress."""
        work = partial(bring_in_schools, self.around.desk, path, listed_on=self.day.day())
        return self.work("Bringing in the schools", lambda p: work(progress=p), self._told,
                         away=lambda came: (_schools_words(came), notes_of(came)))  # fmt: skip

    def _told(self, came: BroughtIn) -> None:
        self.day.show_day("")
        self.tell(Kind.DONE, _schools_words(came), "\n".join(came.notes))


class PostcodesCard(WorkCard):
    """The middles of postcodes, and what standing there means."""

    def __init__(self, around: Surroundings) -> None:
        about = (
            "A home may stand at the middle of its postcode until its own place is known. That is "
            "approximate, and every measurement from it says so."
        )
        super().__init__(around, "Postcodes", about)
        self.bring_button = Button("Bring in postcodes…", self.ask)
        if may_keep(around.desk.person):
            self.offer(self.bring_button)

    def show_holdings(self, found: Holdings) -> None:
        """Show how many there are."""
        words = f"{found.postcodes:,}" if found.postcodes else "none yet"
        row = FactRow("count", "Postcodes", words, known=found.postcodes > 0, first=True)
        self.show_facts(row)

    def ask(self) -> None:
        """Ask which file."""
        self.choose_file("Bring in postcodes", TABLES, self.bring_in)

    def bring_in(self, path: Path) -> Task | None:
        """Bring postcodes in, with progress."""
        work = partial(bring_in_postcodes, self.around.desk, path)
        return self.work("Bringing in the postcodes", lambda p: work(progress=p), self._told,
                         away=lambda came: (_postcodes_words(came), notes_of(came)))  # fmt: skip

    def _told(self, came: BroughtIn) -> None:
        self.tell(Kind.DONE, _postcodes_words(came), "\n".join(came.notes))


def _schools_words(came: BroughtIn) -> str:
    known = came.count - came.new
    follow = f" {known:,} were here already and follow the file now." if known else ""
    return f"{came.new:,} of the {came.count:,} schools are new.{follow}"


def _postcodes_words(came: BroughtIn) -> str:
    return f"{came.count:,} postcodes are here, {came.new:,} of them new."


def notes_of(came: BroughtIn) -> str:
    """Write what the reader should know of what came in, a line each."""
    return "\n".join(came.notes)


def lacking_words(schools: tuple[School, ...]) -> str:
    """Count what is not known of the schools: ``kind of 14, who runs it of 14``."""
    lacking = [name for school in schools for name in unknown_of(school)]
    names = dict.fromkeys(lacking)
    return ", ".join(f"{name} of {lacking.count(name):,}" for name in names)


def size_words(size: int) -> str:
    """Write a number of bytes: ``943 kB``."""
    return f"{size / 1_000_000:,.1f} MB" if size >= 1_000_000 else f"{max(1, size // 1000):,} kB"
