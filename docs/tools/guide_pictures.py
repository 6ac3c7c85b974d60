#!/usr/bin/env python3
"""Takes the pictures of the guides: the real window at work on the sample council.

QT_QPA_PLATFORM=offscreen .venv/bin/python docs/tools/guide_pictures.py
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PIL import Image
from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from casework.cases import list_cases
from casework.opening import open_sample, people, sign_in
from casework.panel import list_decided
from gui.app import prepare
from gui.lead.shelf_page import ShelfPage
from gui.map.page import MapPage
from gui.officer.case_page import CasePage
from gui.officer.list_page import ListPage
from gui.panel.list_page import DecidedPage
from gui.theme import theme
from gui.welcome import casework_doors
from gui.window import Window
from records.people import Role
from rules.values import Outcome
from sample.days import TODAY
from store.file import Store

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1280, 800)
COLOURS = 256
"""As many as a picture keeps; the pages use far fewer but for the edges of their letters."""


class Visit:
    """One person signed in at the sample council, and the window they see."""

    def __init__(self, store: Store, role: Role, today: date) -> None:
        person = next(each for each in people(store) if each.holds(role))
        self.window = Window(casework_doors())
        self.window.resize(*SIZE)
        self.window.show()
        self.window.enter(replace(sign_in(store, person), today=lambda: today))
        self.settle()

    def settle(self) -> None:
        """Let work, layouts and pictures come to rest."""
        timer = QElapsedTimer()
        timer.start()
        while timer.elapsed() < 1500 or self.window.tasks.running():
            QApplication.processEvents()

    def save(self, file: Path) -> None:
        """Save what is shown, in few enough bytes for a page."""
        self.settle()
        image = self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        size = (image.width(), image.height())
        shown = Image.frombytes(
            "RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()
        )
        few = shown.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(file, "PNG", optimize=True)


def the_list(visit: Visit) -> None:
    """Show the list of cases."""
    visit.window.shell.go("cases")


def open_case(visit: Visit, reference: str) -> None:
    """Open a case of the list."""
    page = visit.window.shell.go("cases")
    assert isinstance(page, ListPage)
    visit.settle()
    lines = list_cases(visit.window.desk)
    page.open_case(next(each for each in lines if each.reference == reference))


def a_case(visit: Visit) -> None:
    """Open a case that is entitled until a birthday in the year."""
    open_case(visit, "MH-00084")


def a_map(visit: Visit) -> None:
    """Open the map of that case, with the walking distance around its school."""
    a_case(visit)
    visit.settle()
    page = visit.window.shell.pages.currentWidget()
    assert isinstance(page, CasePage)
    page.doings.open_map()
    visit.settle()
    shown = visit.window.shell.pages.currentWidget()
    assert isinstance(shown, MapPage)
    shown.reach_card.shown.setChecked(True)


def a_question(visit: Visit) -> None:
    """Open a case that waits for a judgement, and a point of the family's."""
    open_case(visit, "MH-00136")


def a_decision(visit: Visit) -> None:
    """Open the refused case in which the family raised most."""
    page = visit.window.shell.go("decided")
    assert isinstance(page, DecidedPage)
    refused = [e for e in list_decided(visit.window.desk) if e.outcome is Outcome.NOT_ENTITLED]
    page.open_case(max(refused, key=lambda each: each.points))


def a_comparison(visit: Visit) -> None:
    """Compare the sample's two versions."""
    page = visit.window.shell.go("policy")
    assert isinstance(page, ShelfPage)
    visit.settle()
    page.compare()


PICTURES: dict[str, tuple[Role, date, Callable[[Visit], None]]] = {
    "list": (Role.ELIGIBILITY_OFFICER, TODAY, the_list),
    "case": (Role.ELIGIBILITY_OFFICER, date(2026, 6, 8), a_case),
    "map": (Role.ELIGIBILITY_OFFICER, date(2026, 6, 8), a_map),
    "question": (Role.ELIGIBILITY_OFFICER, TODAY, a_question),
    "panel": (Role.PANEL_MEMBER, TODAY, a_decision),
    "policy": (Role.POLICY_LEAD, TODAY, a_comparison),
}
"""Each picture: who sees it, on which day, and how they come there."""


def take(names: list[str], out: Path) -> None:
    """Take the pictures named."""
    for name in names:
        role, today, go = PICTURES[name]
        store, _ = open_sample()  # in a folder of our own; made the first time, opened after that
        visit = Visit(store, role, today)
        go(visit)
        visit.save(out / f"{name}.png")
        print(out / f"{name}.png", (out / f"{name}.png").stat().st_size)
        visit.window.close()  # closes the store as well


def main() -> int:
    """Take every picture asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", default=list(PICTURES), metavar="NAME")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    prepare(QApplication(sys.argv[:1]))
    theme().show_as("light", 100)
    take(asked.names, asked.out)
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as nowhere:
        for each in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[each] = nowhere
        sys.exit(main())
