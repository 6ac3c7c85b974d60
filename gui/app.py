"""Starting and ending the program with its window."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.faults import catch_all, log_folder, log_to
from gui.settings import Settings, read_settings, settings_file
from gui.theme import theme
from gui.theme.fonts import FontsMissing
from gui.theme.tokens import CONTRAST, DARK
from gui.welcome import casework_doors
from gui.window import Window

NO_SCREEN = 3


def main() -> int:
    """Show the window until it is closed. 0: closed; 3: no screen, or the fonts are missing."""
    if not has_screen():
        print(
            "There is no screen here to show the window on. The command line does the same work: "
            "main.py --help",
            file=sys.stderr,
        )
        return NO_SCREEN
    application = QApplication.instance() or QApplication(sys.argv[:1])
    try:
        return run(application)
    except FontsMissing as problem:
        print(problem, file=sys.stderr)
        return NO_SCREEN


def has_screen() -> bool:
    """Say whether Qt will find a screen. Qt ends the process where it does not, so ask first."""
    if not sys.platform.startswith("linux"):
        return True
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return any(os.environ.get(name) for name in named)


def prepare(application: QApplication) -> None:
    """Give the application its name and style. Fusion, since our palettes are drawn on it."""
    application.setApplicationName("Milepost")
    application.setApplicationDisplayName("Milepost")
    application.setStyle("Fusion")


def first_looks(application: QApplication, settings: Settings) -> Settings:
    """Begin as the system looks: dark, or high contrast; later starts go by what was chosen."""
    if settings_file().exists():
        return settings
    hints = application.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return settings.changed(palette=CONTRAST.name)
    if hints.colorScheme() == Qt.ColorScheme.Dark:
        return settings.changed(palette=DARK.name)
    return settings


def run(application: QApplication) -> int:
    """Dress the application, show the window, and take everything down in order."""
    catch_all()
    log_to(log_folder())
    prepare(application)
    settings = first_looks(application, read_settings())
    theme().show_as(settings.palette, settings.text_size)
    window = Window(casework_doors(), settings)
    window.show()
    code = QGuiApplication.exec()
    window.deleteLater()
    application.processEvents()
    return code
