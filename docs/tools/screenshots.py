#!/usr/bin/env python3
"""Takes pictures of named pages, in every palette, size and text size asked for.

QT_QPA_PLATFORM=offscreen .venv/bin/python docs/tools/screenshots.py --out pictures case list
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from gallery import ROOMS as GALLERY
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from gui.app import prepare
from gui.rooms import ROOMS
from gui.theme import theme
from gui.welcome import Doors
from gui.window import Window
from records.people import Person, Role

SIZES = {"small": (1280, 800), "large": (1920, 1080)}
PERSON = Person("p1", "A. Officer", frozenset({Role.ELIGIBILITY_OFFICER, Role.SEND_OFFICER}))


@dataclass
class GalleryStore:
    """What the window asks of a store: its label, and whether it is fictional."""

    label: str = "Marlhaven sample"
    fictional: bool = True

    def close(self) -> None:
        """Close nothing."""


@dataclass
class GalleryDesk:
    """What the window asks of a desk."""

    store: GalleryStore
    person: Person = PERSON


def gallery_doors() -> Doors:
    """Give doors that lead into the gallery at once."""
    store = GalleryStore()
    return Doors(
        open_sample=lambda progress: (store, "harbour lantern violet oat"),
        open_store=lambda path, words: store,
        open_with_recovery_key=lambda path, key: store,
        create_store=lambda *given: (store, "7KQ2-M4XD-9TRA-PZ3C-VH6W-1BNE-8YFS-D2GJ"),
        people=lambda store: (PERSON, Person("p2", "C. Member", frozenset({Role.PANEL_MEMBER}))),
        sign_in=GalleryDesk,
        last_backup=lambda desk: None,
    )


def settle(milliseconds: int = 250) -> None:
    """Let layouts, tasks and pictures come to rest."""
    timer = QElapsedTimer()
    timer.start()
    while timer.elapsed() < milliseconds:
        QApplication.processEvents()


def to_welcome(window: Window) -> None:
    """Stay at the way in."""


def to_create(window: Window) -> None:
    """Show the form of a new store with its problems."""
    window.welcome.show_step(window.welcome.create)
    window.welcome.create.create_button.click()


def to_open(window: Window) -> None:
    """Show the form that opens a store."""
    window.welcome.show_step(window.welcome.open)


def to_key(window: Window) -> None:
    """Show a recovery key."""
    window.welcome.keep_key.show_key("7KQ2-M4XD-9TRA-PZ3C-VH6W-1BNE-8YFS-D2GJ")
    window.welcome.show_step(window.welcome.keep_key)


def to_who(window: Window) -> None:
    """Show who can sign in to the sample."""
    window.welcome.start.sample_button.click()


def to_room(key: str) -> Callable[[Window], None]:
    """Go to a room."""

    def go(window: Window) -> None:
        window.enter(GalleryDesk(GalleryStore()))
        window.shell.rail.show_count("case", 42)
        window.shell.go(key)

    return go


def to_palette(window: Window) -> None:
    """Show the palette of commands over a case."""
    to_room("case")(window)
    window.shell.palette_panel.open()


PAGES: dict[str, Callable[[Window], Any]] = {
    "welcome": to_welcome,
    "open": to_open,
    "create": to_create,
    "key": to_key,
    "who": to_who,
    "commands": to_palette,
    **{room.key: to_room(room.key) for room in (*GALLERY, *ROOMS)},
}


def take(page: str, size: str, palette: str, text_size: int, folder: Path) -> Path:
    """Take one picture and give its file."""
    theme().show_as(palette, text_size)
    window = Window(gallery_doors(), rooms=(*GALLERY, *ROOMS))
    window.resize(*SIZES[size])
    window.show()
    settle(80)
    PAGES[page](window)
    settle()
    file = folder / f"{page}-{size}-{palette}-{text_size}.png"
    window.grab().save(str(file))
    window.close()
    window.deleteLater()
    settle(30)
    return file


def main() -> int:
    """Take every picture asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", default=list(PAGES), metavar="PAGE")
    parser.add_argument("--out", type=Path, default=Path("pictures"))
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--palettes", nargs="+", default=["light", "dark", "contrast"])
    parser.add_argument("--text", nargs="+", type=int, default=[100, 200])
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    prepare(application)
    for page in asked.pages:
        for size in asked.sizes:
            for palette in asked.palettes:
                for text_size in asked.text:
                    print(take(page, size, palette, text_size, asked.out))
    return 0


if __name__ == "__main__":
    import os

    with tempfile.TemporaryDirectory() as nowhere:
        os.environ["XDG_CONFIG_HOME"] = nowhere
        sys.exit(main())
